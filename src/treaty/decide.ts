import { TreatyError } from "../errors.ts";
import type { DecisionRule } from "../record/organisation.ts";
import type { StateKey } from "../states/state.ts";

/** How a member stood in a decision; one without an entry was not seen. */
export type Ballot = "yes" | "no" | "abstain" | "absent";

/** What a decision rule makes of the votes. */
export interface Verdict {
  readonly outcome: "adopted" | "rejected" | "undecidable";
  /** Members bound by the decision if adopted on the votes seen. */
  readonly bound: readonly StateKey[];
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly absent: number;
  readonly notSeen: number;
  /** The vote or votes that would change the outcome, in words. */
  readonly turning: string;
}

/** How many members voted how. */
export type Tally = Readonly<Record<"yes" | "no" | "abstain" | "absent", number>>;

interface Rule {
  readonly adopted: RuleTest;
  readonly isBound: (ballot: Ballot) => boolean;
  readonly turning: (adopted: boolean) => string;
}

const everybody = (): boolean => true;

const RULES: Readonly<Record<DecisionRule, Rule | null>> = {
  consensus: {
    adopted: ({ no, yes }) => no === 0 && yes > 0,
    isBound: everybody,
    turning: (adopted) =>
      adopted ? "One objection." : "No objection, and one member in favour.",
  },
  "consensus-minus-abstainers": {
    adopted: ({ no, yes }) => no === 0 && yes > 0,
    isBound: (ballot) => ballot === "yes",
    turning: (adopted) =>
      adopted ? "One objection." : "No objection, and one member in favour.",
  },
  unanimity: {
    adopted: ({ yes }, members) => members > 0 && yes === members,
    isBound: everybody,
    turning: (adopted) => (adopted ? "One member not in favour." : "Every member in favour."),
  },
  "two-thirds": {
    adopted: ({ yes }, members) => members > 0 && yes * 3 >= members * 2,
    isBound: everybody,
    turning: (adopted) =>
      adopted ? "Fewer than two thirds of the members in favour." : "Two thirds in favour.",
  },
  majority: {
    adopted: ({ yes }, members) => yes * 2 > members,
    isBound: everybody,
    turning: (adopted) =>
      adopted ? "No more than half of the members in favour." : "More than half in favour.",
  },
  "each-for-itself": {
    adopted: ({ yes }) => yes > 0,
    isBound: (ballot) => ballot === "yes",
    turning: (adopted) => (adopted ? "No member in favour." : "One member in favour."),
  },
  weighted: null,
  mixed: null,
};

/** Whether a tally of so many members carries a decision. */
export type RuleTest = (tally: Tally, members: number) => boolean;

/** The count that a rule makes of a tally; null for a rule that names no single count. */
export function ruleTest(rule: DecisionRule): RuleTest | null {
  return RULES[rule]?.adopted ?? null;
}

/**
 * Runs a decision rule over the members' votes. Consensus: adopted with no objection and somebody
 * in favour, binding all; minus abstainers: the same, binding those in favour. Unanimity, two
 * thirds and majority count those in favour against all members, so that abstention and absence
 * count against. Each for itself binds whoever joins. Undecidable where the votes not seen decide.
 *
 * @throws TreatyError for a rule that names no single count (weighted, mixed), or a voter who is
 * not a member.
 */
export function decide(
  rule: DecisionRule,
  votes: ReadonlyMap<StateKey, Ballot>,
  members: readonly StateKey[],
): Verdict {
  const counted = RULES[rule];
  if (counted === null) {
    throw new TreatyError(`a ${rule} rule cannot be run from one vote a member.`, {
      hint:
        "Use consensus, consensus-minus-abstainers, unanimity, two-thirds, majority or " +
        "each-for-itself.",
    });
  }
  for (const state of votes.keys()) {
    if (!members.includes(state)) {
      throw new TreatyError(`${state} voted, but is not a member.`, {
        hint: `Members: ${members.join(", ")}.`,
      });
    }
  }
  const tally = { yes: 0, no: 0, abstain: 0, absent: 0 };
  for (const ballot of votes.values()) tally[ballot] += 1;
  const notSeen = members.length - votes.size;
  const { adopted } = counted;
  const now = adopted(tally, members.length);
  const possible = [
    adopted({ ...tally, yes: tally.yes + notSeen }, members.length),
    adopted({ ...tally, no: tally.no + notSeen }, members.length),
    adopted({ ...tally, absent: tally.absent + notSeen }, members.length),
  ];
  const open = notSeen > 0 && possible.some((one) => one !== now);
  return {
    outcome: open ? "undecidable" : now ? "adopted" : "rejected",
    bound: now ? members.filter((state) => counted.isBound(votes.get(state) ?? "absent")) : [],
    ...tally,
    notSeen,
    turning: open ? `How ${notSeen} members not seen stood.` : counted.turning(now),
  };
}
