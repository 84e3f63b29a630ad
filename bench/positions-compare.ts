import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { csvRows } from "./positions-data.ts";

/** Agreement of positions with published ones, overall and by session. */
export interface Agreement {
  readonly n: number;
  readonly pooled: number;
  readonly rmse: number;
  readonly rmseWithinSession: number;
  readonly medianWithin: number;
  readonly worst: { readonly session: number; readonly r: number };
  readonly offsets: readonly { readonly session: number; readonly offset: number }[];
}

/** Published positions (Bailey, Strezhnev and Voeten, sessions 1-74) by `ccode|session`. */
export function readPublished(
  folder: URL,
): Map<string, { position: number; sd: number; n: number }> {
  const bytes = gunzipSync(readFileSync(new URL("bsv_idealpoints_all_apr2020.csv.gz", folder)));
  const rows = csvRows(bytes.toString("latin1"));
  return new Map(
    rows.slice(1).map((row) => {
      // The 5 % and 95 % quantiles span 3.29 standard deviations of a normal posterior.
      const sd = (Number(row[10]) - Number(row[6])) / 3.2897;
      return [`${row[1]}|${row[2]}`, { position: Number(row[4]), sd, n: Number(row[3]) }];
    }),
  );
}

/** Correlation of two columns. */
export function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const mx = mean(x);
  const my = mean(y);
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (const [i, value] of x.entries()) {
    const dx = value - mx;
    const dy = (y[i] ?? 0) - my;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

function standard(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return values.map((value) => (value - mean) / Math.sqrt(square));
}

/** Session, own and published position of a state. */
export type Compared = readonly [session: number, own: number, published: number];

/** Compares own and published positions; both are standardised first. */
export function agreement(rows: readonly Compared[]): Agreement {
  const x = standard(rows.map(([, own]) => own));
  const y = standard(rows.map(([, , published]) => published));
  const bySession = new Map<number, number[]>();
  for (const [index, [session]] of rows.entries()) {
    bySession.set(session, [...(bySession.get(session) ?? []), index]);
  }
  const within: { session: number; r: number }[] = [];
  const offsets: { session: number; offset: number }[] = [];
  let squares = 0;
  let centred = 0;
  for (const [session, indices] of [...bySession].sort(([a], [b]) => a - b)) {
    const differences = indices.map((i) => (x[i] ?? 0) - (y[i] ?? 0));
    const offset = differences.reduce((sum, value) => sum + value, 0) / indices.length;
    offsets.push({ session, offset });
    squares += differences.reduce((sum, value) => sum + value ** 2, 0);
    centred += differences.reduce((sum, value) => sum + (value - offset) ** 2, 0);
    const r = correlation(
      indices.map((i) => x[i] ?? 0),
      indices.map((i) => y[i] ?? 0),
    );
    within.push({ session, r });
  }
  within.sort((a, b) => a.r - b.r);
  return {
    n: rows.length,
    pooled: correlation(x, y),
    rmse: Math.sqrt(squares / rows.length),
    rmseWithinSession: Math.sqrt(centred / rows.length),
    medianWithin: within[Math.floor(within.length / 2)]?.r ?? Number.NaN,
    worst: within[0] ?? { session: 0, r: Number.NaN },
    offsets,
  };
}
