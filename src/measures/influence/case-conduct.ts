import type { Case } from "../../record/case.ts";
import type { StateKey } from "../../states/state.ts";
import { type ShareBounds, troopShare } from "./troop-share.ts";

/** How a member stood to what an organisation decided in a case. */
export type DecisionStance = "with" | "aside" | "against" | "alone" | "not-seen";

/** One member's part in a case. */
export interface CaseConduct {
  readonly item: Case;
  /** Of those sent; null where nobody is known to have been. */
  readonly troops: ShareBounds | null;
  /** Whether it held the command; null where the commander is unknown or nobody was sent. */
  readonly command: boolean | null;
  /** Null where nothing was decided. */
  readonly decision: DecisionStance | null;
}

const WITH = new Set(["contributed", "supported"]);

/** Who is seen to have decided: the states and organs of decisions that were not refusals. */
function deciders({ events }: Case): readonly string[] {
  return events.filter(({ type }) => type === "decision").flatMap(({ actors }) => actors);
}

/**
 * How a member stood to the decision of a case: alone where it alone is seen to have decided,
 * else by its stance, with (contributed or supported), aside (abstained) or against
 * (dissented). Null where no decision is on record; `not-seen` where its stance is not.
 */
export function decisionStance(item: Case, state: StateKey): DecisionStance | null {
  const by = deciders(item);
  if (by.length === 0) return null;
  if (by.every((actor) => actor === state)) return "alone";
  const stance = item.stances.find((row) => row.state === state)?.stance;
  if (stance !== undefined && WITH.has(stance)) return "with";
  if (stance === "abstained") return "aside";
  if (stance === "dissented") return "against";
  return by.includes(state) ? "with" : "not-seen";
}

/** A member's part in a case: troops, command, decision. */
export function caseConduct(item: Case, state: StateKey): CaseConduct {
  return {
    item,
    troops: troopShare(item, state),
    command: item.command?.state == null ? null : item.command.state === state,
    decision: decisionStance(item, state),
  };
}
