import { CODING_TEXT } from "../../measures/responsiveness/answer-coding.ts";
import { answeredShare } from "../../measures/responsiveness/answered-share.ts";
import { equalityOfTreatment } from "../../measures/responsiveness/equality-of-treatment.ts";
import { isAnswered } from "../../measures/responsiveness/answer-coding.ts";
import { responseTime } from "../../measures/responsiveness/response-time.ts";
import { stratifiedExact } from "../../measures/responsiveness/stratified-exact.ts";
import { unseenRefusals } from "../../measures/responsiveness/unseen-refusals.ts";
import type { Case } from "../../record/case.ts";
import type { Finding, MethodNote } from "../answer.ts";
import { organisationOf } from "../lookup.ts";
import type { Query } from "../query.ts";
import { DEFAULT_QUERY } from "../query-text.ts";
import { voteCoverage } from "../shared-notes.ts";
import { counted, percent } from "../text.ts";
import type { View } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { organisationSources } from "./alliance.ts";
import { sensitivitySection } from "./cases.ts";
import {
  CASE_CAVEATS,
  CASE_COLUMNS,
  caseRow,
  RESPONSE_METHOD,
  shareFinding,
} from "./cases-rows.ts";
import { selectCases } from "./cases-selection.ts";
import { caseCoverage, caseSources, daysOf, pText } from "./case-text.ts";
import { CRISIS_METHOD, secondDenominator } from "./second-denominator.ts";
import {
  drawOf,
  equalityFinding,
  equalitySection,
  incidenceSection,
  missionSection,
  withinFinding,
} from "./responsiveness-sections.ts";

/** How the answers about responsiveness are made. */
export const RESPONSIVENESS_METHOD: readonly MethodNote[] = [
  ...RESPONSE_METHOD,
  {
    name: "Answered within a time",
    text:
      "Calls whose answer surely, and at most, came within the time; the interval joins the " +
      "exact intervals of both " +
      "counts. An answer with forces is dated by the first deployment, other help by the " +
      "first deployment or decision.",
    reference: "Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404",
  },
  {
    name: "Cumulative incidence",
    text:
      "Nonparametric maximum likelihood for interval-censored times with competing causes, by " +
      "self-consistency; with " +
      "exact times it is the estimate of Aalen and Johansen. An unanswered call is closed at " +
      "an unknown time after " +
      "its last event; only an unknown outcome is censored.",
    reference:
      "Turnbull 1976, doi:10.1111/j.2517-6161.1976.tb01597.x; Hudgens, Satten and Longini " +
      "2001, doi:10.1111/j.0006-341X.2001.00074.x",
  },
  {
    name: "Stratified exact test",
    text:
      "The answers of each stratum are dealt among its calls in every possible way; p is the " +
      "probability of the " +
      "arrangements no likelier than the one observed.",
    reference: "Freeman and Halton 1951, doi:10.1093/biomet/38.1-2.141",
  },
  {
    name: "Unseen refusals",
    text:
      "How many refused calls missing from the record would bring the share, or the lower end " +
      "of its interval, to one " +
      "half or below.",
    reference: null,
  },
  {
    name: "Mission durations",
    text: "Product-limit estimate with log-log limits over a list made in late 2017 or early 2018.",
    reference: "Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452",
  },
];

/** An organisation's answered share against that of all other collective calls. */
export function referenceFinding(
  own: readonly Case[],
  all: readonly Case[],
  subject: string,
  organisation: string,
  query: Query,
): Finding {
  const others = all.filter(
    (item) => item.organisation !== null && item.organisation !== organisation,
  );
  const group = (cases: readonly Case[], name: string) =>
    cases.flatMap((item) => {
      const answered = isAnswered(item, query.coding);
      return answered === null ? [] : [{ stratum: item.threat.coded, group: name, answered }];
    });
  const test = stratifiedExact([...group(own, "own"), ...group(others, "others")]);
  const mine = answeredShare(own, query.coding, query.level);
  const theirs = answeredShare(others, query.coding, query.level);
  const reference =
    `${theirs.answered} of ` +
    `${theirs.calls}${theirs.share === null ? "" : ` (${percent(theirs.share)})`}`;
  const least = pText(test.smallestP ?? 1);
  const p =
    test.p === null || test.smallestP === null
      ? "no test: the margins allow one arrangement only"
      : `within strata of the threat p is ${pText(test.p)}, the smallest attainable ${least}`;
  return {
    id: "reference",
    text:
      `${subject}: ${mine.answered} of ${counted(mine.calls, "call")} answered, against ` +
      `${reference} on the other ` +
      `organisations of the record; ${p}.`,
    value: test.p,
    ...WITHOUT_INTERVAL,
    n: mine.calls + theirs.calls,
    comparison: `Calls on the other organisations of the record: ${reference} answered.`,
    method: "Stratified exact test",
    evidence: ["/cases"],
  };
}

