import { clopperPearson } from "../statistics/clopper-pearson.ts";

/** How many calls that left no trace and were refused would overturn a finding. */
export interface UnseenRefusals {
  /** The share that the finding says is exceeded. */
  readonly threshold: number;
  /** Unseen refusals that bring the share itself to the threshold or below; 0 where it is there. */
  readonly share: number;
  /** Unseen refusals that bring the exact interval's lower end to the threshold or below. */
  readonly interval: number;
}

/**
 * The number of refused calls missing from the record that would bring an answered share down to a
 * threshold: the smallest m with answered / (calls + m) <= threshold, and the smallest m for which
 * the lower end of the exact interval is at or below it. A state that expects a refusal does not
 * call, so that the record holds too few refusals; this says how many too few would matter.
 */
export function unseenRefusals(
  answered: number,
  calls: number,
  threshold = 0.5,
  level = 0.9,
): UnseenRefusals {
  const share = Math.max(0, Math.ceil(answered / threshold - 1e-9) - calls);
  let interval = 0;
  while (clopperPearson(answered, calls + interval, level).lower > threshold) interval += 1;
  return { threshold, share, interval };
}
