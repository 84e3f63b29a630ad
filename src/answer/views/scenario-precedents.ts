import { CODING_TEXT } from "../../measures/responsiveness/answer-coding.ts";
import { jeffreysInterval } from "../../measures/responsiveness/jeffreys-interval.ts";
import { LAGS, type LagName } from "../../measures/responsiveness/case-lags.ts";
import type { CasusRecord } from "../../record/record.ts";
import { codingOf } from "../../scenario/arrivals.ts";
import {
  type AfterPrecedent,
  branchesOf,
  FOLLOWED_YEARS,
  PARTICIPATION_YEARS,
} from "../../scenario/branches.ts";
import { FEWEST_LAGS, lagDistribution } from "../../scenario/lag-distribution.ts";
import { precedentKinds, type PrecedentKind } from "../../scenario/precedents.ts";
import type { CallRun } from "../../scenario/run-call.ts";
import type { Cell, Column, Finding, Row, Section } from "../answer.ts";
import type { Query } from "../query.ts";
import { counted, fixed, listed, percent } from "../text.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";

/** Draws of the intervals of times. */
const LAG_DRAWS = 400;

/** Calls like this one, and how they were answered. */
export function kindsOf(record: CasusRecord, { plan }: CallRun): readonly PrecedentKind[] {
  const { call, asked, largest } = plan;
  const facts = {
    appellantLargest: call.appellant === largest,
    againstMember: call.adversary !== null && asked.includes(call.adversary),
  };
  const coding = codingOf(call.instrument);
  return precedentKinds(call, facts, record.cases, record.organisations, coding);
}

/** Whether nothing of the kind is on record. */
export function isExtrapolation(kinds: readonly PrecedentKind[]): boolean {
  return kinds.some(({ all }) => all.length === 0);
}

/** What a scenario says of its precedents. */
export function precedentFinding(
  kinds: readonly PrecedentKind[],
  short: string,
  at: string,
): Finding {
  const none = kinds.filter(({ id, all }) => all.length === 0 && id !== "all");
  const alike = kinds.find(({ id }) => id === "all");
  const [own, all] = [alike?.own.length ?? 0, alike?.all.length ?? 0];
  const missing = [
    ...none.map(({ text }) => text),
    ...(all === 0 ? ["calls alike in threat, place, caller and adversary"] : []),
  ];
  const ownText =
    own === 0
      ? `none of them on ${short}`
      : `${own} of them on ${short}, of which ${alike?.ownAnswered ?? 0} answered`;
  return {
    id: "precedents",
    text:
      missing.length > 0
        ? `Extrapolation: before ${at} the record holds no ${listed(missing)}. The figures carry over ` +
          "what was seen in other kinds of call."
        : `${counted(all, "call")} alike in threat, place, caller and adversary before ${at}, of which ` +
          `${alike?.allAnswered ?? 0} answered; ${ownText}.`,
    value: all,
    ...WITHOUT_INTERVAL,
    n: kinds[0]?.all.length ?? 0,
    comparison: "calls on organisations of the record whose outcome is known",
    method: "Precedents",
    evidence: ["/cases"],
  };
}

/** The kinds of precedent, with the share answered. */
export function precedentSection(
  kinds: readonly PrecedentKind[],
  short: string,
  query: Query,
  instrument: string,
): Section {
  const columnsOf = (prefix: string, label: string): readonly Column[] => [
    { name: `${prefix}_calls`, label: `Calls, ${label}` },
    { name: `${prefix}_answered`, label: `Answered, ${label}` },
    { name: `${prefix}_share`, label: "Share", digits: 3 },
    {
      name: `${prefix}_lower`,
      label: "Lower",
      digits: 3,
      note: "Jeffreys; describes these calls",
    },
    { name: `${prefix}_upper`, label: "Upper", digits: 3 },
  ];
  const cells = (prefix: string, n: number, k: number): Record<string, Cell> => {
    const interval = n === 0 ? null : jeffreysInterval(k, n, query.level);
    return {
      [`${prefix}_calls`]: n,
      [`${prefix}_answered`]: k,
      [`${prefix}_share`]: n === 0 ? null : k / n,
      [`${prefix}_lower`]: interval?.lower ?? null,
      [`${prefix}_upper`]: interval?.upper ?? null,
    };
  };
  return {
    id: "precedents",
    title: "Earlier calls like this one",
    text: [
      `Answered: ${CODING_TEXT[codingOf(instrument)]}. A kind without a call on record makes the ` +
        "answer an extrapolation.",
    ],
    findings: ["precedents"],
    address: "/cases",
    columns: [
      { name: "kind", label: "Kind" },
      { name: "text", label: "Calls" },
      ...columnsOf("own", short),
      ...columnsOf("all", "all organisations"),
      { name: "own_cases", label: `Cases, ${short}` },
    ],
    rows: kinds.map(({ id, text, own, all, ownAnswered, allAnswered }) => ({
      kind: id,
      text,
      ...cells("own", own.length, ownAnswered),
      ...cells("all", all.length, allAnswered),
      own_cases: own.map((item) => item.id).join(" "),
    })),
    figure: null,
  };
}

