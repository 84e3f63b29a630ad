import { axisX, axisY, dot, gridX, rect, ruleY, text } from "@observablehq/plot";
import type { Row } from "../answer/answer.ts";
import { DAY, HOUR, MINUTE } from "../dates/event-date.ts";
import type { FigureInput, FigureOf, FigureSpec, Frame } from "./figure-spec-types.ts";
import { PALETTE } from "./palette.ts";
import { momentLabel, timeTicks } from "./time-ticks.ts";
import { type Lane, NAME_SIZE, nameWidth, timelineLanes, WIDE } from "./timeline-lanes.ts";
import { cutText, textWidth } from "./wrap-text.ts";
import { clockOfZone, shiftOfZone } from "./zone-clock.ts";

const LANE = 17;
const MARGIN = { top: 6, right: 20, bottom: 26 } as const;
/** Width below which the types stand above their bands and not beside them. */
const NARROW = 480;
const TYPE_SIZE = 11;
/** Share of the span left free on either side. */
const PAD = 0.02;

interface Event {
  readonly label: string;
  readonly type: string;
  /** Milliseconds on the clock of the axis, cut to what is drawn. */
  readonly from: number;
  readonly to: number;
  readonly exact: boolean;
  readonly cut: boolean;
}

/** An id of the record as words. */
const words = (id: string): string => id.replaceAll("-", " ");

type Span = readonly [from: number, to: number];

function timeOf(cell: Row[string] | undefined, shift: number): number | null {
  const time = typeof cell === "string" && cell !== "" ? Date.parse(cell) : Number.NaN;
  return Number.isNaN(time) ? null : time + shift;
}

/** The span of time that is drawn: the window, else from the first known end to the last. */
function domainOf(
  { window, from, to }: FigureOf<"timeline">,
  rows: readonly Row[],
  shift: number,
): Span {
  const [first, last] = [
    timeOf(window?.from ?? null, shift),
    timeOf(window?.to ?? null, shift),
  ];
  if (first !== null && last !== null) return [first, last];
  const times = rows
    .flatMap((row) => [timeOf(row[from], shift), timeOf(row[to], shift)])
    .filter((time) => time !== null);
  const [start, end] = [Math.min(...times), Math.max(...times)];
  if (!Number.isFinite(start)) return [0, DAY];
  const pad = Math.max(HOUR, (end - start) * PAD);
  return [start - pad, end + pad];
}

function eventsOf(
  figure: FigureOf<"timeline">,
  rows: readonly Row[],
  [first, last]: Span,
  shift: number,
): readonly Event[] {
  return rows
    .flatMap((row): Event[] => {
      const [from, to] = [timeOf(row[figure.from], shift), timeOf(row[figure.to], shift)];
      if (from === null && to === null) return [];
      const [start, end] = [from ?? first, to ?? last];
      if (end <= first || start >= last) return [];
      return [
        {
          label: words(String(row[figure.label] ?? "")),
          type: String(row[figure.type] ?? ""),
          from: Math.max(first, start),
          to: Math.min(last, end),
          exact: from !== null && to !== null && to - from <= MINUTE,
          cut: from === null || to === null || start < first || end > last,
        },
      ];
    })
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.label < b.label ? -1 : 1));
}

const typeWidth = (type: string): number => textWidth(type, TYPE_SIZE) * WIDE;

interface Drawn extends Event, Lane {
  /** Where the name is anchored, in milliseconds, and what of it has room. */
  readonly at: number;
  readonly name: string;
}

/** Marks of the names on one side of their events. */
function names(events: readonly Drawn[], side: Lane["side"]) {
  return text(
    events.filter((event) => event.side === side),
    {
      x: "at",
      y: "lane",
      text: "name",
      textAnchor: side === "left" ? "end" : "start",
      dx: side === "left" ? -5 : side === "right" ? 5 : 3,
      fontSize: NAME_SIZE,
    },
  );
}

/**
 * The specification of events on an axis of time: a dot where the minute is known, else a bar over
 * the span in which the event lies, each with its name, one band a type; the type stands beside its
 * band, or above it where the figure is narrow. The axis goes from years
 * down to hours with the span that is drawn.
 */
