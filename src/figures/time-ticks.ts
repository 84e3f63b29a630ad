import { DAY, HOUR, MINUTE } from "../dates/event-date.ts";

/** A tick of an axis of time. */
export interface TimeTick {
  readonly time: number;
  readonly label: string;
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const CLOCK = [
  ...[5, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
];
const DAYS = [1, 2, 5, 10].map((days) => days * DAY);
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];

/** A day in a few characters: `6 Jan`. */
function dayLabel(time: number): string {
  const date = new Date(time);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}

/** The clock in five characters: `18:00`. */
function clockLabel(time: number): string {
  return new Date(time).toISOString().slice(11, 16);
}

/** A moment with its year, and with the clock where the span shown is of days. */
export function momentLabel(time: number, span: number): string {
  const year = new Date(time).getUTCFullYear();
  const clock = span <= 10 * DAY ? ` ${clockLabel(time)}` : "";
  return `${dayLabel(time)} ${year}${clock}`;
}

function even(from: number, to: number, step: number): readonly TimeTick[] {
  const ticks: TimeTick[] = [];
  for (let time = Math.ceil(from / step) * step; time <= to; time += step) {
    const label = time % DAY === 0 ? dayLabel(time) : clockLabel(time);
    ticks.push({ time, label });
  }
  return ticks;
}

function monthly(from: number, to: number, step: number): readonly TimeTick[] {
  const ticks: TimeTick[] = [];
  const first = new Date(from);
  const start = first.getUTCFullYear() * 12 + first.getUTCMonth();
  for (let month = Math.ceil(start / step) * step; ; month += step) {
    const year = String(Math.floor(month / 12)).padStart(4, "0");
    const place = month % 12;
    const time = Date.parse(`${year}-${String(place + 1).padStart(2, "0")}-01T00:00:00Z`);
    if (time > to) return ticks;
    if (time >= from) {
      ticks.push({ time, label: step % 12 === 0 ? year : `${MONTHS[place]} ${year}` });
    }
  }
}

/**
 * Ticks of an axis of time at round minutes, hours, days, months or years, the finest of which there are
 * at most `most`. Times are UTC milliseconds, already moved to the clock that is shown.
 */
export function timeTicks(from: number, to: number, most: number): readonly TimeTick[] {
  const step = [...CLOCK, ...DAYS].find((size) => (to - from) / size <= most);
  if (step !== undefined) return even(from, to, step);
  const span = (to - from) / (30.4 * DAY);
  const months = MONTH_STEPS.find((size) => span / size <= most) ?? 1200;
  return monthly(from, to, months);
}
