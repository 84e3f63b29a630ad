import type { PointSeries } from "./series-points.ts";

/** The name of the row that stands for the mean over all pairs. */
export const MEAN_SERIES = "mean over all pairs of members";

const MOST_IN_ONE_PANEL = 4;
const MOST_PANELS = 42;

/** One small panel: a series and its place in the grid. */
export interface Panel {
  readonly series: PointSeries;
  readonly column: number;
  readonly row: number;
}

/** How series are put on paper: together, one panel each, or grey with the mean on top. */
export type SeriesLayout =
  | { readonly kind: "together"; readonly series: readonly PointSeries[] }
  | {
      readonly kind: "panels";
      readonly panels: readonly Panel[];
      readonly mean: PointSeries | null;
      readonly columns: number;
      readonly rows: number;
    }
  | {
      readonly kind: "grey";
      readonly series: readonly PointSeries[];
      readonly mean: PointSeries | null;
    };

function panelColumns(count: number, width: number): number {
  if (width < 500) return 2;
  return count <= 6 || count === 9 ? 3 : count <= 24 ? 4 : 5;
}

/** Chooses how many series share a panel, so that each can be read at the width given. */
export function seriesLayout(all: readonly PointSeries[], width: number): SeriesLayout {
  if (all.length <= MOST_IN_ONE_PANEL) return { kind: "together", series: all };
  const mean = all.find(({ name }) => name === MEAN_SERIES) ?? null;
  const series = all.filter((one) => one !== mean);
  if (series.length > MOST_PANELS) return { kind: "grey", series, mean };
  const columns = panelColumns(series.length, width);
  const panels = series.map((one, i) => ({
    series: one,
    column: i % columns,
    row: Math.floor(i / columns),
  }));
  return { kind: "panels", panels, mean, columns, rows: Math.ceil(series.length / columns) };
}
