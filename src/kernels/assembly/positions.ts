// Item steps and Schur products of the position model; ../positions-twin.ts says it plainly.
import { add, entry, factorise, hessian, invert, solve, WIDTH } from "./positions/item-system";
import { fillTable, logValue, lookUp, ratioValue } from "./positions/normal-table";

const LOSS_SLACK: f64 = 1e-10;
const point: usize = memory.data(8 * 8, 16);
const trial: usize = memory.data(8 * 8, 16);
const gradient: usize = memory.data(8 * 8, 16);
const step: usize = memory.data(8 * 8, 16);

let items: i32 = 0;
let cells: i32 = 0;
let groupOf: usize = 0;
let groupStart: usize = 0;
let voteCell: usize = 0;
let theta: usize = 0;
let cellGradient: usize = 0;
let cellCurvature: usize = 0;
let cellTaken: usize = 0;
let slopes: usize = 0;
let cuts: usize = 0;
let inverses: usize = 0;
let inverseStart: usize = 0;
let weights: usize = 0;
let slopeWeights: usize = 0;
let lowerWeights: usize = 0;
let direction: usize = 0;
let image: usize = 0;
let slopePrecision: f64 = 1.0;
let cutPrecision: f64 = 0.0;

/** Reserves memory for the caller's arrays. */
export function reserve(bytes: i32): usize {
  return heap.alloc(bytes);
}

/** Reads the sizes and the addresses of the caller's arrays, and fills the table. */
export function configure(config: usize): void {
  items = load<i32>(config);
  cells = load<i32>(config, 4);
  groupOf = load<u32>(config, 8);
  groupStart = load<u32>(config, 12);
  voteCell = load<u32>(config, 16);
  theta = load<u32>(config, 20);
  cellGradient = load<u32>(config, 24);
  cellCurvature = load<u32>(config, 28);
  slopes = load<u32>(config, 32);
  cuts = load<u32>(config, 36);
  inverses = load<u32>(config, 40);
  inverseStart = load<u32>(config, 44);
  weights = load<u32>(config, 48);
  slopeWeights = load<u32>(config, 52);
  lowerWeights = load<u32>(config, 56);
  direction = load<u32>(config, 60);
  image = load<u32>(config, 64);
  cellTaken = load<u32>(config, 68);
  fillTable();
}

// @ts-expect-error: AssemblyScript decorator
@inline
function cell(vote: i32): usize {
  return <usize>load<u32>(voteCell + (<usize>vote << 2)) << 3;
}

/**
 * Votes of an outer category: `sign` is 1 for the first (below its cut) and -1 for the last.
 */
function outerGroup(from: i32, to: i32, cut: i32, slope: i32, sign: f64): f64 {
  const g = load<f64>(trial + (<usize>cut << 3));
  const b = load<f64>(trial + (<usize>slope << 3));
  let loss = 0.0;
  let sumS = 0.0;
  let sumST = 0.0;
  let sumH = 0.0;
  let sumHT = 0.0;
  let sumHTT = 0.0;
  for (let n = from; n < to; n++) {
    const t = load<f64>(theta + cell(n));
    const x = sign * (g - b * t);
    lookUp(x);
    const r = ratioValue;
    const s = sign * r;
    const h = r * (x + r);
    loss -= logValue;
    store<f64>(slopeWeights + (<usize>n << 3), s);
    store<f64>(weights + (<usize>n << 3), h);
    const ht = h * t;
    sumS += s;
    sumST += s * t;
    sumH += h;
    sumHT += ht;
    sumHTT += ht * t;
  }
  add(gradient + (<usize>cut << 3), -sumS);
  add(gradient + (<usize>slope << 3), sumST);
  add(hessian + (<usize>(cut * WIDTH + cut) << 3), sumH);
  add(hessian + (<usize>(slope * WIDTH + cut) << 3), -sumHT);
  add(hessian + (<usize>(slope * WIDTH + slope) << 3), sumHTT);
  return loss;
}