/** How many unseen refusals would overturn that most calls are answered. */
export function unseenFinding(
  own: readonly Case[],
  subject: string,
  query: Query,
  base: string,
): readonly Finding[] {
  const { answered, calls, share } = answeredShare(own, query.coding, query.level);
  if (share === null || share <= 0.5) return [];
  const unseen = unseenRefusals(answered, calls, 0.5, query.level);
  const interval =
    unseen.interval === 0
      ? "the interval already reaches it"
      : `${unseen.interval} would bring the lower end of its interval there`;
  return [
    {
      id: "unseen-refusals",
      text:
        `${subject}: ${counted(unseen.share, "refused call")} that left no trace would bring ` +
        "the answered share to one " +
        `half; ${interval}.`,
      value: unseen.share,
      ...WITHOUT_INTERVAL,
      n: calls,
      comparison: null,
      method: "Unseen refusals",
      evidence: [base],
    },
  ];
}

/** `/alliances/{id}/responsiveness`: how often and how soon an organisation answers. */
export const responsivenessView: View = {
  path: "/alliances/{id}/responsiveness",
  describe:
    "how often and how soon calls on an organisation are answered, and whether members are " +
    "treated alike",
  example: "/alliances/csto/responsiveness",
  parameters: ["threat", "from", "to", "confidence", "coding", "level"],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: ({ record, path, query }) => {
    const organisation = organisationOf(record, path["id"] ?? "");
    const { id, short } = organisation;
    const base = `/alliances/${id}/responsiveness`;
    const own = selectCases(record, drawOf(query, id));
    const all = selectCases(record, drawOf(query, null));
    const times = own.flatMap((item) => responseTime(item, query.coding) ?? []);
    const equality = equalityOfTreatment(own, query.coding);
    const missions = missionSection(record, own);
    const crises = secondDenominator(record, organisation, query);
    const share = shareFinding(own, query.coding, query.level, {
      id: "answered",
      subject: short,
      comparison: null,
      evidence: [base, `/alliances/${id}/record`],
    });
    return {
      title: `Responsiveness of ${organisation.name}`,
      summary: {
        id,
        cases: own.length,
        calls: times.length,
        answered_share: share.value,
        lower: share.lower,
        upper: share.upper,
        coding: query.coding,
        coding_means: CODING_TEXT[query.coding],
        confidence: query.confidence,
      },
      columns: [
        { name: "case", label: "Case" },
        { name: "end", label: "How the call ended", note: "empty: not known" },
        { name: "days_least", label: "Days, at least", digits: 1 },
        { name: "days_most", label: "at most", digits: 1, note: "empty: not on record" },
      ],
      rows: times.map(({ case: name, cause, least, most }) => ({
        case: name,
        end: cause,
        days_least: daysOf(least),
        days_most: daysOf(most),
      })),
      sections: [
        incidenceSection(times, query.level),
        sensitivitySection(own, query),
        equalitySection(record, equality),
        missions.section,
        ...crises.sections,
      ].filter(({ rows }) => rows.length > 0),
      findings: [
        share,
        ...crises.findings,
        withinFinding(times, query.level, short, base),
        referenceFinding(own, all, short, id, query),
        ...unseenFinding(own, short, query, base),
        equalityFinding(equality, short, base),
        { ...missions.finding, evidence: [base] },
      ],
      method: [...RESPONSIVENESS_METHOD, CRISIS_METHOD],
      sources: [
        ...caseSources(own),
        ...organisationSources(organisation),
        "un-peacekeeping-missions",
      ],
      caveats: [
        ...CASE_CAVEATS,
        "Answered of calls counts no crisis in which a member could have called and did not; " +
          "called of crises does, where an overlay brings a list of crises.",
      ],
      covers: caseCoverage(own, () => voteCoverage(record, DEFAULT_QUERY)),
    };
  },
};

/** `/alliances/{id}/record`: the cases of an organisation. */
export const allianceRecordView: View = {
  path: "/alliances/{id}/record",
  describe: "the cases of an organisation: calls, crises without a call, and what came of each",
  example: "/alliances/csto/record",
  parameters: ["threat", "from", "to", "confidence", "coding", "level"],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: ({ record, path, query }) => {
    const organisation = organisationOf(record, path["id"] ?? "");
    const own = selectCases(record, drawOf(query, organisation.id));
    const calls = own.filter(({ appellant }) => appellant !== null).length;
    const finding = shareFinding(own, query.coding, query.level, {
      id: "answered",
      subject: organisation.short,
      comparison: null,
      evidence: [`/alliances/${organisation.id}/record`],
    });
    return {
      title: `Cases of ${organisation.name}`,
      summary: {
        id: organisation.id,
        cases: own.length,
        calls,
        without_call: own.length - calls,
        answered_share: finding.value,
        lower: finding.lower,
        upper: finding.upper,
        coding: query.coding,
      },
      columns: CASE_COLUMNS,
      rows: own.map((item) => caseRow(item, query.coding)),
      sections: [sensitivitySection(own, query)],
      findings: [finding],
      method: RESPONSE_METHOD,
      sources: [...caseSources(own), ...organisationSources(organisation)],
      caveats: CASE_CAVEATS,
      covers: caseCoverage(own, () => voteCoverage(record, DEFAULT_QUERY)),
    };
  },
};
