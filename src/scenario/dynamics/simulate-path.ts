import type { Random } from "../../kernels/random.ts";
import type { StateKey } from "../../states/state.ts";
import type { CountDraws } from "./draw-gamma.ts";
import type { DynamicsParameters } from "./fit-dynamics.ts";
import { type ComparedRule, rulePasses } from "./rule-passes.ts";

/** One simulated future of an organisation. */
export interface SimulatedPath {
  readonly calls: number;
  /** Calls answered under each rule, on the same calls, ballots and chances. */
  readonly answered: readonly number[];
  /** Members left at the end of each year. */
  readonly remaining: readonly number[];
}

/** What a path is simulated under. */
export interface PathOptions {
  readonly years: number;
  readonly members: readonly StateKey[];
  /** The rule in force, under which the recorded share of answers holds; null where it is none. */
  readonly actual: ComparedRule | null;
  readonly rules: readonly ComparedRule[];
}

/**
 * Whether a call is answered where a rule decides it otherwise than the rule in force. What one
 * of them lets through is answered with chance a, what it stops with chance b; the two are
 * coupled so that letting a call through never loses an answer.
 */
function otherwise(
  answered: boolean,
  passes: boolean,
  { passedAnswered: a, stoppedAnswered: b }: DynamicsParameters,
  chance: number,
): boolean {
  if (b >= a) return answered;
  return passes ? answered || chance * (1 - b) < a - b : answered && chance * a < b;
}

function simulateCall(
  members: readonly StateKey[],
  parameters: DynamicsParameters,
  { actual, rules }: PathOptions,
  random: Random,
  draws: CountDraws,
): readonly boolean[] {
  const answered = random.uniform() < parameters.answered;
  if (actual === null) return [answered];
  const { a, b } = parameters.support(answered);
  const support = draws.beta(a, b);
  const abstain = draws.beta(parameters.abstain.a, parameters.abstain.b);
  const caller = random.below(members.length);
  let yes = 0;
  let no = 0;
  for (const [k, state] of members.entries()) {
    if (k === caller) continue;
    const holdBack = (1 - support) * (parameters.odds.get(state) ?? 1);
    if (random.uniform() * (support + holdBack) < support) yes += 1;
    else if (random.uniform() >= abstain) no += 1;
  }
  const chance = random.uniform();
  const passed = rulePasses(actual, yes, no, members.length);
  return rules.map((rule) => {
    const passes = rulePasses(rule, yes, no, members.length);
    return passes === passed ? answered : otherwise(answered, passes, parameters, chance);
  });
}

function drawSize(sizes: readonly number[], random: Random): number {
  let left = random.uniform();
  for (const [k, chance] of sizes.entries()) {
    left -= chance;
    if (left < 0) return k + 1;
  }
  return sizes.length;
}

/**
 * Simulates an organisation for some years. Each year brings a Poisson number of calls, each by a
 * member drawn at random, and a Poisson number of days on which members leave, drawn at random
 * too. Nobody joins. Below two members there is nobody to call.
 */
export function simulatePath(
  parameters: DynamicsParameters,
  options: PathOptions,
  random: Random,
  draws: CountDraws,
): SimulatedPath {
  const members = [...options.members];
  const answered = Array.from(
    { length: options.actual === null ? 1 : options.rules.length },
    () => 0,
  );
  const remaining: number[] = [];
  let calls = 0;
  for (let year = 0; year < options.years; year += 1) {
    const called = members.length < 2 ? 0 : draws.poisson(parameters.callRate);
    for (let k = 0; k < called; k += 1) {
      calls += 1;
      const verdicts = simulateCall(members, parameters, options, random, draws);
      for (const [rule, verdict] of verdicts.entries()) if (verdict) answered[rule]! += 1;
    }
    const days = draws.poisson(parameters.exitDays * members.length);
    for (let day = 0; day < days; day += 1) {
      const size = Math.min(drawSize(parameters.sizes, random), members.length);
      for (let k = 0; k < size; k += 1) members.splice(random.below(members.length), 1);
    }
    remaining.push(members.length);
  }
  return { calls, answered, remaining };
}
