import { dyadTables } from "./dyad-tables.ts";
import { similarityIndices } from "./similarity-indices.ts";
import { voteMasks } from "./vote-masks.ts";

/** Votes with those of one voter together: `cells[voter * length + place]`, coded as in masks. */
export interface CellColumns {
  readonly cells: Uint8Array;
  readonly voters: number;
  /** Places: cells of one voter. */
  readonly length: number;
}

/** Which pairs are linked. */
export interface LinkRule {
  /** Absence (code 4) is read as an abstention; otherwise the cell does not count. */
  readonly absentAsAbstain: boolean;
  /** Joint votes from which on a pair is linked; 1 or more. */
  readonly fewest: number;
}

/**
 * The kappa of every pair of voters over the cells at `places` (one listed twice counts twice),
 * where it is above 0 and rests on enough joint votes, else 0: fills and returns `links`, a
 * symmetric matrix with a zero diagonal; plain twin of the compiled kernel.
 */
export function kappaLinks(
  { cells, voters, length }: CellColumns,
  places: ArrayLike<number>,
  { absentAsAbstain, fewest }: LinkRule,
  links: Float64Array,
): Float64Array {
  const rows = new Uint8Array(places.length * voters);
  for (let r = 0; r < places.length; r++) {
    for (let v = 0; v < voters; v++) {
      rows[r * voters + v] = cells[v * length + (places[r] as number)] as number;
    }
  }
  const every = Int32Array.from({ length: places.length }, (_, row) => row);
  const masks = voteMasks(rows, voters, every, { absentAsAbstain, dropUnanimous: false });
  const { n, kappa } = similarityIndices(dyadTables(masks));
  links.fill(0);
  let pair = 0;
  for (let i = 0; i < masks.voters.length; i++) {
    const a = masks.voters[i] as number;
    for (let j = i + 1; j < masks.voters.length; j++, pair++) {
      const b = masks.voters[j] as number;
      const value = kappa[pair] as number;
      if ((n[pair] as number) < fewest || !(value > 0)) continue;
      links[a * voters + b] = value;
      links[b * voters + a] = value;
    }
  }
  return links;
}
