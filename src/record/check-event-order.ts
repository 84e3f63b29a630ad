import { cameBefore } from "../dates/lag.ts";
import type { CaseEvent, EventType } from "./case.ts";

/** The steps that follow each other in a case; consultation may come at any time. */
const STEPS: readonly EventType[] = [
  "appeal",
  "decision",
  "deployment",
  "deployment-complete",
  "withdrawal-start",
  "withdrawal-end",
];

/** An event that stands where it cannot: its index in the file, and what is wrong. */
export interface OrderFault {
  readonly index: number;
  readonly message: string;
}

const named = (event: CaseEvent): string => `"${event.id}" (${event.type}, ${event.date.text})`;

/** The first event listed above one that surely came before it. */
function listingFault(events: readonly CaseEvent[]): OrderFault | null {
  for (let index = 1; index < events.length; index += 1) {
    const event = events[index]!;
    const above = events[index - 1]!;
    if (cameBefore(event.date, above.date) === "yes") {
      return {
        index,
        message: `${named(event)} came before ${named(above)}, listed above it.`,
      };
    }
  }
  return null;
}

/** The first step that surely came before a step it should follow, without a reason given. */
function stepFault(events: readonly CaseEvent[]): OrderFault | null {
  const first = STEPS.map((type) => events.findIndex((event) => event.type === type));
  for (const [rank, index] of first.entries()) {
    const event = events[index];
    if (event === undefined || event.outOfOrder !== null) continue;
    for (const earlier of first.slice(0, rank)) {
      const step = events[earlier];
      if (step !== undefined && cameBefore(event.date, step.date) === "yes") {
        return { index, message: `${named(event)} came before ${named(step)}.` };
      }
    }
  }
  return null;
}

/**
 * The first fault in the order of a case's events, or null.
 *
 * Two rules: events are listed in the order of time; and the first appeal, decision, deployment and
 * withdrawal follow each other unless the earlier event says why not (`out_of_order`). Dates whose
 * spans overlap are never at fault.
 */
export function checkEventOrder(events: readonly CaseEvent[]): OrderFault | null {
  return listingFault(events) ?? stepFault(events);
}
