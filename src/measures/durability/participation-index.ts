import { clopperPearson } from "../statistics/clopper-pearson.ts";

/** Events that an index must rest on before it is given. */
const FEWEST_EVENTS = 3;

/** The share of events in which a member took part. */
export interface ParticipationIndex {
  readonly present: number;
  /** Events at which it is known whether the member took part. */
  readonly known: number;
  /** Null with fewer known events than three; then the limits are null too. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The participation index of a member: events in which it took part over those at which it is
 * known whether it did. In [0, 1]; exact limits (Clopper and Pearson 1934,
 * doi:10.1093/biomet/26.4.404). They describe the events counted and no population of events.
 * Withheld below three known events.
 */
export function participationIndex(
  present: number,
  known: number,
  level: number,
): ParticipationIndex {
  if (known < FEWEST_EVENTS) return { present, known, value: null, lower: null, upper: null };
  return { present, known, value: present / known, ...clopperPearson(present, known, level) };
}
