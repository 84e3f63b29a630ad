import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { agreement, correlation, readPublished } from "../../../bench/positions-compare.ts";
import { assemblyData, csvRows, readAssembly } from "../../../bench/positions-data.ts";
import { createPositionKernel } from "../../../src/kernels/positions.ts";
import { fitPositions } from "../../../src/measures/positions/fit-positions.ts";
import { linkItems } from "../../../src/measures/positions/link-items.ts";
import { positionDataFromTable } from "../../../src/measures/positions/position-data-from-table.ts";
import { positionRollCalls } from "../../../src/measures/positions/position-roll-calls.ts";
import { staticPositions } from "../../../src/measures/positions/static-positions.ts";

const shared = new URL("../../../../shared/data/", import.meta.url);
const assembly = new URL("unga/", shared);
const senate = new URL("voteview_s117/", shared);

describe.skipIf(!existsSync(assembly))(
  "against Bailey, Strezhnev and Voeten's positions",
  () => {
    it("agrees over sessions 1 to 74", async () => {
      const votes = await readAssembly();
      const published = readPublished(assembly);
      const kept = positionRollCalls(votes.rollCalls);
      const links = linkItems(
        kept.map((index) => votes.rollCalls[index] as (typeof votes.rollCalls)[0]),
      );
      const itemOf = new Int32Array(votes.rollCalls.length).fill(-1);
      kept.forEach((index, at) => {
        itemOf[index] = links[at] ?? -1;
      });
      const anchors = { high: votes.states.indexOf("USA"), low: votes.states.indexOf("RUS") };
      const fit = fitPositions(
        assemblyData(votes, itemOf),
        { anchors },
        await createPositionKernel(),
      );
      const { rows } = fit;
      const pairs: [number, number, number][] = [];
      rows.voter.forEach((voter, c) => {
        const session = (rows.period[c] ?? 0) + 1;
        for (const code of votes.codes.get(votes.states[voter] ?? "") ?? []) {
          const other = published.get(`${code}|${session}`);
          if (other !== undefined) pairs.push([session, rows.position[c] ?? 0, other.position]);
        }
      });
      const found = agreement(pairs);
      expect(fit.converged).toBe(true);
      // Every published country-session, and two that a change of code gives twice.
      expect(found.n).toBe(10471);
      expect(found.pooled).toBeGreaterThanOrEqual(0.98);
      expect(found.medianWithin).toBeGreaterThanOrEqual(0.99);
      expect(found.worst.r).toBeGreaterThanOrEqual(0.95);
      const far = found.offsets.filter(({ offset }) => Math.abs(offset) > 0.25);
      expect(far.map(({ session }) => session)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    }, 30_000);
  },
);

describe.skipIf(!existsSync(senate))("against NOMINATE in the 117th Senate", () => {
  it("agrees on the first dimension", async () => {
    const members = csvRows(readFileSync(new URL("S117_members.csv", senate), "utf8"));
    const column = (name: string): number => members[0]?.indexOf(name) ?? -1;
    const nominate = new Map(
      members
        .filter((row) => row[column("chamber")] === "Senate")
        .map((row) => [row[column("icpsr")] ?? "", Number(row[column("nominate_dim1")])]),
    );
    const casts = ["absent", "yes", "yes", "yes", "no", "no", "no"];
    const rows = csvRows(
      gunzipSync(readFileSync(new URL("S117_votes.csv.gz", senate))).toString(),
    ).flatMap(([, , rollcall = "", voter = "", cast = ""]) =>
      nominate.has(voter) ? [{ rollcall, voter, vote: casts[Number(cast)] ?? "absent" }] : [],
    );
    const { data, voters } = positionDataFromTable(rows);
    const fit = staticPositions(data, { dimensions: 1 }, await createPositionKernel());
    const scores = Array.from(
      fit.rows.voter,
      (voter) => nominate.get(voters[voter] ?? "") ?? NaN,
    );
    expect(fit.rows.voter.length).toBeGreaterThan(95);
    expect(Math.abs(correlation([...fit.rows.position], scores))).toBeGreaterThanOrEqual(0.95);
  }, 20_000);
});
