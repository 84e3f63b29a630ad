// Vote similarity in bit masks. The caller lays out the memory; every pointer is a byte address.
// The plain TypeScript twins are ../vote-masks.ts, ../dyad-tables.ts, ../similarity-indices.ts.
export { gatherColumns, kappaLinks, packColumns } from "./similarity/kappa-links";
export { moveNodes } from "./similarity/move-nodes";

const CODES: usize = 8;
const CELLS: usize = 9;

@inline
function isUnanimous(row: usize, voters: i32): bool {
  let seen: u32 = 0;
  for (let v = 0; v < voters; v++) seen |= (<u32>1) << load<u8>(row + v);
  seen &= 0b1110;
  return (seen & (seen - 1)) == 0;
}

/**
 * Sorts the cells of `rollCalls` rows into `voters` x 8 planes of `words` 64-bit words at
 * `scratch`, then packs the planes yes, abstain, no of each voter who voted to `planes` and its
 * index (u16) to `active`. Returns the number of such voters.
 */
export function buildMasks(
  rows: usize,
  voters: i32,
  rollCalls: i32,
  absentAsAbstain: i32,
  dropUnanimous: i32,
  scratch: usize,
  planes: usize,
  active: usize,
  words: i32,
): i32 {
  const plane: usize = <usize>words << 3;
  const stride: usize = plane * CODES;
  memory.fill(scratch, 0, stride * voters);
  let kept: u32 = 0;
  for (let r = 0; r < rollCalls; r++) {
    const row = rows + <usize>r * voters;
    if (dropUnanimous != 0 && isUnanimous(row, voters)) continue;
    const bit: u64 = (<u64>1) << (kept & 63);
    let target = scratch + ((kept >> 6) << 3);
    for (let v = 0; v < voters; v++) {
      const at = target + <usize>(load<u8>(row + v) & 7) * plane;
      store<u64>(at, load<u64>(at) | bit);
      target += stride;
    }
    kept++;
  }
  let count = 0;
  for (let v = 0; v < voters; v++) {
    const from = scratch + <usize>v * stride + plane;
    if (absentAsAbstain != 0) {
      for (let w: usize = 0; w < plane; w += 8) {
        const at = from + plane + w;
        store<u64>(at, load<u64>(at) | load<u64>(at + 2 * plane));
      }
    }
    let any: u64 = 0;
    for (let w: usize = 0; w < 3 * plane; w += 8) any |= load<u64>(from + w);
    if (any == 0) continue;
    memory.copy(planes + <usize>count * 3 * plane, from, 3 * plane);
    store<u16>(active + (<usize>count << 1), <u16>v);
    count++;
  }
  return count;
}

/** The nine joint counts of voter `i` with each later voter, in columns `stride` bytes apart. */
function countRow(
  planes: usize,
  i: i32,
  voters: i32,
  words: i32,
  counts: usize,
  stride: usize,
): void {
  const plane: usize = <usize>words << 3;
  const x = planes + <usize>i * 3 * plane;
  let y = x + 3 * plane;
  for (let j = i + 1; j < voters; j++) {
    let c0: u64 = 0, c1: u64 = 0, c2: u64 = 0;
    let c3: u64 = 0, c4: u64 = 0, c5: u64 = 0;
    let c6: u64 = 0, c7: u64 = 0, c8: u64 = 0;
    for (let w: usize = 0; w < plane; w += 8) {
      const xy = load<u64>(x + w);
      const xa = load<u64>(x + w + plane);
      const xn = load<u64>(x + w + 2 * plane);
      const yy = load<u64>(y + w);
      const ya = load<u64>(y + w + plane);
      const yn = load<u64>(y + w + 2 * plane);
      c0 += popcnt(xy & yy);
      c1 += popcnt(xy & ya);
      c2 += popcnt(xy & yn);
      c3 += popcnt(xa & yy);
      c4 += popcnt(xa & ya);
      c5 += popcnt(xa & yn);
      c6 += popcnt(xn & yy);
      c7 += popcnt(xn & ya);
      c8 += popcnt(xn & yn);
    }
    let at = counts;
    store<u32>(at, <u32>c0);
    store<u32>((at += stride), <u32>c1);
    store<u32>((at += stride), <u32>c2);
    store<u32>((at += stride), <u32>c3);
    store<u32>((at += stride), <u32>c4);
    store<u32>((at += stride), <u32>c5);
    store<u32>((at += stride), <u32>c6);
    store<u32>((at += stride), <u32>c7);
    store<u32>((at += stride), <u32>c8);
    counts += 4;
    y += 3 * plane;
  }
}

