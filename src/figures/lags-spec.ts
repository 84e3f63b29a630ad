import { axisX, axisY, gridX, rect, text } from "@observablehq/plot";
import type { Row } from "../answer/answer.ts";
import type { FigureInput, FigureOf, FigureSpec, Frame } from "./figure-spec-types.ts";
import { PALETTE } from "./palette.ts";
import { plainNumber } from "./plain-number.ts";
import { cutText, textWidth } from "./wrap-text.ts";

const ROW_HEIGHT = 17;
const MOST = 60;
/** What is shorter, in hours, is drawn here: a scale of logarithms has no 0. */
const SHORTEST = 0.5;

const TICKS = [
  { hours: SHORTEST, label: "0" },
  { hours: 1, label: "1 h" },
  { hours: 6, label: "6 h" },
  { hours: 24, label: "1 day" },
  { hours: 72, label: "3 days" },
  { hours: 168, label: "1 week" },
  { hours: 720, label: "30 days" },
  { hours: 8766, label: "1 year" },
  { hours: 87_660, label: "10 years" },
] as const;

interface LagBar {
  readonly place: number;
  readonly label: string;
  readonly least: number | null;
  readonly most: number | null;
  readonly highlighted: boolean;
}

const cellOf = (row: Row, name: string): number | null => {
  const cell = row[name];
  return typeof cell === "number" && Number.isFinite(cell) ? cell : null;
};

/** The first rows in their order; the highlighted one is drawn wherever it stands. */
function barsOf(figure: FigureOf<"lags">, rows: readonly Row[]): readonly LagBar[] {
  const all = rows.map((row) => {
    const label = String(row[figure.label] ?? "");
    return {
      label,
      least: cellOf(row, figure.least),
      most: cellOf(row, figure.most),
      highlighted: label === figure.highlight,
    };
  });
  return all
    .filter(({ highlighted }, index) => highlighted || index < MOST)
    .map((bar, place) => ({ ...bar, place }));
}

function lagWords({ least, most }: LagBar): string {
  const longest = most ?? least;
  const [unit, name] = longest === null || longest < 72 ? [1, "h"] : [24, "days"];
  const write = (hours: number): string => plainNumber(hours / unit, 1);
  if (most === null && (least === null || least <= 0)) return "not known";
  if (least === null) return most === null ? "not known" : `at most ${write(most)} ${name}`;
  if (most === null) return `at least ${write(least)} ${name}`;
  const [from, to] = [write(least), write(most)];
  return from === to ? `${to} ${name}` : `${from} to ${to} ${name}`;
}

/** The specification of lags as bars from their least to their most, the case itself marked. */
export function lagsSpec(
  { figure, rows }: FigureInput<FigureOf<"lags">>,
  { width }: Frame,
): FigureSpec {
  const bars = barsOf(figure, rows);
  const ends = bars.flatMap(({ least, most }) =>
    [least, most].filter((hours) => hours !== null),
  );
  const shortest = Math.max(SHORTEST, Math.min(...ends, 24));
  const longest = Math.max(...ends, 24);
  const ticks = TICKS.filter(
    (_tick, index) =>
      (TICKS[index + 1]?.hours ?? Infinity) > shortest &&
      (TICKS[index - 1]?.hours ?? 0) < longest,
  );
  const [low, high] = [ticks[0]!.hours, Math.max(ticks.at(-1)!.hours, longest)];
  const at = (hours: number | null, open: number): number =>
    Math.log(Math.min(high, Math.max(low, hours ?? open)));
  const widest = bars.reduce((most, { label }) => Math.max(most, textWidth(label, 11)), 0);
  const marginLeft = Math.min(widest + 14, width * 0.34);
  const labels = new Map<number, string>(
    ticks.map(({ hours, label }) => [Math.log(hours), label]),
  );
  const places = [...labels.keys()];
  const colour = ({ highlighted }: LagBar): string =>
    highlighted ? PALETTE.vermillion : PALETTE.blue;
  // A length known to the minute would be a bar without width.
  const least = (Math.log(high) - Math.log(low)) / 200;
  const own = bars.find(({ highlighted }) => highlighted);
  const left = rows.length - bars.length;
  return {
    title: figure.title,
    description:
      `${bars.length} lengths of time, each within bounds` +
      (own === undefined
        ? "."
        : `; ${own.label}, marked, stands ${own.place + 1} of ${rows.length}: ${lagWords(own)}.`),
    legend: [
      ...(own === undefined
        ? []
        : [{ label: own.label, colour: PALETTE.vermillion, shape: "square" } as const]),
      { label: "others", colour: PALETTE.blue, shape: "band" },
    ],
    caption:
      "Bars: between which lengths the dates leave each lag; a scale of logarithms. A bar to the " +
      "right edge is open there." +
      (left > 0 ? ` Not drawn: ${left}.` : ""),
    plot: {
      width,
      height: bars.length * ROW_HEIGHT + 34,
      marginLeft,
      marginRight: 112,
      marginTop: 6,
      marginBottom: 28,
      x: { type: "linear", domain: [Math.log(low), Math.log(high)], label: null },
      y: { type: "linear", domain: [Math.max(bars.length, 1) - 0.5, -0.5], label: null },
      marks: [
        gridX(places, { stroke: "currentColor", strokeOpacity: 0.14 }),
        axisX(places, { tickSize: 4, tickFormat: (place: number) => labels.get(place) ?? "" }),
        axisY(
          bars.map(({ place }) => place),
          {
            tickSize: 0,
            tickFormat: (place: number) => {
              const bar = bars[place];
              const mark = bar?.highlighted === true ? "\u25B8 " : "";
              return cutText(`${mark}${bar?.label ?? ""}`, marginLeft - 10, 11);
            },
          },
        ),
        rect(bars, {
          x1: (bar: LagBar) => at(bar.least, low),
          x2: (bar: LagBar) => Math.max(at(bar.most, high), at(bar.least, low) + least),
          y1: ({ place }: LagBar) => place - 0.3,
          y2: ({ place }: LagBar) => place + 0.3,
          fill: colour,
          fillOpacity: ({ highlighted }: LagBar) => (highlighted ? 0.9 : 0.35),
          stroke: colour,
          strokeWidth: 1,
        }),
        text(bars, {
          x: Math.log(high),
          y: "place",
          text: lagWords,
          frameAnchor: "right",
          textAnchor: "start",
          dx: 8,
          fontVariant: "tabular-nums",
        }),
      ],
    },
  };
}
