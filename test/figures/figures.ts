// Each export draws one figure from small fixed rows; its SVG is the snapshot of that name.
import type { Figure, Row } from "../../src/answer/answer.ts";
import { linkedomDocument } from "../../src/figures/linkedom-document.ts";
import { renderFigure, type RenderOptions } from "../../src/figures/render-figure.ts";

type Extra = Partial<Omit<RenderOptions, "document">>;

function draw(figure: Figure, rows: readonly Row[], extra: Extra = {}): string {
  return renderFigure(figure, rows, { document: linkedomDocument(), width: 640, ...extra });
}

export const SERIES: Extract<Figure, { kind: "series" }> = {
  kind: "series",
  title: "Agreement by year",
  x: "year",
  y: "value",
  lower: "lower",
  upper: "upper",
  series: null,
  xLabel: "Year",
  yLabel: "Agreement",
  domain: null,
  rule: null,
};

/** Five years, 2003 without a row and 2005 without a value. */
export const GAPPED: readonly Row[] = [
  { year: 2000, value: 0.4, lower: 0.3, upper: 0.5 },
  { year: 2001, value: 0.5, lower: 0.45, upper: 0.6 },
  { year: 2002, value: 0.45, lower: 0.4, upper: 0.5 },
  { year: 2004, value: 0.7, lower: 0.6, upper: 0.75 },
  { year: 2005, value: null, lower: null, upper: null },
];

function manySeries(count: number): readonly Row[] {
  return Array.from({ length: count }, (_, s) =>
    Array.from({ length: 6 }, (__, i) => ({
      name: `S${String(s + 1).padStart(2, "0")}`,
      year: 2000 + i,
      value: ((s * 7 + i * 3) % 10) / 10,
      lower: null,
      upper: null,
    })),
  ).flat();
}

const MEAN: readonly Row[] = Array.from({ length: 6 }, (_, i) => ({
  name: "mean over all pairs of members",
  year: 2000 + i,
  value: 0.5 + (i % 3) / 20,
  lower: 0.45,
  upper: 0.65,
}));

export function seriesWithGap(): string {
  const covers = { from: "2000-01-01", to: "2007-06-30" };
  return draw(SERIES, GAPPED, {
    covers,
    source: "Casus, record abc; /example; covers 2000-2007.",
  });
}

export function seriesTogether(): string {
  const rows = [...manySeries(2), ...MEAN];
  return draw({ ...SERIES, series: "name", rule: 0 }, rows);
}

export function seriesPanels(): string {
  const rows = [...manySeries(6), ...MEAN];
  return draw({ ...SERIES, series: "name", domain: [0, 1] }, rows);
}

export function seriesPanelsNarrow(): string {
  return draw({ ...SERIES, series: "name" }, manySeries(5), { width: 350 });
}

export function seriesGrey(): string {
  return draw({ ...SERIES, series: "name" }, [...manySeries(50), ...MEAN]);
}

export function seriesByDay(): string {
  const rows = [
    { day: "2020-01-01", value: 1 },
    { day: "2020-03-01", value: 3 },
    { day: "2020-12-31", value: 2 },
  ];
  return draw({ ...SERIES, x: "day", lower: null, upper: null, xLabel: "Day" }, rows);
}

export const RANKS: Extract<Figure, { kind: "ranks" }> = {
  kind: "ranks",
  title: "Alignment in order",
  label: "name",
  value: "value",
  lower: "lower",
  upper: "upper",
  highlight: "Beta",
  xLabel: "Kappa",
  domain: null,
  rule: 0,
};

export function ranksWithIntervals(): string {
  return draw(RANKS, [
    { name: "Beta", value: 0.2, lower: -0.1, upper: 0.4 },
    { name: "Alpha", value: 0.6, lower: 0.5, upper: 0.7 },
    { name: "Gamma", value: null, lower: null, upper: null },
    {
      name: "A state with a very long name that has to be cut somewhere",
      value: -0.3,
      lower: null,
      upper: null,
    },
  ]);
}

export const VOTES: Extract<Figure, { kind: "votes" }> = {
  kind: "votes",
  title: "Votes",
  x: "symbol",
  y: "state",
  vote: "vote",
};

