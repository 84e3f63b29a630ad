import type { Row } from "../../answer/answer.ts";

/** An event as an interval of time, in milliseconds. */
export interface TimedEvent {
  readonly id: string;
  readonly type: string;
  readonly text: string;
  readonly date: string;
  readonly from: number;
  readonly to: number;
}

const HOUR = 3_600_000;

/** The events of a case that have a date, in the order of time. */
export function timedEvents(rows: readonly Row[]): readonly TimedEvent[] {
  return rows
    .flatMap((row) => {
      const from = Date.parse(String(row["earliest"]));
      const to = Date.parse(String(row["latest"]));
      if (Number.isNaN(from)) return [];
      return [
        {
          id: String(row["event"]),
          type: String(row["type"]),
          text: String(row["text"] ?? ""),
          date: String(row["date"] ?? ""),
          from,
          to: Number.isNaN(to) ? from : Math.max(from, to),
        },
      ];
    })
    .sort((a, b) => a.from - b.from);
}

/** A span of time. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** The span that holds all events, with room at both ends. */
export function wholeSpan(events: readonly TimedEvent[]): TimeSpan {
  const from = Math.min(...events.map((event) => event.from));
  const to = Math.max(...events.map((event) => event.to));
  const room = Math.max(HOUR, (to - from) * 0.03);
  return { from: from - room, to: to + room };
}

/** A span zoomed about a place in it (0 left, 1 right), never below one hour nor out of `whole`. */
export function zoomed(
  span: TimeSpan,
  factor: number,
  about: number,
  whole: TimeSpan,
): TimeSpan {
  const length = span.to - span.from;
  const next = Math.min(Math.max(length * factor, HOUR), whole.to - whole.from);
  const centre = span.from + length * about;
  const from = Math.min(Math.max(centre - next * about, whole.from), whole.to - next);
  return { from, to: from + next };
}

/** A span moved by a share of its length, within `whole`. */
export function moved(span: TimeSpan, share: number, whole: TimeSpan): TimeSpan {
  const length = span.to - span.from;
  const from = Math.min(Math.max(span.from + length * share, whole.from), whole.to - length);
  return { from, to: from + length };
}
