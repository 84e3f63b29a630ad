import { areaY, dot, lineY, rectY, ruleX, type Markish } from "@observablehq/plot";
import type { MissingSpan } from "./missing-spans.ts";
import type { PointSeries, SeriesPoint } from "./series-points.ts";

/** How one series is drawn, and in which panel of a grid. */
export interface SeriesLook {
  readonly colour: string;
  readonly opacity?: number;
  readonly strokeWidth?: number;
  readonly band: boolean;
  readonly dots: boolean;
  readonly panel?: { readonly column: number; readonly row: number };
  readonly temporal: boolean;
}

function facetOf(panel: SeriesLook["panel"]) {
  return panel === undefined ? {} : { fx: () => panel.column, fy: () => panel.row };
}

function placeOf(temporal: boolean): (point: SeriesPoint) => number | Date {
  return ({ x }) => (temporal ? new Date(x) : x);
}

/** Light areas over the periods that hold no value. */
export function missingMarks(
  spans: readonly MissingSpan[],
  [low, high]: readonly [number, number],
  panel?: SeriesLook["panel"],
): readonly Markish[] {
  if (spans.length === 0) return [];
  return [
    rectY(spans, {
      x1: "from",
      x2: "to",
      y1: () => low,
      y2: () => high,
      fill: "currentColor",
      fillOpacity: 0.07,
      ...facetOf(panel),
    }),
  ];
}

/** Band, line and lone points of one series. */
export function seriesMarks(series: PointSeries, look: SeriesLook): readonly Markish[] {
  const x = placeOf(look.temporal);
  const facet = facetOf(look.panel);
  const held = series.points.filter(({ y }) => y !== null);
  const bounded = held.filter(({ lower }) => lower !== null);
  const asDots = series.repeated;
  const barred = asDots ? bounded : series.lone.filter(({ lower }) => lower !== null);
  const marks: Markish[] = [];
  if (look.band && !asDots && bounded.length > 0) {
    marks.push(
      areaY(series.points, {
        x,
        y1: (point: SeriesPoint) => point.lower ?? Number.NaN,
        y2: (point: SeriesPoint) => point.upper ?? Number.NaN,
        fill: look.colour,
        fillOpacity: 0.2,
        ...facet,
      }),
    );
  }
  if (look.band && barred.length > 0) {
    marks.push(
      ruleX(barred, {
        x,
        y1: "lower",
        y2: "upper",
        stroke: look.colour,
        strokeOpacity: 0.5,
        ...facet,
      }),
    );
  }
  if (!asDots) {
    marks.push(
      lineY(series.points, {
        x,
        y: (point: SeriesPoint) => point.y ?? Number.NaN,
        stroke: look.colour,
        strokeWidth: look.strokeWidth ?? 1.6,
        strokeOpacity: look.opacity ?? 1,
        ...facet,
      }),
    );
  }
  const dotted = asDots || look.dots ? held : series.lone;
  if (dotted.length > 0) {
    marks.push(
      dot(dotted, {
        x,
        y: "y",
        r: 1.8,
        fill: look.colour,
        fillOpacity: look.opacity ?? 1,
        ...facet,
      }),
    );
  }
  return marks;
}
