import { escapeXml } from "../figures/escape-xml.ts";
import { commonHeaders, METHODS } from "./headers.ts";
import type { Problem } from "./problem.ts";

/** How a problem is told. */
export interface ProblemOptions {
  readonly page: boolean;
  readonly isPrivate: boolean;
  /** Seconds after which to ask again. */
  readonly retryAfter?: number;
}

function problemPage({ title, detail }: Problem): string {
  return (
    '<!doctype html><html lang="en"><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<title>${escapeXml(title)} | Casus</title><main><h1>${escapeXml(title)}</h1>` +
    `<p>${escapeXml(detail)}</p><p><a href="/alliances">All alliances</a></p></main></html>\n`
  );
}

/** A problem as a response: a page for a reader, problem details for a program. */
export function problemResponse(problem: Problem, options: ProblemOptions): Response {
  const { page, isPrivate, retryAfter } = options;
  const text = page ? problemPage(problem) : `${JSON.stringify(problem)}\n`;
  const body = new TextEncoder().encode(text);
  return new Response(body, {
    status: problem.status,
    headers: {
      ...commonHeaders(isPrivate, page),
      "Content-Type": page ? "text/html; charset=utf-8" : "application/problem+json",
      "Content-Length": String(body.byteLength),
      "Cache-Control": "no-store",
      ...(retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) }),
      ...(problem.status === 405 ? { Allow: METHODS } : {}),
      // What is left of such a request is not read.
      ...(problem.status === 405 || problem.status === 413 ? { Connection: "close" } : {}),
    },
  });
}
