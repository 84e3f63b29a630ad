import { CasusError } from "../errors.ts";

/** An error over HTTP: RFC 9457 problem details. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
}

const STATUS = { usage: 400, "not-found": 404, source: 503, record: 500, treaty: 500 } as const;

const TITLES = {
  usage: "The address cannot be read",
  "not-found": "The record holds nothing under this address",
  source: "A source file is missing",
  record: "The record is at fault",
  treaty: "A treaty cannot be read",
} as const;

/** The problem details of a thrown value; an untyped fault says nothing of its inside. */
export function problemOf(error: unknown, instance: string): Problem {
  if (error instanceof CasusError) {
    return {
      type: `about:blank#${error.code}`,
      title: TITLES[error.code],
      status: STATUS[error.code],
      detail: error.line,
      instance,
    };
  }
  return {
    type: "about:blank",
    title: "Unexpected fault",
    status: 500,
    detail: "The answer could not be computed.",
    instance,
  };
}
