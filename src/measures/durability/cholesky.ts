/** The factor of a symmetric matrix, by rows, or the first column that depends on those before. */
export interface Factored {
  readonly factor: Float64Array;
  readonly dependent: number | null;
}

const SMALLEST = 1e-10;

/** The lower triangular L with L L' = a, for a positive definite matrix of `size` rows. */
export function cholesky(matrix: Float64Array, size: number): Factored {
  const factor = new Float64Array(size * size);
  for (let j = 0; j < size; j += 1) {
    const own = matrix[j * size + j]!;
    let left = own;
    for (let k = 0; k < j; k += 1) left -= factor[j * size + k]! * factor[j * size + k]!;
    if (!(left > SMALLEST * own) || own <= 0) return { factor, dependent: j };
    const root = Math.sqrt(left);
    factor[j * size + j] = root;
    for (let i = j + 1; i < size; i += 1) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k += 1) sum -= factor[i * size + k]! * factor[j * size + k]!;
      factor[i * size + j] = sum / root;
    }
  }
  return { factor, dependent: null };
}

/** The x with L L' x = b. */
export function solveWith(factor: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const x = Float64Array.from(right);
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) x[i]! -= factor[i * size + k]! * x[k]!;
    x[i]! /= factor[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) x[i]! -= factor[k * size + i]! * x[k]!;
    x[i]! /= factor[i * size + i]!;
  }
  return x;
}

/** The inverse of L L', by rows. */
export function inverseWith(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let j = 0; j < size; j += 1) {
    const unit = new Float64Array(size);
    unit[j] = 1;
    inverse.set(solveWith(factor, unit), j * size);
  }
  return inverse;
}

/** x' A y for a square matrix by rows. */
export function quadratic(matrix: Float64Array, x: Float64Array, y = x): number {
  const size = x.length;
  let sum = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) sum += x[i]! * matrix[i * size + j]! * y[j]!;
  }
  return sum;
}
