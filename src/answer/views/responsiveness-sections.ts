import { DAY } from "../../dates/event-date.ts";
import { answeredWithin } from "../../measures/responsiveness/answered-within.ts";
import { caseLag } from "../../measures/responsiveness/case-lags.ts";
import {
  cumulativeIncidence,
  incidenceAt,
} from "../../measures/responsiveness/cumulative-incidence.ts";
import type { EqualityOfTreatment } from "../../measures/responsiveness/equality-of-treatment.ts";
import { kaplanMeier } from "../../measures/responsiveness/kaplan-meier.ts";
import { CAUSES, type ResponseTime } from "../../measures/responsiveness/response-time.ts";
import type { Case } from "../../record/case.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Finding, Row, Section } from "../answer.ts";
import type { Query } from "../query.ts";
import { counted, fixed } from "../text.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { daysOf, pText } from "./case-text.ts";

/** Days within which answers are counted. */
const HORIZONS = [1, 7, 30, 90, 365] as const;

/** Answers within so many days, beside the cumulative incidence of each end of a call. */
export function incidenceSection(times: readonly ResponseTime[], level: number): Section {
  const estimate = cumulativeIncidence(times);
  const rows = HORIZONS.map((days): Row => {
    const within = answeredWithin(times, days * DAY, level);
    const incidence = CAUSES.flatMap((cause) => {
      const { least, most } = incidenceAt(estimate, cause, days * DAY);
      return [
        [`${cause}_least`, times.length < 5 ? null : least],
        [`${cause}_most`, times.length < 5 ? null : most],
      ];
    });
    return {
      within: counted(days, "day"),
      days,
      calls: within.calls,
      within_least: within.least,
      within_most: within.most,
      share_least: within.lower === null ? null : within.least / within.calls,
      lower: within.lower,
      upper: within.upper,
      ...(Object.fromEntries(incidence) as Row),
    };
  });
  const bounds = (name: string, label: string) => [
    { name: `${name}_least`, label: `${label}, at least`, digits: 3 },
    { name: `${name}_most`, label: "at most", digits: 3 },
  ];
  return {
    id: "incidence",
    title: "How soon calls end, and how",
    text: [
      "Answers within so many days of the call, as counts with an exact interval, and the " +
        "cumulative incidence of " +
        "answer, refusal and close. A refusal, or a crisis that ended first, ends the wait; " +
        "neither is treated as a " +
        "wait that went on. Bounds are as wide as the dates are. Withheld below five calls.",
    ],
    findings: ["within-7"],
    address: null,
    columns: [
      { name: "within", label: "Within" },
      { name: "days", label: "Days since the call" },
      { name: "calls", label: "Calls" },
      { name: "within_least", label: "Answered, at least" },
      { name: "within_most", label: "at most" },
      { name: "share_least", label: "Share, at least", digits: 3 },
      { name: "lower", label: "Exact, lower", digits: 3 },
      { name: "upper", label: "Exact, upper", digits: 3 },
      ...bounds("answered", "Incidence of an answer"),
      ...bounds("refused", "Incidence of a refusal"),
      ...bounds("closed", "Incidence of a close"),
    ],
    rows,
    figure: {
      kind: "ranks",
      title: "Calls answered within so many days",
      label: "within",
      value: "share_least",
      lower: "lower",
      upper: "upper",
      highlight: null,
      xLabel:
        "Share of calls surely answered by then, with the exact interval over both counts",
      domain: [0, 1],
      rule: null,
    },
  };
}

/** Answers within a week, as a finding. */
export function withinFinding(
  times: readonly ResponseTime[],
  level: number,
  subject: string,
  base: string,
): Finding {
  const week = answeredWithin(times, 7 * DAY, level);
  const count = week.least === week.most ? String(week.least) : `${week.least} to ${week.most}`;
  const interval =
    week.lower === null || week.upper === null
      ? "; an interval is withheld below five calls"
      : ` (exact ${Math.round(level * 100)} % interval over both counts ${fixed(week.lower)} ` +
        `to ${fixed(week.upper)})`;
  return {
    id: "within-7",
    text:
      `${subject}: ${count} of ${counted(week.calls, "call")} answered within 7 ` +
      `days${interval}.`,
    value: null,
    lower: week.lower,
    upper: week.upper,
    level: week.lower === null ? null : level,
    n: week.calls,
    comparison: null,
    method: "Answered within a time",
    evidence: [base],
  };
}

