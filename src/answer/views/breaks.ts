import { MEASURE_NOTES } from "../../measures/alignment/measure-notes.ts";
import { yearlyAlignment } from "../../measures/breaks/yearly-values.ts";
import type { Draft, Figure, Finding, Section } from "../answer.ts";
import { organisationBody, type Body } from "../body.ts";
import { headOf } from "../head-of.ts";
import { organisationOf } from "../lookup.ts";
import { DEFAULT_QUERY, formatQuery } from "../query-text.ts";
import {
  gapCaveats,
  MEASURE_KEYS,
  similarityMethod,
  VOTE_SOURCES,
  voteCoverage,
} from "../shared-notes.ts";
import type { View, ViewContext } from "../view.ts";
import { organisationSources } from "./alliance.ts";
import { breakFindings } from "./breaks-findings.ts";
import { SEGMENT_COLUMNS, segmentRows, YEAR_COLUMNS, yearRows } from "./breaks-rows.ts";
import {
  bodySeries,
  brokenSeries,
  type BrokenSeries,
  FEWEST_YEARS_OF_SEGMENT,
  isIndex,
  MOST_BREAKS,
  TEST_DRAWS,
  YEAR_DRAWS,
  yearsOf,
} from "./breaks-series.ts";
import { dyadAlignmentView } from "./dyad-alignment.ts";

const PARAMETERS = ["from", "to", "topic", "measure", "convention", "level", "seed"] as const;

const figureOf = (title: string, yLabel: string): Figure => ({
  kind: "series",
  title,
  x: "year",
  y: "value",
  lower: "lower",
  upper: "upper",
  series: "series",
  xLabel: "Year",
  yLabel,
  domain: null,
  rule: null,
});

/** The yearly values behind the breaks, as a part with a figure. */
function yearSection(
  { query }: ViewContext,
  name: string,
  series: readonly BrokenSeries[],
): Section {
  const { label } = MEASURE_NOTES[MEASURE_KEYS[query.measure]];
  return {
    id: "years",
    title: "The series, year by year",
    text: [
      "A year stands here where it has ten votes and ten families of resolutions or more. The segment's mean is the level between two breaks.",
    ],
    findings: [],
    address: null,
    columns: YEAR_COLUMNS,
    rows: series.flatMap(yearRows),
    figure: figureOf(
      `Year by year: ${name}`,
      series.some(isIndex) ? `${label}; agreement index of all members` : label,
    ),
  };
}

/** How breaks are found, tested and dated. */
export function breakMethod({ query }: Pick<ViewContext, "query">) {
  return [
    {
      name: "Change points",
      text:
        `Shifts of the mean of a yearly series: the best division into segments of ${FEWEST_YEARS_OF_SEGMENT} years or more is found exactly, ` +
        `for 0 to ${MOST_BREAKS} breaks; BIC proposes their number. Years weigh by the inverse of their variance. Each proposed break is ` +
        "kept where p is at most 0.05, first for no break at all, then for none between its neighbours. " +
        "Withheld below ten years; years without a value are passed over. A slow drift is told as a step or more: read it as higher or lower after than before.",
      reference:
        "Bai and Perron 2003, doi:10.1002/jae.659; Yao 1988, doi:10.1016/0167-7152(88)90118-6",
    },
    {
      name: "p and interval of a break",
      text:
        `From ${TEST_DRAWS} simulated series whose neighbouring years are as correlated as the series' own, allowing for the shifts, with ` +
        `resampled innovations. The ${Math.round(query.level * 100)} % interval holds the years in which the break is found again. Least attainable p ` +
        `${(1 / (TEST_DRAWS + 1)).toFixed(3)}. In simulated series of 33 years without a break one is reported in 1 to 12 %, the more the ` +
        `stronger the correlation (0 to 0.6). Seed ${query.seed}.`,
      reference:
        "Bai and Perron 1998, doi:10.2307/2998540; Chakar, Lebarbier, Lévy-Leduc and Robin 2017, doi:10.3150/15-BEJ782",
    },
  ];
}

const CAVEAT =
  "A break says when votes changed, not why; what came to a vote changes from year to year as well.";

