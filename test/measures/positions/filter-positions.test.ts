import { describe, expect, it } from "vitest";
import { openPositionTwin } from "../../../src/kernels/positions-twin.ts";
import { createPositionKernel } from "../../../src/kernels/positions.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import { normalDraws } from "../../../src/measures/positions/draw-normal.ts";
import {
  type FittedItem,
  filterPositions,
} from "../../../src/measures/positions/filter-positions.ts";
import type { VoteRecord } from "../../../src/record/votes.ts";
import { voteGrid } from "../cohesion/vote-grid.ts";

const VOTERS = 30;
const SESSIONS = 12;
const ITEMS = 20;

/** Votes on items of known slope and cut points by walks of variance 0.05. */
function simulate(seed: number): {
  readonly votes: VoteRecord;
  readonly items: readonly FittedItem[];
  readonly truth: Float64Array;
} {
  const normal = normalDraws(seededRandom(seed));
  const truth = new Float64Array(VOTERS * SESSIONS);
  for (let c = 0; c < truth.length; c += 1) {
    truth[c] = c % SESSIONS === 0 ? normal() : truth[c - 1]! + Math.sqrt(0.05) * normal();
  }
  const items: FittedItem[] = [];
  const lines: string[] = [];
  for (let index = 0; index < SESSIONS * ITEMS; index += 1) {
    const time = Math.floor(index / ITEMS);
    const centre = normal();
    const item = {
      rollCalls: [index],
      categories: [1, 2, 3],
      discrimination: 1.5,
      cutPoints: [centre - 0.4, centre + 0.4],
    };
    let line = "";
    for (let voter = 0; voter < VOTERS; voter += 1) {
      const pull = 1.5 * truth[voter * SESSIONS + time]! + normal();
      line += pull < item.cutPoints[0]! ? "Y" : pull < item.cutPoints[1]! ? "A" : "N";
    }
    lines.push(line);
    items.push(item);
  }
  const grid = voteGrid(lines);
  const rollCalls = grid.rollCalls.map((rollCall, index) => ({
    ...rollCall,
    session: 41 + Math.floor(index / ITEMS),
  }));
  return { votes: { ...grid, rollCalls }, items, truth };
}

describe("filterPositions", () => {
  const { votes, items, truth } = simulate(2);

  it("recovers known positions with intervals that cover about nine in ten", async () => {
    const found = filterPositions(votes, items, await createPositionKernel());
    expect([found.first, found.sessions, found.voters]).toEqual([41, SESSIONS, VOTERS]);
    expect(found.evolution).toBeGreaterThan(0.02);
    expect(found.evolution).toBeLessThan(0.1);
    let covered = 0;
    for (let c = 0; c < truth.length; c += 1) {
      const error = Math.abs(found.mean[c]! - truth[c]!);
      if (error < 1.645 * Math.sqrt(found.variance[c]!)) covered += 1;
    }
    expect(covered / truth.length).toBeGreaterThan(0.84);
    expect(covered / truth.length).toBeLessThan(0.96);
  });

  it("is the same with the kernel's plain twin", async () => {
    const compiled = filterPositions(votes, items, await createPositionKernel());
    const plain = filterPositions(votes, items, openPositionTwin);
    compiled.mean.forEach((value, c) => expect(value).toBeCloseTo(plain.mean[c]!, 6));
    expect(compiled.evolution).toBeCloseTo(plain.evolution, 6);
  });

  it("does not see a later vote, the walk's variance aside", async () => {
    const open = await createPositionKernel();
    const cells = votes.cells.slice();
    // The first voter turns round in the last session.
    for (let index = (SESSIONS - 1) * ITEMS; index < SESSIONS * ITEMS; index += 1) {
      cells[index * VOTERS] = 4 - cells[index * VOTERS]!;
    }
    const now = filterPositions(votes, items, open);
    const later = filterPositions({ ...votes, cells }, items, open);
    const moved = Array.from({ length: SESSIONS }, (_, t) =>
      Math.abs(now.mean[t]! - later.mean[t]!),
    );
    const last = moved.pop()!;
    expect(Math.max(...moved)).toBeLessThan(0.1);
    expect(last).toBeGreaterThan(3 * Math.max(...moved));
  });
});
