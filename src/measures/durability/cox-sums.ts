import type { CoxOrder } from "./cox-order.ts";

/** How tied events are taken. */
export type Ties = "efron" | "breslow";

/** The partial likelihood at some coefficients, with its slope and curvature. */
export interface CoxSums {
  readonly logLikelihood: number;
  readonly score: Float64Array;
  /** Minus the second derivative, by rows. */
  readonly information: Float64Array;
}

/** exp(x b) for each position; `etas` takes x b. */
export function relativeRisks(
  { n, width, x }: CoxOrder,
  beta: Float64Array,
  etas: Float64Array,
): Float64Array {
  const risks = new Float64Array(n);
  for (let at = 0, cell = 0; at < n; at += 1) {
    let eta = 0;
    for (let k = 0; k < width; k += 1, cell += 1) eta += x[cell]! * beta[k]!;
    etas[at] = eta;
    risks[at] = Math.exp(eta);
  }
  return risks;
}

/** Adds a row, `sign` 1 or -1, to sums of risk, risk x and risk x x' (lower triangle). */
function add(
  sums: Float64Array,
  x: Float64Array,
  cell: number,
  width: number,
  risk: number,
): void {
  sums[0]! += risk;
  let at = width + 1;
  for (let j = 0; j < width; j += 1) {
    const weighted = risk * x[cell + j]!;
    sums[j + 1]! += weighted;
    for (let k = 0; k <= j; k += 1, at += 1) sums[at]! += weighted * x[cell + k]!;
  }
}

/**
 * The log partial likelihood, score and information. From the latest event time to the earliest:
 * rows whose stop is reached come in, rows whose start is reached go out. With m tied events of
 * risk D among those at risk of risk S, Efron's form takes log(S - (l/m) D) for l = 0..m-1, and
 * the same weights in score and information; Breslow's takes m log(S).
 */
export function coxSums(order: CoxOrder, beta: Float64Array, ties: Ties): CoxSums {
  const { width, bounds, start, stop, event, x, leaving } = order;
  const etas = new Float64Array(order.n);
  const risks = relativeRisks(order, beta, etas);
  const cells = 1 + width + (width * (width + 1)) / 2;
  const all = new Float64Array(cells);
  const died = new Float64Array(cells);
  const mean = new Float64Array(width);
  const score = new Float64Array(width);
  const information = new Float64Array(width * width);
  let logLikelihood = 0;
  for (let stratum = 0; stratum + 1 < bounds.length; stratum += 1) {
    const end = bounds[stratum + 1]!;
    const lastOut = Math.min(end, leaving.length);
    all.fill(0);
    let present = 0;
    let out = bounds[stratum]!;
    for (let at = bounds[stratum]!; at < end;) {
      const place = stop[at]!;
      let deaths = 0;
      died.fill(0);
      for (; at < end && stop[at] === place; at += 1) {
        const cell = at * width;
        add(all, x, cell, width, risks[at]!);
        present += 1;
        if (event[at] === 0) continue;
        deaths += 1;
        add(died, x, cell, width, risks[at]!);
        logLikelihood += etas[at]!;
        for (let k = 0; k < width; k += 1) score[k]! += x[cell + k]!;
      }
      if (deaths === 0) continue;
      for (; out < lastOut && start[leaving[out]!]! >= place; out += 1) {
        const row = leaving[out]!;
        present -= 1;
        // Nobody left: begin again from zero rather than from what rounding has left.
        if (present === 0) all.fill(0);
        else add(all, x, row * width, width, -risks[row]!);
      }
      for (let l = 0; l < deaths; l += 1) {
        const share = ties === "efron" ? l / deaths : 0;
        const total = all[0]! - share * died[0]!;
        logLikelihood -= Math.log(total);
        let cell = width + 1;
        for (let j = 0; j < width; j += 1) {
          const own = (all[j + 1]! - share * died[j + 1]!) / total;
          mean[j] = own;
          score[j]! -= own;
          for (let k = 0; k <= j; k += 1, cell += 1) {
            information[j * width + k]! +=
              (all[cell]! - share * died[cell]!) / total - own * mean[k]!;
          }
        }
      }
    }
  }
  for (let j = 0; j < width; j += 1) {
    for (let k = 0; k < j; k += 1) information[k * width + j] = information[j * width + k]!;
  }
  return { logLikelihood, score, information };
}
