/** A number for an axis or a sentence: at most `digits` decimals, a true minus sign. */
export function plainNumber(value: number, digits = 2): string {
  const text = value.toFixed(digits);
  const short = text.includes(".") ? text.replace(/\.?0+$/u, "") : text;
  return short === "-0" ? "0" : short.replace("-", "\u2212");
}
