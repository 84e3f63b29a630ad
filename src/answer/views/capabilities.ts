import type { Draft } from "../answer.ts";
import { MEANS_NOTES, meansByYear } from "../means-of-members.ts";
import { counted, percent } from "../text.ts";
import type { View } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { MEANS_CAVEAT, missingMeans } from "./capabilities-notes.ts";
import { inYear, PLACED_COLUMNS, placedRows } from "./capabilities-placed.ts";
import { CAPABILITY_METHOD } from "./capabilities-rows.ts";

/** `/capabilities`: every organisation side by side in a year. */
export const capabilitiesView: View = {
  path: "/capabilities",
  describe:
    "every organisation side by side in a year: the largest member's share of the members' means, " +
    "and how concentrated they are",
  example: "/capabilities?year=2016",
  parameters: ["means", "year", "level"],
  canonical: () => ({}),
  compute: ({ record, query }): Draft => {
    const means = query.means ?? "gdp";
    const shippedYears = record.means.map((row) => row.year);
    const years = record.organisations.flatMap((organisation) =>
      meansByYear(record, organisation, means).map((row) => row.year),
    );
    const year = query.year ?? Math.max(...(years.length > 0 ? years : shippedYears));
    const placed = inYear(record, means, year);
    const rows = placedRows(record, placed, query.level);
    const { label } = MEANS_NOTES[means];
    const middle = placed[Math.floor(placed.length / 2)];
    return {
      title: `Power by means in ${counted(placed.length, "organisation")}: ${label}, ${year}`,
      summary: {
        means,
        year,
        organisations: placed.length,
        median_share: middle?.found.share ?? null,
      },
      columns: PLACED_COLUMNS,
      rows,
      findings:
        middle === undefined
          ? []
          : [
              {
                id: "majority",
                text:
                  `At the end of ${year} one member had more than half of the ${label} in ` +
                  `${placed.filter(({ found }) => found.share > 0.5).length} of ` +
                  `${counted(placed.length, "organisation")}; the median share of the largest ` +
                  `was ${percent(middle.found.share)}.`,
                value: middle.found.share,
                ...WITHOUT_INTERVAL,
                n: placed.length,
                comparison: "Every organisation of the record with two known members or more.",
                method: "Share and concentration",
                evidence: [`/capabilities?year=${year}`],
              },
            ],
      figure: {
        kind: "ranks",
        title: `Share of the largest member: ${label}, ${year}`,
        label: "short",
        value: "share",
        lower: "lower",
        upper: "upper",
        highlight: null,
        xLabel: "Share of the known members",
        domain: [0, 1],
        rule: 0.5,
      },
      method: CAPABILITY_METHOD,
      sources: placed.length === 0 ? [] : [MEANS_NOTES[means].source],
      caveats: [
        ...(placed.length === 0 ? [`No organisation has a value of ${label} in ${year}.`] : []),
        ...missingMeans(record, [means]),
        MEANS_CAVEAT,
      ],
      covers: { from: `${year}-01-01`, to: `${year}-12-31` },
    };
  },
};
