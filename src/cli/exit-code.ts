import { CasusError } from "../errors.ts";

/** Exit codes: 0 well, 1 failure or a failed check, 2 usage, 3 data missing. */
export function exitCode(error: unknown): number {
  if (!(error instanceof CasusError)) return 1;
  if (error.code === "usage" || error.code === "not-found") return 2;
  return error.code === "source" ? 3 : 1;
}

/** The one line that a user sees of an error; no stack trace. */
export function errorLine(error: unknown): string {
  if (error instanceof CasusError) return `casus: ${error.line}\n`;
  const message = error instanceof Error ? error.message : String(error);
  return `casus: unexpected fault: ${message.split("\n")[0]} Please report it with the command that you ran.\n`;
}