const TIMES: readonly LagName[] = ["appeal-consultation", "appeal-decision", "appeal-troops"];

/** The times to consultation, decision and arrival, with what is said of them. */
export function timesPart(
  run: CallRun,
  query: Query,
): { readonly section: Section; readonly finding: Finding } {
  const cases = run.models.cases.map(({ item }) => item);
  const options = { draws: LAG_DRAWS, seed: query.seed, level: query.level };
  const lags = TIMES.map((name) => lagDistribution(cases, name, options));
  const decision = lags.find(({ name }) => name === "appeal-decision")!;
  const median = decision.quantiles.find(({ probability }) => probability === 0.5) ?? null;
  const late = decision.quantiles.find(({ probability }) => probability === 0.9) ?? null;
  return {
    section: {
      id: "times",
      title: "How long it takes where it happens",
      text: [
        "From the calls on organisations with members' stances on record whose steps are dated; each " +
          "lag is drawn from its interval. A quantile is of the precedents in which the step was " +
          `taken; withheld below ${FEWEST_LAGS}.`,
      ],
      findings: ["times"],
      address: "/cases",
      columns: [
        { name: "step", label: "Step" },
        { name: "quantile", label: "Quantile", digits: 1 },
        { name: "days", label: "Days", digits: 1 },
        { name: "lower", label: "Lower", digits: 1 },
        { name: "upper", label: "Upper", digits: 1 },
        { name: "n", label: "Dated precedents" },
        { name: "undated", label: "Not dated" },
      ],
      rows: lags.flatMap(({ name, n, undated, quantiles }): Row[] =>
        quantiles.length === 0
          ? [
              {
                step: LAGS[name],
                quantile: null,
                days: null,
                lower: null,
                upper: null,
                n,
                undated,
              },
            ]
          : quantiles.map(({ probability, days, lower, upper }) => ({
              step: LAGS[name],
              quantile: probability,
              days,
              lower,
              upper,
              n,
              undated,
            })),
      ),
      figure: null,
    },
    finding: {
      id: "times",
      text:
        median === null
          ? `Too few dated decisions (${decision.n}) to say how long one takes.`
          : `Where a decision was taken in ${counted(decision.n, "dated precedent")}, the median ` +
            `time from the call was ${fixed(median.days, 1)} days (${fixed(median.lower, 1)} to ` +
            `${fixed(median.upper, 1)}); nine in ten within ${fixed(late?.days ?? 0, 0)} days.`,
      value: median?.days ?? null,
      lower: median?.lower ?? null,
      upper: median?.upper ?? null,
      level: median === null ? null : query.level,
      n: decision.n,
      comparison: "calls on organisations with members' stances on record",
      method: "Precedents",
      evidence: ["/cases"],
    },
  };
}

function leftCounts(rows: readonly AfterPrecedent[]): {
  readonly followed: number;
  readonly callerLeft: number;
  readonly anyLeft: number;
} {
  const followed = rows.filter(({ left }) => left !== null);
  return {
    followed: followed.length,
    callerLeft: followed.filter(({ callerLeft }) => callerLeft === true).length,
    anyLeft: followed.filter(({ left }) => (left?.length ?? 0) > 0).length,
  };
}

const BRANCH_TEXT = {
  complied: "complied with",
  refused: "refused, or answered with less",
} as const;

