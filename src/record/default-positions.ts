/** Where voters stand, as a record ships it: rows in the order of voter, then session. */
export interface DefaultPositions {
  /** Indices into the record's voters, and sessions. */
  readonly voter: readonly number[];
  readonly session: readonly number[];
  readonly position: readonly number[];
  readonly se: readonly number[];
  readonly n: readonly number[];
  /** By the same rows, from the votes up to the session alone; absent in older records. */
  readonly filtered?: {
    readonly position: readonly number[];
    readonly se: readonly number[];
    /** Variance of the walk that the filter found likeliest. */
    readonly evolution: number;
  };
  /** The rcid of a roll call of each fitted item, its discrimination, and its two cut points. */
  readonly items: readonly {
    readonly rcids: readonly number[];
    readonly categories: readonly number[];
    readonly discrimination: number;
    readonly cutPoints: readonly number[];
  }[];
  readonly evolution: number;
  readonly passes: number;
  readonly converged: boolean;
  readonly votes: number;
}
