import { equalityOfTreatment } from "../../measures/responsiveness/equality-of-treatment.ts";
import { responseTime } from "../../measures/responsiveness/response-time.ts";
import type { Case } from "../../record/case.ts";
import type { ConformanceRow } from "../../treaty/conformance.ts";
import type { Finding, MethodNote, Section } from "../answer.ts";
import type { Body } from "../body.ts";
import type { Query } from "../query.ts";
import { DEFAULT_QUERY } from "../query-text.ts";
import { counted, percent } from "../text.ts";
import type { ViewContext } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import {
  CONFORMANCE_COLUMNS,
  CONFORMANCE_METHOD,
  conformanceRow,
  INSTRUMENT_COLUMNS,
  instrumentRows,
  replay,
  statusCounts,
} from "./case-conformance-rows.ts";
import { CASE_COLUMNS, caseRow, shareFinding } from "./cases-rows.ts";
import { selectCases } from "./cases-selection.ts";
import { caseSources, treatySources } from "./case-text.ts";
import { equalityFinding, equalitySection, withinFinding } from "./responsiveness-sections.ts";
import { referenceFinding, RESPONSIVENESS_METHOD, unseenFinding } from "./responsiveness.ts";

/** A part of an assessment: its sections and the findings that they name. */
export interface ConductPart {
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
}

function trackRecord(
  own: readonly Case[],
  all: readonly Case[],
  body: Body,
  query: Query,
): ConductPart {
  const times = own.flatMap((item) => responseTime(item, query.coding) ?? []);
  const base = `${body.base}/record`;
  const findings = [
    shareFinding(own, query.coding, query.level, {
      id: "track-record",
      subject: body.short,
      comparison: null,
      evidence: [base, `${body.base}/responsiveness`],
    }),
    {
      ...withinFinding(times, query.level, body.short, `${body.base}/responsiveness`),
      id: "track-within-7",
    },
    {
      ...referenceFinding(own, all, body.short, body.organisation?.id ?? "", query),
      id: "track-reference",
    },
    ...unseenFinding(own, body.short, query, `${body.base}/responsiveness`).map((finding) => ({
      ...finding,
      id: "track-unseen-refusals",
    })),
  ];
  return {
    sections: [
      {
        id: "track-record",
        title: "Track record: who called, and what came of it",
        text: [
          "Every case of the record that belongs to the organisation, crises without a call " +
            "included; these enter no " +
            "answered share. States do not call where they expect a refusal, so that the " +
            "share describes the calls made.",
        ],
        findings: findings.map(({ id }) => id),
        address: base,
        columns: CASE_COLUMNS,
        rows: own.map((item) => caseRow(item, query.coding)),
        figure: null,
      },
    ],
    findings,
  };
}

function procedureFinding(rows: readonly ConformanceRow[], body: Body): Finding {
  const { satisfied, violated, undecidable, "not-triggered": idle } = statusCounts(rows);
  const triggered = satisfied + violated + undecidable;
  const decided = satisfied + violated;
  const share = triggered === 0 ? null : decided / triggered;
  return {
    id: "procedure",
    text:
      triggered === 0
        ? `${body.short}: no duty of its treaties in this record was set off in its cases.`
        : `${body.short}: of ${counted(triggered, "duty", "duties")} set off in its cases, ` +
          "each in the text in force that " +
          `day, ${satisfied} satisfied, ${violated} violated, ${undecidable} undecidable ` +
          `(${share === null ? "none" : percent(share)} decided); ${idle} were not set off.`,
    value: share,
    ...WITHOUT_INTERVAL,
    n: triggered,
    comparison: null,
    method: "Constraints replayed",
    evidence: [`${body.base}/record`],
  };
}

