// Best divisions of simulated series into segments; the plain twin is ../../partition-draws.ts. The
// caller lays out the memory; every pointer is a byte address.

/** Running sums of weights, weighted values and squares, in triples: one more than values. */
function fillSums(values: usize, weights: usize, n: i32, sums: usize): void {
  let mean: f64 = 0;
  let all: f64 = 0;
  for (let b: usize = 0; b < <usize>n << 3; b += 8) {
    mean += load<f64>(weights + b) * load<f64>(values + b);
    all += load<f64>(weights + b);
  }
  mean /= all;
  store<f64>(sums, 0);
  store<f64>(sums, 0, 8);
  store<f64>(sums, 0, 16);
  for (let b: usize = 0; b < <usize>n << 3; b += 8) {
    const weight = load<f64>(weights + b);
    const x = load<f64>(values + b) - mean;
    store<f64>(sums, load<f64>(sums) + weight, 24);
    store<f64>(sums, load<f64>(sums, 8) + weight * x, 32);
    store<f64>(sums, load<f64>(sums, 16) + weight * x * x, 40);
    sums += 24;
  }
}

/** The residual of a stretch about its mean, from the sums before it and at its end. */
@inline
function cost(from: usize, to: usize): f64 {
  const sum = load<f64>(to, 8) - load<f64>(from, 8);
  const mean = (sum * sum) / (load<f64>(to) - load<f64>(from));
  return max<f64>(0, load<f64>(to, 16) - load<f64>(from, 16) - mean);
}

/**
 * Divides each of `draws` series of `n` values with 0 to `breaks` breaks: the residuals go to rows
 * of `breaks` + 1 doubles at `residuals`, where the segments of the last begin to rows of `breaks`
 * i32 at `starts`. `sums` is scratch for 3 (n + 1) doubles, `best` for 2 (n + 1), `origins` for
 * `breaks` (n + 1) i32.
 */
export function partitionDraws(
  series: usize,
  draws: i32,
  weights: usize,
  n: i32,
  minimum: i32,
  breaks: i32,
  sums: usize,
  best: usize,
  origins: usize,
  residuals: usize,
  starts: usize,
): void {
  const row = <usize>(n + 1) << 3;
  const end = sums + <usize>n * 24;
  for (let draw = 0; draw < draws; draw++) {
    fillSums(series, weights, n, sums);
    let now = best;
    let next = best + row;
    for (let to = minimum; to <= n; to++) {
      store<f64>(now + (<usize>to << 3), cost(sums, sums + <usize>to * 24));
    }
    store<f64>(residuals, cost(sums, end));
    residuals += 8;
    for (let k = 1; k <= breaks; k++) {
      const origin = origins + <usize>(k - 1) * (row >> 1);
      for (let to = k == breaks ? n : (k + 1) * minimum; to <= n; to++) {
        const after = sums + <usize>to * 24;
        let least = Infinity;
        let at = 0;
        for (let from = k * minimum; from <= to - minimum; from++) {
          const residual = load<f64>(now + (<usize>from << 3)) + cost(sums + <usize>from * 24, after);
          if (residual >= least) continue;
          least = residual;
          at = from;
        }
        store<f64>(next + (<usize>to << 3), least);
        store<i32>(origin + (<usize>to << 2), at);
      }
      const held = now;
      now = next;
      next = held;
      store<f64>(residuals, load<f64>(now + row - 8));
      residuals += 8;
    }
    let at = n;
    for (let k = breaks - 1; k >= 0; k--) {
      at = load<i32>(origins + <usize>k * (row >> 1) + (<usize>at << 2));
      store<i32>(starts + (<usize>k << 2), at);
    }
    starts += <usize>breaks << 2;
    series += <usize>n << 3;
  }
}
