import type { Random } from "../../kernels/random.ts";
import type { AnswerCoding } from "../../measures/responsiveness/answer-coding.ts";
import type { Case } from "../../record/case.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { StateKey } from "../../states/state.ts";
import type { BetaShape } from "../beta-binomial.ts";
import { type GroupShares, groupShares } from "./group-shares.ts";
import { carriedOut } from "./carried-out.ts";
import type { CountDraws } from "./draw-gamma.ts";
import { gammaPoisson, type GroupRates } from "./gamma-poisson.ts";
import { type MemberOdds, memberOdds } from "./member-odds.ts";
import { type OrganisationHistory, organisationHistories } from "./organisation-history.ts";
import { type RecordedCall, recordedCalls, type RuleOf } from "./recorded-calls.ts";

/** What the dynamics are fitted on. */
export interface DynamicsInput {
  readonly cases: readonly Case[];
  /** The class that rates are shrunk within. */
  readonly organisations: readonly Organisation[];
  readonly at: string;
  readonly coding: AnswerCoding;
  readonly ruleOf: RuleOf;
}

/** One draw of how often an organisation is called on, answers, and loses members. */
export interface OrganisationRates {
  /** Calls a year. */
  readonly callRate: number;
  /** Share of calls answered under the rule in force. */
  readonly answered: number;
  /** Days of exit a member-year. */
  readonly exitDays: number;
  /** Chance that j + 1 members leave on such a day. */
  readonly sizes: readonly number[];
}

/** One draw of everything that a simulated future of an organisation needs. */
export interface DynamicsParameters extends OrganisationRates {
  readonly support: (answered: boolean) => BetaShape;
  readonly abstain: BetaShape;
  /** Factor on the odds that each member holds back. */
  readonly odds: ReadonlyMap<StateKey, number>;
  /** Share answered of the calls that the rule lets through, and of those that it stops. */
  readonly passedAnswered: number;
  readonly stoppedAnswered: number;
}

/** The rates of a class of organisations as known on a day. */
export interface DynamicsFit {
  readonly at: string;
  readonly histories: readonly OrganisationHistory[];
  readonly recorded: readonly RecordedCall[];
  readonly calls: GroupRates;
  readonly exits: GroupRates;
  readonly answers: GroupShares;
  /** Members that left on each recorded day of exit. */
  readonly leavers: readonly number[];
  readonly supportAnswered: GroupShares;
  readonly supportUnanswered: GroupShares;
  readonly abstain: GroupShares;
  readonly odds: MemberOdds;
  readonly drawRates: (
    random: Random,
    draws: CountDraws,
    organisation: number,
  ) => OrganisationRates;
  readonly draw: (
    random: Random,
    draws: CountDraws,
    organisation: number,
  ) => DynamicsParameters;
}

function supportOf(calls: readonly RecordedCall[], answered: boolean): GroupShares {
  return groupShares(
    calls
      .filter((call) => call.answered === answered)
      .map(({ seen }) => ({
        successes: seen.filter(({ ballot }) => ballot === "yes").length,
        trials: seen.length,
      })),
  );
}

function abstainOf(calls: readonly RecordedCall[]): GroupShares {
  return groupShares(
    calls.flatMap(({ seen }) => {
      const heldBack = seen.filter(({ ballot }) => ballot !== "yes");
      const successes = heldBack.filter(({ ballot }) => ballot === "abstain").length;
      return heldBack.length === 0 ? [] : [{ successes, trials: heldBack.length }];
    }),
  );
}

/** A draw of the chances of each size of a day of exits (the Bayesian bootstrap, Rubin 1981). */
function drawSizes(leavers: readonly number[], draws: CountDraws): readonly number[] {
  if (leavers.length === 0) return [1];
  const sizes = Array.from({ length: Math.max(...leavers) }, () => 0);
  const weights = leavers.map(() => draws.gamma(1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [k, size] of leavers.entries()) sizes[size - 1]! += weights[k]! / total;
  return sizes;
}

/**
 * Fits, on what the record holds up to a day, how often the organisations of a class are called
 * on, how often calls are answered, how members stand on them, and how often members leave. Each
 * rate is shrunk towards its class as far as the counts say (see `gammaPoisson`, `groupShares`),
 * and `draw` carries the uncertainty of rate and shrinkage alike. Members leave by days of exit,
 * several at once as often as the record has it.
 */
export function fitDynamics(input: DynamicsInput): DynamicsFit {
  const { cases, organisations, at, coding, ruleOf } = input;
  const histories = organisationHistories(organisations, at);
  const recorded = recordedCalls(cases, organisations, at, { coding, ruleOf });
  const callsOf = (id: string) => recorded.filter(({ organisation }) => organisation === id);
  const stanced = recorded.filter(({ seen, answered }) => seen.length > 0 && answered !== null);
  const calls = gammaPoisson(
    histories.map(({ id, years }) => ({ count: callsOf(id).length, exposure: years })),
  );
  const exits = gammaPoisson(
    histories.map(({ leavers, memberYears }) => ({
      count: leavers.length,
      exposure: memberYears,
    })),
  );
  const answers = groupShares(
    histories.map(({ id }) => {
      const known = callsOf(id).filter(({ answered }) => answered !== null);
      const successes = known.filter(({ answered }) => answered === true).length;
      return { successes, trials: known.length };
    }),
  );
  const leavers = histories.flatMap((history) => history.leavers);
  const supportAnswered = supportOf(stanced, true);
  const supportUnanswered = supportOf(stanced, false);
  const abstain = abstainOf(stanced);
  const odds = memberOdds(stanced);
  const drawRates: DynamicsFit["drawRates"] = (random, draws, organisation) => ({
    callRate: calls.draw(random, draws, [organisation])[0]!,
    answered: answers.draw(random, draws, organisation),
    exitDays: exits.draw(random, draws, [organisation])[0]!,
    sizes: drawSizes(leavers, draws),
  });
  return {
    at,
    histories,
    recorded,
    calls,
    exits,
    answers,
    leavers,
    supportAnswered,
    supportUnanswered,
    abstain,
    odds,
    drawRates,
    draw: (random, draws, organisation) => {
      const [yes, no] = [
        supportAnswered.drawShape(random),
        supportUnanswered.drawShape(random),
      ];
      const support = (answered: boolean): BetaShape => (answered ? yes : no);
      const held = abstain.drawShape(random);
      const { members } = histories[organisation]!;
      const known = members.filter((state) => odds.places.has(state));
      const factors = odds.rates.draw(
        random,
        draws,
        known.map((state) => odds.places.get(state)!),
      );
      const carried = carriedOut(recorded, { support, abstain: held }, random, draws);
      // Jeffreys' prior: with nothing recorded the share can be anything.
      const share = (answered: number, all: number): number =>
        draws.beta(answered + 0.5, all - answered + 0.5);
      return {
        ...drawRates(random, draws, organisation),
        support,
        abstain: held,
        odds: new Map(known.map((state, k) => [state, factors[k]!])),
        passedAnswered: share(carried.passedAnswered, carried.passed),
        stoppedAnswered: share(carried.stoppedAnswered, carried.stopped),
      };
    },
  };
}