/** The nine joint counts of every pair, nine columns of `pairs` 32-bit integers. */
export function countTables(planes: usize, voters: i32, words: i32, counts: usize): void {
  const stride = ((<usize>voters * (voters - 1)) >> 1) << 2;
  let at = counts;
  for (let i = 0; i < voters - 1; i++) {
    countRow(planes, i, voters, words, at, stride);
    at += <usize>(voters - 1 - i) << 2;
  }
}

@inline
function pairOfCounts(at: usize): v128 {
  return f64x2.convert_low_i32x4_u(v128.load64_zero(at));
}

/**
 * The indices of `length` pairs, two at a time: n (u32) to `n`, and agreement, S (absolute), S
 * (squared), kappa, pi and A to columns `outStride` bytes apart. The scratch must allow one pair
 * more than `length`, because an odd last pair is computed with a neighbour and stored alone.
 */
export function indexColumns(
  counts: usize,
  stride: usize,
  length: i32,
  n: usize,
  out: usize,
  outStride: usize,
): void {
  const one = f64x2.splat(1);
  const two = f64x2.splat(2);
  const half = f64x2.splat(0.5);
  for (let p = 0; p < length; p += 2) {
    const from = counts + (<usize>p << 2);
    const c0 = pairOfCounts(from);
    const c1 = pairOfCounts(from + stride);
    const c2 = pairOfCounts(from + 2 * stride);
    const c3 = pairOfCounts(from + 3 * stride);
    const c4 = pairOfCounts(from + 4 * stride);
    const c5 = pairOfCounts(from + 5 * stride);
    const c6 = pairOfCounts(from + 6 * stride);
    const c7 = pairOfCounts(from + 7 * stride);
    const c8 = pairOfCounts(from + 8 * stride);
    const xYes = f64x2.add(f64x2.add(c0, c1), c2);
    const xAbstain = f64x2.add(f64x2.add(c3, c4), c5);
    const xNo = f64x2.add(f64x2.add(c6, c7), c8);
    const yYes = f64x2.add(f64x2.add(c0, c3), c6);
    const yAbstain = f64x2.add(f64x2.add(c1, c4), c7);
    const yNo = f64x2.add(f64x2.add(c2, c5), c8);
    const total = f64x2.add(f64x2.add(xYes, xAbstain), xNo);
    const adjacent = f64x2.add(f64x2.add(c1, c3), f64x2.add(c5, c7));
    const opposite = f64x2.add(c2, c6);
    const doubled = f64x2.add(opposite, opposite);
    const absolute = f64x2.add(adjacent, doubled);
    const squared = f64x2.add(absolute, doubled);
    const sumX = f64x2.sub(xYes, xNo);
    const sumY = f64x2.sub(yYes, yNo);
    const squares = f64x2.add(f64x2.add(xYes, xNo), f64x2.add(yYes, yNo));
    const sums = f64x2.add(sumX, sumY);
    const observed = f64x2.mul(total, squared);
    const base = f64x2.mul(total, squares);
    const expectedKappa = f64x2.sub(base, f64x2.mul(two, f64x2.mul(sumX, sumY)));
    const expectedPi = f64x2.sub(f64x2.mul(two, base), f64x2.mul(sums, sums));
    const near = f64x2.mul(f64x2.add(xYes, xNo), yAbstain);
    const across = f64x2.mul(xAbstain, f64x2.add(yYes, yNo));
    const far = f64x2.add(f64x2.mul(xYes, yNo), f64x2.mul(xNo, yYes));
    const expectedA = f64x2.add(f64x2.add(near, across), f64x2.mul(two, far));
    const mean = f64x2.div(absolute, total);
    const r0 = f64x2.sub(one, f64x2.mul(mean, half));
    const r1 = f64x2.sub(one, mean);
    const r2 = f64x2.sub(one, f64x2.div(squared, f64x2.add(total, total)));
    const r3 = f64x2.sub(one, f64x2.div(observed, expectedKappa));
    const r4 = f64x2.sub(one, f64x2.div(f64x2.mul(two, observed), expectedPi));
    const excess = f64x2.sub(expectedA, f64x2.mul(total, absolute));
    const r5 = f64x2.div(excess, f64x2.mul(total, total));
    const size = i32x4.trunc_sat_f64x2_u_zero(total);
    let to = out + (<usize>p << 3);
    if (p + 1 < length) {
      v128.store64_lane(n + (<usize>p << 2), size, 0);
      v128.store(to, r0);
      v128.store((to += outStride), r1);
      v128.store((to += outStride), r2);
      v128.store((to += outStride), r3);
      v128.store((to += outStride), r4);
      v128.store((to += outStride), r5);
    } else {
      v128.store32_lane(n + (<usize>p << 2), size, 0);
      v128.store64_lane(to, r0, 0);
      v128.store64_lane((to += outStride), r1, 0);
      v128.store64_lane((to += outStride), r2, 0);
      v128.store64_lane((to += outStride), r3, 0);
      v128.store64_lane((to += outStride), r4, 0);
      v128.store64_lane((to += outStride), r5, 0);
    }
  }
}

