import { FIRST_TREATY_YEAR } from "../parameter-kinds.ts";
import { voteCoverage } from "../shared-notes.ts";
import { counted, percent } from "../text.ts";
import type { View } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { CONFORMANCE_METHOD, replay, statusCounts } from "./case-conformance-rows.ts";
import { selectCases } from "./cases-selection.ts";
import { caseCoverage, caseSources, treatySources } from "./case-text.ts";

/** `/conformance`: how far the duties of each organisation's treaties are decided by the record. */
export const conformanceView: View = {
  path: "/conformance",
  describe:
    "every case replayed against the text in force: duties satisfied, violated, undecidable",
  example: "/conformance",
  parameters: ["threat", "from", "to", "confidence"],
  firstYear: FIRST_TREATY_YEAR,
  canonical: (_record, path) => path,
  compute: ({ record, query }) => {
    const cases = selectCases(record, {
      ...query,
      organisation: null,
      outcome: null,
      decider: null,
    });
    const all = replay(record, cases);
    const groups = [...new Set(all.map(({ treaty }) => treaty.organisation ?? ""))].sort();
    const rows = groups.map((organisation) => {
      const own = all.filter(({ treaty }) => (treaty.organisation ?? "") === organisation);
      const { satisfied, violated, undecidable, "not-triggered": idle } = statusCounts(own);
      const triggered = satisfied + violated + undecidable;
      return {
        organisation: organisation === "" ? null : organisation,
        cases: new Set(own.map((row) => row.case)).size,
        constraints: own.length,
        not_triggered: idle,
        satisfied,
        violated,
        undecidable,
        decided: triggered === 0 ? null : (satisfied + violated) / triggered,
      };
    });
    const counts = statusCounts(all);
    const decided = counts.satisfied + counts.violated;
    const triggered = decided + counts.undecidable;
    const both = rows.filter(({ satisfied, violated }) => satisfied > 0 && violated > 0).length;
    const share = triggered === 0 ? null : decided / triggered;
    return {
      title: "Duties replayed, by organisation",
      summary: {
        cases: cases.length,
        constraints: all.length,
        not_triggered: counts["not-triggered"],
        satisfied: counts.satisfied,
        violated: counts.violated,
        undecidable: counts.undecidable,
        decided: share,
        organisations_with_both: both,
      },
      columns: [
        {
          name: "organisation",
          label: "Organisation",
          note: "empty: treaties of no organisation",
        },
        { name: "cases", label: "Cases" },
        { name: "constraints", label: "Duties replayed" },
        { name: "not_triggered", label: "Not triggered" },
        { name: "satisfied", label: "Satisfied" },
        { name: "violated", label: "Violated" },
        { name: "undecidable", label: "Undecidable" },
        { name: "decided", label: "Share decided", digits: 3, note: "of those set off" },
      ],
      rows,
      findings: [
        {
          id: "decided",
          text:
            `Of ${counted(triggered, "duty", "duties")} that an event set off, the record ` +
            `decides ${decided}` +
            `${share === null ? "" : ` (${percent(share)})`}: ${counts.satisfied} satisfied, ` +
            `${counts.violated} violated. ${counted(both, "organisation")} have both.`,
          value: share,
          ...WITHOUT_INTERVAL,
          n: triggered,
          comparison: null,
          method: "Constraints replayed",
          evidence: ["/conformance"],
        },
      ],
      method: CONFORMANCE_METHOD,
      sources: [...caseSources(cases), ...treatySources(record.treaties)],
      caveats: [
        "A share decided speaks of the record, not of the organisations: what no source dates " +
          "stays undecidable.",
      ],
      covers: caseCoverage(cases, () => voteCoverage(record, query)),
    };
  },
};
