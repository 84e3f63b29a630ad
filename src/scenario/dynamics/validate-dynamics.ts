import type { Random } from "../../kernels/random.ts";
import { dayOf } from "../../dates/day-of.ts";
import { DAY } from "../../dates/event-date.ts";
import { compoundPoisson } from "./compound-poisson.ts";
import { countDraws } from "./draw-gamma.ts";
import {
  type DynamicsFit,
  type DynamicsInput,
  fitDynamics,
  type OrganisationRates,
} from "./fit-dynamics.ts";
import { organisationHistories } from "./organisation-history.ts";
import { recordedCalls } from "./recorded-calls.ts";

/** What is predicted of an organisation over some years. */
export const PREDICTED = ["calls", "answers", "exits"] as const;

/** A count that is predicted. */
export type Predicted = (typeof PREDICTED)[number];

/** A count predicted from what was known on a day, beside what happened. */
export interface Prediction {
  readonly at: string;
  readonly organisation: string;
  readonly what: Predicted;
  /** Years after the day in which the organisation stood. */
  readonly years: number;
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  readonly observed: number;
  readonly inside: boolean;
  /** Log of the chance given to what happened, and that of the plain rate of the class. */
  readonly logScore: number;
  readonly plainScore: number;
}

/** How the past is predicted. */
export interface ValidationOptions {
  readonly origins: readonly string[];
  readonly years: number;
  readonly draws: number;
  readonly level: number;
}

/** Counts above this have no chance worth stating in ten years. */
const MOST = 80;

/** Fewest members that an organisation must have to be predicted. */
const FEWEST_MEMBERS = 2;

function addDistribution(
  sum: Readonly<Record<Predicted, Float64Array>>,
  parameters: OrganisationRates,
  years: number,
  members: number,
): void {
  const calls = parameters.callRate * years;
  const one = {
    calls: compoundPoisson(calls, [1], MOST),
    answers: compoundPoisson(calls * parameters.answered, [1], MOST),
    exits: compoundPoisson(parameters.exitDays * members * years, parameters.sizes, MOST),
  };
  for (const what of PREDICTED) {
    for (let n = 0; n <= MOST; n += 1) sum[what][n]! += one[what][n]!;
  }
}

/** The central interval of a distribution of counts: the least ends that hold each tail. */
function centralInterval(chances: Float64Array, level: number): readonly [number, number] {
  const tail = (1 - level) / 2;
  let below = 0;
  let lower = -1;
  for (const [n, chance] of chances.entries()) {
    below += chance;
    if (lower < 0 && below > tail) lower = n;
    if (below >= 1 - tail) return [Math.max(lower, 0), n];
  }
  return [Math.max(lower, 0), MOST];
}

/** Expected counts at the class's one rate, with half a count added so that none is impossible. */
function plainMeans(
  { histories, recorded, leavers }: DynamicsFit,
  years: number,
  members: number,
): Readonly<Record<Predicted, number>> {
  const lived = histories.reduce((sum, one) => sum + one.years, 0);
  const memberYears = histories.reduce((sum, one) => sum + one.memberYears, 0);
  const answered = recorded.filter((call) => call.answered === true).length;
  const exits = leavers.reduce((sum, size) => sum + size, 0);
  return {
    calls: ((recorded.length + 0.5) / lived) * years,
    answers: ((answered + 0.5) / lived) * years,
    exits: ((exits + 0.5) / memberYears) * years * members,
  };
}

/**
 * Predicts the past: at each origin the dynamics are fitted on what the record holds up to that
 * day, and the calls, answers and exits of each organisation over the years that follow are
 * predicted and held against the record. The prediction is exact given each draw of the rates
 * (compound Poisson; members do not run out) and averaged over draws. The plain rate is one
 * Poisson rate for the whole class. An organisation that ended within the years is predicted for
 * as long as it stood.
 */
export function validateDynamics(
  input: DynamicsInput,
  { origins, years, draws, level }: ValidationOptions,
  random: Random,
): readonly Prediction[] {
  const counts = countDraws(random);
  return origins.flatMap((at) => {
    const fit = fitDynamics({ ...input, at });
    const end = `${Number(at.slice(0, 4)) + years}${at.slice(4)}`;
    const later = organisationHistories(input.organisations, end);
    const after = recordedCalls(input.cases, input.organisations, end, input).filter(
      ({ day }) => day > at,
    );
    return fit.histories.flatMap(({ id, members, leavers }, place) => {
      if (members.length < FEWEST_MEMBERS) return [];
      const ended = input.organisations.find((one) => one.id === id)!.ended;
      const over = ended === null || dayOf(ended.date) > end ? end : dayOf(ended.date);
      const stood =
        (Date.parse(`${over}T00:00:00Z`) - Date.parse(`${at}T00:00:00Z`)) / (365.25 * DAY);
      const sum = {
        calls: new Float64Array(MOST + 1),
        answers: new Float64Array(MOST + 1),
        exits: new Float64Array(MOST + 1),
      };
      for (let k = 0; k < draws; k += 1) {
        addDistribution(sum, fit.drawRates(random, counts, place), stood, members.length);
      }
      const own = after.filter(({ organisation }) => organisation === id);
      const left = later
        .find((one) => one.id === id)!
        .leavers.slice(leavers.length)
        .reduce((all, size) => all + size, 0);
      const observed = {
        calls: own.length,
        answers: own.filter(({ answered }) => answered === true).length,
        exits: left,
      };
      const plain = plainMeans(fit, stood, members.length);
      return PREDICTED.map((what): Prediction => {
        const chances = sum[what].map((chance) => chance / draws);
        const [lower, upper] = centralInterval(chances, level);
        const seen = observed[what];
        return {
          at,
          organisation: id,
          what,
          years: stood,
          expected: chances.reduce((mean, chance, n) => mean + n * chance, 0),
          lower,
          upper,
          observed: seen,
          inside: seen >= lower && seen <= upper,
          logScore: Math.log(chances[seen]!),
          plainScore: Math.log(compoundPoisson(plain[what], [1], MOST)[seen]!),
        };
      });
    });
  });
}