/** What came after calls complied with and refused, on this alliance and on all. */
export function branchesPart(
  record: CasusRecord,
  run: CallRun,
  short: string,
): { readonly section: Section; readonly findings: readonly Finding[] } {
  const { call } = run.plan;
  const last = record.votes.rollCalls.at(-1)?.date ?? call.at;
  const coding = codingOf(call.instrument);
  const options = { coding, before: call.at, last: last < call.at ? last : call.at };
  const all = branchesOf(record.cases, record.organisations, record.participation, options);
  const own = all.map(({ id, precedents }) => ({
    id,
    precedents: precedents.filter(({ item }) => item.organisation === call.alliance),
  }));
  const rows = own.flatMap(({ id, precedents }) =>
    precedents.map(({ item, day, left, callerLeft, before, after }): Row => ({
      branch: id,
      case: item.id,
      day,
      outcome: item.outcome,
      caller: item.appellant?.states.join(" ") ?? null,
      left: left === null ? null : left.join(" "),
      caller_left: callerLeft,
      participation_before: before,
      participation_after: after,
    })),
  );
  return {
    section: {
      id: "branches",
      title: `What came after earlier calls on ${short}, complied with and refused`,
      text: [
        `Members that had left within ${FOLLOWED_YEARS} years (empty: the years are not over, or ` +
          `nobody left), and the share of recorded events that the caller took part in, ` +
          `${PARTICIPATION_YEARS} years before and after (empty: fewer than three events on record).`,
        `Complied with: ${CODING_TEXT[coding]}. Precedents are counted; that one thing ` +
          "followed another does not make it an effect.",
      ],
      findings: ["branch-complied", "branch-refused"],
      address: null,
      columns: [
        { name: "branch", label: "Branch" },
        { name: "case", label: "Case" },
        { name: "day", label: "Day" },
        { name: "outcome", label: "Outcome" },
        { name: "caller", label: "Caller" },
        { name: "left", label: "Members that left" },
        { name: "caller_left", label: "Caller left" },
        { name: "participation_before", label: "Took part before", digits: 2 },
        { name: "participation_after", label: "Took part after", digits: 2 },
      ],
      rows,
      figure: null,
    },
    findings: (["complied", "refused"] as const).map((id): Finding => {
      const mine = own.find((branch) => branch.id === id)?.precedents ?? [];
      const theirs = all.find((branch) => branch.id === id)?.precedents ?? [];
      const [here, everywhere] = [leftCounts(mine), leftCounts(theirs)];
      const shifts = mine.flatMap(({ before, after }) =>
        before === null || after === null ? [] : [after - before],
      );
      const participation =
        shifts.length === 0
          ? "participation of the caller cannot be compared"
          : `the caller's share of events taken part in changed by ` +
            listed(
              shifts.map((shift) => `${shift < 0 ? "-" : "+"}${percent(Math.abs(shift))}`),
            );
      const interval =
        everywhere.followed === 0
          ? null
          : jeffreysInterval(everywhere.callerLeft, everywhere.followed, 0.9);
      const general =
        interval === null
          ? "No precedent on any organisation."
          : `On all organisations the caller had left within ${FOLLOWED_YEARS} years in ` +
            `${everywhere.callerLeft} of ${everywhere.followed} calls followed ` +
            `(${percent(interval.lower)} to ${percent(interval.upper)}).`;
      return {
        id: `branch-${id}`,
        text:
          mine.length === 0
            ? `If the call is ${BRANCH_TEXT[id]}: no precedent on ${short}. ${general}`
            : `If the call is ${BRANCH_TEXT[id]}: ${counted(mine.length, "precedent")} on ${short}, ` +
              `${here.followed} of them followed for ${FOLLOWED_YEARS} years, after which the caller ` +
              `had left in ${here.callerLeft} and any member in ${here.anyLeft}; ${participation}. ` +
              general,
        value: everywhere.followed === 0 ? null : everywhere.callerLeft / everywhere.followed,
        lower: interval?.lower ?? null,
        upper: interval?.upper ?? null,
        level: interval === null ? null : 0.9,
        n: everywhere.followed,
        comparison: "calls on organisations of the record, followed for five years",
        method: "Precedents",
        evidence: [`/alliances/${call.alliance}/record`],
      };
    }),
  };
}
