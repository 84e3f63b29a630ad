// Item steps and Schur products of the ordinal probit position model; see ../positions-twin.ts for
// the same mathematics written plainly. Votes are grouped by item, then by category.

/** Most categories an item may have; parameters of an item are its cut points and its slope. */
const WIDTH: i32 = 8;
const STEPS_PER_UNIT: f64 = 32.0;
const LOWEST: f64 = -16.0;
const HIGHEST: f64 = 10.0;
const INTERVALS: i32 = 832;
const HALF_LOG_TWO_PI: f64 = 0.9189385332046727;
const LOSS_SLACK: f64 = 1e-10;

// One cache line an interval: cubic coefficients of log Phi, then of phi / Phi.
const table: usize = memory.data(64 * 832, 64);
const point: usize = memory.data(8 * 8, 16);
const trial: usize = memory.data(8 * 8, 16);
const gradient: usize = memory.data(8 * 8, 16);
const step: usize = memory.data(8 * 8, 16);
const hessian: usize = memory.data(8 * 64, 16);
const factor: usize = memory.data(8 * 64, 16);
const inverse: usize = memory.data(8 * 64, 16);

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

function logDensity(x: f64): f64 {
  return -0.5 * x * x - HALF_LOG_TWO_PI;
}

/** log Phi by a positive series near 0 and by the continued fraction of the Mills ratio below. */
function logNormal(x: f64): f64 {
  if (x < -2.5) {
    let fraction = -x;
    for (let k = 150; k >= 1; k--) fraction = -x + <f64>k / fraction;
    return logDensity(x) - Math.log(fraction);
  }
  const size = Math.abs(x);
  let term = size;
  let sum = size;
  for (let k = 3; k < 400; k += 2) {
    term *= (size * size) / <f64>k;
    sum += term;
  }
  const beyond = 0.5 - Math.exp(logDensity(size)) * sum;
  return x < 0.0 ? Math.log(beyond) : Math.log1p(-beyond);
}

function fillTable(): void {
  const width = 1.0 / STEPS_PER_UNIT;
  let log0 = logNormal(LOWEST);
  let ratio0 = Math.exp(logDensity(LOWEST) - log0);
  for (let i = 0; i < INTERVALS; i++) {
    const x0 = LOWEST + <f64>i * width;
    const x1 = x0 + width;
    const log1 = logNormal(x1);
    const ratio1 = Math.exp(logDensity(x1) - log1);
    const at = table + (<usize>i << 6);
    cubic(at, log0, log1, width * ratio0, width * ratio1);
    const fall0 = -width * ratio0 * (x0 + ratio0);
    cubic(at + 32, ratio0, ratio1, fall0, -width * ratio1 * (x1 + ratio1));
    log0 = log1;
    ratio0 = ratio1;
  }
}

function cubic(at: usize, left: f64, right: f64, slope0: f64, slope1: f64): void {
  const rise = right - left;
  store<f64>(at, left);
  store<f64>(at, slope0, 8);
  store<f64>(at, 3.0 * rise - 2.0 * slope0 - slope1, 16);
  store<f64>(at, slope0 + slope1 - 2.0 * rise, 24);
}

let logValue: f64 = 0.0;
let ratioValue: f64 = 0.0;

/** Outside the table: the asymptotic series below, zero above. */
function lookUpTail(x: f64): void {
  if (x >= HIGHEST) {
    logValue = 0.0;
    ratioValue = 0.0;
    return;
  }
  const z = 1.0 / (x * x);
  const series = 1.0 - z * (1.0 - z * (3.0 - z * (15.0 - z * (105.0 - z * 945.0))));
  logValue = logDensity(x) - Math.log(-x) + Math.log(series);
  ratioValue = -x / series;
}

// @ts-expect-error: AssemblyScript decorator
@inline
function lookUp(x: f64): void {
  const place = (x - LOWEST) * STEPS_PER_UNIT;
  if (place >= 0.0 && x < HIGHEST) {
    const i = <i32>place;
    const f = place - <f64>i;
    const at = table + (<usize>i << 6);
    logValue =
      load<f64>(at) + f * (load<f64>(at, 8) + f * (load<f64>(at, 16) + f * load<f64>(at, 24)));
    ratioValue =
      load<f64>(at, 32) +
      f * (load<f64>(at, 40) + f * (load<f64>(at, 48) + f * load<f64>(at, 56)));
  } else {
    lookUpTail(x);
  }
}

// @ts-expect-error: AssemblyScript decorator
@inline
function add(at: usize, value: f64): void {
  store<f64>(at, load<f64>(at) + value);
}

// @ts-expect-error: AssemblyScript decorator
@inline
function cell(vote: i32): usize {
  return <usize>load<u32>(voteCell + (<usize>vote << 2)) << 3;
}