/** Votes of a category between two cuts. */
function middleGroup(from: i32, to: i32, cut: i32, slope: i32): f64 {
  const low = load<f64>(trial + (<usize>(cut - 1) << 3));
  const high = load<f64>(trial + (<usize>cut << 3));
  const b = load<f64>(trial + (<usize>slope << 3));
  let loss = 0.0;
  let sumHighS = 0.0;
  let sumLowS = 0.0;
  let sumST = 0.0;
  let highHigh = 0.0;
  let lowLow = 0.0;
  let lowHigh = 0.0;
  let sumHighT = 0.0;
  let sumLowT = 0.0;
  let sumHTT = 0.0;
  for (let n = from; n < to; n++) {
    const t = load<f64>(theta + cell(n));
    const u = high - b * t;
    const l = low - b * t;
    // The difference of two Phi keeps its digits only in the lower tail.
    const flip = u + l > 0.0;
    lookUp(flip ? -l : u);
    const logUpper = logValue;
    const ratioUpper = ratioValue;
    lookUp(flip ? -u : l);
    const share = -Math.expm1(logValue - logUpper);
    const first = ratioUpper / share;
    const second = (ratioValue * (1.0 - share)) / share;
    const a = flip ? second : first;
    const c = flip ? first : second;
    const s = a - c;
    const hu = a * (u + s);
    const hl = -c * (l + s);
    const h = hu + hl;
    loss -= logUpper + Math.log(share);
    store<f64>(slopeWeights + (<usize>n << 3), s);
    store<f64>(weights + (<usize>n << 3), h);
    store<f64>(lowerWeights + (<usize>n << 3), hl);
    sumHighS += a;
    sumLowS += c;
    sumST += s * t;
    highHigh += a * (u + a);
    lowLow += c * (c - l);
    lowHigh -= a * c;
    sumHighT += hu * t;
    sumLowT += hl * t;
    sumHTT += h * t * t;
  }
  add(gradient + (<usize>cut << 3), -sumHighS);
  add(gradient + (<usize>(cut - 1) << 3), sumLowS);
  add(gradient + (<usize>slope << 3), sumST);
  add(hessian + (<usize>(cut * WIDTH + cut) << 3), highHigh);
  add(hessian + (<usize>((cut - 1) * WIDTH + cut - 1) << 3), lowLow);
  add(hessian + (<usize>(cut * WIDTH + cut - 1) << 3), lowHigh);
  add(hessian + (<usize>(slope * WIDTH + cut) << 3), -sumHighT);
  add(hessian + (<usize>(slope * WIDTH + cut - 1) << 3), -sumLowT);
  add(hessian + (<usize>(slope * WIDTH + slope) << 3), sumHTT);
  return loss;
}

/** Penalised loss, gradient and Hessian of one item at `trial`. */
function evaluate(firstGroup: i32, categories: i32): f64 {
  const slope = categories - 1;
  memory.fill(gradient, 0, 64);
  memory.fill(hessian, 0, 512);
  const b = load<f64>(trial + (<usize>slope << 3));
  store<f64>(gradient + (<usize>slope << 3), slopePrecision * b);
  store<f64>(hessian + (<usize>(slope * WIDTH + slope) << 3), slopePrecision);
  let loss = 0.5 * slopePrecision * b * b;
  for (let c = 0; c < slope; c++) {
    const g = load<f64>(trial + (<usize>c << 3));
    store<f64>(gradient + (<usize>c << 3), cutPrecision * g);
    store<f64>(hessian + (<usize>(c * WIDTH + c) << 3), cutPrecision);
    loss += 0.5 * cutPrecision * g * g;
  }
  for (let c = 0; c < categories; c++) {
    const at = groupStart + (<usize>(firstGroup + c) << 2);
    const from = load<i32>(at);
    const to = load<i32>(at, 4);
    if (c == 0) loss += outerGroup(from, to, 0, slope, 1.0);
    else if (c == slope) loss += outerGroup(from, to, c - 1, slope, -1.0);
    else loss += middleGroup(from, to, c, slope);
  }
  return loss;
}

/** Puts point + length * step into `trial`; false where two cut points would cross. */
function move(size: i32, length: f64): bool {
  let ordered = true;
  for (let i = 0; i < size; i++) {
    const at = <usize>i << 3;
    store<f64>(trial + at, load<f64>(point + at) + length * load<f64>(step + at));
    if (i > 0 && i < size - 1) {
      ordered = ordered && load<f64>(trial + at) > load<f64>(trial + at - 8) + 1e-9;
    }
  }
  return ordered;
}

/**
 * Newton steps on one item at fixed positions; leaves votes' weights and the factor at its end.
 */
