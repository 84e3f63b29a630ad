/** The constants of the forecast. */
export interface ForecastSettings {
  /** Sessions of votes that positions are estimated from, the one of the day included. */
  readonly window: number;
  /** Variance of a position's change from one session to the next. */
  readonly evolution: number;
  /** Of the variance of a vote's propensity at a given position, what a state keeps on a text. */
  readonly kept: number;
  /** Correlation of that part from one session to the next. */
  readonly persistence: number;
  /** Variance by which a repeated text's cut points move from one vote to the next. */
  readonly drift: number;
  /** The same two, where the forerunner is a related vote and not the same text. */
  readonly keptRelated: number;
  readonly driftRelated: number;
  /** Most forerunners used. */
  readonly forerunners: number;
  /** Sessions of new texts that a text without forerunner is taken to be drawn from. */
  readonly reference: number;
  /** Weight of the state's own shares in a forecast from related votes, from new texts. */
  readonly ownRelated: number;
  readonly ownNew: number;
  /** The same, where the others' votes are given. */
  readonly ownGiven: number;
  /** Weight of the persistence base rate in the forecast of a repeated text. */
  readonly lastText: number;
  /** Weight of the state's own shares in the persistence base rate. */
  readonly ownPersistence: number;
}

/** First day of which a roll call is forecast: the constants were chosen on votes before it. */
export const FIRST_FORECAST_DAY = "2014-01-01";

/**
 * The constants in use: the best of a few dozen tried by log loss on roll calls of 2004 to 2013
 * (for related votes, which are few, of 1990 to 2013), so that no roll call from 2014 on has
 * had a part in them.
 */
export const FORECAST_SETTINGS: ForecastSettings = {
  window: 10,
  evolution: 0.005,
  kept: 0.95,
  persistence: 0.99,
  drift: 0.02,
  keptRelated: 0.8,
  driftRelated: 0.2,
  forerunners: 4,
  reference: 10,
  ownRelated: 0.1,
  ownNew: 0.4,
  ownGiven: 0.05,
  lastText: 0.4,
  ownPersistence: 0.1,
};
