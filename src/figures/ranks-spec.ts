import { axisX, axisY, dot, gridX, ruleX, ruleY, text } from "@observablehq/plot";
import type { Row } from "../answer/answer.ts";
import type { FigureInput, FigureOf, FigureSpec, Frame } from "./figure-spec-types.ts";
import { PALETTE } from "./palette.ts";
import { plainNumber } from "./plain-number.ts";
import { valueDomain } from "./value-domain.ts";
import { cutText, textWidth } from "./wrap-text.ts";

const ROW_HEIGHT = 19;
const MOST = 80;

interface Rank {
  readonly place: number;
  readonly label: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly highlighted: boolean;
}

function numberOf(row: Row, name: string | null): number | null {
  const cell = name === null ? null : row[name];
  return typeof cell === "number" && Number.isFinite(cell) ? cell : null;
}

function ranksOf(
  { label, value, lower, upper, highlight }: FigureOf<"ranks">,
  rows: readonly Row[],
) {
  return rows
    .flatMap((row) => {
      const at = numberOf(row, value);
      const [low, high] = [numberOf(row, lower), numberOf(row, upper)];
      const name = String(row[label] ?? "");
      const bounds =
        low === null || high === null
          ? { lower: null, upper: null }
          : { lower: low, upper: high };
      return at === null
        ? []
        : [{ label: name, value: at, ...bounds, highlighted: name === highlight }];
    })
    .sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1));
}

/** How values are written: counts as they are, all else with two decimals. */
function valueText(ranks: readonly Rank[]): (rank: Rank) => string {
  const counts = ranks.every(({ value, lower }) => Number.isInteger(value) && lower === null);
  const written = (value: number): string => value.toFixed(counts ? 0 : 2);
  return ({ value, lower, upper }) => {
    const bounds =
      lower === null || upper === null ? "" : ` [${written(lower)}, ${written(upper)}]`;
    return `${written(value)}${bounds}`.replaceAll("-", "\u2212");
  };
}

/** The specification of values in order, each with its interval and its number. */
export function ranksSpec(
  { figure, rows }: FigureInput<FigureOf<"ranks">>,
  { width }: Frame,
): FigureSpec {
  const all = ranksOf(figure, rows);
  const ranks: Rank[] = all.slice(0, MOST).map((rank, place) => ({ ...rank, place }));
  const domain =
    figure.domain ??
    valueDomain(
      ranks.flatMap(({ value, lower, upper }) => [value, lower, upper]),
      figure.rule,
    );
  const widest = ranks.reduce((most, { label }) => Math.max(most, textWidth(label, 12)), 0);
  const marginLeft = Math.min(widest + 14, width * 0.36);
  const withText = ranks.some(({ lower }) => lower !== null) ? 122 : 46;
  const labels = ranks.map(({ label }) => cutText(label, marginLeft - 12, 12));
  const colour = ({ highlighted }: Rank): string =>
    highlighted ? PALETTE.vermillion : PALETTE.blue;
  const bounded = ranks.filter(({ lower }) => lower !== null);
  const unstated = rows.length - all.length;
  const top = ranks[0];
  const last = ranks.at(-1);
  return {
    title: figure.title,
    description:
      top === undefined || last === undefined
        ? "A ranking without values."
        : `${figure.xLabel} of ${all.length} in order, from ${top.label} ` +
          `(${plainNumber(top.value)}) to ${last.label} (${plainNumber(last.value)}).`,
    legend: [],
    caption: [
      `${figure.xLabel}${bounded.length > 0 ? "; bars: intervals" : ""}.`,
      all.length > MOST ? `The first ${MOST} of ${all.length}.` : "",
      unstated > 0 ? `Not drawn, without a value: ${unstated}.` : "",
    ]
      .filter(Boolean)
      .join(" "),
    plot: {
      width,
      height: ranks.length * ROW_HEIGHT + 34,
      marginLeft,
      marginRight: withText,
      marginTop: 6,
      marginBottom: 28,
      x: { domain: [...domain], label: null },
      y: { type: "band", domain: ranks.map(({ place }) => place), padding: 0.2, label: null },
      marks: [
        gridX({ ticks: 5, stroke: "currentColor", strokeOpacity: 0.14 }),
        axisX({
          ticks: width < 500 ? 4 : 6,
          tickSize: 4,
          label: null,
          tickFormat: (value: number) => plainNumber(value),
        }),
        axisY({ tickSize: 0, tickFormat: (_place: number, i: number) => labels[i] ?? "" }),
        ...(figure.rule === null
          ? []
          : [ruleX([figure.rule], { stroke: "currentColor", strokeOpacity: 0.6 })]),
        ruleY(bounded, {
          y: "place",
          x1: "lower",
          x2: "upper",
          stroke: colour,
          strokeWidth: 2,
          strokeOpacity: 0.55,
        }),
        dot(ranks, { x: "value", y: "place", r: 3.4, fill: colour }),
        text(ranks, {
          y: "place",
          text: valueText(ranks),
          frameAnchor: "right",
          textAnchor: "start",
          dx: 8,
          fontVariant: "tabular-nums",
        }),
      ],
    },
  };
}
