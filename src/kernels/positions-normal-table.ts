import { logNormal, normalRatio } from "./positions-normal.ts";

const STEPS_PER_UNIT = 32;
const LOWEST = -16;
const HIGHEST = 10;
const INTERVALS = (HIGHEST - LOWEST) * STEPS_PER_UNIT;

/** log Phi and phi / Phi by table, for loops over votes; about nine digits. */
export interface NormalTable {
  readonly log: (x: number) => number;
  readonly ratio: (x: number) => number;
}

/**
 * Cubic Hermite coefficients of a function by interval, from its values and slopes at the
 * knots.
 */
function tabulate(value: (x: number) => number, slope: (x: number) => number): Float64Array {
  const table = new Float64Array(4 * INTERVALS);
  const width = 1 / STEPS_PER_UNIT;
  for (let i = 0; i < INTERVALS; i += 1) {
    const x = LOWEST + i * width;
    const left = value(x);
    const rise = value(x + width) - left;
    const first = width * slope(x);
    const last = width * slope(x + width);
    table.set([left, first, 3 * rise - 2 * first - last, first + last - 2 * rise], 4 * i);
  }
  return table;
}

function reader(table: Float64Array, direct: (x: number) => number): (x: number) => number {
  return (x) => {
    if (!(x >= LOWEST && x < HIGHEST)) return direct(x);
    const place = (x - LOWEST) * STEPS_PER_UNIT;
    const i = Math.trunc(place);
    const f = place - i;
    const at = 4 * i;
    const cubic = (table[at + 2] as number) + f * (table[at + 3] as number);
    return (table[at] as number) + f * ((table[at + 1] as number) + f * cubic);
  };
}

/** Builds the table; a few milliseconds. */
export function createNormalTable(): NormalTable {
  const fall = (x: number): number => -normalRatio(x) * (x + normalRatio(x));
  return {
    log: reader(tabulate(logNormal, normalRatio), logNormal),
    ratio: reader(tabulate(normalRatio, fall), normalRatio),
  };
}