function breaksDraft(
  context: ViewContext,
  named: { readonly title: string; readonly name: string; readonly base: string },
  series: readonly BrokenSeries[],
): Omit<Draft, "sources"> {
  const { record, query } = context;
  const covers = voteCoverage(record, query);
  return {
    title: named.title,
    summary: {
      measure: query.measure,
      convention: query.convention,
      series: series.length,
      with_breaks: series.filter(({ found }) => found.breaks.length > 0).length,
      withheld: series.filter(({ found }) => found.withheld !== null).length,
      breaks: series.reduce((sum, { found }) => sum + found.breaks.length, 0),
    },
    columns: SEGMENT_COLUMNS,
    rows: series.flatMap(segmentRows),
    sections: series.length === 0 ? [] : [yearSection(context, named.name, series)],
    findings: breakFindings(context, named.base, series),
    method: [
      ...breakMethod(context),
      ...similarityMethod(query.measure, query.convention, { ...query, draws: YEAR_DRAWS }),
    ],
    caveats: [...gapCaveats(covers), CAVEAT],
    covers,
  };
}

/** Since when a body's members vote as they do: its breaks as parts of an assessment. */
export function sinceWhenParts(
  context: ViewContext,
  body: Body,
): { readonly sections: readonly Section[]; readonly findings: readonly Finding[] } {
  const series = bodySeries(context, body, voteCoverage(context.record, context.query).to);
  const findings = breakFindings(context, body.base, series);
  const { measure, convention, level, seed } = context.query;
  const address = `${body.base}/breaks${formatQuery({ ...DEFAULT_QUERY, measure, convention, level, seed })}`;
  return {
    sections: [
      {
        id: "since-when",
        title: "Since when",
        text: [
          "Shifts of the mean in the yearly alignment of each member with the largest and in the mean agreement index. A break is kept where series without one, as correlated from year to year, hardly ever look like it.",
        ],
        findings: findings.map(({ id }) => id),
        address,
        columns: SEGMENT_COLUMNS,
        rows: series.flatMap(segmentRows),
        figure: null,
      },
    ],
    findings,
  };
}

/** `/alliances/{id}/breaks`. */
export const allianceBreaksView: View = {
  path: "/alliances/{id}/breaks",
  describe:
    "since when: shifts in the yearly alignment of each member with the largest, and in the agreement of all",
  example: "/alliances/csto/breaks",
  parameters: PARAMETERS,
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: (context) => {
    const body = organisationBody(context.record, context.path["id"] ?? "");
    const title = `Breaks in the votes of ${body.name}`;
    context.partial?.(headOf(title));
    const series = bodySeries(context, body, voteCoverage(context.record, context.query).to);
    return {
      ...breaksDraft(context, { title, name: body.short, base: body.base }, series),
      sources: [...VOTE_SOURCES, ...organisationSources(body.organisation!)],
    };
  },
};

/** `/dyads/{dyad}/breaks`. */
export const dyadBreaksView: View = {
  path: "/dyads/{dyad}/breaks",
  describe: "since when: shifts in the yearly alignment of two states",
  example: "/dyads/arm-rus/breaks",
  parameters: PARAMETERS,
  canonical: dyadAlignmentView.canonical,
  compute: (context) => {
    const { record, query } = context;
    const { votes } = record;
    const { dyad = "" } = dyadAlignmentView.canonical(record, context.path);
    const keys = dyad.toUpperCase().split("-");
    const pair = keys.map((key) => votes.voters.findIndex((voter) => voter === key));
    const points = yearlyAlignment(
      votes,
      [pair[0]!, pair[1]!],
      yearsOf(context),
      MEASURE_KEYS[query.measure],
      { ...query, draws: YEAR_DRAWS },
    );
    const name = pair.map((voter) => record.states.name(votes.voters[voter]!)).join(" - ");
    const series = points.length === 0 ? [] : [brokenSeries(context, dyad, name, points)];
    return {
      ...breaksDraft(
        context,
        { title: `Breaks in the votes of ${name}`, name, base: `/dyads/${dyad}` },
        series,
      ),
      sources: VOTE_SOURCES,
    };
  },
};
