import { describe, expect, it } from "vitest";
import { computeAnswer } from "../../../src/answer/compute-answer.ts";
import {
  allianceForecastView,
  rollCallForecastView,
} from "../../../src/answer/views/forecast.ts";
import { UsageError } from "../../../src/errors.ts";
import { knownBefore } from "../../../src/measures/forecast/known-before.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import type { CasusRecord } from "../../../src/record/record.ts";
import { kernels, record } from "../../laboratory.ts";

const views = [rollCallForecastView, allianceForecastView];
const answer = (address: string, from: CasusRecord = record) =>
  computeAnswer(from, address, { kernels, views });

describe("/rollcalls/{id}/forecast", () => {
  it("forecasts every member, says first whether it beat the base rates", async () => {
    const { rows, summary, findings, sections } = await answer(
      "/rollcalls/A-RES-ES-11-4/forecast",
    );
    expect(rows).toHaveLength(193);
    expect(summary).toMatchObject({ votes: 183, absent: 10, kind: "related" });
    for (const row of rows) {
      const shares = ["forecast_yes", "forecast_abstain", "forecast_no"].map((name) =>
        Number(row[name]),
      );
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(row["p_cast"] === null).toBe(row["vote"] === "absent");
    }
    const saved =
      Math.min(
        ...["climatology", "persistence", "majority", "uniform"].map((name) =>
          Number(summary[`log_loss_${name}`]),
        ),
      ) - Number(summary["log_loss_model"]);
    expect(findings[0]?.value).toBeCloseTo(saved, 12);
    expect(findings[0]?.text).toContain(saved > 0 ? "the forecast beats" : "does not beat");
    expect(sections[0]?.rows).toHaveLength(183);
  });

  it("is the same whatever was voted on the day and after it", async () => {
    const { votes } = record;
    const size = votes.voters.length;
    const known = knownBefore(votes, "2022-10-12");
    const random = seededRandom(2);
    const cells = votes.cells.map((code, at) =>
      at < known * size || code === 0 ? code : 1 + random.below(3),
    );
    const changed = { ...record, votes: { ...votes, cells } };
    const address = "/rollcalls/A-RES-ES-11-4/forecast";
    const shares = async (from: CasusRecord) =>
      (await answer(address, from)).rows
        .map((row) => [row["state"], row["forecast_yes"], row["forecast_no"]])
        .toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));
    expect(await shares(changed)).toEqual(await shares(record));
  });

  it("refuses what it could only forecast with hindsight", async () => {
    await expect(answer("/rollcalls/rc-3/forecast")).rejects.toThrow(UsageError);
  });
});

describe("/alliances/{id}/forecast", () => {
  it("has the emergency session in full, the easier question apart", async () => {
    const { rows, summary, sections } = await answer("/alliances/csto/forecast");
    expect(rows).toHaveLength(54);
    expect(new Set(rows.map(({ symbol }) => symbol)).size).toBe(9);
    expect(summary["votes"]).toBe(rows.filter(({ p_cast }) => p_cast !== null).length);
    expect(sections.map(({ id }) => id)).toEqual(["given-others"]);
    expect(sections[0]?.rows).toHaveLength(Number(summary["votes"]));
  });

  it("says where an organisation had no member", async () => {
    const { rows, findings, caveats } = await answer("/alliances/warsaw-pact/forecast");
    expect(rows).toEqual([]);
    expect(findings).toEqual([]);
    expect(caveats[0]).toContain("no member");
  });

  it.each([
    ["african-union", ["Western Sahara"]],
    ["arab-league", ["Palestine"]],
    ["oecs", ["Montserrat"]],
    ["pacific-islands-forum", ["Cook Islands"]],
  ])("forecasts %s and names its members without a vote", async (id, names) => {
    const { rows, summary, sections, caveats } = await answer(`/alliances/${id}/forecast`);
    expect(sections[0]?.rows).toHaveLength(Number(summary["votes"]));
    expect(rows.length).toBe(Number(summary["votes"]) + Number(summary["absent"]));
    expect(Number(summary["votes"])).toBeGreaterThan(40);
    for (const name of names) expect(caveats[0]).toContain(name);
  });
});
