import type { Lag } from "../../dates/lag.ts";
import type { LeaderSpell } from "../../record/leader-spell.ts";
import type { StateKey } from "../../states/state.ts";
import type { CaseDate } from "./case-events.ts";

/** How long the leader in office stayed after a day. */
export type LeaderTenure =
  | { readonly leader: string; readonly lag: Lag; readonly withheld: null }
  | { readonly leader: null; readonly lag: null; readonly withheld: string };

const withheld = (why: string): LeaderTenure => ({ leader: null, lag: null, withheld: why });

/**
 * The time in milliseconds, as an interval, from a call to the day on which the leader then in
 * office left it; open at the top for a leader still in office when the list was made. Withheld
 * where the list names no leader for the day, or ends before it, or where the dates allow for more
 * than one.
 */
export function leaderTenure(
  leaders: readonly LeaderSpell[],
  state: StateKey,
  call: CaseDate,
): LeaderTenure {
  const possible = leaders.filter(
    (spell) =>
      spell.state === state &&
      spell.start.earliest < call.latest &&
      (spell.end?.latest ?? Infinity) > call.earliest,
  );
  const [first] = possible;
  if (first === undefined) return withheld("no leader of the list was in office then");
  if (possible.length > 1) {
    return withheld("by their dates more than one leader may have been in office");
  }
  const { leader, end } = first;
  if (end === null) return withheld("the list does not say when the leader left");
  if (end.latest === Infinity && end.earliest < call.earliest) {
    return withheld("the list was made before the call");
  }
  const lag = {
    least: Math.max(0, end.earliest - call.latest),
    most: end.latest - call.earliest,
  };
  return { leader, lag, withheld: null };
}
