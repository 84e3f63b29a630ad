import type { Random } from "../kernels/random.ts";
import type { StateKey } from "../states/state.ts";
import type { Covariates } from "./covariates.ts";

/** One member that is asked, as a model of stances sees it. */
export interface AskedMember {
  readonly state: StateKey;
  readonly organisation: string;
  readonly covariates: Covariates;
}

/** Probabilities of the four stances of one member; they add up to 1. */
export interface StanceShares {
  readonly contributed: number;
  readonly supported: number;
  readonly abstained: number;
  readonly dissented: number;
}

/** Draws what each member is likely to do, call by call. */
export interface StanceSampler {
  /** Fills in the chances of one call: in favour, means of its own if so, abstaining if not. */
  readonly next: (favour: Float64Array, means: Float64Array, abstaining: Float64Array) => void;
}

/** A model of stances that can be simulated from and scored. */
export interface StanceModel {
  /**
   * A sampler for some members with one draw of the model's parameters; what all members of a call
   * share is drawn anew at each call.
   */
  readonly sampler: (
    members: readonly AskedMember[],
    random: Random,
    normal: () => number,
  ) => StanceSampler;
  /** The chances of one member's stance with everything unknown averaged out. */
  readonly shares: (member: AskedMember) => StanceShares;
}
