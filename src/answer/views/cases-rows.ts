import { caseLag, type LagName } from "../../measures/responsiveness/case-lags.ts";
import type { AnswerCoding } from "../../measures/responsiveness/answer-coding.ts";
import { CODING_TEXT, isAnswered } from "../../measures/responsiveness/answer-coding.ts";
import { answeredShare } from "../../measures/responsiveness/answered-share.ts";
import type { Case } from "../../record/case.ts";
import type { Column, Finding, MethodNote, Row } from "../answer.ts";
import { counted, fixed, percent } from "../text.ts";
import { hoursOf, sourceText } from "./case-text.ts";

/** Columns of the rows of cases. */
export const CASE_COLUMNS: readonly Column[] = [
  { name: "id", label: "Case" },
  { name: "title", label: "Title" },
  { name: "date", label: "Call or first event", note: "EDTF" },
  { name: "organisation", label: "Organisation", note: "empty: bilateral or ad hoc" },
  { name: "appellant", label: "Called", note: "empty: nobody called" },
  { name: "authentic", label: "Authentic", note: "whether the call was the government's own" },
  { name: "addressee", label: "Addressee" },
  { name: "decider", label: "Decided by" },
  { name: "claimed", label: "Threat as claimed" },
  { name: "threat", label: "Threat as coded" },
  { name: "outcome", label: "Outcome" },
  {
    name: "answered",
    label: "Answered",
    note: "under the coding; empty: no call, or not known",
  },
  { name: "to_decision_least", label: "Hours to decision, at least", digits: 1 },
  { name: "to_decision_most", label: "at most", digits: 1 },
  { name: "to_troops_least", label: "Hours to first troops, at least", digits: 1 },
  { name: "to_troops_most", label: "at most", digits: 1 },
  { name: "events", label: "Events" },
  { name: "sources", label: "Sources" },
  { name: "confidence", label: "Confidence" },
];

function lagCells(item: Case, name: LagName, prefix: string): Row {
  const lag = caseLag(item, name)?.lag;
  return {
    [`${prefix}_least`]: lag === undefined ? null : hoursOf(lag.least),
    [`${prefix}_most`]: lag === undefined ? null : hoursOf(lag.most),
  };
}

/** One row of a list of cases. */
export function caseRow(item: Case, coding: AnswerCoding): Row {
  const start = item.events.find(({ type }) => type === "appeal") ?? item.events[0];
  const sources = new Set(item.events.flatMap((event) => event.sources.map(sourceText)));
  return {
    id: item.id,
    title: item.title,
    date: start?.date.text ?? null,
    organisation: item.organisation,
    appellant: item.appellant?.states.join(" ") ?? null,
    authentic: item.appellant?.authentic ?? null,
    addressee: item.addressee.ids.join(" "),
    decider: item.decider,
    claimed: item.threat.claimed.join(" "),
    threat: item.threat.coded,
    outcome: item.outcome,
    answered: isAnswered(item, coding),
    ...lagCells(item, "appeal-decision", "to_decision"),
    ...lagCells(item, "appeal-troops", "to_troops"),
    events: item.events.length,
    sources: sources.size,
    confidence: item.confidence,
  };
}

/** The answered share of some cases as a finding; a count without a share below five calls. */
export function shareFinding(
  cases: readonly Case[],
  coding: AnswerCoding,
  level: number,
  details: Pick<Finding, "id" | "comparison" | "evidence"> & { readonly subject: string },
): Finding {
  const { answered, calls, withoutCall, unknown, share, exact } = answeredShare(
    cases,
    coding,
    level,
  );
  const aside =
    withoutCall === 0 ? "" : ` ${counted(withoutCall, "case")} without a call enter no share.`;
  const open = unknown === 0 ? "" : ` ${counted(unknown, "call")} of unknown outcome left out.`;
  const text =
    share === null || exact === null
      ? `${details.subject}: ${answered} of ${counted(calls, "call")} answered; a share is ` +
        `withheld below five calls.${aside}${open}`
      : `${details.subject}: ${answered} of ${counted(calls, "call")} answered ` +
        `(${percent(share)}; ` +
        `exact ${Math.round(level * 100)} % interval ${fixed(exact.lower)} to ` +
        `${fixed(exact.upper)}), ` +
        `an answer being ${CODING_TEXT[coding]}.${aside}${open}`;
  return {
    id: details.id,
    text,
    value: share,
    lower: exact?.lower ?? null,
    upper: exact?.upper ?? null,
    level: exact === null ? null : level,
    n: calls,
    comparison: details.comparison,
    method: "Answered share",
    evidence: details.evidence,
  };
}

/** How shares and lags are made. */
export const RESPONSE_METHOD: readonly MethodNote[] = [
  {
    name: "Lag between dated events",
    text:
      "Dates are intervals, and so is the time between two of them: from the earliest end to " +
      "the latest. A missing " +
      "event gives no lag. Whole days that overlap keep the order in which the record lists them.",
    reference: null,
  },
  {
    name: "Answered share",
    text:
      "Calls answered over calls with a known outcome. Cases without a call enter no share. " +
      "The exact interval " +
      "describes the recorded calls only: states do not call where they expect a refusal.",
    reference: "Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404",
  },
];

/** What the case base cannot say. */
export const CASE_CAVEATS: readonly string[] = [
  "The case base over-represents calls that were answered; calls that were refused in private " +
    "left no trace.",
  "A call that asked for consultation alone counts as answered only under coding=any.",
  "A case says what was done and when. It does not say why, and legality is not judged.",
];
