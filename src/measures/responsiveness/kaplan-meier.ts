/** How many spells had lasted so long when they ended or were last seen. */
export interface DurationCount {
  readonly duration: number;
  readonly ended: number;
  readonly censored: number;
}

/** A step of the survival curve. */
export interface SurvivalStep {
  readonly duration: number;
  readonly atRisk: number;
  readonly ended: number;
  /** Share still going on after this duration. */
  readonly survival: number;
  /** Interval by Greenwood's variance on the log-log scale; null where survival is 0 or 1. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Three answers to "how long do they last?", which differ where some still go on. */
export interface DurationSummary {
  readonly n: number;
  readonly ended: number;
  readonly censored: number;
  /** Of the ended only: short, since the longest are still going on. */
  readonly meanOfEnded: number | null;
  readonly medianOfEnded: number | null;
  /** Kaplan-Meier median over ended and ongoing, and its interval; null where not reached. */
  readonly median: number | null;
  readonly medianLower: number | null;
  readonly medianUpper: number | null;
  readonly steps: readonly SurvivalStep[];
}

const Z: Readonly<Record<string, number>> = {
  "0.9": 1.6448536269514722,
  "0.95": 1.959963984540054,
};

/** The median of a list of counted values in ascending order. */
function medianOf(counts: readonly DurationCount[], total: number): number | null {
  if (total === 0) return null;
  const at = (place: number): number => {
    let seen = 0;
    for (const { duration, ended } of counts) {
      seen += ended;
      if (seen > place) return duration;
    }
    return counts.at(-1)!.duration;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}

/** The first duration at which a curve is at or below one half. */
function crossing(
  steps: readonly SurvivalStep[],
  value: (step: SurvivalStep) => number | null,
): number | null {
  return steps.find((step) => (value(step) ?? 1) <= 0.5)?.duration ?? null;
}

/**
 * How long spells last: mean and median of those that ended, and the product-limit estimate over
 * all (Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452) with Greenwood's variance and
 * log-log limits. Spells still going on are censored. `level` is 0.9 or 0.95.
 */
export function kaplanMeier(
  counts: readonly DurationCount[],
  level: "0.9" | "0.95" = "0.95",
): DurationSummary {
  const sorted = counts.toSorted((a, b) => a.duration - b.duration);
  const ended = sorted.reduce((sum, row) => sum + row.ended, 0);
  const censored = sorted.reduce((sum, row) => sum + row.censored, 0);
  const z = Z[level]!;
  const steps: SurvivalStep[] = [];
  let atRisk = ended + censored;
  let survival = 1;
  let greenwood = 0;
  for (const row of sorted) {
    if (row.ended > 0) {
      survival *= 1 - row.ended / atRisk;
      greenwood += row.ended / (atRisk * (atRisk - row.ended));
      const inner = survival > 0 && survival < 1;
      const spread = inner ? Math.exp((z * Math.sqrt(greenwood)) / Math.log(survival)) : 1;
      steps.push({
        duration: row.duration,
        atRisk,
        ended: row.ended,
        survival,
        // S^(1/spread) and S^spread, written with exp and log.
        lower: inner ? Math.exp(Math.log(survival) / spread) : null,
        upper: inner ? Math.exp(Math.log(survival) * spread) : null,
      });
    }
    atRisk -= row.ended + row.censored;
  }
  const sum = sorted.reduce((total, row) => total + row.duration * row.ended, 0);
  return {
    n: ended + censored,
    ended,
    censored,
    meanOfEnded: ended === 0 ? null : sum / ended,
    medianOfEnded: medianOf(sorted, ended),
    median: crossing(steps, (step) => step.survival),
    medianLower: crossing(steps, ({ lower, survival: s }) => lower ?? s),
    medianUpper: crossing(steps, ({ upper, survival: s }) => upper ?? (s === 0 ? 1 : s)),
    steps,
  };
}