/** Votes of an outer category: `sign` is 1 for the first (below its cut) and -1 for the last. */
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

/** Cholesky factor of the item's Hessian; a vanishing pivot is held up. */
function factorise(size: i32): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = load<f64>(hessian + (<usize>(i * WIDTH + j) << 3));
      for (let k = 0; k < j; k++) {
        const left = load<f64>(factor + (<usize>(i * WIDTH + k) << 3));
        sum -= left * load<f64>(factor + (<usize>(j * WIDTH + k) << 3));
      }
      const at = factor + (<usize>(i * WIDTH + j) << 3);
      if (i == j) store<f64>(at, Math.sqrt(Math.max(sum, 1e-12)));
      else store<f64>(at, sum / load<f64>(factor + (<usize>(j * WIDTH + j) << 3)));
    }
  }
}

/** Solves with the Cholesky factor, in place. */
function solve(size: i32, x: usize): void {
  for (let i = 0; i < size; i++) {
    let sum = load<f64>(x + (<usize>i << 3));
    for (let k = 0; k < i; k++) {
      sum -= load<f64>(factor + (<usize>(i * WIDTH + k) << 3)) * load<f64>(x + (<usize>k << 3));
    }
    store<f64>(x + (<usize>i << 3), sum / load<f64>(factor + (<usize>(i * WIDTH + i) << 3)));
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = load<f64>(x + (<usize>i << 3));
    for (let k = i + 1; k < size; k++) {
      sum -= load<f64>(factor + (<usize>(k * WIDTH + i) << 3)) * load<f64>(x + (<usize>k << 3));
    }
    store<f64>(x + (<usize>i << 3), sum / load<f64>(factor + (<usize>(i * WIDTH + i) << 3)));
  }
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

/** Newton steps on one item at fixed positions; leaves votes' weights and the factor at its end. */
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

/** Inverse of the factorised Hessian, into `inverse` and, packed, to the caller. */
function invert(size: i32, packed: usize): void {
  for (let i = 0; i < size; i++) {
    const row = inverse + (<usize>(i * WIDTH) << 3);
    memory.fill(row, 0, 64);
    store<f64>(row + (<usize>i << 3), 1.0);
    solve(size, row);
    memory.copy(packed + (<usize>(i * size) << 3), row, <usize>size << 3);
  }
}

// @ts-expect-error: AssemblyScript decorator
@inline
function entry(row: i32, column: i32): f64 {
  return load<f64>(inverse + (<usize>(row * WIDTH + column) << 3));
}

/**
 * Adds the votes' part of gradient and curvature to the cells, with what the items take from it (the
 * diagonal of B C^-1 B'), and completes the weights.
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
 * Fits every item at the positions in `theta`; returns the votes' penalised loss. Without `exact` the
 * cross derivatives leave out the votes' residuals, so that no direction has negative curvature.
 */
export function eliminate(rounds: i32, tolerance: f64, onSlopes: f64, onCuts: f64, exact: bool): f64 {
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

/** image = B C^-1 B' direction, with C the items' Hessian blocks and B the cross derivatives. */
export function couple(): void {
  memory.fill(image, 0, <usize>cells << 3);
  for (let j = 0; j < items; j++) {
    const firstGroup = load<i32>(groupOf + (<usize>j << 2));
    const size = load<i32>(groupOf + (<usize>j << 2), 4) - firstGroup;
    const b = load<f64>(slopes + (<usize>j << 3));
    project(firstGroup, size, b);
    const packed = inverses + (<usize>load<u32>(inverseStart + (<usize>j << 2)) << 3);
    for (let i = 0; i < size; i++) {
      let sum = 0.0;
      for (let k = 0; k < size; k++) {
        const weight = load<f64>(packed + (<usize>(i * size + k) << 3));
        sum += weight * load<f64>(trial + (<usize>k << 3));
      }
      store<f64>(step + (<usize>i << 3), i < size - 1 ? -b * sum : sum);
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
    project(firstGroup, size, load<f64>(itemSlope));
    const packed = inverses + (<usize>load<u32>(inverseStart + (<usize>j << 2)) << 3);
    for (let i = 0; i < size; i++) {
      let sum = 0.0;
      for (let k = 0; k < size; k++) {
        const weight = load<f64>(packed + (<usize>(i * size + k) << 3));
        sum += weight * load<f64>(trial + (<usize>k << 3));
      }
      store<f64>(step + (<usize>i << 3), -sum);
    }
    if (!move(size, 1.0)) continue;
    memory.copy(itemCuts, trial, <usize>slope << 3);
    store<f64>(itemSlope, load<f64>(trial + (<usize>slope << 3)));
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
