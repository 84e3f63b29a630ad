import { CasusError } from "../../errors.ts";
import type { Fault } from "../laboratory/questions.ts";

/** A thrown value as it crosses to the page; an untyped fault keeps its own words. */
export function faultOf(error: unknown): Fault {
  if (error instanceof CasusError) return { code: error.code, line: error.line };
  return { code: "fault", line: error instanceof Error ? error.message : String(error) };
}
