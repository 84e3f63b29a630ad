import type { VoteRecord } from "../../record/votes.ts";
import { CONVENTIONS, type ConventionName } from "./conventions.ts";
import { countedRollCalls } from "./counted-roll-calls.ts";
import { jointCell } from "./joint-cell.ts";

/** Joint votes of some dyads, summed by family of resolutions; families alike are one group. */
export interface FamilyTables {
  /** Roll calls on which at least one dyad voted jointly. */
  readonly rollCalls: number;
  /** Families among them. */
  readonly families: number;
  /** How many families have each distinct set of counts, most frequent first. */
  readonly sizes: readonly number[];
  /** Of each group, which entries (cell x dyads + dyad) are not zero, and their counts. */
  readonly cells: readonly Uint32Array[];
  readonly counts: readonly Uint32Array[];
}

/** A family number for each roll call of the record, by index. */
export type FamilyOf = (rollCall: number) => number;

/**
 * The joint votes of the dyads by family. Families in which no dyad voted jointly are left out:
 * what is resampled later is what was observed.
 */
export function familyTables(
  votes: VoteRecord,
  dyads: readonly (readonly [number, number])[],
  rollCalls: readonly number[],
  convention: ConventionName,
  familyOf: FamilyOf,
): FamilyTables {
  const rule = CONVENTIONS[convention];
  const byFamily = new Map<number, number[]>();
  let counted = 0;
  for (const index of countedRollCalls(votes, rollCalls, rule)) {
    const hits: number[] = [];
    for (let d = 0; d < dyads.length; d++) {
      const [a, b] = dyads[d] as readonly [number, number];
      const cell = jointCell(votes, index, a, b, rule);
      if (cell >= 0) hits.push(cell * dyads.length + d);
    }
    if (hits.length === 0) continue;
    counted += 1;
    const family = familyOf(index);
    const earlier = byFamily.get(family);
    if (earlier === undefined) byFamily.set(family, hits);
    else for (const hit of hits) earlier.push(hit);
  }
  const groups = new Map<string, { size: number; readonly hits: readonly number[] }>();
  for (const hits of byFamily.values()) {
    const key = hits.length === 1 ? String(hits[0]) : hits.sort((x, y) => x - y).join(",");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { size: 1, hits });
    else group.size += 1;
  }
  const sorted = [...groups.values()].sort((x, y) => y.size - x.size);
  const tallies = sorted.map(({ hits }) => tally(hits));
  return {
    rollCalls: counted,
    families: byFamily.size,
    sizes: sorted.map((group) => group.size),
    cells: tallies.map((pair) => pair.cells),
    counts: tallies.map((pair) => pair.counts),
  };
}

/** Distinct values of a sorted list, and how often each occurs. */
function tally(hits: readonly number[]): { cells: Uint32Array; counts: Uint32Array } {
  const cells: number[] = [];
  const counts: number[] = [];
  for (const hit of hits) {
    if (cells.at(-1) === hit) counts[counts.length - 1] = (counts.at(-1) as number) + 1;
    else {
      cells.push(hit);
      counts.push(1);
    }
  }
  return { cells: Uint32Array.from(cells), counts: Uint32Array.from(counts) };
}
