import { FIRST_TREATY_YEAR } from "../parameter-kinds.ts";
import { sensitivity } from "../../measures/responsiveness/sensitivity.ts";
import type { Case } from "../../record/case.ts";
import type { Section } from "../answer.ts";
import { organisationOf } from "../lookup.ts";
import type { Query } from "../query.ts";
import { voteCoverage } from "../shared-notes.ts";
import { counted } from "../text.ts";
import type { View } from "../view.ts";
import {
  CASE_CAVEATS,
  CASE_COLUMNS,
  caseRow,
  RESPONSE_METHOD,
  shareFinding,
} from "./cases-rows.ts";
import { selectCases } from "./cases-selection.ts";
import { caseCoverage, caseSources } from "./case-text.ts";

/** The answered share under each confidence, authenticity and coding. */
export function sensitivitySection(cases: readonly Case[], query: Query): Section {
  return {
    id: "sensitivity",
    title: "The answered share drawn and coded otherwise",
    text: ["Each row computes the share again; below five calls it is withheld."],
    findings: [],
    address: null,
    columns: [
      { name: "run", label: "Run" },
      { name: "text", label: "Cases and coding" },
      { name: "answered", label: "Answered" },
      { name: "calls", label: "Calls" },
      { name: "share", label: "Share", digits: 3 },
      { name: "exact_lower", label: "Exact, lower", digits: 3 },
      { name: "exact_upper", label: "Exact, upper", digits: 3 },
      { name: "jeffreys_lower", label: "Jeffreys, lower", digits: 3 },
      { name: "jeffreys_upper", label: "Jeffreys, upper", digits: 3 },
    ],
    rows: sensitivity(cases, query.coding, query.level).map(({ id, text, result }) => ({
      run: id,
      text,
      answered: result.answered,
      calls: result.calls,
      share: result.share,
      exact_lower: result.exact?.lower ?? null,
      exact_upper: result.exact?.upper ?? null,
      jeffreys_lower: result.jeffreys?.lower ?? null,
      jeffreys_upper: result.jeffreys?.upper ?? null,
    })),
    figure: null,
  };
}

/** `/cases`: the calls for help, and the crises in which nobody called. */
export const casesView: View = {
  path: "/cases",
  describe:
    "the cases: who called whom, about what, and what came of it, with lags as intervals",
  example: "/cases?organisation=csto",
  firstYear: FIRST_TREATY_YEAR,
  parameters: [
    "organisation",
    "threat",
    "outcome",
    "decider",
    "from",
    "to",
    "confidence",
    "coding",
    "level",
    "limit",
    "offset",
  ],
  canonical: (_record, path) => path,
  compute: ({ record, query }) => {
    if (query.organisation !== null) organisationOf(record, query.organisation);
    const cases = selectCases(record, query);
    const shown = cases.slice(query.offset, query.offset + query.limit);
    const calls = cases.filter(({ appellant }) => appellant !== null).length;
    const finding = shareFinding(cases, query.coding, query.level, {
      id: "answered",
      subject: "In this selection",
      comparison: null,
      evidence: ["/cases"],
    });
    return {
      title: `${counted(cases.length, "case")}, ${counted(calls, "call")} for help`,
      summary: {
        cases: cases.length,
        calls,
        without_call: cases.length - calls,
        answered_share: finding.value,
        lower: finding.lower,
        upper: finding.upper,
        coding: query.coding,
        confidence: query.confidence,
        total: cases.length,
        shown: shown.length,
        offset: query.offset,
        limit: query.limit,
      },
      columns: CASE_COLUMNS,
      rows: shown.map((item) => caseRow(item, query.coding)),
      sections: [sensitivitySection(cases, query)],
      findings: [finding],
      method: RESPONSE_METHOD,
      sources: caseSources(cases),
      caveats: CASE_CAVEATS,
      covers: caseCoverage(cases, () => voteCoverage(record, query)),
    };
  },
};
