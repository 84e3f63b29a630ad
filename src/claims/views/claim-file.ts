import type { Column, Section } from "../../answer/answer.ts";
import { voteCoverage } from "../../answer/shared-notes.ts";
import type { View } from "../../answer/view.ts";
import { argumentOf, type Conclusion } from "../argument.ts";
import { type CheckedClaims, checkClaims } from "../check-claims.ts";
import { claimFileOf } from "../claim-file-of.ts";
import { VERDICTS } from "../verdict.ts";
import { claimFindings } from "./claim-findings.ts";
import { CLAIM_METHOD, claimCaveats, textCitation } from "./claim-notes.ts";
import {
  CLAIM_COLUMNS,
  claimRow,
  COUNT_COLUMNS,
  countFigure,
  countRows,
  EVIDENCE_COLUMNS,
  evidenceRows,
  verdictCounts,
} from "./claim-rows.ts";

const ARGUMENT_COLUMNS: readonly Column[] = [
  { name: "n", label: "Conclusion" },
  { name: "claim", label: "In our words" },
  { name: "verdict", label: "Verdict on its own" },
  { name: "standing", label: "Standing" },
  { name: "rests_on", label: "Rests on" },
  { name: "falls_with", label: "Falls with", note: "the claims it needs, at any remove" },
  { name: "failed", label: "Failed" },
  { name: "undecided", label: "Not decided" },
];

function argumentSection(conclusions: readonly Conclusion[]): Section {
  return {
    id: "argument",
    title: "The argument: which conclusions fall with which claims",
    text: ["One row a claim that others support. Weights are the coder's reading of the text."],
    findings: conclusions.map(({ claim }) => `conclusion-${claim.n}`),
    address: null,
    columns: ARGUMENT_COLUMNS,
    rows: conclusions.map((one) => ({
      n: one.claim.n,
      claim: one.claim.claim,
      verdict: one.verdict,
      standing: one.standing,
      rests_on: one.restsOn.join(" "),
      falls_with: one.fallsWith.join(" "),
      failed: one.failed.join(" "),
      undecided: one.undecided.join(" "),
    })),
    figure: null,
  };
}

function sectionsOf(checked: CheckedClaims, conclusions: readonly Conclusion[]): Section[] {
  const counts = verdictCounts(checked.results.map(({ verdict }) => verdict));
  const plain = { findings: [], address: null, figure: null };
  return [
    {
      ...plain,
      id: "counts",
      title: "Verdicts",
      text: [`The text checked: ${textCitation(checked.file)}`],
      columns: COUNT_COLUMNS,
      rows: countRows(counts),
      figure: countFigure("Claims by verdict", null),
    },
    argumentSection(conclusions),
    {
      ...plain,
      id: "evidence",
      title: "Evidence: the rows that each verdict rests on",
      text: ["An address leads to the row with its sources."],
      columns: EVIDENCE_COLUMNS,
      rows: evidenceRows(checked),
    },
  ].filter(({ rows }) => rows.length > 0);
}

/** `/claims/{id}`: the claims of a text with their verdicts, and what becomes of the argument. */
export const claimFileView: View = {
  path: "/claims/{id}",
  describe: "the claims of a text, each tested: verdict, evidence, and what the argument loses",
  example: "/claims/csto-2022",
  parameters: ["at"],
  canonical: (record, { id = "" }) => ({ id: claimFileOf(record, id).id }),
  compute: async ({ record, kernels, path, query, signal, progress }) => {
    const file = claimFileOf(record, path["id"] ?? "");
    const base = `/claims/${file.id}`;
    const checked = await checkClaims(record, file, {
      kernels,
      asOf: query.at,
      ...(signal === null ? {} : { signal }),
      ...(progress === null ? {} : { progress }),
    });
    const { results, day, last } = checked;
    const conclusions = argumentOf(results);
    const counts = verdictCounts(results.map(({ verdict }) => verdict));
    const fallen = conclusions.filter(({ standing }) => standing === "falls");
    const failing = results.filter(
      ({ claim, verdict }) => claim.must !== null && verdict !== claim.must,
    );
    return {
      title: file.title,
      summary: {
        id: file.id,
        text: textCitation(file),
        known_to: day,
        claims: results.length,
        ...Object.fromEntries(
          VERDICTS.map((name) => [name.replaceAll("-", "_"), counts[name]]),
        ),
        conclusions: conclusions.length,
        conclusions_fallen: fallen.length,
        must_be_supported: results.filter(({ claim }) => claim.must !== null).length,
        must_not_met: failing.map(({ claim }) => claim.n).join(" "),
      },
      columns: CLAIM_COLUMNS,
      rows: results.map(claimRow),
      sections: sectionsOf(checked, conclusions),
      findings: claimFindings(checked, conclusions, base),
      method: CLAIM_METHOD,
      sources: checked.sources,
      caveats: claimCaveats(file),
      covers: { from: voteCoverage(record).from, to: query.at ?? last },
    };
  },
};
