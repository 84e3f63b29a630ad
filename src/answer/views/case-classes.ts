import { isAnswered, type AnswerCoding } from "../../measures/responsiveness/answer-coding.ts";
import { caseLags, type LagName } from "../../measures/responsiveness/case-lags.ts";
import { rankInClass, type LagRank } from "../../measures/responsiveness/rank-in-class.ts";
import type { Case } from "../../record/case.ts";
import { startTime } from "./cases-selection.ts";

/** A set of calls that one call is held against. */
export interface ReferenceClass {
  readonly id: string;
  /** `calls decided by an organ`. */
  readonly text: string;
  /** The class without the case itself. */
  readonly others: readonly Case[];
}

/** The place of a case's lag in one of its reference classes. */
export interface ClassRank {
  readonly class: ReferenceClass;
  readonly name: LagName;
  readonly rank: LagRank;
  /** Cases of the class without both events of this lag: they have no rank. */
  readonly unranked: number;
}

/** The lags that are ranked. */
const RANKED: readonly LagName[] = [
  "appeal-consultation",
  "appeal-decision",
  "appeal-troops",
  "decision-troops",
];

const DECIDER: Readonly<Record<Case["decider"], string>> = {
  organ: "calls decided collectively, by an organ",
  single: "calls decided by a single state",
  mixed: "calls decided by an organ and a state",
  none: "crises in which nobody was called on to decide",
};

const year = (text: string): number => Date.parse(`${text}-01-01T00:00:00Z`);
const ERAS = [
  { id: "until 1990", from: -Infinity, to: year("1991") },
  { id: "from 1991 to 2010", from: year("1991"), to: year("2011") },
  { id: "since 2011", from: year("2011"), to: Infinity },
] as const;

function eraOf(item: Case): (typeof ERAS)[number] {
  const time = startTime(item);
  return ERAS.find(({ from, to }) => time >= from && time < to) ?? ERAS[2];
}

/** The reference classes of a case, drawn from the other calls of the record. */
export function referenceClasses(
  item: Case,
  cases: readonly Case[],
  coding: AnswerCoding,
): readonly ReferenceClass[] {
  const others = cases.filter((other) => other.id !== item.id && other.appellant !== null);
  const era = eraOf(item);
  const threat = item.threat.coded;
  const classes: ReferenceClass[] = [
    { id: "all", text: "all calls", others },
    {
      id: "decider",
      text: DECIDER[item.decider],
      others: others.filter(({ decider }) => decider === item.decider),
    },
    {
      id: "threat",
      text: `calls about a threat coded ${threat}`,
      others: others.filter((other) => other.threat.coded === threat),
    },
    {
      id: "threat-answered",
      text: `answered calls about a threat coded ${threat}`,
      others: others.filter(
        (other) => other.threat.coded === threat && isAnswered(other, coding) === true,
      ),
    },
    {
      id: "era",
      text: `calls ${era.id}`,
      others: others.filter((other) => eraOf(other) === era),
    },
  ];
  if (item.organisation === null) return classes;
  const organisation = item.organisation;
  const own = others.filter((other) => other.organisation === organisation);
  return [
    ...classes,
    { id: "organisation", text: `calls on record for ${organisation}`, others: own },
  ];
}

/** The ranks of a case's lags in its reference classes; none for a lag that it does not have. */
export function classRanks(
  item: Case,
  classes: readonly ReferenceClass[],
): readonly ClassRank[] {
  if (item.appellant === null) return [];
  const cases = new Set([item, ...classes.flatMap(({ others }) => others)]);
  const lagsOf = new Map([...cases].map((one) => [one, caseLags(one)]));
  const lagOf = (one: Case, name: LagName) => lagsOf.get(one)?.find((lag) => lag.name === name);
  return RANKED.flatMap((name) => {
    const own = lagOf(item, name);
    if (own === undefined) return [];
    return classes.map((reference): ClassRank => {
      const lags = reference.others.flatMap((other) => lagOf(other, name)?.lag ?? []);
      const unranked = reference.others.length - lags.length;
      return { class: reference, name, rank: rankInClass(own.lag, lags), unranked };
    });
  });
}

/** A rank in words: `rank 1 to 4 of 44`. */
export function rankText({ best, worst, of }: LagRank): string {
  return best === worst ? `rank ${best} of ${of}` : `rank ${best} to ${worst} of ${of}`;
}
