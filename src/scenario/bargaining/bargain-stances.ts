import type { StateKey } from "../../states/state.ts";
import type { StanceShares } from "../stance-model.ts";
import type { Capability } from "./capability.ts";
import { spatialModel } from "./spatial-model.ts";
import { SPATIAL_DEFAULTS } from "./spatial-options.ts";
import type { BargainingPath, Stakeholder } from "./stakeholder.ts";

/** Members' stances before and after they pressed each other. */
export interface BargainedStances {
  readonly capability: Capability;
  /** The members asked, then the appellants. */
  readonly stakeholders: readonly Stakeholder[];
  readonly path: BargainingPath;
  /** The chance of each member to be in favour, before and after. */
  readonly before: ReadonlyMap<StateKey, number>;
  readonly after: ReadonlyMap<StateKey, number>;
}

/** Positions are kept to so many parts of the scale, as the spatial model keeps them. */
const PARTS = 10_000;

/** A chance is kept half a part from 0 and 1. */
const EDGE = 0.5 / PARTS;

/**
 * A chance as a position. Whom somebody challenges can turn on the last bit, and engines differ in
 * it: only what is stated anyway decides.
 */
const positionOf = (chance: number): number =>
  Math.min(1 - EDGE, Math.max(EDGE, Math.round(chance * PARTS) / PARTS));

/** The chance of a stance in favour. */
export const favourOf = ({ contributed, supported }: StanceShares): number =>
  contributed + supported;

/**
 * Lets the members of one call bargain by the spatial model, at its defaults. The issue is how far
 * to go for the appellant, from 0 to 1. A member stands at its chance to be in favour, as a model of
 * stances has it; the appellants stand at 1, where their call puts them; the position at the end is
 * read as a chance again. Capability is that of `weights`, equal where it is null; salience is equal,
 * since no table of it ships.
 */
export function bargainStances(
  members: readonly { readonly state: StateKey; readonly favour: number }[],
  appellants: readonly StateKey[],
  weights: ReadonlyMap<StateKey, number> | null = null,
): BargainedStances {
  const capability = weights === null ? "equal" : "means";
  const at = (state: StateKey, position: number): Stakeholder => ({
    id: state,
    position,
    capability: weights?.get(state) ?? 1,
    salience: 1,
  });
  const stakeholders = [
    ...members.map(({ state, favour }) => at(state, positionOf(favour))),
    ...appellants.map((state) => at(state, 1)),
  ];
  const before = new Map(members.map(({ state, favour }) => [state, positionOf(favour)]));
  if (stakeholders.length < 2) {
    return {
      capability,
      stakeholders,
      path: { turns: [], stopped: "quiet" },
      before,
      after: before,
    };
  }
  const path = spatialModel(stakeholders, SPATIAL_DEFAULTS, { low: 0, high: 1 });
  const end = path.turns.at(-1)!.positions;
  return {
    capability,
    stakeholders,
    path,
    before,
    after: new Map(members.map(({ state }, k) => [state, positionOf(end[k]!)])),
  };
}

/** Shares of the stances with the chance of being in favour moved, the rest in proportion. */
export function movedShares(shares: StanceShares, favour: number): StanceShares {
  const was = favourOf(shares);
  const [up, down] = [favour / was, (1 - favour) / (1 - was)];
  return {
    contributed: shares.contributed * up,
    supported: shares.supported * up,
    abstained: shares.abstained * down,
    dissented: shares.dissented * down,
  };
}
