/**
 * Votes for the position model: parallel columns, one row per vote cast. Voters, periods and
 * items are indices from 0; periods are equally spaced, a period without votes keeps its index.
 * An item is one roll call or several linked ones. Categories are ordered integers 1 to 7 (for
 * the Assembly 1 yes, 2 abstain, 3 no); an absence has no row.
 */
export interface PositionData {
  readonly voters: number;
  readonly periods: number;
  readonly items: number;
  readonly voter: Uint16Array;
  readonly period: Uint16Array;
  readonly item: Uint32Array;
  readonly category: Uint8Array;
}

/** Which way is up: `high` ends above `low`; without `low`, above the mean. */
export interface Anchors {
  readonly high: number;
  readonly low?: number;
}

/** How `fitPositions` fits. */
export interface PositionOptions {
  /**
   * Variance of a position's change from one period to the next, in units of the pooled
   * variance of positions; "estimate" (the default) takes the value that the votes make most
   * likely.
   */
  readonly evolution?: number | "estimate";
  /** Most Newton passes; default 60. */
  readonly maxPasses?: number;
  /**
   * Stops where no position, nor the log of the evolution variance, moves more; default 1e-4.
   */
  readonly stopAt?: number;
  /** Without anchors the longer tail of the positions is the high end. */
  readonly anchors?: Anchors;
  /** Level of the intervals; default 0.9. */
  readonly level?: number;
}

/**
 * Positions by voter and period, in the order of voter, then period, only where a vote counted.
 */
export interface PositionRows {
  readonly voter: Uint16Array;
  readonly period: Uint16Array;
  /** Standardised: mean 0 and standard deviation 1 over all rows. */
  readonly position: Float64Array;
  readonly se: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Votes on non-unanimous items. */
  readonly n: Uint32Array;
}

/** Items that entered the fit: those on which at least two categories were cast. */
export interface ItemRows {
  readonly item: Uint32Array;
  /** Categories seen, ascending, `categoryStart[j]` to `categoryStart[j + 1]`. */
  readonly category: Uint8Array;
  readonly categoryStart: Uint32Array;
  /** Positive where a high position makes a high category likely. */
  readonly discrimination: Float64Array;
  /** Cut points between the categories of item j, from `categoryStart[j] - j`. */
  readonly cutPoints: Float64Array;
}

/** What `fitPositions` found. */
export interface PositionFit {
  readonly rows: PositionRows;
  readonly items: ItemRows;
  /** Variance of the change from one period to the next. */
  readonly evolution: number;
  readonly level: number;
  /** Log-likelihood of the votes at the end. */
  readonly logLikelihood: number;
  /** Penalised log-likelihood after each pass. */
  readonly trace: readonly number[];
  /** Largest change of a position in the last pass. */
  readonly lastChange: number;
  readonly converged: boolean;
  readonly passes: number;
  /** Votes used: those on items that were not unanimous. */
  readonly votes: number;
}
