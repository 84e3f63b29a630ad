import {
  similarityIndices,
  type SimilarityName,
  type SimilarityTable,
} from "../../kernels/similarity-indices.ts";
import type { VoteRecord } from "../../record/votes.ts";
import { checkVoters } from "./check-indices.ts";
import { CONVENTIONS, type ConventionName } from "./conventions.ts";
import { countedRollCalls } from "./counted-roll-calls.ts";
import { jointCell } from "./joint-cell.ts";

/** What a value owes to one family of repeated texts. */
export interface FamilyInfluence {
  readonly family: number;
  /** Counted roll calls of the family, as indices of the record in their order. */
  readonly rollCalls: readonly number[];
  /** The value without the family; null where it is then undefined. */
  readonly without: number | null;
  /** The value less the value without the family; null where either is undefined. */
  readonly change: number | null;
}

/** Which value is explained, and under which convention the votes count. */
export interface InfluenceOptions {
  readonly measure: SimilarityName;
  readonly convention: ConventionName;
}

/** The families that moved the value most, first; ties by their first roll call. */
export function byInfluence(a: FamilyInfluence, b: FamilyInfluence): number {
  const size = (one: FamilyInfluence): number => Math.abs(one.change ?? 0);
  return size(b) - size(a) || (a.rollCalls[0] ?? 0) - (b.rollCalls[0] ?? 0);
}

function defined(table: SimilarityTable, name: SimilarityName, at: number): number | null {
  const value = table[name][at];
  return value === undefined || Number.isNaN(value) ? null : value;
}

/**
 * What each family of resolutions contributes to the similarity of two voters: value(all) less
 * value(all but the family), in units of the measure, from -2 to 2; the families that moved the
 * value most come first. Voters are columns of the record, roll calls indices. Deletion of a case
 * as a diagnostic: Belsley, Kuh and Welsch 1980, doi:10.1002/0471725153. A contribution is null
 * where the value is undefined with or without the family. Contributions do not sum to the value.
 */
export function influence(
  votes: VoteRecord,
  [a, b]: readonly [number, number],
  rollCalls: readonly number[],
  { measure, convention }: InfluenceOptions,
): readonly FamilyInfluence[] {
  checkVoters(votes, [a, b]);
  const rule = CONVENTIONS[convention];
  const families = new Map<number, { rollCalls: number[]; cells: number[] }>();
  const whole = Array.from({ length: 9 }, () => 0);
  for (const index of countedRollCalls(votes, rollCalls, rule)) {
    const cell = jointCell(votes, index, a, b, rule);
    if (cell < 0) continue;
    whole[cell] = whole[cell]! + 1;
    const family = votes.rollCalls[index]!.family;
    const held = families.get(family) ?? { rollCalls: [], cells: [] };
    held.rollCalls.push(index);
    held.cells.push(cell);
    families.set(family, held);
  }
  const list = [...families];
  // One table a column: first all roll calls, then all but each family.
  const size = list.length + 1;
  const counts = new Uint32Array(9 * size);
  for (let cell = 0; cell < 9; cell += 1)
    counts.fill(whole[cell]!, cell * size, (cell + 1) * size);
  for (const [i, [, { cells }]] of list.entries()) {
    for (const cell of cells) {
      const at = cell * size + i + 1;
      counts[at] = counts[at]! - 1;
    }
  }
  const table = similarityIndices(counts);
  const value = defined(table, measure, 0);
  return list
    .map(([family, { rollCalls: own }], i) => {
      const without = defined(table, measure, i + 1);
      const change = value === null || without === null ? null : value - without;
      return { family, rollCalls: own, without, change };
    })
    .sort(byInfluence);
}
