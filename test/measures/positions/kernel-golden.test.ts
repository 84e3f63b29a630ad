import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createPositionKernel } from "../../../src/kernels/positions.ts";
import { createNormalTable } from "../../../src/kernels/positions-normal-table.ts";
import {
  logNormal,
  normalInterval,
  normalRatio,
} from "../../../src/kernels/positions-normal.ts";
import { openPositionTwin } from "../../../src/kernels/positions-twin.ts";
import { arrangeVotes } from "../../../src/measures/positions/arrange-votes.ts";
import { startItems } from "../../../src/measures/positions/maximise.ts";

function golden(name: string): string[][] {
  const text = readFileSync(new URL(`../../golden/${name}`, import.meta.url), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
}

describe("the normal functions against R", () => {
  const table = createNormalTable();
  it.each(golden("positions-normal.csv").map((row) => row.map(Number)))(
    "at %f",
    (x = 0, log = 0, ratio = 0) => {
      expect(Math.abs(logNormal(x) - log)).toBeLessThan(1e-11 * Math.max(1, Math.abs(log)));
      expect(Math.abs(normalRatio(x) - ratio)).toBeLessThan(1e-10 * Math.max(1, ratio));
      expect(Math.abs(table.log(x) - log)).toBeLessThan(1e-8 * Math.max(1, Math.abs(log)));
      expect(Math.abs(table.ratio(x) - ratio)).toBeLessThan(1e-8 * Math.max(1, ratio));
    },
  );

  it("keeps digits of an interval in both tails", () => {
    const below = normalInterval(-9.5, -9);
    const above = normalInterval(9, 9.5);
    expect(above.log).toBe(below.log);
    expect(above.upperRatio).toBe(below.lowerRatio);
    expect(below.log).toBeCloseTo(-43.63749141, 8);
  });
});

describe("an item at fixed positions against R's optimum", () => {
  it.each(golden("positions-items.csv"))("%s categories", async (...row) => {
    const [categories, theta, vote, fitted] = row.map((field) => field.split(" ").map(Number));
    const voters = theta?.length ?? 0;
    const { layout, voter } = arrangeVotes({
      voters,
      periods: 1,
      items: 1,
      voter: Uint16Array.from({ length: voters }, (_, i) => i),
      period: new Uint16Array(voters),
      item: new Uint32Array(voters),
      category: Uint8Array.from(vote ?? []),
    });
    const open = await createPositionKernel();
    for (const kernel of [open(layout), openPositionTwin(layout)]) {
      startItems(kernel, layout);
      voter.forEach((i, c) => {
        kernel.theta[c] = theta?.[i] ?? 0;
      });
      const loss = kernel.eliminate(50, 1e-16, 1, 0.04, true);
      const found = [...kernel.cuts, ...kernel.slopes, loss];
      expect(found).toHaveLength((categories?.[0] ?? 0) + 1);
      for (const [i, value] of found.entries()) {
        expect(Math.abs(value - (fitted?.[i] ?? NaN))).toBeLessThan(2e-6);
      }
    }
  });
});