function fitItem(firstGroup: i32, size: i32, rounds: i32, tolerance: f64): f64 {
  memory.copy(trial, point, 64);
  let loss = evaluate(firstGroup, size);
  for (let round = 0; round < rounds; round++) {
    factorise(size);
    memory.copy(step, gradient, 64);
    solve(size, step);
    let decrement = 0.0;
    for (let i = 0; i < size; i++) {
      const at = <usize>i << 3;
      decrement += load<f64>(gradient + at) * load<f64>(step + at);
      store<f64>(step + at, -load<f64>(step + at));
    }
    if (decrement < tolerance) return loss;
    let length = 1.0;
    let next = Infinity;
    while (length > 1e-7) {
      if (move(size, length)) {
        next = evaluate(firstGroup, size);
        if (next <= loss - 1e-4 * length * decrement + LOSS_SLACK) break;
      }
      length *= 0.5;
    }
    if (length <= 1e-7) {
      memory.copy(trial, point, 64);
      loss = evaluate(firstGroup, size);
      break;
    }
    memory.copy(point, trial, 64);
    loss = next;
  }
  factorise(size);
  return loss;
}

/**
 * Adds the votes' part of gradient and curvature to the cells, with what the items take from it
 * (the diagonal of B C^-1 B'), and completes the weights.
 */
function scatter(firstGroup: i32, size: i32, b: f64, residual: f64): void {
  const slope = size - 1;
  const slopeSlope = entry(slope, slope);
  for (let c = 0; c < size; c++) {
    const start = groupStart + (<usize>(firstGroup + c) << 2);
    const to = load<i32>(start, 4);
    const middle = c > 0 && c < slope;
    const cut = c < slope ? c : c - 1;
    const low = middle ? cut - 1 : cut;
    const cutCut = entry(cut, cut);
    const cutSlope = entry(cut, slope);
    const lowLow = entry(low, low);
    const lowCut = entry(low, cut);
    const lowSlope = entry(low, slope);
    for (let n = load<i32>(start); n < to; n++) {
      const at = <usize>n << 3;
      const place = cell(n);
      const h = load<f64>(weights + at);
      const s = load<f64>(slopeWeights + at);
      const turn = residual * s + b * load<f64>(theta + place) * h;
      add(cellGradient + place, b * s);
      add(cellCurvature + place, b * b * h);
      const lower = middle ? -b * load<f64>(lowerWeights + at) : 0.0;
      const upper = -b * h - lower;
      const withCuts = upper * (upper * cutCut + 2.0 * (lower * lowCut + turn * cutSlope));
      const withLower = lower * (lower * lowLow + 2.0 * turn * lowSlope);
      add(cellTaken + place, withCuts + withLower + turn * turn * slopeSlope);
      store<f64>(slopeWeights + at, turn);
    }
  }
}

/**
 * Fits every item at the positions in `theta`; returns the votes' penalised loss. Without
 * `exact` the cross derivatives leave out the votes' residuals, so that no direction has
 * negative curvature.
 */
export function eliminate(
  rounds: i32,
  tolerance: f64,
  onSlopes: f64,
  onCuts: f64,
  exact: bool,
): f64 {
  slopePrecision = onSlopes;
  cutPrecision = onCuts;
  memory.fill(cellGradient, 0, <usize>cells << 3);
  memory.fill(cellCurvature, 0, <usize>cells << 3);
  memory.fill(cellTaken, 0, <usize>cells << 3);
  let total = 0.0;
  for (let j = 0; j < items; j++) {
    const firstGroup = load<i32>(groupOf + (<usize>j << 2));
    const size = load<i32>(groupOf + (<usize>j << 2), 4) - firstGroup;
    const slope = size - 1;
    const itemCuts = cuts + (<usize>(firstGroup - j) << 3);
    memory.copy(point, itemCuts, <usize>slope << 3);
    store<f64>(point + (<usize>slope << 3), load<f64>(slopes + (<usize>j << 3)));
    total += fitItem(firstGroup, size, rounds, tolerance);
    memory.copy(itemCuts, point, <usize>slope << 3);
    const b = load<f64>(point + (<usize>slope << 3));
    store<f64>(slopes + (<usize>j << 3), b);
    invert(size, inverses + (<usize>load<u32>(inverseStart + (<usize>j << 2)) << 3));
    scatter(firstGroup, size, b, exact ? 1.0 : 0.0);
  }
  return total;
}

