import { describe, expect, it } from "vitest";
import { filteredPositionsOf } from "../../src/answer/filtered-positions.ts";
import { DEFAULT_QUERY } from "../../src/answer/query-text.ts";
import type { ViewContext } from "../../src/answer/view.ts";
import { membershipsOn } from "../../src/record/membership.ts";
import { VOTE } from "../../src/record/votes.ts";
import { answerOf, kernels, record } from "../laboratory.ts";

const section = async (address: string, id: string) =>
  (await answerOf(address)).sections.find((one) => one.id === id)!.rows;

const context: ViewContext = {
  record,
  kernels,
  path: {},
  query: DEFAULT_QUERY,
  signal: null,
  progress: null,
};

describe("/alliances/{id}/influence", () => {
  it("counts the largest member with the majority of the others, by hand", async () => {
    const { rows } = await answerOf("/alliances/csto/influence?from=2016&to=2016");
    const organisation = record.organisations.find(({ id }) => id === "csto")!;
    const { voters, cells, rollCalls } = record.votes;
    let [n, sided] = [0, 0];
    for (const [index, { date, partial }] of rollCalls.entries()) {
      if (!date.startsWith("2016") || partial === true) continue;
      const code = new Map(
        membershipsOn(organisation, date).map(({ state }) => [
          state as string,
          cells[index * voters.length + voters.indexOf(state)]!,
        ]),
      );
      const cast = [...code.values()].filter((vote) => vote >= VOTE.yes && vote <= VOTE.no);
      if (cast.length < 3 || new Set(cast).size === 1) continue;
      /** 1 with, 0 against, null where it cast no vote or the others tie. */
      const against = (member: string): number | null => {
        const own = code.get(member)!;
        if (own < VOTE.yes || own > VOTE.no) return null;
        const others = [...code].filter(([key]) => key !== member).map(([, vote]) => vote);
        const [first, second] = [VOTE.yes, VOTE.abstain, VOTE.no]
          .map((side) => ({ side, count: others.filter((vote) => vote === side).length }))
          .sort((x, y) => y.count - x.count);
        if (first!.count === second!.count) return null;
        return first!.side === own ? 1 : 0;
      };
      const own = against("RUS");
      const rest = [...code.keys()].filter((key) => key !== "RUS").map(against);
      if (own === null || rest.every((value) => value === null)) continue;
      n += 1;
      sided += own;
    }
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ year: 2016, largest: "RUS", n });
    expect(rows[0]!["share"]).toBeCloseTo(sided / n, 12);
  });

  it("holds the largest against states in its place, and says the smallest p", async () => {
    const { findings, summary } = await answerOf("/alliances/csto/influence");
    const finding = findings.find(({ id }) => id === "lead-lag")!;
    expect(finding.n).toBe(summary["sessions"]);
    expect(finding.value).toBeCloseTo(Number(summary["follow"]) - Number(summary["lead"]), 10);
    expect(finding.lower!).toBeLessThan(finding.upper!);
    expect(finding.text).toContain("smallest attainable");
    expect(summary["smallest_p"]).toBe(2 / (Number(summary["placebos"]) + 1));
    expect(finding.comparison).toContain("States outside in its place");
  });

  it("compares every organisation of the record", async () => {
    const rows = await section("/alliances/nato/influence", "organisations");
    expect(rows.map((row) => row["organisation"])).toEqual(
      record.organisations.map(({ id }) => id),
    );
    for (const row of rows) {
      for (const column of ["majority", "others", "alone_members", "alone_outside"]) {
        const value = row[column];
        if (value !== null) expect(value).toSatisfy((v: number) => v >= 0 && v <= 1);
      }
      expect(Number(row["alone_outside"] ?? 0)).toBeLessThan(0.25);
    }
  });

  it("withholds what too few sessions cannot say", async () => {
    const { findings, summary } = await answerOf("/alliances/csto/influence?from=2018");
    expect(summary["difference"]).toBeNull();
    expect(findings.find(({ id }) => id === "lead-lag")!.text).toContain(
      "not decidable with this record",
    );
  });

  it("answers for an organisation without votes of two members in the years asked for", async () => {
    const { rows, summary } = await answerOf("/alliances/warsaw-pact/influence?from=2000");
    expect(rows).toEqual([]);
    expect(summary).toMatchObject({ contested: 0, majority: null, sessions: 0 });
  });
});

describe("filteredPositionsOf", () => {
  it("reads from the record what it would compute", async () => {
    const shipped = await filteredPositionsOf(context);
    const positions = record.positions()!;
    const bare = { ...positions };
    delete (bare as { filtered?: unknown }).filtered;
    const computed = await filteredPositionsOf({
      ...context,
      record: { ...record, positions: () => bare },
    });
    expect([...shipped.seen]).toEqual([...computed.seen]);
    expect(shipped.evolution).toBeCloseTo(computed.evolution, 5);
    shipped.mean.forEach((value, cell) => {
      if (shipped.seen[cell] === 1) expect(value).toBeCloseTo(computed.mean[cell]!, 4);
    });
  });
});
