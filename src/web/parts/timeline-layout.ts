/** The width in pixels of a text as the page draws it. */
export type Measure = (text: string) => number;

/** Height of a row, and of the line that a name over its bar takes more. */
const ROW = 20;
const LINE = 15;
/** Pixels between a bar and its name, and between a name and the edge. */
const GAP = 6;
const EDGE = 3;
const NARROWEST_BAR = 4;
/** Pixels that keep two ticks apart. */
const APART = 10;

/** A bar with its name, in pixels from the left of the drawing and the top of the rows. */
export interface PlacedBar {
  readonly left: number;
  readonly width: number;
  /** Top of the bar. */
  readonly top: number;
  readonly name: string;
  /** Left end of the name, and its base line. */
  readonly x: number;
  readonly y: number;
}

/** A text cut to a width, with an ellipsis where something was cut. */
function cutToWidth(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  let [fits, fails] = [0, text.length];
  while (fails - fits > 1) {
    const middle = Math.floor((fits + fails) / 2);
    if (measure(`${text.slice(0, middle).trimEnd()}…`) <= width) fits = middle;
    else fails = middle;
  }
  return `${text.slice(0, fits).trimEnd()}…`;
}

/**
 * Bars below each other, each with its name behind it, before it where there is no room behind, and
 * over it, cut to the width of the drawing, where there is neither.
 */
export function placeBars(
  bars: readonly { readonly name: string; readonly from: number; readonly to: number }[],
  width: number,
  measure: Measure,
): { readonly bars: readonly PlacedBar[]; readonly height: number } {
  let height = 0;
  const placed = bars.map(({ name, from, to }): PlacedBar => {
    const left = Math.min(Math.max(0, from), width - NARROWEST_BAR);
    const right = Math.max(Math.min(width, to), left + NARROWEST_BAR);
    const needed = measure(name);
    const row = height;
    const bar = { left, width: right - left };
    if (right + GAP + needed <= width - EDGE) {
      height += ROW;
      return { ...bar, top: row + 4, name, x: right + GAP, y: row + 13 };
    }
    if (left - GAP - needed >= EDGE) {
      height += ROW;
      return { ...bar, top: row + 4, name, x: left - GAP - needed, y: row + 13 };
    }
    height += ROW + LINE;
    const shown = cutToWidth(name, width - 2 * EDGE, measure);
    const last = width - EDGE - measure(shown);
    return {
      ...bar,
      top: row + LINE + 3,
      name: shown,
      x: Math.max(EDGE, Math.min(left, last)),
      y: row + 13,
    };
  });
  return { bars: placed, height };
}

/** A tick with the left end of its label; null where the label would touch the one before. */
export interface PlacedTick {
  readonly at: number;
  readonly label: string | null;
  readonly x: number;
}

/** Ticks with their labels about them, moved inwards at the edges. */
export function placeTicks(
  ticks: readonly { readonly at: number; readonly label: string }[],
  width: number,
  measure: Measure,
): readonly PlacedTick[] {
  let taken = Number.NEGATIVE_INFINITY;
  return ticks.map(({ at, label }) => {
    const needed = measure(label);
    const x = Math.max(EDGE, Math.min(at - needed / 2, width - EDGE - needed));
    if (x < taken + APART) return { at, label: null, x };
    taken = x + needed;
    return { at, label, x };
  });
}
