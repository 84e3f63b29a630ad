/**
 * Votes as the position kernels read them: grouped by item, within an item by category from the
 * lowest to the highest, every group holding at least one vote and every item two to seven
 * groups.
 */
export interface ItemLayout {
  readonly items: number;
  /** Number of voter-periods. */
  readonly cells: number;
  /** Per item the index of its first group; one entry more at the end. */
  readonly groupOf: Uint32Array;
  /** Per group the index of its first vote; one entry more at the end. */
  readonly groupStart: Uint32Array;
  /** Per vote the voter-period that cast it. */
  readonly voteCell: Uint32Array;
}

/**
 * The item side of the ordinal probit model P(y <= k) = Phi(g_k - b theta): fits all items at
 * given positions and multiplies by what that implies. The arrays are shared with the kernel:
 * write before a call, read after it.
 */
export interface ItemKernel {
  /** Positions by cell; written by the caller. */
  readonly theta: Float64Array;
  /** Discrimination b by item; starting value in, fitted value out. */
  readonly slopes: Float64Array;
  /** Cut points, ascending, the first of item j at `groupOf[j] - j`; in and out. */
  readonly cuts: Float64Array;
  /** Derivative in each position of what `eliminate` returns. */
  readonly gradient: Float64Array;
  /**
   * Second derivative of the votes' negative log-likelihood in each position at fixed items.
   */
  readonly curvature: Float64Array;
  /** What the items' uncertainty takes from it: the diagonal of B C^-1 B'. */
  readonly taken: Float64Array;
  /**
   * By vote, after `eliminate`: minus the second derivative of the log-likelihood in the cut
   * points together, and the cross derivative of position and b; for votes between two cuts the
   * part of the first that is the lower cut's.
   */
  readonly weights: Float64Array;
  readonly slopeWeights: Float64Array;
  readonly lowerWeights: Float64Array;
  /** The vector that `couple` multiplies; written by the caller. */
  readonly direction: Float64Array;
  /** What `couple` yields. */
  readonly image: Float64Array;
  /** Inverse Hessian of item j (cut points, then b), row by row from `inverseStart[j]`. */
  readonly inverses: Float64Array;
  readonly inverseStart: Uint32Array;
  /**
   * Fits each item by at most `rounds` Newton steps, until the squared Newton decrement is
   * under `tolerance`, under normal priors of mean 0 on b and the cut points. Returns the
   * penalised negative log-likelihood. Without `exact` the cross derivatives leave out the
   * votes' residuals (Gauss-Newton), so that no direction has negative curvature.
   */
  readonly eliminate: (
    rounds: number,
    tolerance: number,
    slopePrecision: number,
    cutPrecision: number,
    exact: boolean,
  ) => number;
  /** image = B C^-1 B' direction, C the items' Hessian blocks, B the cross derivatives. */
  readonly couple: () => void;
  /** Moves every item by what `direction` implies for it to first order: -C^-1 B' direction. */
  readonly follow: () => void;
}

/** Opens a kernel on one layout; every call has memory of its own. */
export type OpenItemKernel = (layout: ItemLayout) => ItemKernel;

/** Starts of the items' inverse Hessians, size by size. */
export function inverseStarts(layout: ItemLayout): Uint32Array {
  const starts = new Uint32Array(layout.items + 1);
  for (let j = 0; j < layout.items; j += 1) {
    const size = (layout.groupOf[j + 1] ?? 0) - (layout.groupOf[j] ?? 0);
    starts[j + 1] = (starts[j] ?? 0) + size * size;
  }
  return starts;
}
