import { voteCoverage } from "../../answer/shared-notes.ts";
import type { View } from "../../answer/view.ts";
import { argumentOf } from "../argument.ts";
import { checkClaims } from "../check-claims.ts";
import { claimFileOf, claimOf } from "../claim-file-of.ts";
import { VERDICT_TEXT } from "../verdict.ts";
import { WITHOUT_INTERVAL } from "../../answer/without-interval.ts";
import { CLAIM_METHOD, claimCaveats, textCitation } from "./claim-notes.ts";
import {
  claimRow,
  COUNT_COLUMNS,
  countFigure,
  countRows,
  EVIDENCE_COLUMNS,
  evidenceRows,
  verdictCounts,
} from "./claim-rows.ts";

/** `/claims/{id}/{n}`: one claim, its test, the rows behind its verdict and what would turn it. */
export const claimView: View = {
  path: "/claims/{id}/{n}",
  describe:
    "one claim: its test, its verdict, the rows behind it and the fact that would turn it",
  example: "/claims/csto-2022/1",
  parameters: ["at"],
  canonical: (record, { id = "", n = "" }) => {
    const file = claimFileOf(record, id);
    return { id: file.id, n: String(claimOf(file, n).n) };
  },
  compute: async ({ record, kernels, path, query, signal }) => {
    const file = claimFileOf(record, path["id"] ?? "");
    const claim = claimOf(file, path["n"] ?? "");
    const checked = await checkClaims(record, file, {
      kernels,
      asOf: query.at,
      ...(signal === null ? {} : { signal }),
    });
    const result = checked.results.find((one) => one.claim.n === claim.n)!;
    const counts = verdictCounts(checked.results.map(({ verdict }) => verdict));
    const base = `/claims/${file.id}`;
    const bearing = argumentOf(checked.results).filter(
      (one) => one.restsOn.includes(claim.n) || one.fallsWith.includes(claim.n),
    );
    const { evidence, observed, missing, turning, verdict, after } = result;
    return {
      title: `Claim ${claim.n}: ${claim.claim}`,
      summary: { ...claimRow(result), text: textCitation(file) },
      columns: EVIDENCE_COLUMNS,
      rows: evidenceRows({ ...checked, results: [result] }),
      sections: [
        {
          id: "bearing",
          title: "What rests on it",
          text: ["Conclusions of the text that this claim supports, at any remove."],
          findings: [],
          address: base,
          columns: [
            { name: "n", label: "Conclusion" },
            { name: "claim", label: "In our words" },
            { name: "standing", label: "Standing" },
          ],
          rows: bearing.map((one) => ({
            n: one.claim.n,
            claim: one.claim.claim,
            standing: one.standing,
          })),
          figure: null,
        },
        {
          id: "test",
          title: "The test as bound to the claim",
          text: ["As the file of claims holds it, in JSON."],
          findings: [],
          address: null,
          columns: [
            { name: "of", label: "Of" },
            { name: "test", label: "Test" },
          ],
          rows: [
            { of: "letter", test: claim.test },
            { of: "reference class", test: claim.reference },
          ].flatMap(({ of, test }) =>
            test === null ? [] : [{ of, test: JSON.stringify(test) }],
          ),
          figure: null,
        },
        {
          id: "counts",
          title: "Verdicts on the claims of this text",
          text: [],
          findings: [],
          address: base,
          columns: COUNT_COLUMNS,
          rows: countRows(counts),
          figure: countFigure(`${file.title}: verdicts`, verdict),
        },
      ].filter(({ rows }) => rows.length > 0),
      findings: [
        {
          id: "verdict",
          text: [
            `By what had happened by ${checked.day} the claim is ${VERDICT_TEXT[verdict]}.`,
            ...(observed === null ? [] : [`Found: ${observed}.`]),
            ...(missing === null ? [] : [`Missing: ${missing}.`]),
            ...(after === null ? [] : [`By what came after: ${VERDICT_TEXT[after.verdict]}.`]),
            ...(turning === null ? [] : [`What would turn it: ${turning}.`]),
          ].join(" "),
          value: null,
          ...WITHOUT_INTERVAL,
          n: evidence.length,
          comparison: null,
          method: "Verdicts by test",
          evidence: [...new Set([`${base}/${claim.n}`, ...evidence.map((row) => row.address)])],
        },
      ],
      method: CLAIM_METHOD,
      sources: checked.sources,
      caveats: claimCaveats(file),
      covers: { from: voteCoverage(record).from, to: query.at ?? checked.last },
    };
  },
};
