import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { createPositionKernel } from "../../../src/kernels/positions.ts";
import { fitPositions } from "../../../src/measures/positions/fit-positions.ts";
import type {
  PositionData,
  PositionOptions,
} from "../../../src/measures/positions/position-data.ts";

const open = await createPositionKernel();

/** Position data of rows voter, period, item, category. */
function dataOf(rows: readonly (readonly [number, number, number, number])[]): PositionData {
  const most = (at: 0 | 1 | 2): number => Math.max(...rows.map((row) => row[at])) + 1;
  return {
    voters: most(0),
    periods: most(1),
    items: most(2),
    voter: Uint16Array.from(rows, ([voter]) => voter),
    period: Uint16Array.from(rows, ([, period]) => period),
    item: Uint32Array.from(rows, ([, , item]) => item),
    category: Uint8Array.from(rows, ([, , , category]) => category),
  };
}

/** `voters` by `items` votes in one period, no two columns alike. */
function block(voters: number, items: number, voter0 = 0, item0 = 0, period = 0) {
  return Array.from({ length: voters * items }, (_, i) => {
    const voter = i % voters;
    const item = Math.floor(i / voters);
    return [voter0 + voter, period, item0 + item, (voter + item) % 3 === 0 ? 3 : 1] as const;
  });
}

function refusal(data: PositionData, options: PositionOptions = {}): string {
  try {
    fitPositions(data, options, open);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    const { line } = error as UsageError;
    expect(line).not.toContain("\n");
    return line;
  }
  throw new Error("it was estimated");
}

describe("identifiability", () => {
  it("takes votes that divide", () => {
    expect(fitPositions(dataOf(block(6, 10)), {}, open).converged).toBe(true);
  });
  it("refuses unanimous items", () => {
    const rows = block(6, 10).map(([voter, period, item]) => [voter, period, item, 1] as const);
    expect(refusal(dataOf(rows))).toContain("every item is unanimous");
  });
  it("refuses a single voter", () => {
    const rows = Array.from({ length: 40 }, (_, i) => [0, i % 4, i % 10, 1 + (i % 3)] as const);
    expect(refusal(dataOf(rows))).toContain("one voter only");
  });
  it("refuses parts that share no voter and no item", () => {
    const rows = [...block(6, 10), ...block(6, 10, 6, 10, 1)];
    expect(refusal(dataOf(rows))).toContain("2 parts");
  });
  it("takes the same parts when one voter sits in both", () => {
    const rows = [...block(6, 10), ...block(6, 10, 5, 10, 1)];
    expect(fitPositions(dataOf(rows), {}, open).converged).toBe(true);
  });
  it("refuses too few votes", () => {
    expect(refusal(dataOf(block(4, 4)))).toContain("at least 20");
  });
  it("refuses an anchor without votes, and one anchor for both ends", () => {
    const data = { ...dataOf(block(6, 10)), voters: 8 };
    expect(refusal(data, { anchors: { high: 7 } })).toContain("voter 7");
    expect(refusal(data, { anchors: { high: 1, low: 1 } })).toContain("same voter");
  });
  it("refuses malformed columns and options", () => {
    const data = dataOf(block(6, 10));
    expect(refusal({ ...data, voter: data.voter.slice(1) })).toContain("differ in length");
    expect(refusal({ ...data, category: data.category.map(() => 9) })).toContain("category 9");
    expect(refusal({ ...data, voters: 2 })).toContain("of 2");
    expect(refusal(data, { level: 1 })).toContain("between 0 and 1");
    expect(refusal(data, { evolution: -1 })).toContain("-1");
    expect(refusal(data, { maxPasses: 0 })).toContain("positive integer");
  });
});
