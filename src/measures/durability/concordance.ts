import { UsageError } from "../../errors.ts";
import { normalSpan } from "../positions/normal-span.ts";
import { checkRows, type SurvivalRows } from "./survival-rows.ts";
import { tiedTimes } from "./tied-times.ts";

/** How well a score orders who ends first. */
export interface Concordance {
  /** Share of the comparable pairs that the score orders right; tied scores count half. */
  readonly value: number;
  readonly concordant: number;
  readonly discordant: number;
  /** Pairs with one score for both. */
  readonly tied: number;
  /** Standard error by the infinitesimal jackknife. */
  readonly error: number;
  readonly lower: number;
  readonly upper: number;
}

/** Options of `concordance`. */
export interface ConcordanceOptions {
  readonly level?: number;
  /** Only pairs within a stratum are compared. */
  readonly strata?: Int32Array | null;
  /** Rows of one cluster are taken out together for the error. */
  readonly cluster?: Int32Array | null;
}

/**
 * Harrell's concordance of a risk score with the order of events: over pairs of a row whose event
 * came and a row still at risk then (start < t, and lasting longer), the share in which the first
 * has the higher score. In [0, 1]; one half is chance. Harrell, Lee and Mark (1996); error as in
 * Therneau and Atkinson's concordance vignette. The interval is value +- span * error, cut to
 * [0, 1]. A higher score means an earlier event. Cost: events times rows.
 *
 * @throws UsageError where no pair can be compared.
 */
export function concordance(
  rows: SurvivalRows,
  scores: ArrayLike<number>,
  { level = 0.95, strata = null, cluster = null }: ConcordanceOptions = {},
): Concordance {
  checkRows(rows);
  const n = rows.stop.length;
  if (scores.length !== n) throw new UsageError(`${scores.length} scores for ${n} rows.`);
  const { start, stop } = tiedTimes(rows.start, rows.stop);
  const right = new Float64Array(n);
  const wrong = new Float64Array(n);
  const even = new Float64Array(n);
  const totals = { concordant: 0, discordant: 0, tied: 0 };
  for (let i = 0; i < n; i += 1) {
    if (rows.event[i] === 0) continue;
    const [place, score] = [stop[i]!, scores[i]!];
    for (let j = 0; j < n; j += 1) {
      // A censoring at the time of an event comes after it; two events at one time are no pair.
      const later = stop[j]! > place || (stop[j] === place && rows.event[j] === 0);
      if (!later || start[j]! >= place || (strata !== null && strata[i] !== strata[j]))
        continue;
      const gap = score - scores[j]!;
      const column = gap > 0 ? right : gap < 0 ? wrong : even;
      column[i]! += 1;
      column[j]! += 1;
      if (gap > 0) totals.concordant += 1;
      else if (gap < 0) totals.discordant += 1;
      else totals.tied += 1;
    }
  }
  const pairs = totals.concordant + totals.discordant + totals.tied;
  if (pairs === 0)
    throw new UsageError("no two rows can be compared: no event before another row's end.");
  const value = (totals.concordant + totals.tied / 2) / pairs;
  const parts = new Map<number, number>();
  for (let i = 0; i < n; i += 1) {
    const own = right[i]! + even[i]! / 2 - value * (right[i]! + wrong[i]! + even[i]!);
    const group = cluster?.[i] ?? i;
    parts.set(group, (parts.get(group) ?? 0) + own / pairs);
  }
  let squares = 0;
  for (const part of parts.values()) squares += part * part;
  const error = Math.sqrt(squares);
  const half = normalSpan(level) * error;
  return {
    value,
    ...totals,
    error,
    lower: Math.max(0, value - half),
    upper: Math.min(1, value + half),
  };
}
