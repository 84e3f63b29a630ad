import type {
  FigureInput,
  FigureOf,
  FigureSpec,
  Frame,
  LegendEntry,
} from "./figure-spec-types.ts";
import { missingSpans } from "./missing-spans.ts";
import { PALETTE, SERIES_COLOURS } from "./palette.ts";
import { plainNumber } from "./plain-number.ts";
import { MEAN_SERIES, seriesLayout, type SeriesLayout } from "./series-layout.ts";
import { seriesPlot, type Domain } from "./series-plot.ts";
import { seriesPoints, type SeriesPoints } from "./series-points.ts";
import { valueDomain } from "./value-domain.ts";
import { withReferences } from "./with-references.ts";

/** Years reach to the last one covered, so that missing recent data shows as missing. A period
 * takes the whole of its step, half to each side. */
function placeDomain({ range, step, temporal }: SeriesPoints, covered: string | null): Domain {
  const [from, to] = range;
  const isYears =
    !temporal && step !== null && Number.isInteger(step) && from > 1700 && to < 2300;
  const last = isYears && covered !== null ? Number(covered.slice(0, 4)) : to;
  const end = last > to && last < to + 30 ? last : to;
  const half = step === null ? 0 : step / 2;
  return from < end ? [from - half, end + half] : [from - 1, end + 1];
}

function legendOf(
  layout: SeriesLayout,
  banded: boolean,
  missing: boolean,
): readonly LegendEntry[] {
  const value = layout.kind === "grey" ? PALETTE.vermillion : PALETTE.blue;
  const mixed = layout.kind === "together" && layout.series.length > 1;
  const band: LegendEntry = mixed
    ? { label: "intervals in the colour of the line", colour: PALETTE.grey, shape: "band" }
    : { label: "interval", colour: value, shape: "band" };
  const gap: LegendEntry = { label: "no value", colour: "currentColor", shape: "band" };
  const lines: LegendEntry[] = [];
  if (layout.kind === "together" && mixed) {
    for (const [i, { name }] of layout.series.entries()) {
      lines.push({ label: name, colour: SERIES_COLOURS[i] ?? value, shape: "line" });
    }
  } else if (layout.kind === "panels") {
    lines.push({ label: "the state or series named", colour: value, shape: "line" });
    if (layout.mean !== null)
      lines.push({ label: MEAN_SERIES, colour: PALETTE.grey, shape: "line" });
  } else if (layout.kind === "grey") {
    lines.push({ label: "each series", colour: PALETTE.grey, shape: "line" });
    if (layout.mean !== null) lines.push({ label: MEAN_SERIES, colour: value, shape: "line" });
  }
  return [...lines, ...(banded ? [band] : []), ...(missing ? [gap] : [])];
}

function captionOf(layout: SeriesLayout, all: SeriesPoints, yLabel: string): string {
  const drawn =
    layout.kind === "panels"
      ? `One panel each for ${layout.panels.length} series, on one scale.`
      : layout.kind === "grey"
        ? `${layout.series.length} series in grey, without their intervals.`
        : "";
  const dots = all.series.some(({ repeated }) => repeated)
    ? "Where a period has several values they are drawn as points."
    : "";
  return [`${yLabel}.`, drawn, dots].filter(Boolean).join(" ");
}

function describe(points: SeriesPoints, yLabel: string): string {
  const values = points.series.flatMap((one) =>
    one.points.flatMap(({ y }) => (y === null ? [] : [y])),
  );
  if (values.length === 0) return "A line chart without values.";
  const low = values.reduce((a, b) => (b < a ? b : a));
  const high = values.reduce((a, b) => (b > a ? b : a));
  const [from, to] = points.range.map((place) =>
    points.temporal ? new Date(place).toISOString().slice(0, 10) : String(place),
  );
  const lines =
    points.series.length === 1 ? "A line" : `Lines of ${points.series.length} series`;
  return (
    `${lines} of ${yLabel} from ${from} to ${to}, ` +
    `between ${plainNumber(low)} and ${plainNumber(high)}.`
  );
}

/** The specification of lines over time, with intervals and gaps; many series get small panels. */
export function seriesSpec(
  input: FigureInput<FigureOf<"series">>,
  { width }: Frame,
): FigureSpec {
  const { covers } = input;
  const { figure, rows } = withReferences(input.figure, input.rows);
  const points = seriesPoints(figure, rows);
  const layout = seriesLayout(points.series, width);
  const held = points.series.flatMap((one) => one.points);
  const shown = held.flatMap(({ y, lower, upper }) =>
    layout.kind === "grey" ? [y] : [y, lower, upper],
  );
  const x = placeDomain(points, covers?.to ?? null);
  const y = figure.domain ?? valueDomain(shown, figure.rule);
  const groups =
    layout.kind === "panels" ? layout.panels.map(({ series }) => [series]) : [points.series];
  const missing = groups.some((series) => missingSpans(series, points, x).length > 0);
  const banded = layout.kind !== "grey" && held.some(({ lower }) => lower !== null);
  return {
    title: figure.title,
    description: describe(points, figure.yLabel),
    legend: legendOf(layout, banded, missing),
    caption: captionOf(layout, points, figure.yLabel),
    plot: seriesPlot({ figure, points, x, y, width }, layout),
  };
}
