import { axisX, axisY, barX, gridX, ruleX, tickX } from "@observablehq/plot";
import type { Row } from "../answer/answer.ts";
import { dayOf } from "../dates/day-of.ts";
import type { FigureInput, FigureOf, FigureSpec, Frame } from "./figure-spec-types.ts";
import { PALETTE } from "./palette.ts";
import { cutText, textWidth } from "./wrap-text.ts";
import { yearTicks } from "./year-ticks.ts";

const ROW_HEIGHT = 18;

interface Span {
  readonly label: string;
  readonly from: Date;
  readonly to: Date;
  readonly open: boolean;
}

function timeOf(cell: Row[string] | undefined): number | null {
  if (typeof cell !== "string" || cell === "") return null;
  const time = Date.parse(`${dayOf(cell)}T00:00:00Z`);
  return Number.isNaN(time) ? null : time;
}

function spansOf(
  { label, from, to }: FigureOf<"spans">,
  rows: readonly Row[],
  last: number,
): readonly Span[] {
  return rows.flatMap((row) => {
    const start = timeOf(row[from]);
    if (start === null || start > last) return [];
    const end = timeOf(row[to]);
    const open = end === null || end > last;
    return [
      {
        label: String(row[label] ?? ""),
        from: new Date(start),
        to: new Date(open ? last : end),
        open,
      },
    ];
  });
}

function lastDay(
  { from, to }: FigureOf<"spans">,
  rows: readonly Row[],
  covered: string | null,
): number {
  const times = rows
    .flatMap((row) => [timeOf(row[from]), timeOf(row[to])])
    .filter((time) => time !== null);
  return timeOf(covered) ?? times.reduce((a, b) => Math.max(a, b), 0);
}

/** The specification of memberships as bars, open to the last day covered. */
export function spansSpec(
  { figure, rows, covers }: FigureInput<FigureOf<"spans">>,
  { width }: Frame,
): FigureSpec {
  const last = lastDay(figure, rows, covers?.to ?? null);
  const spans = spansOf(figure, rows, last);
  const labels = [...new Set(spans.map(({ label }) => label))];
  const widest = labels.reduce((most, label) => Math.max(most, textWidth(label, 12)), 0);
  const marginLeft = Math.min(widest + 12, width * 0.4);
  const first = spans.reduce((least, { from }) => Math.min(least, from.getTime()), last);
  const day = new Date(last).toISOString().slice(0, 10);
  const room = Math.max(2, Math.floor((width - marginLeft) / 52));
  const years = yearTicks(new Date(first).getUTCFullYear(), Number(day.slice(0, 4)), room);
  const ticks = years
    .map((year) => new Date(`${String(year).padStart(4, "0")}-01-01T00:00:00Z`))
    .filter((tick) => tick.getTime() >= first);
  const open = spans.filter((span) => span.open);
  const ended = spans.filter((span) => !span.open);
  const left = rows.length - spans.length;
  return {
    title: figure.title,
    description:
      `Bars over time on ${labels.length} lines: ${open.length} last to ${day}, ` +
      `${ended.length} ended before.`,
    legend: [
      ...(open.length > 0
        ? [{ label: `lasts on ${day}`, colour: PALETTE.blue, shape: "square" } as const]
        : []),
      ...(ended.length > 0
        ? [{ label: "ended", colour: PALETTE.grey, shape: "square" } as const]
        : []),
    ],
    caption: left > 0 ? `Not drawn, without a first day up to ${day}: ${left}.` : "",
    plot: {
      width,
      height: labels.length * ROW_HEIGHT + 34,
      marginLeft,
      marginRight: 14,
      marginTop: 6,
      marginBottom: 26,
      x: { type: "utc", domain: [new Date(first), new Date(last)], label: null },
      y: { type: "band", domain: labels, padding: 0.3, label: null },
      marks: [
        gridX({ ticks, stroke: "currentColor", strokeOpacity: 0.14 }),
        axisX({
          ticks,
          tickSize: 4,
          tickFormat: (tick: Date) => String(tick.getUTCFullYear()),
        }),
        axisY({
          tickSize: 0,
          tickFormat: (label: string) => cutText(label, marginLeft - 10, 12),
        }),
        barX(ended, { x1: "from", x2: "to", y: "label", fill: PALETTE.grey }),
        barX(open, { x1: "from", x2: "to", y: "label", fill: PALETTE.blue }),
        tickX(ended, { x: "to", y: "label", stroke: "currentColor", strokeWidth: 1.5 }),
        ruleX([new Date(last)], {
          stroke: "currentColor",
          strokeOpacity: 0.5,
          strokeDasharray: "2,2",
        }),
      ],
    },
  };
}
