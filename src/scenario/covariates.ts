import type { CasusRecord } from "../record/record.ts";
import type { StateKey } from "../states/state.ts";
import { type CallSite, costOf, type CostRecord, COSTS } from "./cost.ts";
import {
  type DependenceName,
  dependenceOn,
  type DependenceRecord,
  DEPENDENCES,
} from "./dependence.ts";
import { voteDistance } from "./vote-distance.ts";

/** A stance in an earlier case, from which a member's own share in favour is counted. */
export interface Precedent {
  readonly day: string;
  readonly state: StateKey;
  readonly inFavour: boolean;
}

/** The tables that covariates are read from. */
export type CovariateRecord = Pick<CasusRecord, "votes" | "regimes"> &
  DependenceRecord &
  CostRecord;

/** What a call asks of one member. */
export interface MemberQuestion extends CallSite {
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

/** Covariates of positions, threat, precedent and relation, with what each holds. */
const RELATIONS = {
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

/** On whom a member's dependence is counted. */
const PARTNERS = ["appellant", "adversary", "largest"] as const;

type DependenceOn = `${DependenceName}_${(typeof PARTNERS)[number]}`;

const KINDS = Object.keys(DEPENDENCES) as readonly DependenceName[];

/** Dependence by kind and partner. */
const DEPENDENCE = Object.fromEntries(
  KINDS.flatMap((kind) =>
    PARTNERS.map((partner) => [
      `${kind}_${partner}`,
      `${DEPENDENCES[kind]}; the other is the ${partner === "largest" ? "largest member" : partner}`,
    ]),
  ),
) as Readonly<Record<DependenceOn, string>>;

/** The covariates by name, in the order of the model's columns, with what each holds. */
export const COVARIATES = { ...RELATIONS, ...DEPENDENCE, ...COSTS } as const;

/** The covariates of each group: what the model held before, dependence, cost. */
export const COVARIATE_GROUPS = {
  relation: Object.keys(RELATIONS) as readonly CovariateName[],
  dependence: Object.keys(DEPENDENCE) as readonly CovariateName[],
  cost: Object.keys(COSTS) as readonly CovariateName[],
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

/** A member's dependence on some states before a day, by kind: the mean over those known. */
function dependence(
  record: DependenceRecord,
  state: StateKey,
  others: readonly StateKey[],
  day: string,
): (kind: DependenceName) => number | null {
  const each = others.map((other) => dependenceOn(record, state, other, day));
  return (kind) => meanOf(each.map((one) => one[kind]));
}

/**
 * What the record knew of a member before a call, in the order of `COVARIATES`. Every value rests
 * on the call itself and on days before it.
 */
export function covariatesOf(
  record: CovariateRecord,
  question: MemberQuestion,
  precedents: readonly Precedent[],
): Covariates {
  const { state, day, appellants, adversaries, largest } = question;
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
  const partners = {
    appellant: dependence(record, state, appellants, day),
    adversary: dependence(record, state, adversaries, day),
    largest: dependence(record, state, largest === null ? [] : [largest], day),
  };
  const values: Readonly<Record<keyof typeof RELATIONS, number | null>> = {
    distance_appellant: distance(appellants),
    distance_adversary: adversaries.length === 0 ? null : distance(adversaries),
    state_adversary: adversaries.length > 0 ? 1 : 0,
    external: question.external,
    terrorism: question.terrorism,
    appellant_largest: largest !== null && appellants.includes(largest) ? 1 : 0,
    member_largest: largest === state ? 1 : 0,
    prior_share: priorShare(precedents, state, day),
    same_regime: own === null || theirs === null ? null : own === theirs ? 1 : 0,
    members: Math.log(question.members),
  };
  const costs = costOf(record, state, question, day);
  return [
    ...COVARIATE_GROUPS.relation.map((name) => values[name as keyof typeof RELATIONS]),
    ...KINDS.flatMap((kind) => PARTNERS.map((partner) => partners[partner](kind))),
    ...Object.keys(COSTS).map((name) => costs[name as keyof typeof COSTS]),
  ];
}
