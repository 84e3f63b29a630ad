import type { Ternary } from "../dates/lag.ts";
import type { Bounds } from "../record/claim-test.ts";

/** A number known within two ends, which may be infinite. */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

function inside(value: number, { least, most, leastOpen, mostOpen }: Bounds): boolean {
  if (least !== null && (leastOpen ? value <= least : value < least)) return false;
  return !(most !== null && (mostOpen ? value >= most : value > most));
}

/** Whether a number known within an interval lies within bounds. */
export function withinBounds({ least, most }: Interval, bounds: Bounds): Ternary {
  if (inside(least, bounds) && inside(most, bounds)) return "yes";
  const { least: low, most: high, leastOpen, mostOpen } = bounds;
  const below = low !== null && (leastOpen ? most <= low : most < low);
  const above = high !== null && (mostOpen ? least >= high : least > high);
  return below || above ? "no" : "undecidable";
}

/** Bounds in words: `at most 5`, `above 0.5`, `from 2 to 4`, `12`. */
export function boundsText({ least, most, leastOpen, mostOpen }: Bounds): string {
  if (least !== null && least === most) return String(least);
  const low = least === null ? null : `${leastOpen ? "above" : "at least"} ${least}`;
  const high = most === null ? null : `${mostOpen ? "below" : "at most"} ${most}`;
  return [low, high].filter((part) => part !== null).join(" and ");
}

/** A number as a verdict shows it: four significant digits. */
export const digits = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));

/** An interval in words: `4`, `0 to 15.9`, `at least 3`. */
export function intervalText({ least, most }: Interval): string {
  if (!Number.isFinite(least)) {
    return Number.isFinite(most) ? `at most ${digits(most)}` : "not known";
  }
  if (!Number.isFinite(most)) return `at least ${digits(least)}`;
  return digits(least) === digits(most) ? digits(least) : `${digits(least)} to ${digits(most)}`;
}

/** The fact that would turn a comparison of a number with bounds. */
export function boundsTurning(what: string, value: Ternary, bounds: Bounds): string {
  const words = boundsText(bounds);
  if (value === "yes") return `${what}, were it not ${words}`;
  if (value === "no") return `${what}, were it ${words}`;
  return `${what}, known closely enough to say whether it is ${words}`;
}
