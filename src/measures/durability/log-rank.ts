import { UsageError } from "../../errors.ts";
import { chiSquareTail } from "./chi-square-tail.ts";
import { cholesky, solveWith } from "./cholesky.ts";
import { checkRows, type SurvivalRows } from "./survival-rows.ts";
import { tiedTimes } from "./tied-times.ts";

/** A test of equal hazards. */
export interface LogRank {
  /** By group: rows, events seen, and events expected if all had one hazard. */
  readonly groups: readonly {
    readonly n: number;
    readonly observed: number;
    readonly expected: number;
  }[];
  readonly chiSquare: number;
  readonly degrees: number;
  readonly p: number;
}

/**
 * The log-rank test: in each group, events seen less those expected from the share at risk at
 * each time, over their hypergeometric variance; chi-square on groups - 1 degrees of freedom.
 * Mantel (1966), Peto and Peto (1972, doi:10.2307/2344317). Within strata where given. Rows at
 * risk on (start, stop]. `group` numbers the groups from 0. It assumes independent rows; its
 * chi-square needs some five events a group.
 *
 * @throws UsageError for fewer than two groups, or a group never at risk beside another.
 */
export function logRank(
  rows: SurvivalRows,
  group: Int32Array,
  strata: Int32Array | null = null,
): LogRank {
  checkRows(rows);
  const kinds = group.reduce((most, g) => Math.max(most, g + 1), 0);
  if (group.length !== rows.stop.length || kinds < 2) {
    throw new UsageError(`${kinds} groups over ${group.length} rows; two or more are needed.`);
  }
  const { times, start, stop } = tiedTimes(rows.start, rows.stop);
  const observed = new Float64Array(kinds);
  const expected = new Float64Array(kinds);
  const variance = new Float64Array(kinds * kinds);
  for (const stratum of new Set(strata ?? [0])) {
    const inside = Array.from(group.keys()).filter((i) => (strata?.[i] ?? 0) === stratum);
    const events = new Float64Array(times.length * kinds);
    const moves = new Float64Array((times.length + 1) * kinds);
    for (const i of inside) {
      if (rows.event[i] === 1) events[stop[i]! * kinds + group[i]!]! += 1;
      moves[(start[i]! + 1) * kinds + group[i]!]! += 1;
      moves[(stop[i]! + 1) * kinds + group[i]!]! -= 1;
    }
    const risk = new Float64Array(kinds);
    for (let place = 0; place < times.length; place += 1) {
      let all = 0;
      let died = 0;
      for (let g = 0; g < kinds; g += 1) {
        risk[g]! += moves[place * kinds + g]!;
        all += risk[g]!;
        died += events[place * kinds + g]!;
      }
      if (died === 0) continue;
      const spread = all > 1 ? (died * (all - died)) / (all - 1) : 0;
      for (let g = 0; g < kinds; g += 1) {
        const share = risk[g]! / all;
        observed[g]! += events[place * kinds + g]!;
        expected[g]! += died * share;
        for (let h = 0; h < kinds; h += 1) {
          const other = risk[h]! / all;
          variance[g * kinds + h]! += spread * share * ((g === h ? 1 : 0) - other);
        }
      }
    }
  }
  const degrees = kinds - 1;
  const inner = new Float64Array(degrees * degrees);
  for (let g = 0; g < degrees; g += 1) {
    for (let h = 0; h < degrees; h += 1) inner[g * degrees + h] = variance[g * kinds + h]!;
  }
  const excess = Float64Array.from({ length: degrees }, (_, g) => observed[g]! - expected[g]!);
  const { factor, dependent } = cholesky(inner, degrees);
  if (dependent !== null) {
    throw new UsageError(
      `group ${dependent} cannot be compared: it is never at risk beside another.`,
    );
  }
  const solved = solveWith(factor, excess);
  const chiSquare = solved.reduce((sum, value, g) => sum + value * excess[g]!, 0);
  return {
    groups: Array.from(observed, (seen, g) => ({
      n: group.reduce((sum, one) => sum + (one === g ? 1 : 0), 0),
      observed: seen,
      expected: expected[g]!,
    })),
    chiSquare,
    degrees,
    p: chiSquareTail(Math.max(0, chiSquare), degrees),
  };
}
