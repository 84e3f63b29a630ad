/** Two ends of an interval of a probability. */
export interface ProbabilityInterval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The interval of a probability by a normal error on the log(-log p) scale, which stays within
 * (0, 1): p^exp(+-z se / log p), `error` being the standard error of log p and `span` the number
 * of standard errors. Null where p is 0 or 1, or has no error. Kalbfleisch and Prentice (1980).
 */
export function logLogInterval(
  probability: number,
  error: number,
  span: number,
): ProbabilityInterval | null {
  if (!(probability > 0 && probability < 1) || !Number.isFinite(error)) return null;
  const log = Math.log(probability);
  const spread = Math.exp((span * error) / -log);
  return { lower: Math.exp(log * spread), upper: Math.exp(log / spread) };
}
