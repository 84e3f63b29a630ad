import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { createPositionKernel } from "../../../src/kernels/positions.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import { createForecaster } from "../../../src/measures/forecast/create-forecaster.ts";
import { knownBefore } from "../../../src/measures/forecast/known-before.ts";
import type { RollCallForecast } from "../../../src/measures/forecast/roll-call-forecast.ts";
import type { VoteRecord } from "../../../src/record/votes.ts";
import { recounted, simulatedRecord } from "./simulated-record.ts";

const open = await createPositionKernel();
const votes = simulatedRecord({ voters: 30, sessions: 5, repeated: 12, fresh: 8 }, 5);
const size = votes.voters.length;

/** Redraws every vote, cast or absent, on the roll calls from `from` on. */
function redrawn(from: number, seed: number): VoteRecord {
  const random = seededRandom(seed);
  const cells = votes.cells.map((code, at) => (at < from * size ? code : 1 + random.below(4)));
  const rollCalls = votes.rollCalls.map((rollCall, r) =>
    r < from ? rollCall : recounted(rollCall, cells.subarray(r * size, (r + 1) * size)),
  );
  return { ...votes, cells, rollCalls };
}

/** A forecast without what came to pass. */
const foreseen = ({ votes: made }: RollCallForecast) =>
  made.map((vote) => ({ ...vote, cast: null }));

const later = integer({ min: 45, max: votes.rollCalls.length - 1 });

describe("createForecaster", () => {
  it("does not see any vote of the day or after it", () => {
    assert(
      property(later, integer({ min: 1, max: 1e6 }), (index, seed) => {
        const day = votes.rollCalls[index]!.date;
        const changed = redrawn(knownBefore(votes, day), seed);
        const one = createForecaster(votes, open).forecast(index);
        const other = createForecaster(changed, open).forecast(index);
        expect(foreseen(other)).toEqual(foreseen(one));
        expect(other.votes.map(({ cast }) => cast)).not.toEqual(
          one.votes.map(({ cast }) => cast),
        );
        expect({ ...other, votes: [] }).toEqual({ ...one, votes: [] });
      }),
      { numRuns: 15 },
    );
  });

  it("does see votes of the days before", () => {
    const index = votes.rollCalls.length - 1;
    const changed = redrawn(knownBefore(votes, votes.rollCalls[index]!.date) - 20, 3);
    const one = createForecaster(votes, open).forecast(index);
    expect(createForecaster(changed, open).forecast(index).votes).not.toEqual(one.votes);
  });

  it("gives probabilities that sum to 1, all positive", () => {
    const forecaster = createForecaster(votes, open);
    assert(
      property(later, (index) => {
        for (const { shares, climatology, persistence } of forecaster.forecast(index).votes) {
          for (const each of [shares, climatology, persistence]) {
            expect(each[0] + each[1] + each[2]).toBeCloseTo(1, 9);
            expect(Math.min(...each)).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  it("gives the same forecast whatever was asked before", () => {
    const fresh = createForecaster(votes, open);
    const used = createForecaster(votes, open);
    for (const index of [99, 60, 70]) used.forecast(index);
    expect(used.forecast(80)).toEqual(fresh.forecast(80));
    expect(used.givenOthers(80, [0, 1, 2])).toEqual(fresh.givenOthers(80, [0, 1, 2]));
  });

  it("leaves a state's own vote out where the others' are given", () => {
    const voter = 4;
    for (const index of [70, 90]) {
      for (const code of [1, 2, 3]) {
        const cells = Uint8Array.from(votes.cells);
        cells[index * size + voter] = code;
        const [own] = createForecaster({ ...votes, cells }, open).givenOthers(index, [voter]);
        const [first] = createForecaster(
          { ...votes, cells: cells.with(index * size + voter, 1) },
          open,
        ).givenOthers(index, [voter]);
        expect(own?.cast).toBe(code);
        expect(own?.shares).toEqual(first?.shares);
      }
    }
  });
});
