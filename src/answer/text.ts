/** A number with a stated count of decimals; a true minus sign is left to the reader's font. */
export function fixed(value: number, digits = 2): string {
  return value.toFixed(digits);
}

/** A simulated share: no number of simulated calls shows that something is certain, or cannot be. */
export function simulatedShare(share: number): string {
  if (share > 0.99 && fixed(share) === "1.00") return ">0.99";
  return share < 0.01 && fixed(share) === "0.00" ? "<0.01" : fixed(share);
}

/** The limits of a simulated share, `0.17 to 0.95`; null where they show no width. */
export function simulatedLimits(lower: number, upper: number): string | null {
  const [low, high] = [simulatedShare(lower), simulatedShare(upper)];
  return low === high ? null : `${low} to ${high}`;
}

/** A share in per cent, without decimals above 1 %. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(share > 0 && share < 0.01 ? 1 : 0)} %`;
}

/** `0.42 [0.31, 0.55]`, or the bare value where there is no interval. */
export function withInterval(
  value: number,
  lower: number | null,
  upper: number | null,
  digits = 2,
): string {
  return lower === null || upper === null
    ? fixed(value, digits)
    : `${fixed(value, digits)} [${fixed(lower, digits)}, ${fixed(upper, digits)}]`;
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  return items.length < 2
    ? (items[0] ?? "none")
    : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** `1,234,567`: a whole number in groups of three. The runtime's own tables of languages load slowly. */
export function grouped(n: number): string {
  return String(n).replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");
}

/** `1 roll call`, `2 roll calls`. */
export function counted(n: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(n)} ${n === 1 ? noun : plural}`;
}
