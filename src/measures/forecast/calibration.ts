import type { VoteShares } from "./base-rates.ts";
import type { CastVote } from "./roll-call-forecast.ts";

/** One bin of forecast probabilities. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  /** Probabilities in the bin: three a vote. */
  readonly n: number;
  /** Their mean, and the share of them whose vote was cast; null in an empty bin. */
  readonly forecast: number | null;
  readonly observed: number | null;
}

/**
 * Calibration in ten bins of equal width: of all probabilities given (to yes, abstain and no of
 * every vote cast), how often that vote was cast. Calibrated where observed equals forecast
 * (Murphy and Winkler 1977, doi:10.2307/2346866).
 */
export function calibration(
  forecasts: readonly { readonly shares: VoteShares; readonly cast: CastVote }[],
): readonly CalibrationBin[] {
  const sums = Array.from({ length: 10 }, () => ({ n: 0, forecast: 0, observed: 0 }));
  for (const { shares, cast } of forecasts) {
    for (const [k, share] of shares.entries()) {
      const bin = sums[Math.min(9, Math.floor(share * 10))] as (typeof sums)[number];
      bin.n += 1;
      bin.forecast += share;
      if (k + 1 === cast) bin.observed += 1;
    }
  }
  return sums.map(({ n, forecast, observed }, i) => ({
    from: i / 10,
    to: (i + 1) / 10,
    n,
    forecast: n === 0 ? null : forecast / n,
    observed: n === 0 ? null : observed / n,
  }));
}
