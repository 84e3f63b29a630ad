import { describe, expect, it } from "vitest";
import { correlation } from "../../../bench/positions-compare.ts";
import { simulateVotes } from "../../../bench/positions-simulate.ts";
import { createPositionKernel } from "../../../src/kernels/positions.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import { fitPositions } from "../../../src/measures/positions/fit-positions.ts";
import type { PositionData } from "../../../src/measures/positions/position-data.ts";

const plan = {
  voters: 40,
  periods: 6,
  itemsPerPeriod: 25,
  evolution: 0.1,
  absence: 0.1,
  linked: 0.2,
  categories: 3,
};
const open = await createPositionKernel();

function reject(data: PositionData, drop: (row: number) => boolean): PositionData {
  const keep = [...data.item.keys()].filter((row) => !drop(row));
  return {
    ...data,
    voter: Uint16Array.from(keep, (row) => data.voter[row] ?? 0),
    period: Uint16Array.from(keep, (row) => data.period[row] ?? 0),
    item: Uint32Array.from(keep, (row) => data.item[row] ?? 0),
    category: Uint8Array.from(keep, (row) => data.category[row] ?? 0),
  };
}

describe("fitPositions", () => {
  it.each([2, 3, 7])("recovers positions from votes in %i categories", (categories) => {
    const { data, truth } = simulateVotes({ ...plan, categories }, seededRandom(3));
    const { rows, converged, items } = fitPositions(data, { evolution: 0.1 }, open);
    const true_ = Array.from(rows.voter, (voter, c) => {
      return truth[voter * plan.periods + (rows.period[c] ?? 0)] ?? 0;
    });
    expect(converged).toBe(true);
    expect(Math.abs(correlation([...rows.position], true_))).toBeGreaterThan(0.95);
    const mean = rows.position.reduce((sum, value) => sum + value, 0) / rows.position.length;
    const square = rows.position.reduce((sum, value) => sum + value * value, 0);
    expect(mean).toBeCloseTo(0, 10);
    expect(square / rows.position.length).toBeCloseTo(1, 10);
    expect(items.category.length - items.item.length).toBe(items.cutPoints.length);
    items.item.forEach((_, j) => {
      const cuts = items.cutPoints.slice(
        (items.categoryStart[j] ?? 0) - j,
        (items.categoryStart[j + 1] ?? 0) - j - 1,
      );
      expect([...cuts]).toEqual([...cuts].sort((a, b) => a - b));
    });
  });

  it("puts the anchors where they are asked, and nothing else changes", () => {
    const { data } = simulateVotes(plan, seededRandom(4));
    const up = fitPositions(data, { anchors: { high: 3, low: 8 } }, open).rows;
    const down = fitPositions(data, { anchors: { high: 8, low: 3 } }, open).rows;
    for (const [c, value] of up.position.entries()) {
      expect(value).toBeCloseTo(-(down.position[c] ?? 0), 5);
      expect(up.se[c]).toBeCloseTo(down.se[c] ?? 0, 5);
    }
    const mean = (voter: number): number =>
      [...up.position].filter((_, c) => up.voter[c] === voter).reduce((a, b) => a + b, 0);
    expect(mean(3)).toBeGreaterThan(mean(8));
  });

  it("gives the same bits twice and under another order of rows", () => {
    const { data } = simulateVotes(plan, seededRandom(5));
    const once = fitPositions(data, { evolution: "estimate" }, open);
    const twice = fitPositions(data, { evolution: "estimate" }, open);
    expect(twice.rows.position).toEqual(once.rows.position);
    expect(twice.rows.se).toEqual(once.rows.se);
    const order = [...data.item.keys()].reverse();
    const turned = fitPositions(
      {
        ...data,
        voter: Uint16Array.from(order, (row) => data.voter[row] ?? 0),
        period: Uint16Array.from(order, (row) => data.period[row] ?? 0),
        item: Uint32Array.from(order, (row) => data.item[row] ?? 0),
        category: Uint8Array.from(order, (row) => data.category[row] ?? 0),
      },
      { evolution: "estimate" },
      open,
    );
    for (const [c, value] of turned.rows.position.entries()) {
      expect(value).toBeCloseTo(once.rows.position[c] ?? NaN, 4);
    }
  });

  it("is indifferent to which end of the scale is called high", () => {
    const { data } = simulateVotes(plan, seededRandom(6));
    const mirrored = { ...data, category: data.category.map((category) => 4 - category) };
    const anchors = { high: 0, low: 1 };
    const plain = fitPositions(data, { anchors }, open);
    const other = fitPositions(mirrored, { anchors }, open);
    for (const [c, value] of other.rows.position.entries()) {
      expect(value).toBeCloseTo(plain.rows.position[c] ?? NaN, 5);
    }
    for (const [j, value] of other.items.discrimination.entries()) {
      expect(value).toBeCloseTo(-(plain.items.discrimination[j] ?? NaN), 5);
    }
  });

  it("leaves out periods without votes and is less sure across a gap", () => {
    const { data } = simulateVotes(plan, seededRandom(7));
    const whole = fitPositions(data, { evolution: 0.05 }, open).rows;
    const gapped = reject(
      data,
      (row) => data.voter[row] === 0 && [2, 3].includes(data.period[row] ?? 0),
    );
    const { rows } = fitPositions(gapped, { evolution: 0.05 }, open);
    const periods = [...rows.period].filter((_, c) => rows.voter[c] === 0);
    expect(periods).toEqual([0, 1, 4, 5]);
    const seOf = (from: typeof rows, period: number): number =>
      from.se[
        [...from.voter.keys()].find((c) => from.voter[c] === 0 && from.period[c] === period) ??
          -1
      ] ?? NaN;
    expect(seOf(rows, 1)).toBeGreaterThan(seOf(whole, 1));
    expect(seOf(rows, 4)).toBeGreaterThan(seOf(whole, 4));
  });

  it("drops unanimous items and counts only votes that divide", () => {
    const { data } = simulateVotes(plan, seededRandom(8));
    const extra = 40;
    const padded: PositionData = {
      ...data,
      items: data.items + 1,
      voter: Uint16Array.from([...data.voter, ...Array.from({ length: extra }, (_, i) => i)]),
      period: Uint16Array.from([...data.period, ...Array.from({ length: extra }, () => 2)]),
      item: Uint32Array.from([
        ...data.item,
        ...Array.from({ length: extra }, () => data.items),
      ]),
      category: Uint8Array.from([...data.category, ...Array.from({ length: extra }, () => 1)]),
    };
    const plain = fitPositions(data, {}, open);
    const with_ = fitPositions(padded, {}, open);
    expect(with_.votes).toBe(plain.votes);
    expect(with_.rows.position).toEqual(plain.rows.position);
    expect([...with_.items.item]).not.toContain(data.items);
  });

  it("estimates the evolution variance that made the votes", () => {
    const { data, evolution } = simulateVotes(
      { ...plan, voters: 80, itemsPerPeriod: 50 },
      seededRandom(9),
    );
    const fit = fitPositions(data, { evolution: "estimate" }, open);
    expect(fit.evolution / evolution).toBeGreaterThan(0.75);
    expect(fit.evolution / evolution).toBeLessThan(1.33);
  });

  it("does not move when it goes on", () => {
    const { data } = simulateVotes(plan, seededRandom(10));
    const fit = fitPositions(data, {}, open);
    const long = fitPositions(data, { stopAt: 0, maxPasses: 10 * fit.passes }, open);
    expect(long.passes).toBe(10 * fit.passes);
    for (const [c, value] of long.rows.position.entries()) {
      expect(Math.abs(value - (fit.rows.position[c] ?? NaN))).toBeLessThan(1e-4);
    }
    expect(fit.lastChange).toBeLessThan(1e-3);
  });

  it("tightens intervals with the level", () => {
    const { data } = simulateVotes(plan, seededRandom(12));
    const wide = fitPositions(data, { level: 0.95 }, open).rows;
    const narrow = fitPositions(data, { level: 0.5 }, open).rows;
    const half = (rows: typeof wide): number =>
      ((rows.upper[0] ?? 0) - (rows.lower[0] ?? 0)) / 2;
    expect(half(wide) / (wide.se[0] ?? 0)).toBeCloseTo(1.959964, 5);
    expect(half(narrow) / (narrow.se[0] ?? 0)).toBeCloseTo(0.67449, 5);
  });
});
