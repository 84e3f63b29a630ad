import type { Arrangement } from "./arrange-votes.ts";
import { standardise } from "./gauge.ts";
import { centredScores } from "./starting-positions.ts";

const ROUNDS = 40;

/** values -= their projection on `onto`, both with mean 0. */
function takeOff(values: Float64Array, onto: Float64Array): void {
  let product = 0;
  let square = 0;
  for (let i = 0; i < values.length; i += 1) {
    product += (values[i] as number) * (onto[i] as number);
    square += (onto[i] as number) * (onto[i] as number);
  }
  for (let i = 0; i < values.length; i += 1) {
    values[i] = (values[i] as number) - (product / square) * (onto[i] as number);
  }
}

/** Starting points of voters: the two leading components of their votes, interleaved. */
export function startingPlane(arrangement: Arrangement): Float64Array {
  const { layout, n } = arrangement;
  const scores = centredScores(arrangement);
  const { cells } = layout;
  const multiply = (level: Float64Array): Float64Array => {
    const next = new Float64Array(cells);
    for (let j = 0; j < layout.items; j += 1) {
      const from = layout.groupStart[layout.groupOf[j] as number] as number;
      const to = layout.groupStart[layout.groupOf[j + 1] as number] as number;
      let loading = 0;
      for (let v = from; v < to; v += 1) {
        loading += (scores[v] as number) * (level[layout.voteCell[v] as number] as number);
      }
      for (let v = from; v < to; v += 1) {
        const cell = layout.voteCell[v] as number;
        next[cell] = (next[cell] as number) + (loading * (scores[v] as number)) / (to - from);
      }
    }
    for (let c = 0; c < cells; c += 1) {
      next[c] = (next[c] as number) / Math.sqrt(n[c] as number);
    }
    standardise(next);
    return next;
  };
  const spreadOut = (factor: number): Float64Array => {
    const values = Float64Array.from(
      { length: cells },
      (_, i) => ((i * factor) % 104729) / 104729,
    );
    standardise(values);
    return values;
  };
  let first = spreadOut(7919);
  let second = spreadOut(15485863);
  for (let round = 0; round < ROUNDS; round += 1) {
    first = multiply(first);
    second = multiply(second);
    takeOff(second, first);
    standardise(second);
  }
  return Float64Array.from(
    { length: 2 * cells },
    (_, i) => (i % 2 === 0 ? first : second)[i >> 1] as number,
  );
}
