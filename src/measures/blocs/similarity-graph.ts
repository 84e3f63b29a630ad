import type { SimilarityKernels } from "../../kernels/similarity-kernels.ts";
import { CONVENTIONS, type ConventionName } from "../alignment/conventions.ts";

/** A pair of states is linked from this many joint votes on. */
const FEWEST_JOINT = 10;

/** Votes as cells, one column a voter. */
interface Cells {
  readonly cells: Uint8Array;
  readonly voters: ArrayLike<unknown>;
}

/**
 * The graph of chance-corrected similarity: between two states with ten joint votes or more a
 * link that weighs their kappa where it is above 0, else none. Kappa is the chance correction of
 * the graph: on raw agreement all states are linked about alike and no division stands out. Fills
 * and returns `weights`, a symmetric matrix over `voters` (columns of the record, ascending) with
 * a zero diagonal; a roll call listed twice counts twice. Kappa: Häge 2011,
 * doi:10.1093/pan/mpr023.
 */
export function similarityGraph(
  votes: Cells,
  voters: ArrayLike<number>,
  rollCalls: ArrayLike<number>,
  convention: ConventionName,
  kernels: SimilarityKernels,
  weights: Float64Array = new Float64Array(voters.length * voters.length),
): Float64Array {
  const size = voters.length;
  const place = new Int32Array(votes.voters.length).fill(-1);
  for (let i = 0; i < size; i += 1) place[voters[i]!] = i;
  const rule = CONVENTIONS[convention];
  const masks = kernels.voteMasks(votes.cells, votes.voters.length, rollCalls, rule);
  const { n, kappa } = kernels.dyadSimilarity(masks);
  weights.fill(0);
  const present = masks.voters;
  for (let i = 0, row = 0; i < present.length; i += 1) {
    const a = place[present[i]!]!;
    for (let j = i + 1; j < present.length; j += 1, row += 1) {
      const b = place[present[j]!]!;
      const value = kappa[row]!;
      if (a < 0 || b < 0 || n[row]! < FEWEST_JOINT || !(value > 0)) continue;
      weights[a * size + b] = value;
      weights[b * size + a] = value;
    }
  }
  return weights;
}

/** The voters who cast a counted vote on ten of the roll calls or more, ascending. */
export function placedVoters(
  votes: Cells,
  rollCalls: ArrayLike<number>,
  convention: ConventionName,
): Uint16Array {
  const width = votes.voters.length;
  const cast = new Uint32Array(width);
  const last = CONVENTIONS[convention].absentAsAbstain ? 4 : 3;
  for (let r = 0; r < rollCalls.length; r += 1) {
    const from = rollCalls[r]! * width;
    for (let voter = 0; voter < width; voter += 1) {
      const cell = votes.cells[from + voter]!;
      if (cell >= 1 && cell <= last) cast[voter] = cast[voter]! + 1;
    }
  }
  return Uint16Array.from(cast.keys()).filter((voter) => cast[voter]! >= FEWEST_JOINT);
}
