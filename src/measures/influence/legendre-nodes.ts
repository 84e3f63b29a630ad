/** A node of Gauss-Legendre quadrature on [0, 1] and its weight. */
export interface QuadratureNode {
  readonly node: number;
  readonly weight: number;
}

/** cos(x) for x in [0, pi] to 1e-9, from arithmetic alone: only a start for Newton's method. */
function cosine(x: number): number {
  const half = x / 2;
  let term = half;
  let sine = half;
  for (let k = 3; k < 20; k += 2) {
    term *= (-half * half) / ((k - 1) * k);
    sine += term;
  }
  return 1 - 2 * sine * sine;
}

/** The Legendre polynomial of a degree at x, and its slope. */
function legendre(
  degree: number,
  x: number,
): { readonly value: number; readonly slope: number } {
  let before = 1;
  let value = x;
  for (let k = 2; k <= degree; k += 1) {
    const next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
    before = value;
    value = next;
  }
  return { value, slope: (degree * (x * value - before)) / (x * x - 1) };
}

/** The nodes that integrate polynomials of degree up to 2 `count` - 1 exactly over [0, 1]. */
export function legendreNodes(count: number): readonly QuadratureNode[] {
  return Array.from({ length: count }, (_, k) => {
    if (count === 1) return { node: 0.5, weight: 1 };
    let x = cosine((Math.PI * (k + 0.75)) / (count + 0.5));
    for (let step = 0; step < 8; step += 1) {
      const { value, slope } = legendre(count, x);
      x -= value / slope;
    }
    const { slope } = legendre(count, x);
    return { node: (1 - x) / 2, weight: 1 / ((1 - x * x) * slope * slope) };
  });
}