/** Each member's answered calls against the others', within strata of the threat. */
export function equalitySection(record: CasusRecord, equality: EqualityOfTreatment): Section {
  const overall = new Map(equality.overall.groups.map((row) => [row.group, row]));
  return {
    id: "equality",
    title: "Members' calls against each other's",
    text: [
      "Each member's answered calls against those of the other members, within strata of the " +
        "threat as coded: exact " +
        "conditional tests. Expected: answers that the member would have had were all calls " +
        "of a stratum answered " +
        "alike. The smallest attainable p says what so few calls could show at best; where it " +
        "is above 0.05 no " +
        "outcome could have shown unequal treatment. p is not corrected for the number of " +
        "members. A call of " +
        `several states belongs to no one member: ${equality.joint} left out.`,
    ],
    findings: ["equality"],
    address: null,
    columns: [
      { name: "state", label: "Member" },
      { name: "name", label: "Name" },
      { name: "answered", label: "Answered" },
      { name: "calls", label: "Calls" },
      { name: "expected", label: "Expected", digits: 2 },
      { name: "p", label: "p against the others", digits: 4, note: "empty: nothing to test" },
      { name: "smallest_p", label: "Smallest attainable p", digits: 4 },
      { name: "informative", label: "Informative strata" },
    ],
    rows: equality.members.map(({ state, test }) => ({
      state,
      name: record.states.name(state),
      answered: overall.get(state)?.answered ?? null,
      calls: overall.get(state)?.calls ?? null,
      expected: overall.get(state)?.expected ?? null,
      p: test.p,
      smallest_p: test.smallestP,
      informative: test.informative,
    })),
    figure: null,
  };
}

/** Whether members were answered alike, as a finding. */
export function equalityFinding(
  { overall, members }: EqualityOfTreatment,
  subject: string,
  base: string,
): Finding {
  const { p, smallestP, withheld } = overall;
  const calls = overall.groups.reduce((sum, row) => sum + row.calls, 0);
  const able = smallestP !== null && smallestP <= 0.05;
  const verdict = !able
    ? "with so few calls no outcome could have shown unequal treatment"
    : p !== null && p <= 0.05
      ? "the calls were not answered alike"
      : "unequal treatment is not shown";
  const text =
    p === null || smallestP === null
      ? `${subject}: whether members are answered alike cannot be tested ` +
        `(${counted(calls, "call")} of ` +
        `${counted(members.length, "member")}: ${withheld ?? "nothing to test"}).`
      : `${subject}: ${counted(calls, "call")} of ${counted(members.length, "member")}, ` +
        "within strata of the threat: " +
        `p is ${pText(p)}, the smallest attainable ${pText(smallestP)}; ${verdict}.`;
  return {
    id: "equality",
    text,
    value: p,
    ...WITHOUT_INTERVAL,
    n: calls,
    comparison: "Members' calls about the same kind of threat are compared with each other.",
    method: "Stratified exact test",
    evidence: [base],
  };
}

/** The durations of missions: those of some cases beside the United Nations' as a yardstick. */
export function missionSection(
  record: CasusRecord,
  cases: readonly Case[],
): { readonly section: Section; readonly finding: Finding } {
  const un = kaplanMeier(
    record.missionDurations.map(({ months, ended, censored }) => ({
      duration: months,
      ended,
      censored,
    })),
  );
  const own = cases.flatMap((item): Row[] => {
    const lag = caseLag(item, "troops-withdrawal-end")?.lag;
    return lag === undefined
      ? []
      : [
          {
            mission: item.id,
            n: 1,
            days_least: daysOf(lag.least),
            days_most: daysOf(lag.most),
            what: "first troops to end of withdrawal",
          },
        ];
  });
  const month = (months: number | null): number | null =>
    months === null ? null : Math.round(months * 30.4375);
  const yardstick = (what: string, n: number, months: number | null): Row => ({
    mission: "United Nations",
    n,
    days_least: month(months),
    days_most: month(months),
    what,
  });
  const interval = `${un.medianLower ?? "?"} to ${un.medianUpper ?? "?"}`;
  return {
    section: {
      id: "missions",
      title: "How long missions stayed, beside those of the United Nations",
      text: [
        "Three answers for the United Nations' missions that differ: the mean and the median " +
          "of those that ended, and " +
          "the Kaplan-Meier median over ended and ongoing ones. A mission whose end is not on " +
          "record has no row; a " +
          "blank end is not an ongoing mission.",
      ],
      findings: ["missions"],
      address: null,
      columns: [
        { name: "mission", label: "Mission" },
        { name: "n", label: "Missions" },
        { name: "days_least", label: "Days, at least", digits: 1 },
        { name: "days_most", label: "at most", digits: 1 },
        { name: "what", label: "What is measured" },
      ],
      rows: [
        ...own,
        yardstick("mean of those ended", un.ended, un.meanOfEnded),
        yardstick("median of those ended", un.ended, un.medianOfEnded),
        yardstick("Kaplan-Meier median, ongoing ones included", un.n, un.median),
      ],
      figure: null,
    },
    finding: {
      id: "missions",
      text:
        `Missions of the United Nations, 1948-2017: of ${un.ended} ended the mean is ` +
        `${fixed(un.meanOfEnded ?? 0, 1)} months and ` +
        `the median ${un.medianOfEnded}; with ${un.censored} ongoing the Kaplan-Meier median ` +
        `is ${un.median} months ` +
        `(95 % interval ${interval}). ${counted(own.length, "mission")} of these cases ` +
        `${own.length === 1 ? "has" : "have"} both ends on record.`,
      value: un.median,
      lower: un.medianLower,
      upper: un.medianUpper,
      level: 0.95,
      n: un.n,
      comparison:
        "A yardstick, not a like for like: most of these missions were sent to keep a peace " +
        "made by others.",
      method: "Mission durations",
      evidence: [],
    },
  };
}

/** The part of a query that draws the cases of one organisation. */
export function drawOf(query: Query, organisation: string | null): Query {
  return { ...query, organisation, outcome: null, decider: null };
}
