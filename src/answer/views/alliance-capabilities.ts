import { dayOf } from "../../dates/day-of.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Draft, Row, Section } from "../answer.ts";
import { organisationOf } from "../lookup.ts";
import {
  MEANS_NOTES,
  type MeansName,
  type MeansOfYear,
  meansByYear,
  memberValues,
  valuesOn,
} from "../means-of-members.ts";
import { MEANS, type Query } from "../query.ts";
import type { View } from "../view.ts";
import { organisationSources } from "./alliance.ts";
import { MEANS_CAVEAT, missingMeans } from "./capabilities-notes.ts";
import { inYear, meansFinding, PLACED_COLUMNS, placedRows } from "./capabilities-placed.ts";
import {
  CAPABILITY_METHOD,
  CONCENTRATION_COLUMNS,
  concentrationCells,
} from "./capabilities-rows.ts";

function membersSection(
  record: CasusRecord,
  organisation: Organisation,
  year: number,
  names: readonly MeansName[],
): Section {
  const rows = names.flatMap((means): Row[] => {
    const values = memberValues(record, means);
    if (values === null) return [];
    const members = valuesOn(organisation, year, values);
    const total = members.reduce((sum, { value }) => sum + (value ?? 0), 0);
    return members
      .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))
      .map(({ state, value }) => ({
        means,
        state,
        name: record.states.name(state, `${year}-12-31`),
        share: value === null || total === 0 ? null : value / total,
      }));
  });
  return {
    id: "members",
    title: `Each member's share in ${year}`,
    text: [
      rows.length > 0
        ? "From the files that you brought; an empty share is a missing value."
        : "Not decidable with this record: the members' own values do not ship. Bring them " +
          '("casus source add fariss FILE" for GDP and population, "casus source add nmc FILE" ' +
          "for CINC, military spending and personnel) and ask again with --sources.",
    ],
    findings: [],
    address: null,
    columns: [
      { name: "means", label: "Means" },
      { name: "state", label: "State" },
      { name: "name", label: "Name" },
      { name: "share", label: "Share of the known members", digits: 4 },
    ],
    rows,
    figure: null,
  };
}

/** Sources of the means that rows speak of. */
const meansSources = (rows: readonly { readonly means: MeansName }[]): readonly string[] => [
  ...new Set(rows.map(({ means }) => MEANS_NOTES[means].source)),
];

function within({ from, to, year }: Query, rows: readonly MeansOfYear[]) {
  const [first, last] = [Number(from?.slice(0, 4) ?? 0), Number(to?.slice(0, 4) ?? 9999)];
  return rows.filter(
    (row) => row.year >= first && row.year <= last && (year === null || row.year === year),
  );
}

/** `/alliances/{id}/capabilities`: how the means of power are spread over the members, by year. */
export const allianceCapabilitiesView: View = {
  path: "/alliances/{id}/capabilities",
  describe:
    "the largest member's share of the members' GDP and population by year, its concentration and " +
    "ratio to the rest; CINC and military means from a file that the reader brings",
  example: "/alliances/csto/capabilities",
  parameters: ["means", "from", "to", "year", "level"],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: (context): Draft => {
    const { record, path, query } = context;
    const organisation = organisationOf(record, path["id"] ?? "");
    const names = query.means === null ? MEANS : [query.means];
    const series = names.map((means) =>
      within(query, meansByYear(record, organisation, means)),
    );
    const all = series.flat();
    const last = series.flatMap((rows) => rows.at(-1) ?? []);
    const year = query.year ?? Math.max(...last.map((row) => row.year), 0);
    const findings = last.map((found) => meansFinding(context, organisation, found));
    const first = last[0];
    const years = all.map((row) => row.year);
    return {
      title: `Power by means in ${organisation.short}`,
      summary: {
        means: first?.means ?? query.means,
        year: first?.year ?? null,
        largest: first?.largest ?? null,
        share: first?.share ?? null,
        hhi: first?.hhi ?? null,
      },
      columns: [
        { name: "year", label: "Year" },
        { name: "means", label: "Means" },
        ...CONCENTRATION_COLUMNS,
      ],
      rows: all.map((found) => ({
        year: found.year,
        means: found.means,
        ...concentrationCells(record, found, query.level),
      })),
      sections: [
        membersSection(record, organisation, year, names),
        ...last.slice(0, 1).map(({ means, year: at }): Section => {
          const placed = inYear(record, means, at);
          return {
            id: "all",
            title: `Every organisation by ${MEANS_NOTES[means].label} in ${at}`,
            text: ["By the share of the largest member; members at the end of the year."],
            findings: [],
            address: `/capabilities?year=${at}${means === "gdp" ? "" : `&means=${means}`}`,
            columns: PLACED_COLUMNS,
            rows: placedRows(record, placed, query.level),
            figure: null,
          };
        }),
      ],
      findings,
      figure: {
        kind: "series",
        title: `Share of the largest member of ${organisation.short}`,
        x: "year",
        y: "share",
        lower: "lower",
        upper: "upper",
        series: "means",
        xLabel: "Year",
        yLabel: "Share of the known members",
        domain: [0, 1],
        rule: null,
      },
      method: CAPABILITY_METHOD,
      sources: [...meansSources(all), ...organisationSources(organisation)],
      caveats: [
        ...(all.length === 0 ? ["No value in the years asked for."] : []),
        ...missingMeans(record, names),
        MEANS_CAVEAT,
      ],
      covers:
        years.length === 0
          ? { from: dayOf(organisation.founded.date), to: dayOf(organisation.founded.date) }
          : { from: `${Math.min(...years)}-01-01`, to: `${Math.max(...years)}-12-31` },
    };
  },
};
