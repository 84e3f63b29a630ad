import { CasusError, type CasusErrorCode } from "../errors.ts";
import { ServerFault, type ServerFaultCode } from "./server-fault.ts";

/** The kinds of problem: what went wrong, not where. */
export type ProblemCode =
  | CasusErrorCode
  | ServerFaultCode
  | "unexpected"
  | "method"
  | "release"
  | "too-long"
  | "body"
  | "host";

/** An error over HTTP: RFC 9457 problem details. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
}

/** Status and title of each kind of problem; the kinds are stable. */
export const PROBLEMS: Readonly<
  Record<ProblemCode, { readonly status: number; readonly title: string }>
> = {
  usage: { status: 400, title: "The address cannot be read" },
  "not-found": { status: 404, title: "The record holds nothing under this address" },
  method: { status: 405, title: "Only reading is possible" },
  release: { status: 410, title: "This release is not here" },
  body: { status: 413, title: "A request for reading has no body" },
  "too-long": { status: 414, title: "The address is too long" },
  host: { status: 421, title: "This server does not answer under that name" },
  unexpected: { status: 500, title: "Unexpected fault" },
  record: { status: 500, title: "The record is at fault" },
  treaty: { status: 500, title: "A treaty cannot be read" },
  source: { status: 503, title: "A source file is missing" },
  busy: { status: 503, title: "The server is busy" },
  "time-limit": { status: 503, title: "The answer takes too long" },
  stopping: { status: 503, title: "The server is stopping" },
};

/** Where a kind of problem is explained; also its name, which does not change. */
export const PROBLEM_BASE = "/api/v1/problems/";

/** The problem details of one kind. */
export function problem(code: ProblemCode, detail: string, instance: string): Problem {
  const { status, title } = PROBLEMS[code];
  return { type: `${PROBLEM_BASE}${code}`, title, status, detail, instance };
}

/** The problem details of a thrown value; an untyped fault says nothing of its inside. */
export function problemOf(error: unknown, instance: string): Problem {
  if (error instanceof CasusError) return problem(error.code, error.line, instance);
  if (error instanceof ServerFault) return problem(error.code, error.message, instance);
  return problem("unexpected", "The answer could not be computed.", instance);
}
