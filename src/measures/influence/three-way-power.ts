import { UsageError } from "../../errors.ts";
import type { DecisionRule } from "../../record/organisation.ts";
import { bigRatio, binomials } from "./big-ratio.ts";

/** Rules that a count of those for, abstaining and against decides. */
export type CountedRule = Exclude<DecisionRule, "each-for-itself" | "weighted" | "mixed">;

/** What a member can do under a rule when it may also abstain. */
export interface ThreeWayPower {
  /** Chance that turning from in favour to against stops the decision. */
  readonly stop: number;
  /** Chance that turning from in favour to abstaining stops it. */
  readonly stopByAbstaining: number;
  /** Whether a decision that is adopted binds a member that abstained. */
  readonly bindsAbstainers: boolean;
}

/** Whether so many in favour and against, of so many members, adopt a decision. */
type Adopts = (yes: number, no: number, members: number) => boolean;

const RULES: Readonly<
  Record<CountedRule, { readonly adopts: Adopts; readonly binds: boolean }>
> = {
  consensus: { adopts: (yes, no) => no === 0 && yes > 0, binds: true },
  "consensus-minus-abstainers": { adopts: (yes, no) => no === 0 && yes > 0, binds: false },
  unanimity: { adopts: (yes, _, members) => yes === members, binds: true },
  "two-thirds": { adopts: (yes, _, members) => yes * 3 >= members * 2, binds: true },
  majority: { adopts: (yes, _, members) => yes * 2 > members, binds: true },
};

/** Whether a rule is decided by such a count. */
export function isCountedRule(rule: DecisionRule | "none"): rule is CountedRule {
  return rule in RULES;
}

/** Whether a rule adopts with so many in favour and against, abstention and absence aside. */
export function adopts(rule: CountedRule, yes: number, no: number, members: number): boolean {
  return RULES[rule].adopts(yes, no, members);
}

/**
 * The power to stop a decision where members may be for, against or abstain, the others each way
 * with equal chance: the share of their 3^(n - 1) votes in which a member's turn from in favour
 * to against, or to abstaining, makes a decision fail. In [0, 1], the same for every member. It
 * tells consensus (an objection stops, an abstention does not) from unanimity (both stop).
 * Games with abstention: Felsenthal and Machover (1997, International
 * Journal of Game Theory 26).
 */
export function threeWayPower(rule: CountedRule, members: number): ThreeWayPower {
  if (!Number.isInteger(members) || members < 1) {
    throw new UsageError(`a rule among ${members} members.`, { hint: "Give one or more." });
  }
  const { adopts: adopted, binds } = RULES[rule];
  const others = members - 1;
  const all = binomials(others);
  let stopped = 0n;
  let stoppedByAbstaining = 0n;
  for (let yes = 0; yes <= others; yes += 1) {
    const rest = binomials(others - yes);
    for (let no = 0; no <= others - yes; no += 1) {
      if (!adopted(yes + 1, no, members)) continue;
      const ways = all[yes]! * rest[no]!;
      if (!adopted(yes, no + 1, members)) stopped += ways;
      if (!adopted(yes, no, members)) stoppedByAbstaining += ways;
    }
  }
  let votes = 1n;
  for (let i = 0; i < others; i += 1) votes *= 3n;
  return {
    stop: bigRatio(stopped, votes),
    stopByAbstaining: bigRatio(stoppedByAbstaining, votes),
    bindsAbstainers: binds,
  };
}
