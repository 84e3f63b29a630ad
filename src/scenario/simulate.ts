import { UsageError } from "../errors.ts";
import { type Random, seededRandom } from "../kernels/random.ts";
import { normalDraws } from "../measures/positions/draw-normal.ts";
import type { DecisionRule } from "../record/organisation.ts";
import type { StateKey } from "../states/state.ts";
import { ruleTest } from "../treaty/decide.ts";
import type { HeldStance } from "./call.ts";
import { drawBeta } from "./draw-beta.ts";
import { shareOf, type SimulatedShare } from "./simulated-share.ts";
import { ABSTAIN, CONTRIBUTE, HELD_CODE, NO, YES } from "./stance-codes.ts";
import type { AskedMember, StanceModel } from "./stance-model.ts";
import { createTurner, NOT_TURNED, type TurnedMember } from "./turn-stances.ts";

/** What is simulated: who is asked, by which rule, with what known of calls like it. */
export interface SimulationInput {
  /** The members asked; the appellant is not among them. */
  readonly members: readonly AskedMember[];
  readonly rule: DecisionRule;
  /** Whether the appellant's own vote, in favour, counts. */
  readonly appellantVotes: boolean;
  /** States without a vote in this decision. */
  readonly without: readonly StateKey[];
  readonly held: ReadonlyMap<StateKey, HeldStance>;
  /** Calls with a member's own means on record: in how many of them what was asked for came. */
  readonly arrivals: { readonly came: number; readonly of: number };
  readonly model: StanceModel;
}

/** How many calls are simulated, from which seed. */
export interface SimulationOptions {
  readonly calls: number;
  readonly seed: number;
  /** Level of the intervals from the draws of the parameters. */
  readonly level: number;
  /** Whether every member's stance is turned in every call; left out: yes. */
  readonly turned?: boolean;
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
  readonly members: readonly SimulatedMember[];
}

const FEWEST_DRAWS = 20;
const MOST_DRAWS = 400;
const CALLS_A_DRAW = 50;

/** The streams of a run: what differs between calls stays the same under a switch. */
function streams(seed: number): {
  readonly parameters: Random;
  readonly stances: Random;
  readonly arrivals: Random;
} {
  const source = seededRandom(seed);
  const next = (): Random => seededRandom(source.uint32());
  return { parameters: next(), stances: next(), arrivals: next() };
}

/**
 * Simulates calls: in each the members' stances are drawn from the model, the rule is run over them,
 * and what was asked for comes where the decision is taken, at least one member has means of its own
 * to send, and a draw at the rate of the precedents says so. Every member's stance is also turned in
 * every call, the others' as they are, so that fixing a stance is compared on the same calls.
 *
 * Deterministic: the same input and seed give the same bytes. Stances are drawn from a stream of
 * their own, so that a change of the call moves no other draw. Shares in [0, 1]; Monte Carlo errors
 * are sqrt(p (1 - p) / calls).
 *
 * @throws UsageError for a rule that is no single count, or a stance held for a state not asked.
 */
export function simulate(input: SimulationInput, options: SimulationOptions): Simulation {
  const { members, model } = input;
  const { calls, level, turned = true } = options;
  const test = ruleTest(input.rule);
  if (test === null) {
    throw new UsageError(`a ${input.rule} rule cannot be run from one vote a member.`, {
      hint: "Name another with rule=, such as rule=majority or rule=unanimity.",
    });
  }
  for (const state of input.held.keys()) {
    if (members.some((member) => member.state === state)) continue;
    throw new UsageError(`${state} is not asked in this call, so that no stance can be held.`, {
      hint: `Asked: ${members.map((member) => member.state).join(", ")}.`,
    });
  }
  const size = members.length;
  const votes = members.map(({ state }) => !input.without.includes(state));
  const voters = votes.filter(Boolean).length + (input.appellantVotes ? 1 : 0);
  const held = members.map(({ state }) => input.held.get(state));
  const heldCode = Int8Array.from(held, (one) => (one === undefined ? -1 : HELD_CODE[one]));
  const draws = Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, Math.floor(calls / CALLS_A_DRAW)));
  const random = streams(options.seed);
  const normal = normalDraws(random.parameters);
  const sizes = new Int32Array(draws);
  const adoptedSums = new Float64Array(draws);
  const cameSums = new Float64Array(draws);
  const contributeSums = Array.from({ length: size }, () => new Float64Array(draws));
  const favourSums = Array.from({ length: size }, () => new Float64Array(draws));
  const stanceCounts = new Float64Array(size * 4);
  const contributors = new Float64Array(size + 1);
  const favour = new Float64Array(size);
  const means = new Float64Array(size);
  const abstaining = new Float64Array(size);
  const stance = new Int8Array(size);
  const tally = { yes: 0, no: 0, abstain: 0, absent: 0 };
  const turner = turned ? createTurner(votes, (row) => test(row, voters)) : null;
  let failed = 0;
  let call = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const end = Math.floor(((draw + 1) * calls) / draws);
    const sampler = model.sampler(members, random.parameters, normal);
    const arrival = drawBeta(
      input.arrivals.came + 0.5,
      input.arrivals.of - input.arrivals.came + 0.5,
      random.parameters,
      normal,
    );
    sizes[draw] = end - call;
    for (; call < end; call += 1) {
      sampler.next(favour, means, abstaining);
      const comes = random.arrivals.uniform() < arrival;
      let yes = input.appellantVotes ? 1 : 0;
      let no = 0;
      let abstain = 0;
      let senders = 0;
      for (let i = 0; i < size; i += 1) {
        const u = random.stances.uniform();
        const f = favour[i] as number;
        const dissent = (1 - f) * (1 - (abstaining[i] as number));
        let code = heldCode[i] as number;
        if (code < 0) {
          code =
            u < dissent
              ? NO
              : u < 1 - f
                ? ABSTAIN
                : u < 1 - f * (means[i] as number)
                  ? YES
                  : CONTRIBUTE;
        }
        stance[i] = code;
        stanceCounts[i * 4 + code]! += 1;
        if (code >= YES) (favourSums[i] as Float64Array)[draw]! += 1;
        if (code === CONTRIBUTE) {
          senders += 1;
          (contributeSums[i] as Float64Array)[draw]! += 1;
        }
        if (votes[i] !== true) continue;
        if (code >= YES) yes += 1;
        else if (code === ABSTAIN) abstain += 1;
        else no += 1;
      }
      contributors[senders]! += 1;
      tally.yes = yes;
      tally.no = no;
      tally.abstain = abstain;
      const adopted = test(tally, voters);
      if (adopted) {
        adoptedSums[draw]! += 1;
        if (comes && senders > 0) cameSums[draw]! += 1;
      } else failed += 1;
      turner?.turn({ stance, yes, no, abstain, senders, comes, adopted });
    }
  }
  return {
    calls,
    draws,
    adopted: shareOf(adoptedSums, sizes, level),
    came: shareOf(cameSums, sizes, level),
    contributors: Array.from(contributors, (count) => count / calls),
    members: members.map(({ state }, i): SimulatedMember => ({
      state,
      held: held[i] ?? null,
      contributed: shareOf(contributeSums[i] as Float64Array, sizes, level),
      supported: (stanceCounts[i * 4 + YES] as number) / calls,
      abstained: (stanceCounts[i * 4 + ABSTAIN] as number) / calls,
      dissented: (stanceCounts[i * 4 + NO] as number) / calls,
      inFavour: shareOf(favourSums[i] as Float64Array, sizes, level),
      ...(turner?.of(i, calls, failed) ?? NOT_TURNED),
    })),
  };
}
