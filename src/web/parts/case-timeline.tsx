import { useMemo, useRef } from "preact/hooks";
import type { Answer } from "../../answer/answer.ts";
import { useMark } from "../place/use-mark.ts";
import {
  moved,
  type TimedEvent,
  timedEvents,
  timeTicks,
  type TimeSpan,
  wholeSpan,
  zoomed,
} from "./timeline-span.ts";
import { useWidth } from "./use-width.ts";

const ROW = 20;
const TOP = 26;
const TYPE_LOOKS = ["appeal", "decision", "deployment", "withdrawal", "statement", "session"];

/** The look of an event by the first word of its type; the type itself stands beside the mark. */
const lookOf = (type: string): string =>
  TYPE_LOOKS.find((one) => type.startsWith(one)) ?? "other";

/** An event is named by its type and its own name, where that says more. */
function nameOf({ type, id }: TimedEvent): string {
  const words = (text: string): string => text.replaceAll("-", " ");
  return id === type ? words(id) : `${words(type)}: ${words(id)}`;
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

/** The events of a case on one clock (UTC), each as long as its date is uncertain; zooms to hours. */
export function CaseTimeline({ answer }: { readonly answer: Answer }) {
  const events = useMemo(() => timedEvents(answer.rows), [answer.rows]);
  const [text, setText] = useMark("zoom");
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  if (events.length === 0) return null;
  const whole = wholeSpan(events);
  const span = readSpan(text, whole);
  const set = (next: TimeSpan): void =>
    setText(next.to - next.from >= whole.to - whole.from ? null : writeSpan(next));
  const seen = events.filter(({ from, to }) => to >= span.from && from <= span.to);
  const x = (at: number): number => ((at - span.from) / (span.to - span.from)) * width;
  const height = TOP + seen.length * ROW + 6;
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
        Hours are UTC. A bar is as long as its date is uncertain. {seen.length} of{" "}
        {events.length} dated events are in view. Keys: + and - zoom, arrows move, 0 shows all.
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
      <div
        ref={box}
        class="timeline"
        tabIndex={0}
        role="application"
        aria-label={`Timeline from ${writeSpan(span).replace("~", " to ")} UTC`}
        onKeyDown={onKey}
      >
        {width > 0 && (
          <svg width={width} height={height} aria-hidden="true">
            {timeTicks(span, Math.max(2, width / 110)).map(({ at, label }) => (
              <g key={at} transform={`translate(${x(at)},0)`}>
                <line class="grid" y1={18} y2={height} />
                <text y={12} text-anchor={x(at) > width - 60 ? "end" : "start"}>
                  {label}
                </text>
              </g>
            ))}
            {seen.map((event, i) => {
              const from = Math.max(0, x(event.from));
              const to = Math.min(width, x(event.to));
              const late = from > width * 0.6;
              return (
                <g key={event.id} transform={`translate(0,${TOP + i * ROW})`}>
                  <rect
                    class={`event ${lookOf(event.type)}`}
                    x={from}
                    y={3}
                    width={Math.max(4, to - from)}
                    height={ROW - 9}
                    rx={2}
                  >
                    <title>{`${event.date}: ${event.text}`}</title>
                  </rect>
                  <text
                    x={late ? from - 5 : Math.min(to, width * 0.6) + 7}
                    y={12}
                    text-anchor={late ? "end" : "start"}
                  >
                    {nameOf(event)}
                  </text>
                </g>
              );
            })}
          </svg>
        )}
      </div>
    </section>
  );
}
