import {
  axisX,
  axisY,
  frame,
  gridY,
  ruleY,
  text,
  type Markish,
  type PlotOptions,
} from "@observablehq/plot";
import { endLabels } from "./end-labels.ts";
import type { FigureOf } from "./figure-spec-types.ts";
import { missingSpans } from "./missing-spans.ts";
import { PALETTE, SERIES_COLOURS } from "./palette.ts";
import { plainNumber } from "./plain-number.ts";
import type { Panel, SeriesLayout } from "./series-layout.ts";
import { missingMarks, seriesMarks } from "./series-marks.ts";
import type { SeriesPoints } from "./series-points.ts";
import { textWidth } from "./wrap-text.ts";
import { yearTicks } from "./year-ticks.ts";

/** The least and the greatest value of an axis. */
export type Domain = readonly [number, number];

const HEIGHT = 300;
const PANEL_HEIGHT = 104;

/** What the drawing of series needs to know: the points, both domains and the width. */
export interface Scene {
  readonly figure: FigureOf<"series">;
  readonly points: SeriesPoints;
  readonly x: Domain;
  readonly y: Domain;
  readonly width: number;
}

function placeAxis(
  { figure, points, x }: Scene,
  width: number,
): { options: object; marks: Markish[] } {
  const room = Math.max(2, Math.floor(width / 48));
  if (points.temporal) {
    return {
      options: { type: "utc", domain: [new Date(x[0]), new Date(x[1])], label: null },
      marks: [axisX({ ticks: room, label: null, tickSize: 4 })],
    };
  }
  const ticks = [...yearTicks(x[0], x[1], room)];
  const isYear = figure.xLabel === "Year";
  return {
    options: { type: "linear", domain: [...x], label: null },
    marks: [
      axisX({
        ticks,
        tickFormat: String,
        tickSize: 4,
        label: isYear ? null : figure.xLabel,
        labelArrow: "none",
      }),
    ],
  };
}

function frameMarks({ figure }: Scene, ticks: number): readonly Markish[] {
  return [
    gridY({ ticks, stroke: "currentColor", strokeOpacity: 0.14 }),
    axisY({
      ticks,
      tickSize: 0,
      label: null,
      tickFormat: (value: number) => plainNumber(value),
    }),
    ...(figure.rule === null
      ? []
      : [ruleY([figure.rule], { stroke: "currentColor", strokeOpacity: 0.6 })]),
  ];
}

/** A few series in one panel, named at their ends. */
function togetherPlot(
  scene: Scene,
  layout: Extract<SeriesLayout, { kind: "together" }>,
): PlotOptions {
  const { points, y, width } = scene;
  const { series } = layout;
  const named = series.length > 1;
  const longest = series.reduce((most, { name }) => Math.max(most, textWidth(name, 12)), 0);
  const marginRight = named ? Math.min(Math.max(130, width / 4), longest + 14) : 16;
  const axis = placeAxis(scene, width - marginRight - 40);
  const look = { band: true, dots: false, temporal: points.temporal };
  return {
    width,
    height: HEIGHT,
    marginLeft: 40,
    marginRight,
    marginTop: 10,
    marginBottom: points.temporal ? 40 : 30,
    x: axis.options,
    y: { domain: [...y], label: null },
    marks: [
      ...missingMarks(missingSpans(series, points, scene.x), y),
      ...frameMarks(scene, 6),
      ...axis.marks,
      ...series.flatMap((one, i) =>
        seriesMarks(one, { ...look, colour: SERIES_COLOURS[i] ?? PALETTE.blue }),
      ),
      ...(named
        ? endLabels(series, SERIES_COLOURS, {
            gap: ((y[1] - y[0]) * 14) / (HEIGHT - 40),
            temporal: points.temporal,
          })
        : []),
    ],
  };
}

/** One small panel a series, all on one scale, the mean behind each. */
function panelsPlot(
  scene: Scene,
  layout: Extract<SeriesLayout, { kind: "panels" }>,
): PlotOptions {
  const { points, x, y, width } = scene;
  const { panels, mean, columns, rows } = layout;
  const axis = placeAxis(scene, (width - 36) / columns - 24);
  const look = { temporal: points.temporal, dots: false };
  return {
    width,
    height: rows * PANEL_HEIGHT + 34,
    marginLeft: 36,
    marginRight: 10,
    marginTop: 20,
    marginBottom: 26,
    fx: {
      axis: null,
      padding: 0.1,
      domain: panels.slice(0, columns).map(({ column }) => column),
    },
    fy: { axis: null, padding: 0.2 },
    x: axis.options,
    y: { domain: [...y], label: null },
    marks: [
      ...panels.flatMap((panel) =>
        missingMarks(missingSpans([panel.series], points, x), y, panel),
      ),
      ...frameMarks(scene, 3),
      ...axis.marks,
      frame({ stroke: "currentColor", strokeOpacity: 0.18 }),
      ...(mean === null
        ? []
        : seriesMarks(mean, { ...look, colour: PALETTE.grey, band: false, strokeWidth: 1.1 })),
      ...panels.flatMap((panel) =>
        seriesMarks(panel.series, { ...look, colour: PALETTE.blue, band: true, panel }),
      ),
      text(panels, {
        fx: "column",
        fy: "row",
        text: ({ series }: Panel) => series.name,
        frameAnchor: "top-left",
        dy: -12,
        fontWeight: 600,
      }),
    ],
  };
}

/** Many series in grey with the mean on top. */
function greyPlot(scene: Scene, layout: Extract<SeriesLayout, { kind: "grey" }>): PlotOptions {
  const { points, x, y, width } = scene;
  const axis = placeAxis(scene, width - 60);
  const look = { dots: false, temporal: points.temporal };
  return {
    width,
    height: HEIGHT + 60,
    marginLeft: 40,
    marginRight: 14,
    marginTop: 10,
    marginBottom: 30,
    x: axis.options,
    y: { domain: [...y], label: null },
    marks: [
      ...missingMarks(missingSpans(layout.series, points, x), y),
      ...frameMarks(scene, 6),
      ...axis.marks,
      ...layout.series.flatMap((one) =>
        seriesMarks(one, {
          ...look,
          band: false,
          colour: PALETTE.grey,
          opacity: 0.4,
          strokeWidth: 0.9,
        }),
      ),
      ...(layout.mean === null
        ? []
        : seriesMarks(layout.mean, {
            ...look,
            band: false,
            colour: PALETTE.vermillion,
            strokeWidth: 2.2,
          })),
    ],
  };
}

/** Plot's options for series in the layout chosen. */
export function seriesPlot(scene: Scene, layout: SeriesLayout): PlotOptions {
  if (layout.kind === "together") return togetherPlot(scene, layout);
  return layout.kind === "panels" ? panelsPlot(scene, layout) : greyPlot(scene, layout);
}
