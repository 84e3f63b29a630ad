import { dayOf } from "../../dates/day-of.ts";
import { DAY } from "../../dates/event-date.ts";
import { FEWEST_EXITS } from "../../measures/durability/spell-rates.ts";
import { clopperPearson } from "../../measures/statistics/clopper-pearson.ts";
import { holdsOn } from "../../record/membership.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { RecordedCall } from "./recorded-calls.ts";

/** Callers followed after their calls, and how many of them left. */
export interface FollowedCallers {
  readonly callers: number;
  readonly years: number;
  readonly exits: number;
  /** The calls of those that left. */
  readonly left: readonly string[];
}

/** Exits of callers after answered and after unanswered calls. */
export interface ExitsAfterCalls {
  readonly answered: FollowedCallers;
  readonly unanswered: FollowedCallers;
  /** Rate after unanswered over rate after answered calls, exact limits; null where none. */
  readonly ratio: { readonly lower: number; readonly upper: number | null } | null;
  /** Why the ratio is not used; null where it may be. */
  readonly withheld: string | null;
}

/** Years for which a caller is followed. */
export const FOLLOWED_YEARS = 10;

const YEAR = 365.25 * DAY;
const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);

function follow(
  calls: readonly RecordedCall[],
  organisations: readonly Organisation[],
  at: string,
): FollowedCallers {
  const sum = { callers: 0, years: 0, exits: 0, left: [] as string[] };
  for (const { id, organisation, day, callers } of calls) {
    const own = organisations.find((one) => one.id === organisation)!;
    const over = own.ended === null ? at : dayOf(own.ended.date);
    for (const state of callers) {
      const spell = own.memberships.find((one) => one.state === state && holdsOn(one, day));
      if (spell === undefined) continue;
      const left = spell.to === null ? over : dayOf(spell.to);
      const last = Math.min(time(left), time(at), time(day) + FOLLOWED_YEARS * YEAR);
      const event = spell.toEvent;
      const exit = spell.to !== null && event !== "dissolution" && event !== "state-ended";
      sum.callers += 1;
      sum.years += Math.max(last - time(day), 0) / YEAR;
      if (exit && time(left) <= last) {
        sum.exits += 1;
        sum.left.push(`${state} (${id})`);
      }
    }
  }
  return sum;
}

/**
 * Whether members leave after a call of theirs went unanswered: exits of callers within ten years
 * of the call over their years of membership, after answered and after unanswered calls, and the
 * ratio of the two rates with limits that are exact given their sum (a binomial share of all
 * exits). A caller with several calls counts after each. Below ten exits the ratio is withheld
 * from use: the record has too few to say how leaving hangs on refusal.
 */
export function exitsAfterCalls(
  calls: readonly RecordedCall[],
  organisations: readonly Organisation[],
  at: string,
  level: number,
): ExitsAfterCalls {
  const of = (answered: boolean): FollowedCallers =>
    follow(
      calls.filter((call) => call.answered === answered),
      organisations,
      at,
    );
  const [answered, unanswered] = [of(true), of(false)];
  const exits = answered.exits + unanswered.exits;
  const share = exits === 0 ? null : clopperPearson(unanswered.exits, exits, level);
  const relative = (p: number): number | null =>
    p === 1 ? null : ((p / (1 - p)) * answered.years) / unanswered.years;
  const known = share !== null && answered.years > 0 && unanswered.years > 0;
  return {
    answered,
    unanswered,
    ratio: known ? { lower: relative(share.lower) ?? 0, upper: relative(share.upper) } : null,
    withheld:
      exits < FEWEST_EXITS
        ? `${exits} exits of callers are recorded; ${FEWEST_EXITS} are needed`
        : null,
  };
}
