import { logNormal } from "../../kernels/positions-normal.ts";

const REACH = 8;
const PER_UNIT = 64;
const STEPS = 2 * REACH * PER_UNIT;
const PEAK = 0.3989422804014327;

/** Phi and its slope (per step of the table) at the points of the table, computed on first use. */
let table: { readonly share: Float64Array; readonly slope: Float64Array } | undefined;

function computed(): { readonly share: Float64Array; readonly slope: Float64Array } {
  const share = new Float64Array(STEPS + 1);
  const slope = new Float64Array(STEPS + 1);
  for (let i = 0; i <= STEPS; i += 1) {
    const x = i / PER_UNIT - REACH;
    share[i] = Math.exp(logNormal(x));
    slope[i] = (PEAK * Math.exp(-0.5 * x * x)) / PER_UNIT;
  }
  return { share, slope };
}

/**
 * Phi(x), the standard normal distribution function, from a table by cubic interpolation:
 * within 1e-10 of the exact value; 0 and 1 beyond 8 standard deviations.
 */
export function normalShare(x: number): number {
  if (x <= -REACH) return 0;
  if (x >= REACH) return 1;
  table ??= computed();
  const place = (x + REACH) * PER_UNIT;
  const i = Math.floor(place);
  const t = place - i;
  const low = table.share[i] as number;
  const step = (table.share[i + 1] as number) - low;
  const out = table.slope[i] as number;
  const into = table.slope[i + 1] as number;
  return low + t * (out + t * (3 * step - 2 * out - into + t * (out + into - 2 * step)));
}

/** The point below which a share of a standard normal lies: the inverse of `normalShare`. */
export function normalPoint(share: number): number {
  let low = -REACH;
  let high = REACH;
  for (let round = 0; round < 50; round += 1) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
