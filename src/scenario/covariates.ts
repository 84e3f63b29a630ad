import type { CasusRecord } from "../record/record.ts";
import type { StateKey } from "../states/state.ts";
import { voteDistance } from "./vote-distance.ts";

/** A stance in an earlier case, from which a member's own share in favour is counted. */
export interface Precedent {
  readonly day: string;
  readonly state: StateKey;
  readonly inFavour: boolean;
}

/** What a call asks of one member. */
export interface MemberQuestion {
  readonly state: StateKey;
  /** ISO day of the call. */
  readonly day: string;
  readonly appellants: readonly StateKey[];
  readonly adversaries: readonly StateKey[];
  /** 1 for an external threat, 1/2 for a mixed one; internal is 0. */
  readonly external: number;
  readonly terrorism: number;
  readonly largest: StateKey | null;
  readonly members: number;
}

/** The covariates by name, in the order of the model's columns, with what each holds. */
export const COVARIATES = {
  distance_appellant: "distance of votes to the appellant over the five years before",
  distance_adversary: "the same to the adversary, where it is a state",
  state_adversary: "the adversary is a state",
  external: "the threat is coded external (mixed counts half)",
  terrorism: "the threat is coded terrorism",
  appellant_largest: "the appellant is the largest member",
  member_largest: "the member asked is the largest member",
  prior_share: "share of its earlier stances on record in favour, (k + 1/2) / (n + 1)",
  same_regime: "the member and the appellant were both democracies or both not",
  members: "logarithm of the number of members",
} as const;

/** The name of a covariate. */
export type CovariateName = keyof typeof COVARIATES;

/** The names of the covariates in the order of the columns. */
export const COVARIATE_NAMES = Object.keys(COVARIATES) as readonly CovariateName[];

/** The column of the member's earlier share. */
export const PRIOR_SHARE = COVARIATE_NAMES.indexOf("prior_share");

/** The covariates of one member and call; null where the record does not hold one. */
export type Covariates = readonly (number | null)[];

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0
    ? null
    : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Whether a state was an electoral democracy in the year before a day; null where not coded. */
function isDemocracy(
  { regimes }: Pick<CasusRecord, "regimes">,
  state: StateKey,
  day: string,
): boolean | null {
  const year = Number(day.slice(0, 4)) - 1;
  const spell = regimes.find(
    (row) => row.state === state && row.fromYear <= year && year <= row.toYear,
  );
  return spell === undefined ? null : spell.regime === "democracy";
}

/** A member's share in favour in cases before a day, (k + 1/2) / (n + 1); null without one. */
export function priorShare(
  precedents: readonly Precedent[],
  state: StateKey,
  day: string,
): number | null {
  const earlier = precedents.filter((row) => row.state === state && row.day < day);
  const favour = earlier.filter((row) => row.inFavour).length;
  return earlier.length === 0 ? null : (favour + 0.5) / (earlier.length + 1);
}

/**
 * What the record knew of a member before a call, in the order of `COVARIATES`. Every value rests
 * on the call itself and on days before it.
 */
export function covariatesOf(
  record: Pick<CasusRecord, "votes" | "regimes">,
  question: MemberQuestion,
  precedents: readonly Precedent[],
): Covariates {
  const { state, day, appellants, adversaries } = question;
  const { voters } = record.votes;
  const distance = (others: readonly StateKey[]): number | null =>
    meanOf(
      others.map((other) =>
        voteDistance(record.votes, voters.indexOf(state), voters.indexOf(other), day),
      ),
    );
  const own = isDemocracy(record, state, day);
  const first = appellants[0];
  const theirs = first === undefined ? null : isDemocracy(record, first, day);
  return [
    distance(appellants),
    adversaries.length === 0 ? null : distance(adversaries),
    adversaries.length > 0 ? 1 : 0,
    question.external,
    question.terrorism,
    question.largest !== null && appellants.includes(question.largest) ? 1 : 0,
    question.largest === state ? 1 : 0,
    priorShare(precedents, state, day),
    own === null || theirs === null ? null : own === theirs ? 1 : 0,
    Math.log(question.members),
  ];
}
