import { EXTENSIONS } from "../answer/address.ts";
import { ALL_VIEWS as VIEWS } from "../claims/views/index.ts";
import { NotFoundError } from "../errors.ts";
import type { CasusRecord } from "../record/record.ts";
import { API_BASE } from "./locate.ts";
import { openApi } from "./open-api.ts";
import { PROBLEM_BASE, PROBLEMS, type ProblemCode } from "./problem.ts";

const EXPLAINED: Readonly<Partial<Record<ProblemCode, string>>> = {
  usage:
    "A parameter, a value or the shape of the address is not allowed; the detail says what is.",
  "not-found":
    "The address is well formed, but names nothing; the detail names what is nearest.",
  release: "The permalink names another release of the record; the detail names what is here.",
  busy: "The queue is full. Ask again after the seconds of Retry-After.",
  "time-limit": "The server gave the answer up. A shorter period or fewer draws cost less.",
};

function index({ release }: CasusRecord): unknown {
  return {
    name: "Casus",
    record: release,
    openapi: `${API_BASE}/openapi.json`,
    bulk: `${API_BASE}/bulk`,
    health: "/healthz",
    permalink: `/r/${release}/{address}`,
    forms: EXTENSIONS,
    views: VIEWS.map(({ path, describe, example, parameters }) => ({
      path: `${API_BASE}${path}`,
      describe,
      example: `${API_BASE}${example}`,
      parameters,
    })),
  };
}

function problemDocument(code: string): unknown {
  const known = Object.entries(PROBLEMS).find(([name]) => name === code);
  if (known === undefined) {
    throw new NotFoundError(
      `there is no kind of problem ${JSON.stringify(code.slice(0, 40))}.`,
      {
        hint: `Kinds: ${Object.keys(PROBLEMS).join(", ")}.`,
      },
    );
  }
  const [, { status, title }] = known;
  const text = EXPLAINED[code as ProblemCode] ?? `${title}.`;
  return { type: `${PROBLEM_BASE}${code}`, title, status, text };
}

/**
 * The API's own documents, as JSON text: its index, its OpenAPI description, its problems.
 *
 * @returns null for an address that is none of them.
 */
export function apiDocument(record: CasusRecord, address: string): string | null {
  const path = address.replace(/\?.*$/u, "").replace(/\/$/u, "");
  const document =
    path === "" || path === ".json"
      ? index(record)
      : path === "/openapi.json"
        ? openApi()
        : path.startsWith("/problems/")
          ? problemDocument(path.slice("/problems/".length))
          : null;
  return document === null ? null : `${JSON.stringify(document, null, 2)}\n`;
}