/**
 * The indices of every pair straight from the masks, a row of pairs at a time so that the counts
 * stay in the cache: six columns of `pairs` doubles at `out`, then `pairs` 32-bit n.
 */
export function similarityOfMasks(
  planes: usize,
  voters: i32,
  words: i32,
  scratch: usize,
  out: usize,
): void {
  const pairs: usize = (<usize>voters * (voters - 1)) >> 1;
  const stride: usize = <usize>voters << 2;
  let to = out;
  let n = out + pairs * 48;
  for (let i = 0; i < voters - 1; i++) {
    const length = voters - 1 - i;
    countRow(planes, i, voters, words, scratch, stride);
    indexColumns(scratch, stride, length, n, to, pairs << 3);
    to += <usize>length << 3;
    n += <usize>length << 2;
  }
}

/** Adds `weights` (i32) times `count` to a column of `draws` (a multiple of four) counts. */
@inline
function addWeighted(column: usize, weights: usize, count: i32, draws: i32): void {
  const times = i32x4.splat(count);
  const bytes = <usize>draws << 2;
  for (let b: usize = 0; b < bytes; b += 16) {
    const sum = i32x4.add(v128.load(column + b), i32x4.mul(v128.load(weights + b), times));
    v128.store(column + b, sum);
  }
}

/**
 * The mean of each measure over dyads in each of `draws` (a multiple of four) resamples. Entries
 * `starts[d]` to `starts[d + 1]` of dyad d are triples (group, cell, count) of 32-bit integers at
 * `entries`; `weights` holds a row of `draws` integers a group. `columns` and `table` are scratch
 * for nine columns of counts and a table of `draws` rows; the means go to six columns at `sums`,
 * and how many dyads had a value to six columns at `defined`.
 */
export function resampledMeans(
  starts: usize,
  dyads: i32,
  entries: usize,
  weights: usize,
  draws: i32,
  columns: usize,
  table: usize,
  sums: usize,
  defined: usize,
): void {
  const stride = <usize>draws << 2;
  const outputs: usize = 12 * stride;
  const one = f64x2.splat(1);
  memory.fill(sums, 0, outputs);
  memory.fill(defined, 0, outputs);
  for (let d = 0; d < dyads; d++) {
    memory.fill(columns, 0, 9 * stride);
    const end = load<u32>(starts + (<usize>(d + 1) << 2));
    for (let e = load<u32>(starts + (<usize>d << 2)); e < end; e++) {
      const at = entries + <usize>e * 12;
      const column = columns + <usize>load<u32>(at + 4) * stride;
      addWeighted(column, weights + <usize>load<u32>(at) * stride, load<i32>(at + 8), draws);
    }
    indexColumns(columns, stride, draws, table + outputs, table, stride << 1);
    for (let b: usize = 0; b < outputs; b += 16) {
      const value = v128.load(table + b);
      const known = f64x2.eq(value, value);
      v128.store(sums + b, f64x2.add(v128.load(sums + b), v128.and(value, known)));
      v128.store(defined + b, f64x2.add(v128.load(defined + b), v128.and(one, known)));
    }
  }
  for (let b: usize = 0; b < outputs; b += 16) {
    v128.store(sums + b, f64x2.div(v128.load(sums + b), v128.load(defined + b)));
  }
}
