/** The votes of some roll calls: `cells[rollCall * voters + voter]`, coded as in masks. */
export interface CellRows {
  readonly cells: Uint8Array;
  readonly voters: number;
  readonly rollCalls: Int32Array;
}

/** The place of one member: the stretches of positions it covers, start, end, start, end, ... */
export type Runs = readonly number[];

/** What counts. */
export interface MeanRule {
  /** Votes from which on a roll call counts; 1 or more. */
  readonly fewestVotes: number;
  /** Roll calls that count from which on a mean is given; 1 or more. */
  readonly fewestRollCalls: number;
}

/** Three counts of ten bits each share a word, which is why a group has at most 1,023 members. */
const BITS = 10;
const MASK = (1 << BITS) - 1;
/** By code: yes, abstain and no count, each in its bits. */
const WEIGHTS = Int32Array.of(0, 1, 1 << (2 * BITS), 1 << BITS, 0, 0);

/**
 * The mean agreement index ((3 max - n) / 2n over the roll calls that count) of groups of
 * voters, of which `holders` holds a row each: `holders[group * runs.length + place]` fills a
 * place. NaN where too few roll calls count. Plain twin of the compiled kernel.
 */
export function groupMeans(
  { cells, voters, rollCalls }: CellRows,
  runs: readonly Runs[],
  holders: Int32Array,
  { fewestVotes, fewestRollCalls }: MeanRule,
): Float64Array {
  const means = new Float64Array(runs.length === 0 ? 0 : holders.length / runs.length);
  const counts = new Int32Array(rollCalls.length);
  for (let group = 0; group < means.length; group++) {
    counts.fill(0);
    runs.forEach((stretches, place) => {
      const holder = holders[group * runs.length + place] as number;
      for (let r = 0; r < stretches.length; r += 2) {
        const end = stretches[r + 1] as number;
        for (let position = stretches[r] as number; position < end; position++) {
          const cell = cells[(rollCalls[position] as number) * voters + holder] as number;
          counts[position] = (counts[position] as number) + (WEIGHTS[cell] as number);
        }
      }
    });
    let sum = 0;
    let counted = 0;
    for (const word of counts) {
      const yes = word & MASK;
      const no = (word >> BITS) & MASK;
      const abstain = word >> (2 * BITS);
      const cast = yes + no + abstain;
      if (cast < fewestVotes) continue;
      sum += (3 * Math.max(yes, no, abstain) - cast) / (2 * cast);
      counted += 1;
    }
    means[group] = counted < fewestRollCalls ? Number.NaN : sum / counted;
  }
  return means;
}