/**
 * image = B C^-1 B' direction, with C the items' Hessian blocks and B the cross derivatives.
 */
export function couple(): void {
  memory.fill(image, 0, <usize>cells << 3);
  for (let j = 0; j < items; j++) {
    const firstGroup = load<i32>(groupOf + (<usize>j << 2));
    const size = load<i32>(groupOf + (<usize>j << 2), 4) - firstGroup;
    const b = load<f64>(slopes + (<usize>j << 3));
    imply(j, firstGroup, size, b);
    for (let i = 0; i < size - 1; i++) {
      const at = step + (<usize>i << 3);
      store<f64>(at, -b * load<f64>(at));
    }
    expand(firstGroup, size);
  }
}

/** Moves every item by what `direction` implies for it to first order: -C^-1 B' direction. */
export function follow(): void {
  for (let j = 0; j < items; j++) {
    const firstGroup = load<i32>(groupOf + (<usize>j << 2));
    const size = load<i32>(groupOf + (<usize>j << 2), 4) - firstGroup;
    const slope = size - 1;
    const itemSlope = slopes + (<usize>j << 3);
    const itemCuts = cuts + (<usize>(firstGroup - j) << 3);
    memory.copy(point, itemCuts, <usize>slope << 3);
    store<f64>(point + (<usize>slope << 3), load<f64>(itemSlope));
    imply(j, firstGroup, size, load<f64>(itemSlope));
    if (!move(size, -1.0)) continue;
    memory.copy(itemCuts, trial, <usize>slope << 3);
    store<f64>(itemSlope, load<f64>(trial + (<usize>slope << 3)));
  }
}

/** step = C^-1 B' direction for one item. */
function imply(j: i32, firstGroup: i32, size: i32, b: f64): void {
  project(firstGroup, size, b);
  const packed = inverses + (<usize>load<u32>(inverseStart + (<usize>j << 2)) << 3);
  for (let i = 0; i < size; i++) {
    let sum = 0.0;
    for (let k = 0; k < size; k++) {
      const weight = load<f64>(packed + (<usize>(i * size + k) << 3));
      sum += weight * load<f64>(trial + (<usize>k << 3));
    }
    store<f64>(step + (<usize>i << 3), sum);
  }
}

/** trial = B' direction for one item. */
function project(firstGroup: i32, size: i32, b: f64): void {
  memory.fill(trial, 0, 64);
  let slopeSum = 0.0;
  for (let c = 0; c < size; c++) {
    const at = groupStart + (<usize>(firstGroup + c) << 2);
    const to = load<i32>(at, 4);
    let sum = 0.0;
    let lowerSum = 0.0;
    const middle = c > 0 && c < size - 1;
    for (let n = load<i32>(at); n < to; n++) {
      const v = load<f64>(direction + cell(n));
      sum += load<f64>(weights + (<usize>n << 3)) * v;
      slopeSum += load<f64>(slopeWeights + (<usize>n << 3)) * v;
      if (middle) lowerSum += load<f64>(lowerWeights + (<usize>n << 3)) * v;
    }
    if (c < size - 1) add(trial + (<usize>c << 3), -b * (sum - lowerSum));
    if (c == size - 1) add(trial + (<usize>(c - 1) << 3), -b * sum);
    else if (c > 0) add(trial + (<usize>(c - 1) << 3), -b * lowerSum);
  }
  store<f64>(trial + (<usize>(size - 1) << 3), slopeSum);
}

/** image += B step for one item, the cut points' part of `step` holding -b already. */
function expand(firstGroup: i32, size: i32): void {
  const slope = load<f64>(step + (<usize>(size - 1) << 3));
  for (let c = 0; c < size; c++) {
    const at = groupStart + (<usize>(firstGroup + c) << 2);
    const to = load<i32>(at, 4);
    const middle = c > 0 && c < size - 1;
    const upper = load<f64>(step + (<usize>(c < size - 1 ? c : c - 1) << 3));
    const difference = middle ? load<f64>(step + (<usize>(c - 1) << 3)) - upper : 0.0;
    for (let n = load<i32>(at); n < to; n++) {
      const vote = <usize>n << 3;
      let value = load<f64>(weights + vote) * upper + load<f64>(slopeWeights + vote) * slope;
      if (middle) value += load<f64>(lowerWeights + vote) * difference;
      add(image + cell(n), value);
    }
  }
}
