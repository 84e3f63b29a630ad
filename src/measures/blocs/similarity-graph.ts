import type { CellColumns } from "../../kernels/kappa-links.ts";
import type { SimilarityKernels } from "../../kernels/similarity-kernels.ts";
import { CONVENTIONS, type ConventionName } from "../alignment/conventions.ts";
import type { Cells } from "./cell-columns.ts";

/** A pair of states is linked from this many joint votes on. */
const FEWEST_JOINT = 10;

/**
 * The graph of chance-corrected similarity: between two states with ten joint votes or more a
 * link that weighs their kappa where it is above 0, else none. Kappa is the chance correction of
 * the graph: on raw agreement all states are linked about alike and no division stands out. Fills
 * and returns `weights`, a symmetric matrix over the voters of the columns with a zero diagonal;
 * `places` are those of the roll calls that count, and one listed twice counts twice. Kappa: Häge
 * 2011, doi:10.1093/pan/mpr023.
 */
export function similarityGraph(
  columns: CellColumns,
  places: ArrayLike<number>,
  convention: ConventionName,
  kernels: SimilarityKernels,
  weights: Float64Array = new Float64Array(columns.voters * columns.voters),
): Float64Array {
  const { absentAsAbstain } = CONVENTIONS[convention];
  const rule = { absentAsAbstain, fewest: FEWEST_JOINT };
  return kernels.kappaLinks(columns, places, rule, weights);
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
