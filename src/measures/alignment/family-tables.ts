import type { DyadEntries } from "../../kernels/resampled-counts.ts";
import type { VoteRecord } from "../../record/votes.ts";
import { CONVENTIONS, type ConventionName } from "./conventions.ts";
import { countedRollCalls } from "./counted-roll-calls.ts";
import { jointCell } from "./joint-cell.ts";

/** Joint votes of dyads by family of resolutions; families alike in all dyads are one group. */
export interface FamilyTables {
  /** Roll calls on which at least one dyad voted jointly. */
  readonly rollCalls: number;
  /** Families among them. */
  readonly families: number;
  /** How many families each group has, largest first. */
  readonly sizes: readonly number[];
  readonly dyads: readonly DyadEntries[];
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
    const family = familyOf(index);
    let hits = byFamily.get(family);
    const before = hits?.length ?? 0;
    for (let d = 0; d < dyads.length; d++) {
      const [a, b] = dyads[d] as readonly [number, number];
      const cell = jointCell(votes, index, a, b, rule);
      if (cell < 0) continue;
      if (hits === undefined) byFamily.set(family, (hits = []));
      hits.push(9 * d + cell);
    }
    if (hits !== undefined && hits.length > before) counted += 1;
  }
  const groups = new Map<string, { size: number; readonly hits: readonly number[] }>();
  for (const hits of byFamily.values()) {
    const key = hits.length === 1 ? String(hits[0]) : hits.sort((x, y) => x - y).join(",");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { size: 1, hits });
    else group.size += 1;
  }
  const sorted = [...groups.values()].sort((x, y) => y.size - x.size);
  return {
    rollCalls: counted,
    families: byFamily.size,
    sizes: sorted.map((group) => group.size),
    dyads: entriesOf(
      sorted.map(({ hits }) => hits),
      dyads.length,
    ),
  };
}

/** The entries of each dyad from the hits (9 x dyad + cell, sorted) of each group. */
function entriesOf(groups: readonly (readonly number[])[], dyads: number): DyadEntries[] {
  const entries = Array.from({ length: dyads }, () => ({
    group: [] as number[],
    cell: [] as number[],
    count: [] as number[],
  }));
  groups.forEach((hits, group) => {
    for (let from = 0, to = 0; from < hits.length; from = to) {
      const hit = hits[from] as number;
      while (hits[to] === hit) to += 1;
      const entry = entries[Math.trunc(hit / 9)];
      entry?.group.push(group);
      entry?.cell.push(hit % 9);
      entry?.count.push(to - from);
    }
  });
  return entries;
}
