// Cholesky of one item's Hessian, row by row at a fixed width.

/** Most parameters of an item: cut points and the discrimination. */
export const WIDTH: i32 = 8;
export const hessian: usize = memory.data(8 * 64, 16);
export const factor: usize = memory.data(8 * 64, 16);
const inverse: usize = memory.data(8 * 64, 16);

/** Cholesky factor of the item's Hessian; a vanishing pivot is held up. */
export function factorise(size: i32): void {
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
export function solve(size: i32, x: usize): void {
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

/** Inverse of the factorised Hessian, into `inverse` and, packed, to the caller. */
export function invert(size: i32, packed: usize): void {
  for (let i = 0; i < size; i++) {
    const row = inverse + (<usize>(i * WIDTH) << 3);
    memory.fill(row, 0, 64);
    store<f64>(row + (<usize>i << 3), 1.0);
    solve(size, row);
    memory.copy(packed + (<usize>(i * size) << 3), row, <usize>size << 3);
  }
}

/** An entry of the inverse. */
// @ts-expect-error: AssemblyScript decorator
@inline
export function entry(row: i32, column: i32): f64 {
  return load<f64>(inverse + (<usize>(row * WIDTH + column) << 3));
}

/** Adds to a number in memory. */
// @ts-expect-error: AssemblyScript decorator
@inline
export function add(at: usize, value: f64): void {
  store<f64>(at, load<f64>(at) + value);
}
