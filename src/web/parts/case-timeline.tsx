import { useMemo, useRef } from "preact/hooks";
import type { Answer } from "../../answer/answer.ts";
import { momentLabel, timeTicks } from "../../figures/time-ticks.ts";
import { clockOfZone, shiftOfZone } from "../../figures/zone-clock.ts";
import { useMark } from "../place/use-mark.ts";
import { type Measure, placeBars, type PlacedTick, placeTicks } from "./timeline-layout.ts";
import {
  moved,
  type TimedEvent,
  timedEvents,
  type TimeSpan,
  wholeSpan,
  zoomed,
} from "./timeline-span.ts";
import { useMeasure } from "./use-measure.ts";
import { useWidth } from "./use-width.ts";

/** Size of the letters, as in the style. */
const LETTERS = 11.5;
/** Height of the axis. */
const TOP = 24;
/** Pixels that a tick takes at the least. */
const TICK = 50;
const LOOKS = [
  "appeal",
  "decision",
  "deployment",
  "withdrawal",
  "statement",
  "session",
] as const;

/** The look of an event by the first word of its type; the type itself stands beside the mark. */
const lookOf = (type: string): string => LOOKS.find((one) => type.startsWith(one)) ?? "plain";

/** An event is named by its type, unless that is "other", and its own text. */
function nameOf({ type, text, id }: TimedEvent): string {
  const said = text === "" ? id.replaceAll("-", " ") : text;
  return type === "other" ? said : `${type.replaceAll("-", " ")}: ${said}`;
}

const STAMP = 16;

function readSpan(text: string | null, whole: TimeSpan): TimeSpan {
  const [from = Number.NaN, to = Number.NaN] = (text ?? "")
    .split("~")
    .map((part) => Date.parse(`${part}Z`));
  const valid = from < to && to > whole.from && from < whole.to;
  return valid ? { from: Math.max(from, whole.from), to: Math.min(to, whole.to) } : whole;
}

const writeSpan = ({ from, to }: TimeSpan): string =>
  [from, to].map((at) => new Date(at).toISOString().slice(0, STAMP)).join("~");

/** The finest axis of a span on a clock of which every label has room. */
function axis(
  span: TimeSpan,
  shift: number,
  width: number,
  measure: Measure,
): readonly PlacedTick[] {
  for (let most = Math.max(2, Math.floor(width / TICK)); ; most -= 1) {
    const ticks = timeTicks(span.from + shift, span.to + shift, most).map(
      ({ time, label }) => ({
        at: ((time - shift - span.from) / (span.to - span.from)) * width,
        label,
      }),
    );
    const placed = placeTicks(ticks, width, measure);
    if (most <= 2 || placed.every(({ label }) => label !== null)) return placed;
  }
}

/** What is drawn of a span: ticks on the case's own clock, and bars with their names. */
function Drawing({
  events,
  span,
  shift,
  width,
  measure,
}: {
  readonly events: readonly TimedEvent[];
  readonly span: TimeSpan;
  readonly shift: number;
  readonly width: number;
  readonly measure: Measure;
}) {
  const x = (at: number): number => ((at - span.from) / (span.to - span.from)) * width;
  const { bars, height } = placeBars(
    events.map((event) => ({ name: nameOf(event), from: x(event.from), to: x(event.to) })),
    width,
    measure,
  );
  return (
    <svg width={width} height={TOP + height + 6} aria-hidden="true">
      {axis(span, shift, width, measure).map(({ at, label, x: left }) => (
        <g key={at} class="tick">
          <line class="grid" x1={at} x2={at} y1={18} y2={TOP + height + 6} />
          {label !== null && (
            <text x={left} y={13}>
              {label}
            </text>
          )}
        </g>
      ))}
      {bars.map((bar, i) => {
        const event = events[i]!;
        return (
          <g key={event.id} class="bar" transform={`translate(0,${TOP})`}>
            <title>{`${event.date}: ${nameOf(event)}`}</title>
            <rect
              class={`event ${lookOf(event.type)}`}
              x={bar.left}
              y={bar.top}
              width={bar.width}
              height={11}
              rx={2}
            />
            <text x={bar.x} y={bar.y}>
              {bar.name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** The clock of a case, as its figure has it. */
const zoneOf = ({ figure }: Answer): string =>
  figure?.kind === "timeline" ? figure.zone : "Z";

/** The events of a case on its own clock, each as long as its date is uncertain; zooms to hours. */
export function CaseTimeline({ answer }: { readonly answer: Answer }) {
  const events = useMemo(() => timedEvents(answer.rows), [answer.rows]);
  const [text, setText] = useMark("zoom");
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const measure = useMeasure(box, LETTERS, width > 0);
  if (events.length === 0) return null;
  const whole = wholeSpan(events);
  const span = readSpan(text, whole);
  const set = (next: TimeSpan): void =>
    setText(next.to - next.from >= whole.to - whole.from ? null : writeSpan(next));
  const seen = events.filter(({ from, to }) => to >= span.from && from <= span.to);
  const [shift, clock] = [shiftOfZone(zoneOf(answer)), clockOfZone(zoneOf(answer))];
  const shown = [span.from, span.to]
    .map((at) => momentLabel(at + shift, span.to - span.from))
    .join(" to ");
  const onKey = (event: KeyboardEvent): void => {
    const actions: Readonly<Record<string, () => TimeSpan>> = {
      "+": () => zoomed(span, 0.5, 0.5, whole),
      "=": () => zoomed(span, 0.5, 0.5, whole),
      "-": () => zoomed(span, 2, 0.5, whole),
      "0": () => whole,
      ArrowLeft: () => moved(span, -0.25, whole),
      ArrowRight: () => moved(span, 0.25, whole),
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    set(action());
  };
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">Timeline</h2>
      <p class="soft">
        {shown}, {clock === "UTC" ? "UTC" : `local time (${clock})`}. A bar is as long as its
        date is uncertain. {seen.length} of {events.length} dated events are in view. Keys: +
        and - zoom, arrows move, 0 shows all.
      </p>
      <p class="row">
        <button type="button" onClick={() => set(zoomed(span, 0.5, 0.5, whole))}>
          Zoom in
        </button>
        <button type="button" onClick={() => set(zoomed(span, 2, 0.5, whole))}>
          Zoom out
        </button>
        <button type="button" onClick={() => set(moved(span, -0.5, whole))}>
          Earlier
        </button>
        <button type="button" onClick={() => set(moved(span, 0.5, whole))}>
          Later
        </button>
        <button type="button" onClick={() => set(whole)}>
          All
        </button>
      </p>
      <ul class="key">
        {[...new Set(seen.map(({ type }) => lookOf(type)))].map((look) => (
          <li key={look}>
            <span class={`swatch event ${look}`} aria-hidden="true" />{" "}
            {look === "plain" ? "other" : look}
          </li>
        ))}
      </ul>
      <div
        ref={box}
        class="timeline"
        tabIndex={0}
        role="application"
        aria-label={`Timeline from ${shown}, ${clock}`}
        onKeyDown={onKey}
      >
        {width > 0 && <Drawing {...{ events: seen, span, shift, width, measure }} />}
      </div>
    </section>
  );
}