export function timelineSpec(
  { figure, rows }: FigureInput<FigureOf<"timeline">>,
  { width }: Frame,
): FigureSpec {
  const shift = shiftOfZone(figure.zone);
  const domain = domainOf(figure, rows, shift);
  const [first, last] = domain;
  const events = eventsOf(figure, rows, domain, shift);
  const types = [...new Set(events.map(({ type }) => type))];
  const above = width < NARROW;
  const widest = types.reduce((most, type) => Math.max(most, typeWidth(type)), 0);
  const marginLeft = above ? MARGIN.right : Math.min(widest + 14, width * 0.3);
  const pixel = (time: number): number =>
    marginLeft + ((width - marginLeft - MARGIN.right) * (time - first)) / (last - first);
  const placed = events.map((event) => {
    const middle = pixel((event.from + event.to) / 2);
    const [left, right] = event.exact
      ? [middle - 4, middle + 4]
      : [pixel(event.from), pixel(event.to)];
    return { label: event.label, type: event.type, left, right };
  });
  const bounds = { left: marginLeft, right: width - 2 };
  const { lanes, first: firstLane } = timelineLanes(placed, bounds);
  // A type above its band takes a lane of its own.
  const headings = (type: string): number => (above ? types.indexOf(type) + 1 : 0);
  const drawn = events.map((event, index): Drawn => {
    const { lane, side, room } = lanes[index]!;
    const full = nameWidth(event.label) <= room;
    return {
      ...event,
      lane: lane + headings(event.type),
      side,
      room,
      at: side === "right" ? event.to : event.from,
      name: full ? event.label : cutText(event.label, room / WIDE, NAME_SIZE),
    };
  });
  const count = drawn.reduce((most, { lane }) => Math.max(most, lane + 1), 1);
  const colour = ({ type }: Event): string =>
    type === figure.highlight ? PALETTE.vermillion : PALETTE.blue;
  const [bars, dots] = [
    drawn.filter(({ exact }) => !exact),
    drawn.filter(({ exact }) => exact),
  ];
  const ticks = timeTicks(first, last, Math.max(2, Math.floor((width - marginLeft) / 58)));
  const labels = new Map(ticks.map(({ time, label }) => [time, label]));
  const times = ticks.map(({ time }) => time);
  const typeOf = new Map(
    [...firstLane].map(([type, lane]) => [lane + Math.max(0, headings(type) - 1), type]),
  );
  const span = last - first;
  const clock = clockOfZone(figure.zone);
  const cut = drawn.filter((event) => event.cut).length;
  const left = rows.length - events.length;
  const range = `${momentLabel(first, span)} to ${momentLabel(last, span)}`;
  return {
    title: figure.title,
    description:
      events.length === 0
        ? "An axis of time without events."
        : `${events.length} events of ${types.length} types from ${range} (${clock}).`,
    legend: [
      ...(dots.length > 0
        ? [{ label: "minute known", colour: PALETTE.blue, shape: "dot" } as const]
        : []),
      ...(bars.length > 0
        ? [{ label: "within this span", colour: PALETTE.blue, shape: "band" } as const]
        : []),
      ...(figure.highlight !== null && types.includes(figure.highlight)
        ? [
            {
              label: words(figure.highlight),
              colour: PALETTE.vermillion,
              shape: "square",
            } as const,
          ]
        : []),
    ],
    caption: [
      `${range}, ${clock}.`,
      cut > 0 ? `Going on beyond an edge: ${cut}.` : "",
      left > 0 ? `Not drawn, outside this span or without a date: ${left}.` : "",
    ]
      .filter(Boolean)
      .join(" "),
    plot: {
      width,
      height: count * LANE + MARGIN.top + MARGIN.bottom,
      marginLeft,
      marginRight: MARGIN.right,
      marginTop: MARGIN.top,
      marginBottom: MARGIN.bottom,
      x: { type: "linear", domain: [first, last], label: null },
      y: { type: "linear", domain: [count - 0.5, -0.5], label: null, axis: null },
      marks: [
        gridX(times, { stroke: "currentColor", strokeOpacity: 0.14 }),
        ruleY(
          [...typeOf.keys()].filter((lane) => lane > 0).map((lane) => lane - 0.5),
          { stroke: "currentColor", strokeOpacity: 0.14 },
        ),
        axisX(times, { tickSize: 4, tickFormat: (time: number) => labels.get(time) ?? "" }),
        above
          ? text([...typeOf.keys()], {
              x: () => first,
              y: (lane: number) => lane,
              text: (lane: number) => words(typeOf.get(lane) ?? ""),
              textAnchor: "start",
              fontSize: TYPE_SIZE,
              fontWeight: 600,
            })
          : axisY([...typeOf.keys()], {
              tickSize: 0,
              tickFormat: (lane: number) =>
                cutText(words(typeOf.get(lane) ?? ""), (marginLeft - 10) / WIDE, TYPE_SIZE),
            }),
        rect(bars, {
          x1: "from",
          x2: "to",
          y1: ({ lane }: Drawn) => lane - 0.3,
          y2: ({ lane }: Drawn) => lane + 0.3,
          fill: colour,
          fillOpacity: 0.25,
          stroke: colour,
          strokeWidth: 1,
        }),
        dot(dots, {
          x: ({ from, to }: Drawn) => (from + to) / 2,
          y: "lane",
          r: 3.6,
          fill: colour,
        }),
        names(drawn, "right"),
        names(drawn, "left"),
        names(drawn, "on"),
      ],
    },
  };
}
