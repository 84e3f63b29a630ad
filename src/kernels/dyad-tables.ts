import type { VoteMasks } from "./vote-masks.ts";

/** Set bits of a 32-bit word. */
function populationCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The number of unordered pairs of `voters` voters. */
export function pairCount(voters: number): number {
  return (voters * (voters - 1)) / 2;
}

/**
 * The nine joint counts of every unordered pair of voters, as nine columns: with `pairs` pairs,
 * `counts[(3 * x + y) * pairs + p]` is how often the first voter cast x and the second y (0 yes,
 * 1 abstain, 2 no); pairs run (0,1), (0,2), ..., (1,2), ...; plain twin of the compiled kernel.
 */
export function dyadTables(masks: VoteMasks): Uint32Array {
  const { planes } = masks;
  const voters = masks.voters.length;
  const plane = 2 * masks.words;
  const pairs = pairCount(voters);
  const counts = new Uint32Array(9 * pairs);
  let pair = 0;
  for (let i = 0; i < voters; i++) {
    for (let j = i + 1; j < voters; j++, pair++) {
      for (let cell = 0; cell < 9; cell++) {
        const x = (i * 3 + Math.trunc(cell / 3)) * plane;
        const y = (j * 3 + (cell % 3)) * plane;
        let count = 0;
        for (let w = 0; w < plane; w++) {
          count += populationCount((planes[x + w] as number) & (planes[y + w] as number));
        }
        counts[cell * pairs + pair] = count;
      }
    }
  }
  return counts;
}
