/**
 * The inverse of a symmetric positive definite matrix (row by row), by Cholesky; pivots below
 * `floor` of the largest diagonal entry are held up to it.
 */
export function invertSymmetric(
  matrix: Float64Array,
  size: number,
  floor = 1e-12,
): Float64Array {
  const factor = new Float64Array(size * size);
  let largest = 0;
  for (let i = 0; i < size; i += 1) largest = Math.max(largest, matrix[i * size + i] as number);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * size + j] as number;
      for (let k = 0; k < j; k += 1) {
        sum -= (factor[i * size + k] as number) * (factor[j * size + k] as number);
      }
      factor[i * size + j] =
        i === j
          ? Math.sqrt(Math.max(sum, floor * largest))
          : sum / (factor[j * size + j] as number);
    }
  }
  const inverse = new Float64Array(size * size);
  const column = new Float64Array(size);
  for (let c = 0; c < size; c += 1) {
    column.fill(0);
    column[c] = 1;
    for (let i = c; i < size; i += 1) {
      let sum = column[i] as number;
      for (let k = c; k < i; k += 1) {
        sum -= (factor[i * size + k] as number) * (column[k] as number);
      }
      column[i] = sum / (factor[i * size + i] as number);
    }
    for (let i = size - 1; i >= 0; i -= 1) {
      let sum = column[i] as number;
      for (let k = i + 1; k < size; k += 1) {
        sum -= (factor[k * size + i] as number) * (column[k] as number);
      }
      column[i] = sum / (factor[i * size + i] as number);
    }
    for (let i = 0; i < size; i += 1) inverse[i * size + c] = column[i] as number;
  }
  return inverse;
}
