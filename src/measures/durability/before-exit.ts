import { type ExactTest, stratifiedExact } from "../responsiveness/stratified-exact.ts";
import { type Attendance, EXIT_YEARS } from "./attendance.ts";

const isLate = ({ before }: Attendance): boolean => before !== null && before <= EXIT_YEARS;

/** Whether members take part less before they leave. */
export interface BeforeExit {
  /** Exits with an event in the years before them at which the leaver was seen. */
  readonly exits: number;
  /** The leavers at the events of those years against the members that stayed, event by event. */
  readonly against: ExactTest;
  /** Each leaver in those years against itself before them, leaver by leaver. */
  readonly own: ExactTest;
}

const keyOf = ({ organisation, state, left }: Attendance): string =>
  `${organisation}:${state}:${left ?? ""}`;

/**
 * Whether the participation index falls before an exit, by two exact conditional tests: at each
 * event of the five years before an exit the members about to leave against the others
 * (Cochran-Mantel-Haenszel, exact), and each leaver in those years against itself before
 * (stratified by leaver). Members that stay away together are taken as independent, which makes p
 * too small. Withheld where the margins leave one arrangement only.
 */
export function beforeExit(rows: readonly Attendance[]): BeforeExit {
  const late = rows.filter(isLate);
  const eventOf = ({ organisation, event }: Attendance): string => `${organisation}:${event}`;
  const events = new Set(late.map(eventOf));
  const leavers = new Set(late.map(keyOf));
  return {
    exits: leavers.size,
    against: stratifiedExact(
      rows
        .filter((row) => events.has(eventOf(row)))
        .map((row) => ({
          stratum: eventOf(row),
          group: isLate(row) ? "left" : "stayed",
          answered: row.present,
        })),
    ),
    own: stratifiedExact(
      rows
        .filter((row) => leavers.has(keyOf(row)))
        .map((row) => ({
          stratum: keyOf(row),
          group: isLate(row) ? "late" : "earlier",
          answered: row.present,
        })),
    ),
  };
}
