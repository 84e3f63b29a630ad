import type { DecisionRule } from "../../record/organisation.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { RuleOf } from "../../scenario/dynamics/recorded-calls.ts";
import { rulesOn } from "./power-rules.ts";

/** Counts of members, the one that asks for least first among those that back up another. */
const LAST_RESORTS: readonly DecisionRule[] = [
  "two-thirds",
  "majority",
  "consensus",
  "unanimity",
  "each-for-itself",
];

/**
 * The rule by which each organisation of a record decided on a day: that of its file, or, where
 * the file says mixed or weighted, the first of two thirds, majority, consensus, unanimity and
 * each for itself that its organs or treaties name; null where they name none.
 */
export function rulesInForce(record: CasusRecord): RuleOf {
  const known = new Map<string, DecisionRule | null>();
  return (organisation, day) => {
    const { id, decisionRule } = organisation;
    if (decisionRule !== "mixed" && decisionRule !== "weighted") return decisionRule;
    const key = `${id} ${day}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const named = rulesOn(record, organisation, day).map(({ rule }) => rule);
    const rule = LAST_RESORTS.find((one) => named.includes(one)) ?? null;
    known.set(key, rule);
    return rule;
  };
}