function procedure(context: ViewContext, own: readonly Case[], body: Body): ConductPart {
  const rows = replay(context.record, own).filter(
    ({ treaty }) => treaty.organisation === body.organisation?.id,
  );
  const shown = rows.filter(({ status }) => status !== "not-triggered");
  const finding = procedureFinding(rows, body);
  return {
    sections: [
      {
        id: "procedure",
        title: "Procedure: was the text kept that was in force that day?",
        text: [
          "Duties that an event set off, each replayed in the text in force on the day of the " +
            "call. Undecidable: the " +
            "dates or the record do not decide it, and the row names the fact that would.",
        ],
        findings: [finding.id],
        address: null,
        columns: CONFORMANCE_COLUMNS,
        rows: shown.map(conformanceRow),
        figure: null,
      },
    ],
    findings: [finding],
  };
}

function instrument(context: ViewContext, own: readonly Case[], body: Body): ConductPart {
  const rows = instrumentRows(context.record, own);
  if (rows.length === 0) return { sections: [], findings: [] };
  const used = rows.filter((row) => row["used"] === true);
  const count = (fits: string): number =>
    used.filter((row) => row["fits_coded"] === fits).length;
  const finding: Finding = {
    id: "instrument",
    text:
      `${body.short}: of ${counted(used.length, "force or means", "forces or means")} decided on ` +
      `or sent, ${count("yes")} with a mandate that names the threat as coded, ` +
      `${count("no")} with one that names other threats only, ` +
      `${count("undecidable")} without one on record.`,
    value: null,
    ...WITHOUT_INTERVAL,
    n: used.length,
    comparison: null,
    method: "Means against mandates",
    evidence: [`${body.base}/record`],
  };
  return {
    sections: [
      {
        id: "instrument",
        title: "Instrument: the threat against the mandates of the forces",
        text: [
          "Forces at hand and forces sent, with the articles in force that day that open them " +
            "and the threats that " +
            "these name. It compares words, not what a force could do.",
        ],
        findings: [finding.id],
        address: null,
        columns: INSTRUMENT_COLUMNS,
        rows,
        figure: null,
      },
    ],
    findings: [finding],
  };
}

function equality(
  context: ViewContext,
  own: readonly Case[],
  body: Body,
  query: Query,
): ConductPart {
  const result = equalityOfTreatment(own, query.coding);
  if (result.members.length === 0) return { sections: [], findings: [] };
  return {
    sections: [
      {
        ...equalitySection(context.record, result),
        title: "Equality of treatment: are members' calls answered alike?",
        address: `${body.base}/responsiveness`,
      },
    ],
    findings: [equalityFinding(result, body.short, `${body.base}/responsiveness`)],
  };
}

/** How the parts on conduct are made. */
export const CONDUCT_METHOD: readonly MethodNote[] = [
  ...RESPONSIVENESS_METHOD,
  ...CONFORMANCE_METHOD,
];

/** The sources that the parts on conduct of an organisation rest on. */
export function conductSources({ record }: ViewContext, body: Body): readonly string[] {
  const id = body.organisation?.id ?? null;
  const treaties = record.treaties.filter(
    ({ organisation }) => id !== null && organisation === id,
  );
  const cases = record.cases.filter(({ organisation }) => id !== null && organisation === id);
  return [...caseSources(cases), ...treatySources(treaties)];
}

/**
 * The parts of an assessment on conduct: track record, procedure, instrument and equality of
 * treatment. Empty where the record holds no case of the organisation.
 */
export function conductParts(context: ViewContext, body: Body): ConductPart {
  const id = body.organisation?.id ?? null;
  if (id === null) return { sections: [], findings: [] };
  const query: Query = { ...DEFAULT_QUERY, level: context.query.level };
  const own = selectCases(context.record, { ...query, organisation: id });
  if (own.length === 0) return { sections: [], findings: [] };
  const parts = [
    trackRecord(own, selectCases(context.record, query), body, query),
    procedure(context, own, body),
    instrument(context, own, body),
    equality(context, own, body, query),
  ];
  return {
    sections: parts.flatMap(({ sections }) => sections),
    findings: parts.flatMap(({ findings }) => findings),
  };
}
