import { UsageError } from "../errors.ts";
import { once } from "../record/once.ts";
import type { DecisionRule } from "../record/organisation.ts";
import type { StateKey } from "../states/state.ts";
import { ruleTest, type Tally } from "../treaty/decide.ts";
import type { HeldStance } from "./call.ts";
import { countCalls } from "./count-calls.ts";
import { type DrawCalls, drawCalls, type DrawInput, type DrawOptions } from "./draw-calls.ts";
import { shareOf, type SimulatedShare } from "./simulated-share.ts";
import { ABSTAIN, CODES, CONTRIBUTE, HELD_CODE, NO, YES } from "./stance-codes.ts";
import { createTurner, type TurnedMember } from "./turn-stances.ts";

/** What is simulated: who is asked, by which rule, with what known of calls like it. */
export interface SimulationInput extends DrawInput {
  readonly rule: DecisionRule;
  /** Whether the appellant's own vote, in favour, counts. */
  readonly appellantVotes: boolean;
  /** States without a vote in this decision. */
  readonly without: readonly StateKey[];
  readonly held: ReadonlyMap<StateKey, HeldStance>;
}

/** How many calls are simulated, from which seed. */
export interface SimulationOptions extends DrawOptions {
  /** Level of the intervals from the draws of the parameters. */
  readonly level: number;
}

/** What came of the simulated calls for one member. */
export interface SimulatedMember extends TurnedMember {
  readonly state: StateKey;
  readonly held: HeldStance | null;
  readonly contributed: SimulatedShare;
  readonly supported: number;
  readonly abstained: number;
  readonly dissented: number;
  readonly inFavour: SimulatedShare;
}

/** What came of the simulated calls. */
export interface Simulation {
  readonly calls: number;
  readonly draws: number;
  readonly adopted: SimulatedShare;
  /** What was asked for came. */
  readonly came: SimulatedShare;
  /** Share of calls with so many contributing members, from none up. */
  readonly contributors: readonly number[];
  /** Counted when first asked for. */
  readonly members: readonly SimulatedMember[];
}

/**
 * Simulates calls: in each the members' stances are drawn from the model, the rule is run over them,
 * and what was asked for comes where the decision is taken, at least one member has means of its own
 * to send, and a draw at the rate of the precedents says so. Every member's stance is also turned in
 * every call, the others' as they are, so that fixing a stance is compared on the same calls.
 *
 * Deterministic: the same input and seed give the same bytes (`drawCalls`; `draw` may recall calls
 * that it drew before). Shares in [0, 1]; Monte Carlo errors are sqrt(p (1 - p) / calls).
 *
 * @throws UsageError for a rule that is no single count, or a stance held for a state not asked.
 */
export function simulate(
  input: SimulationInput,
  options: SimulationOptions,
  draw: DrawCalls = drawCalls,
): Simulation {
  const { members, rule, held } = input;
  const { calls, level } = options;
  const test = ruleTest(rule);
  if (test === null) {
    throw new UsageError(`a ${rule} rule cannot be run from one vote a member.`, {
      hint: "Name another with rule=, such as rule=majority or rule=unanimity.",
    });
  }
  for (const state of held.keys()) {
    if (members.some((member) => member.state === state)) continue;
    throw new UsageError(`${state} is not asked in this call, so that no stance can be held.`, {
      hint: `Asked: ${members.map((member) => member.state).join(", ")}.`,
    });
  }
  const size = members.length;
  const votes = members.map(({ state }) => !input.without.includes(state));
  const voters = votes.filter(Boolean).length + (input.appellantVotes ? 1 : 0);
  const carries = (tally: Tally): boolean => test(tally, voters);
  const hands = new Map(
    members.flatMap(({ state }, i) => {
      const stance = held.get(state);
      return stance === undefined ? [] : [[i, HELD_CODE[stance]] as const];
    }),
  );
  const ballots = { votes, appellantVotes: input.appellantVotes, hands, carries };
  const drawn = draw(input, options);
  const { sizes } = drawn;
  const draws = sizes.length;
  const adoptedSums = new Float64Array(draws);
  const cameSums = new Float64Array(draws);
  const contributors = new Float64Array(size + 1);
  let failed = 0;
  countCalls(drawn, ballots, (call) => {
    contributors[call.senders]! += 1;
    if (!call.adopted) {
      failed += 1;
      return;
    }
    adoptedSums[call.draw]! += 1;
    if (call.comes && call.senders > 0) cameSums[call.draw]! += 1;
  });
  const countMembers = once((): readonly SimulatedMember[] => {
    const turner = createTurner(votes, carries);
    // Calls by draw, member and code of the stance.
    const counts = new Int32Array(draws * size * CODES);
    const stance = new Uint8Array(size);
    countCalls(drawn, ballots, (counted) => {
      for (let i = 0; i < size; i += 1) {
        stance[i] = drawn.stances[counted.call * size + i] as number;
      }
      for (const [i, code] of hands) stance[i] = code;
      const row = counted.draw * size * CODES;
      for (let i = 0; i < size; i += 1) counts[row + i * CODES + (stance[i] as number)]! += 1;
      turner.turn(counted, stance);
    });
    return members.map(({ state }, i): SimulatedMember => {
      const sums = (code: number): Float64Array =>
        Float64Array.from(sizes, (_, d) => counts[(d * size + i) * CODES + code] as number);
      const share = (code: number): number => sums(code).reduce((a, b) => a + b, 0) / calls;
      const sent = sums(CONTRIBUTE);
      const favour = sums(YES).map((count, d) => count + (sent[d] as number));
      return {
        state,
        held: held.get(state) ?? null,
        contributed: shareOf(sent, sizes, level),
        supported: share(YES),
        abstained: share(ABSTAIN),
        dissented: share(NO),
        inFavour: shareOf(favour, sizes, level),
        ...turner.of(i, calls, failed),
      };
    });
  });
  return {
    calls,
    draws,
    adopted: shareOf(adoptedSums, sizes, level),
    came: shareOf(cameSums, sizes, level),
    contributors: Array.from(contributors, (count) => count / calls),
    get members() {
      return countMembers();
    },
  };
}
