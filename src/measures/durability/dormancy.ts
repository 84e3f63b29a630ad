import { dayOf } from "../../dates/day-of.ts";
import type { Ternary } from "../../dates/lag.ts";
import type { Organ } from "../../record/organ.ts";
import type { Organisation } from "../../record/organisation.ts";
import { type SeenSign, type Sign, SIGNS } from "./signs-of-life.ts";

/** What an organisation is on a day, in law and in its record. */
export interface Dormancy {
  /** `not-begun`, `in-being` or `ended`, by its dated founding and end. */
  readonly legal: "not-begun" | "in-being" | "ended";
  /** Dormant: no where a sign was seen since the day, yes where every organ had ended, else open. */
  readonly dormant: Ternary | null;
  /** The last sign of each kind that was over by the day. */
  readonly last: Readonly<Record<Sign, SeenSign | null>>;
  /** Why. */
  readonly reason: string;
}

function legalOn({ founded, ended }: Organisation, at: string): Dormancy["legal"] {
  if (dayOf(founded.date) > at) return "not-begun";
  return ended !== null && dayOf(ended.date) <= at ? "ended" : "in-being";
}

/**
 * Whether an organisation that is whole in law is dormant on a day: `no` where the record holds a
 * session, exercise, decision or entry since `since`; `yes` where each of its organs of the record
 * had ended while it had not; else undecidable, since a table that may lack rows cannot show that
 * nothing happened. Null where it is not in being.
 */
export function dormancy(
  organisation: Organisation,
  organs: readonly Organ[],
  signs: readonly SeenSign[],
  span: { readonly since: string; readonly at: string },
): Dormancy {
  const { since, at } = span;
  const legal = legalOn(organisation, at);
  const over = signs.filter(({ to }) => to <= at);
  const lastOf = (sign: Sign): SeenSign | null =>
    over
      .filter((one) => one.sign === sign)
      .reduce<SeenSign | null>(
        (last, one) => (last === null || one.to > last.to ? one : last),
        null,
      );
  const last = Object.fromEntries(
    SIGNS.map((sign) => [sign, lastOf(sign)]),
  ) as Dormancy["last"];
  if (legal !== "in-being") return { legal, dormant: null, last, reason: legal };
  const recent = over.filter(({ from }) => from >= since);
  if (recent.length > 0) {
    const kinds = SIGNS.filter((sign) => recent.some((one) => one.sign === sign));
    return { legal, dormant: "no", last, reason: `seen since ${since}: ${kinds.join(", ")}` };
  }
  const own = organs.filter(
    (organ) => organ.organisation === organisation.id && dayOf(organ.from.text) <= at,
  );
  if (own.length > 0 && own.every(({ to }) => to !== null && dayOf(to.text) <= at)) {
    return { legal, dormant: "yes", last, reason: "every organ of the record had ended" };
  }
  return { legal, dormant: "undecidable", last, reason: `no sign on record since ${since}` };
}
