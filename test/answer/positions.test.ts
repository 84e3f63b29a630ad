import { describe, expect, it } from "vitest";
import { defaultPositions, positionsOf } from "../../src/answer/positions.ts";
import { DEFAULT_QUERY } from "../../src/answer/query-text.ts";
import { itemResponse } from "../../src/answer/views/item-response.ts";
import { NotFoundError } from "../../src/errors.ts";
import { answerOf, kernels, record } from "../laboratory.ts";

const context = {
  record,
  kernels,
  path: {},
  query: DEFAULT_QUERY,
  signal: null,
  progress: null,
};

describe("/positions", () => {
  it("ships the fit that the record's own votes give", async () => {
    expect(await defaultPositions({ record, kernels })).toEqual(record.positions());
    expect((await positionsOf(context)).shipped).toBe(true);
  });

  it("stands on one scale: mean 0 and standard deviation 1, the United States high", async () => {
    const { rows, converged } = await positionsOf(context);
    const mean = rows.reduce((sum, { position }) => sum + position, 0) / rows.length;
    const square =
      rows.reduce((sum, { position }) => sum + position * position, 0) / rows.length;
    expect(mean).toBeCloseTo(0, 4);
    expect(square).toBeCloseTo(1, 4);
    expect(converged).toBe(true);
    const at = (key: string) =>
      rows.find(({ voter, period }) => record.votes.voters[voter] === key && period === 60)!;
    expect(at("USA").position).toBeGreaterThan(at("RUS").position);
    for (const { position, lower, upper } of rows)
      expect(lower < position && position < upper).toBe(true);
  });

  it("prints voter, period, position, se, lower, upper and n for any topic or year", async () => {
    const nuclear = await answerOf("/positions?topic=nu");
    expect(Object.keys(nuclear.rows[0]!)).toEqual(
      expect.arrayContaining(["voter", "period", "position", "se", "lower", "upper", "n"]),
    );
    expect(nuclear.summary["votes"]).toBeLessThan(200_000);
    const year = await answerOf("/positions?year=2014&state=ARM~KAZ~RUS");
    expect(year.rows.map((row) => row["voter"])).toEqual(["ARM", "KAZ", "RUS"]);
    expect(new Set(year.rows.map((row) => row["year"]))).toEqual(new Set([2014]));
  });

  it("says what cannot be fitted", async () => {
    await expect(answerOf("/positions?topic=nu&from=2025")).rejects.toThrow(NotFoundError);
    await expect(answerOf("/states/deu/position?to=1960")).rejects.toThrow(/cast no vote/u);
  });
});

describe("/alliances/csto/positions", () => {
  it("gives each member's distance from the largest, signed, with its interval", async () => {
    const { sections, rows } = await answerOf("/alliances/csto/positions?from=2010&to=2019");
    const distance = sections.find(({ id }) => id === "distances")!.rows[0]!;
    const position = (voter: string) =>
      Number(
        rows.find((row) => row["voter"] === voter && row["period"] === distance["period"])![
          "position"
        ],
      );
    expect(distance["with"]).toBe("RUS");
    expect(Number(distance["distance"])).toBeCloseTo(
      position(String(distance["voter"])) - position("RUS"),
      9,
    );
    expect(sections[0]!.rows.some((row) => row["voter"] === "RUS")).toBe(false);
  });

  it("fits the members' votes alone on request", async () => {
    const { summary } = await answerOf("/alliances/csto/positions?scope=members");
    expect(summary["votes"]).toBeLessThan(20_000);
    expect(summary["converged"]).toBe(true);
  });
});

describe("/rollcalls/{id}/fit", () => {
  it("gives every state probabilities that sum to one", async () => {
    const { rows, summary } = await answerOf("/rollcalls/A-RES-ES-11-1/fit");
    for (const row of rows) {
      const sum = Number(row["p_yes"]) + Number(row["p_abstain"]) + Number(row["p_no"]);
      expect(sum).toBeCloseTo(1, 9);
    }
    expect(summary["discrimination"]).toBeLessThan(0);
    await expect(answerOf("/rollcalls/A-RES-79-184/fit")).rejects.toThrow(
      /not part of the position model/u,
    );
  });

  it("pulls by the slope of the log-probability", () => {
    const item = {
      rollCalls: [0],
      categories: [1, 2, 3],
      discrimination: 1.3,
      cutPoints: [-0.2, 0.6],
    };
    const step = 1e-5;
    for (const position of [-2, 0, 1.5]) {
      for (const [k, { pull }] of itemResponse(item, position).entries()) {
        const log = (at: number) => Math.log(itemResponse(item, at)[k]!.probability);
        expect(pull).toBeCloseTo((log(position + step) - log(position - step)) / (2 * step), 5);
      }
    }
  });
});
