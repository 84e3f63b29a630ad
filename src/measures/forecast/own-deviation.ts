import { normalShare } from "./normal-share.ts";

/** Points of the grid, and its reach in standard deviations. */
const POINTS = 41;
const REACH = 4;

/** One of a state's earlier votes, as its position and the item made each vote likely. */
export interface EarlierVote {
  readonly session: number;
  /** 1 yes, 2 abstain, 3 no. */
  readonly vote: number;
  /** Cut points less slope times position. */
  readonly lower: number;
  readonly upper: number;
}

/** Where a state's own deviation on a text lies: points and their probabilities. */
export interface Deviation {
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

/** How a deviation moves from one session to a later one, by the sessions between them. */
export type StepTables = Map<number, Float64Array>;

/** The grid in standard deviations. */
const GRID = Float64Array.from(
  { length: POINTS },
  (_, q) => (2 * REACH * q) / (POINTS - 1) - REACH,
);

function stepTable(correlation: number): Float64Array {
  const spread = Math.sqrt(1 - correlation * correlation);
  const half = REACH / (POINTS - 1);
  const table = new Float64Array(POINTS * POINTS);
  for (let a = 0; a < POINTS; a += 1) {
    const mean = correlation * (GRID[a] as number);
    let below = 0;
    for (let b = 0; b < POINTS; b += 1) {
      const edge = ((GRID[b] as number) + half - mean) / spread;
      const upTo = b === POINTS - 1 ? 1 : normalShare(edge);
      table[a * POINTS + b] = upTo - below;
      below = upTo;
    }
  }
  return table;
}

function moved(from: Float64Array, table: Float64Array): Float64Array<ArrayBuffer> {
  const to = new Float64Array(POINTS);
  for (let a = 0; a < POINTS; a += 1) {
    const weight = from[a] as number;
    if (weight < 1e-12) continue;
    for (let b = 0; b < POINTS; b += 1) {
      to[b] = (to[b] as number) + weight * (table[a * POINTS + b] as number);
    }
  }
  return to;
}

/**
 * What a state's earlier votes on a text say of its own deviation there: of the part, `kept` of
 * a variance of 1, of its propensity that its position does not explain and that it carries from
 * vote to vote (a stationary autoregression by session). A grid filter in the order of time.
 */
export function ownDeviation(
  earlier: readonly EarlierVote[],
  session: number,
  { kept, persistence }: { readonly kept: number; readonly persistence: number },
  tables: StepTables,
): Deviation {
  const scale = Math.sqrt(kept);
  const points = GRID.map((x) => x * scale);
  let weights = GRID.map((x) => Math.exp(-0.5 * x * x));
  const rest = Math.sqrt(1 - kept);
  const step = (from: number, to: number): void => {
    if (to <= from) return;
    let correlation = 1;
    for (let s = from; s < to; s += 1) correlation *= persistence;
    const table = tables.get(to - from) ?? stepTable(correlation);
    tables.set(to - from, table);
    weights = moved(weights, table);
  };
  const normalise = (): void => {
    let sum = 0;
    for (const weight of weights) sum += weight;
    weights = weights.map((weight) => weight / sum);
  };
  normalise();
  for (const [at, { vote, lower, upper, session: then }] of earlier.entries()) {
    step(earlier[at - 1]?.session ?? then, then);
    for (let q = 0; q < POINTS; q += 1) {
      const x = points[q] as number;
      const yes = normalShare((lower - x) / rest);
      const notNo = normalShare((upper - x) / rest);
      const likely = vote === 1 ? yes : vote === 2 ? notNo - yes : 1 - notNo;
      weights[q] = (weights[q] as number) * Math.max(1e-9, likely);
    }
    normalise();
  }
  step(earlier.at(-1)?.session ?? session, session);
  return { points, weights };
}