export function votesGrid(): string {
  return draw(VOTES, [
    { symbol: "A/RES/ES-11/1", state: "BBB", vote: "no" },
    { symbol: "A/RES/ES-11/1", state: "AAA", vote: "yes" },
    { symbol: "A/RES/ES-11/2", state: "AAA", vote: "abstain" },
    { symbol: "A/RES/ES-11/2", state: "BBB", vote: "absent" },
    { symbol: "A/RES/ES-11/3", state: "BBB", vote: "unknown" },
    { symbol: null, state: "AAA", vote: "yes" },
  ]);
}

export const SPANS: Extract<Figure, { kind: "spans" }> = {
  kind: "spans",
  title: "Members",
  label: "name",
  from: "from",
  to: "to",
};

export function spansOfMembers(): string {
  const rows = [
    { name: "Alpha", from: "1992-05-15", to: null },
    { name: "Beta", from: "1993-12~", to: "1999-04-20" },
    { name: "Beta", from: "2006", to: "2012-12-19" },
    { name: "Gamma", from: "2030-01-01", to: null },
  ];
  return draw(SPANS, rows, { covers: { from: "1992-05-15", to: "2025-12-18" } });
}

export const TIMELINE: Extract<Figure, { kind: "timeline" }> = {
  kind: "timeline",
  title: "A crisis by the hour",
  from: "from",
  to: "to",
  label: "event",
  type: "type",
  highlight: "appeal",
  zone: "+06:00",
  window: null,
};

const event = (type: string, name: string, from: string | null, to: string | null): Row => ({
  type,
  event: name,
  from,
  to,
});

/** Two days, with minutes, spans, whole days and ends that are not known. */
const HOURS: readonly Row[] = [
  event("statement", "first-words", "2022-01-04T12:00Z", "2022-01-04T19:30Z"),
  event("statement", "second-words", "2022-01-04T18:00Z", "2022-01-05T18:00Z"),
  event("appeal", "appeal", "2022-01-05T10:10Z", "2022-01-05T18:56Z"),
  event("decision", "decision", "2022-01-05T18:00Z", "2022-01-05T21:51Z"),
  event("deployment", "planes-leave", "2022-01-05T21:50Z", "2022-01-05T21:51Z"),
  event("deployment", "planes-land", "2022-01-05T23:10Z", "2022-01-05T23:11Z"),
  event("other", "long-before", null, "2022-01-04T20:00Z"),
  event("other", "never-dated", null, null),
  event("withdrawal-end", "the-last-leaves", "2022-01-06T12:00Z", null),
];

export function timelineHours(): string {
  return draw(TIMELINE, HOURS);
}

export function timelineWindow(): string {
  const window = { from: "2022-01-05T06:00Z", to: "2022-01-06T06:00Z" };
  return draw({ ...TIMELINE, window }, HOURS, { width: 420 });
}

export function timelineYears(): string {
  const rows = [
    event("crisis-start", "war-begins", "2014-04-06T00:00Z", "2014-04-07T00:00Z"),
    event("statement", "a-year", "2016-01-01T00:00Z", "2017-01-01T00:00Z"),
    event("other", "a-day", "2022-02-24T00:00Z", "2022-02-25T00:00Z"),
  ];
  return draw({ ...TIMELINE, title: "A long crisis", zone: "Z" }, rows);
}

export const LAGS: Extract<Figure, { kind: "lags" }> = {
  kind: "lags",
  title: "From appeal to decision",
  label: "case",
  least: "least",
  most: "most",
  highlight: "this-case",
};

export function lagsWithOpenEnds(): string {
  return draw(LAGS, [
    { case: "this-case", least: 0, most: 11.7 },
    { case: "sooner-perhaps", least: -3, most: 24 },
    { case: "by-the-minute", least: 30.5, most: 30.5 },
    { case: "in-days", least: 72, most: 120 },
    { case: "open", least: 24, most: null },
    { case: "unknown", least: 0, most: null },
    { case: "at-most", least: null, most: 900 },
  ]);
}
