/** A range that holds all values and the rule, widened to round steps of a power of ten. */
export function valueDomain(
  values: readonly (number | null)[],
  rule: number | null,
): readonly [number, number] {
  const held = [...values, rule].filter((value) => value !== null);
  if (held.length === 0) return [0, 1];
  const low = held.reduce((a, b) => (b < a ? b : a));
  const high = held.reduce((a, b) => (b > a ? b : a));
  const unit = unitOf(high - low);
  const from = Math.floor(low / unit + 1e-9) * unit;
  const to = Math.ceil(high / unit - 1e-9) * unit;
  return from < to ? [from, to] : [from - unit, to + unit];
}

/** A power of ten of which the spread holds between two and twenty. */
function unitOf(spread: number): number {
  let unit = 0.1;
  if (spread <= 0) return unit;
  while (unit * 20 < spread) unit *= 10;
  while (unit > 1e-6 && unit * 2 > spread) unit /= 10;
  return unit;
}
