/** How many missions of the United Nations had lasted so many months when they ended or were last seen. */
export interface MissionDuration {
  readonly months: number;
  /** Missions that ended after so many months. */
  readonly ended: number;
  /** Missions still going on, after so many months, when the list was made. */
  readonly censored: number;
}
