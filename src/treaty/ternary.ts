import type { Ternary } from "../dates/lag.ts";

/** Yes where all are, no where one is not, else undecidable. */
export function allOf(parts: readonly Ternary[]): Ternary {
  if (parts.includes("no")) return "no";
  return parts.includes("undecidable") ? "undecidable" : "yes";
}
