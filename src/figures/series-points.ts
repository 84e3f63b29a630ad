import type { Cell, Row } from "../answer/answer.ts";
import { dayOf } from "../dates/day-of.ts";
import type { FigureOf } from "./figure-spec-types.ts";

/** A point of a series; `y` is null where the record holds no value. */
export interface SeriesPoint {
  readonly x: number;
  readonly y: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** One series in order of x, with an empty point in each gap so that no line crosses it. */
export interface PointSeries {
  readonly name: string;
  readonly points: readonly SeriesPoint[];
  /** Values with no neighbour one step away: a line cannot show them. */
  readonly lone: readonly SeriesPoint[];
  /** Some x has two values: the series can be drawn as dots only. */
  readonly repeated: boolean;
}

/** All series of a figure. */
export interface SeriesPoints {
  readonly series: readonly PointSeries[];
  /** The distance between neighbouring periods; null for dates and for a single period. */
  readonly step: number | null;
  readonly temporal: boolean;
  readonly range: readonly [number, number];
}

function placeOf(cell: Cell | undefined): number | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== "string" || cell === "") return null;
  if (/^-?\d{1,4}$/u.test(cell)) return Number(cell);
  const time = Date.parse(`${dayOf(cell)}T00:00:00Z`);
  return Number.isNaN(time) ? null : time;
}

function numberOf(row: Row, name: string | null): number | null {
  const cell = name === null ? null : row[name];
  return typeof cell === "number" && Number.isFinite(cell) ? cell : null;
}

function smallestStep(places: readonly number[]): number | null {
  let least: number | null = null;
  for (const [i, place] of places.entries()) {
    const before = places[i - 1];
    if (before !== undefined && (least === null || place - before < least))
      least = place - before;
  }
  return least;
}

function oneSeries(
  name: string,
  found: readonly SeriesPoint[],
  step: number | null,
): PointSeries {
  const sorted = found.toSorted((a, b) => a.x - b.x);
  const points: SeriesPoint[] = [];
  for (const point of sorted) {
    const before = points.at(-1);
    if (before === undefined && point.y === null) continue;
    if (before !== undefined && step !== null && point.x - before.x > step * 1.5) {
      points.push({ x: before.x + step, y: null, lower: null, upper: null });
    }
    points.push(point);
  }
  const lone = points.filter(
    ({ y }, i) =>
      y !== null && (points[i - 1]?.y ?? null) === null && (points[i + 1]?.y ?? null) === null,
  );
  const repeated = sorted.some(({ x }, i) => x === sorted[i - 1]?.x);
  return { name, points, lone, repeated };
}

/** The rows of a figure as series of points, in alphabetical order; none for a row without an x. */
export function seriesPoints(figure: FigureOf<"series">, rows: readonly Row[]): SeriesPoints {
  const temporal = rows.some((row) => {
    const cell = row[figure.x];
    return typeof cell === "string" && !/^-?\d{1,4}$/u.test(cell);
  });
  const found = new Map<string, SeriesPoint[]>();
  for (const row of rows) {
    const x = placeOf(row[figure.x]);
    if (x === null) continue;
    const name = figure.series === null ? "" : String(row[figure.series] ?? "");
    const [lower, upper] = [numberOf(row, figure.lower), numberOf(row, figure.upper)];
    const y = numberOf(row, figure.y);
    const own = found.get(name) ?? [];
    own.push({
      x,
      y,
      lower: upper === null ? null : lower,
      upper: lower === null ? null : upper,
    });
    found.set(name, own);
  }
  const places = [...new Set([...found.values()].flat().map(({ x }) => x))].sort(
    (a, b) => a - b,
  );
  const step = temporal ? null : smallestStep(places);
  const series = [...found]
    .filter(([, points]) => points.some(({ y }) => y !== null))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, points]) => oneSeries(name, points, step));
  // Empty periods before the first value of all are no gap: nothing had begun.
  const first = series
    .map(({ points }) => points.find(({ y }) => y !== null)?.x ?? Infinity)
    .reduce((a, b) => (b < a ? b : a), Infinity);
  const last = places.at(-1) ?? 0;
  return { series, step, temporal, range: [Math.min(first, last), last] };
}
