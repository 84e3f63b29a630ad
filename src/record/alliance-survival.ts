/** The rate of ends a year in a band of age, which ends where the next begins. */
export interface AgeHazard {
  /** Age in years. */
  readonly from: number;
  readonly rate: number;
  /** Variance of the rate for known coefficients. */
  readonly squared: number;
  /** The rate times the mean covariates of those at risk; empty without covariates. */
  readonly mean: readonly number[];
}

/** A proportional-hazards model as it is kept: coefficients, and rates by age. */
export interface KeptModel<Name extends string = string> {
  readonly names: readonly Name[];
  readonly coefficients: readonly number[];
  /** Of the coefficients, by rows. */
  readonly variance: readonly number[];
  /** Means of the covariates. */
  readonly means: readonly number[];
  readonly hazards: readonly AgeHazard[];
  /** The highest age that was seen. */
  readonly lastAge: number;
}

/** What a kept model was fitted on. */
interface FittedOn {
  /** Rows: parts of lives within a calendar year. */
  readonly years: number;
  readonly lives: number;
  readonly events: number;
}

/** A value with its limits. */
export interface Scored {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** How predictions of one horizon did, beside the base rate of the years that were fitted. */
export interface HorizonScore {
  readonly horizon: number;
  /** Predictions, and the lives that they are of. */
  readonly n: number;
  readonly lives: number;
  /** Predictions whose life ended within the horizon. */
  readonly ends: number;
  readonly brier: Scored;
  readonly base: Scored;
  /** Brier score less that of the base rate: below 0 the model did better. */
  readonly difference: Scored;
  /** The same less that of the share that lasted in the test itself, known by hindsight. */
  readonly hindsight: Scored;
}

/** One group of predictions, from the lowest predicted survival on. */
export interface CalibrationGroup {
  readonly horizon: number;
  readonly n: number;
  readonly predicted: number;
  readonly base: number;
  readonly observed: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A model fitted to one stretch of years and held against the next. */
export interface OutOfTime {
  readonly from: number;
  readonly to: number;
  readonly landmarks: readonly number[];
  readonly years: number;
  readonly lives: number;
  readonly events: number;
  readonly concordance: Scored;
  readonly horizons: readonly HorizonScore[];
  readonly calibration: readonly CalibrationGroup[];
}

/** A test with the fit that it is of. */
export interface SurvivalTest extends OutOfTime {
  /** Which ends count. */
  readonly ends: string;
  readonly names: readonly string[];
  readonly fit: FittedOn & {
    readonly from: number;
    readonly to: number;
    readonly coefficients: readonly number[];
    readonly errors: readonly number[];
  };
}

/** The model of how long alliances last, as it ships: estimates, none of the rows behind them. */
export interface AllianceSurvival {
  readonly sources: readonly string[];
  readonly estimated: string;
  readonly fitted: { readonly from: number; readonly to: number };
  readonly level: number;
  /** The fullest first. */
  readonly models: readonly (KeptModel &
    FittedOn & { readonly ranges: readonly (readonly [number, number])[] })[];
  /** Without covariates. */
  readonly base: KeptModel & FittedOn;
  /** The first is of the ends that the models are of. */
  readonly tests: readonly SurvivalTest[];
}
