import type { StateKey } from "../../states/state.ts";
import type { AskedMember, StanceModel } from "../stance-model.ts";
import {
  type BargainedStances,
  bargainStances,
  favourOf,
  movedShares,
} from "./bargain-stances.ts";

/** A model of stances whose members bargain before they answer. */
export interface BargainedModel extends StanceModel {
  readonly stances: BargainedStances;
}

const logit = (chance: number): number => Math.log(chance / (1 - chance));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * A model of stances in which the members of one call press each other before they answer: the
 * chances to be in favour of another model, the parameters averaged out, are the positions that
 * they bargain from (`bargainStances`), and what bargaining adds to a member's log odds is added at
 * every draw. Means and abstention stay those of the other model, whose uncertainty is carried;
 * bargaining itself is deterministic and adds none.
 */
export function bargainedModel(
  base: StanceModel,
  members: readonly AskedMember[],
  appellants: readonly StateKey[],
  weights: ReadonlyMap<StateKey, number> | null = null,
): BargainedModel {
  const stances = bargainStances(
    members.map((member) => ({ state: member.state, favour: favourOf(base.shares(member)) })),
    appellants,
    weights,
  );
  const { before, after } = stances;
  const shiftOf = (state: StateKey): number => {
    const [was, is] = [before.get(state), after.get(state)];
    return was === undefined || is === undefined ? 0 : logit(is) - logit(was);
  };
  return {
    stances,
    sampler: (asked, random, normal) => {
      const sampler = base.sampler(asked, random, normal);
      const shifts = asked.map(({ state }) => shiftOf(state));
      return {
        next: (favour, means, abstaining) => {
          sampler.next(favour, means, abstaining);
          for (let i = 0; i < shifts.length; i += 1) {
            const chance = favour[i]!;
            if (chance > 0 && chance < 1) favour[i] = logistic(logit(chance) + shifts[i]!);
          }
        },
      };
    },
    shares: (member) => {
      const shares = base.shares(member);
      const moved = after.get(member.state);
      return moved === undefined ? shares : movedShares(shares, moved);
    },
  };
}
