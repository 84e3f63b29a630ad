import type { SurvivalRows } from "./survival-rows.ts";

/**
 * The rows as they stand from an age on: those that reached it, under observation from then at
 * the earliest. The curve over them is the chance to last further, given that the age was
 * reached. Null where no row reached it.
 */
export function conditionalRows(rows: SurvivalRows, age: number): SurvivalRows | null {
  const kept = Array.from(rows.stop.keys()).filter((i) => rows.stop[i]! > age);
  if (kept.length === 0) return null;
  return {
    start: Float64Array.from(kept, (i) => Math.max(rows.start?.[i] ?? 0, age)),
    stop: Float64Array.from(kept, (i) => rows.stop[i]!),
    event: Uint8Array.from(kept, (i) => rows.event[i]!),
  };
}
