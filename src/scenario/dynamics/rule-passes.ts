import { adopts, isCountedRule } from "../../measures/influence/three-way-power.ts";
import type { DecisionRule } from "../../record/organisation.ts";

/** The rules whose effect on answers is compared, from the most demanding. */
export const COMPARED_RULES = [
  "unanimity",
  "consensus",
  "consensus-minus-abstainers",
  "two-thirds",
  "majority",
  "each-for-itself",
] as const satisfies readonly DecisionRule[];

/** A rule whose effect is compared. */
export type ComparedRule = (typeof COMPARED_RULES)[number];

/** Whether a rule is one of those compared. */
export function isComparedRule(rule: DecisionRule | null): rule is ComparedRule {
  return (COMPARED_RULES as readonly (DecisionRule | null)[]).includes(rule);
}

/**
 * Whether a rule lets a call through, the caller in favour and so many of the others for and
 * against. Under every rule somebody other than the caller must be in favour: else there is
 * nobody to answer.
 */
export function rulePasses(
  rule: ComparedRule,
  yes: number,
  no: number,
  members: number,
): boolean {
  if (yes === 0) return false;
  return isCountedRule(rule) ? adopts(rule, yes + 1, no, members) : true;
}
