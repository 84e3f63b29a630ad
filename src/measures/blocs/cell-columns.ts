import type { CellColumns } from "../../kernels/kappa-links.ts";
import { CONVENTIONS, type ConventionName } from "../alignment/conventions.ts";

/** Votes as cells, row by row, one column a voter. */
export interface Cells {
  readonly cells: Uint8Array;
  readonly voters: ArrayLike<unknown>;
}

/** The cells of some voters (columns of the record) on some roll calls, voter by voter. */
export function cellColumns(
  votes: Cells,
  voters: ArrayLike<number>,
  rollCalls: ArrayLike<number>,
): CellColumns {
  const [width, length] = [votes.voters.length, rollCalls.length];
  const cells = new Uint8Array(voters.length * length);
  for (let place = 0; place < length; place += 1) {
    const row = rollCalls[place]! * width;
    for (let v = 0; v < voters.length; v += 1) {
      cells[v * length + place] = votes.cells[row + voters[v]!]!;
    }
  }
  return { cells, voters: voters.length, length };
}

/**
 * Whether the roll call at each place counts by a convention: all do, but where the unanimous are
 * dropped those on which all votes (yes, abstain, no) in the columns are alike.
 */
export function countedPlaces(
  { cells, voters, length }: CellColumns,
  convention: ConventionName,
): readonly boolean[] {
  const { dropUnanimous } = CONVENTIONS[convention];
  return Array.from({ length }, (_, place) => {
    if (!dropUnanimous) return true;
    let seen = 0;
    for (let v = 0; v < voters; v += 1) seen |= 1 << cells[v * length + place]!;
    seen &= 0b1110;
    return (seen & (seen - 1)) !== 0;
  });
}
