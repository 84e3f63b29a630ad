import { Hono } from "hono";
import { UsageError } from "../errors.ts";
import { isPrivate as hasPrivateRows } from "../record/is-private.ts";
import type { CasusRecord } from "../record/record.ts";
import { createAnswerCache } from "./answer-cache.ts";
import { bodyResponse, notModified } from "./body-response.ts";
import { entityTag } from "./entity-tag.ts";
import { preflightHeaders } from "./headers.ts";
import { createHeldDocuments } from "./held-documents.ts";
import { API_BASE, type Located, locate } from "./locate.ts";
import { pageLinks } from "./page-links.ts";
import { problem, type ProblemCode, problemOf } from "./problem.ts";
import { problemResponse } from "./problem-response.ts";
import type { Answerer } from "./question.ts";
import { type Asked, resolveQuestion } from "./resolve-question.ts";
import { ServerFault } from "./server-fault.ts";

/** What the server answers from. */
export interface ApiOptions {
  readonly record: CasusRecord;
  readonly answerer: Answerer;
  /** Other releases that the answerer can open, for permalinks. */
  readonly releases?: readonly string[];
  /** The compiled record's files, for programs that compute themselves. */
  readonly recordFiles?: ReadonlyMap<string, Uint8Array>;
  /** Serves pages of its own, such as a web app's; null leaves the request to the answers. */
  readonly pages?: (request: Request) => Response | null | Promise<Response | null>;
  /** Bytes of answers to keep, 128 MB by default. */
  readonly cacheBytes?: number;
  /** Names under which to answer; any by default. */
  readonly hosts?: readonly string[];
}

/** The routes, and what is known of their cache. */
export interface Api {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly request: Hono["request"];
  readonly cache: { readonly bytes: () => number; readonly size: () => number };
}

const CACHE_BYTES = 128 * 2 ** 20;
const LONGEST_URL = 4200;
/** Addresses whose resolution is remembered, and the longest of them. */
const REMEMBERED = 2000;
const LONGEST_REMEMBERED = 400;

const redirect = (to: string): Response =>
  new Response(null, { status: 302, headers: { Location: to } });

/** A request that none may make, whatever its address. */
function refusal(request: Request, hosts: readonly string[] | undefined) {
  const { url, headers } = request;
  if (hosts !== undefined) {
    const name = new URL(url).hostname.replace(/^\[|\]$/gu, "");
    if (!hosts.includes(name)) return ["host", `Ask for one of: ${hosts.join(", ")}.`] as const;
  }
  if (url.length > LONGEST_URL) {
    return ["too-long", `The address may have ${LONGEST_URL} characters at the most.`] as const;
  }
  if (Number(headers.get("Content-Length") ?? 0) > 0 || headers.has("Transfer-Encoding")) {
    return ["body", "Send the request without a body."] as const;
  }
  return null;
}

/**
 * The HTTP server's routes: every address in the form of its extension, byte for byte as
 * `casus get` prints it, but that citations name the address at this server; under `/api/v1` as JSON
 * where no form is named, elsewhere as a page. A permalink of a release that is not at hand is 410,
 * never silently current.
 */
export function createApi(options: ApiOptions): Api {
  const { record, answerer, releases = [], recordFiles, pages, hosts } = options;
  const isPrivate = hasPrivateRows(record);
  const cache = createAnswerCache(answerer, options.cacheBytes ?? CACHE_BYTES);
  const resolved = new Map<string, Asked>();
  const held = createHeldDocuments({
    record,
    ...(recordFiles === undefined ? {} : { recordFiles }),
  });
  const app = new Hono();

  const asked = (located: Located, base: string): Asked => {
    const release = located.release ?? record.release;
    const otherwise = located.api ? "json" : "html";
    const key = `${release} ${otherwise} ${base} ${located.address}`;
    const found = resolved.get(key);
    if (found !== undefined) return found;
    const made = resolveQuestion(located.address, { record, release, otherwise, base });
    if (key.length <= LONGEST_REMEMBERED) {
      if (resolved.size >= REMEMBERED) resolved.delete(resolved.keys().next().value!);
      resolved.set(key, made);
    }
    return made;
  };

  const fault = (code: ProblemCode, detail: string, request: Request, page: boolean) => {
    const { pathname, search } = new URL(request.url);
    const told = problem(code, detail, `${pathname}${search}`.slice(0, 500));
    return problemResponse(told, { page, isPrivate });
  };

  const answered = async (request: Request, located: Located): Promise<Response> => {
    const { question, list } = asked(located, new URL(request.url).origin);
    const { release, address, form, kind, base } = question;
    const tag = entityTag(
      release,
      `${kind} ${address}${base === null ? "" : ` ${base}`}`,
      form,
    );
    const immutable = located.release !== null;
    const known = { type: form === "html" ? "text/html" : "", tag, immutable, isPrivate };
    const unchanged = notModified(request, known);
    if (unchanged !== null) return unchanged;
    const { outcome, encoded } = await cache.get(question, request.signal);
    if (!outcome.ok) {
      return fault(outcome.code, outcome.detail, request, form === "html" && !located.api);
    }
    const { body, type, total } = outcome;
    const headers: Record<string, string> = {};
    if (list !== null && total !== null) {
      const path = `${located.prefix}${list.path}`;
      const links = pageLinks({ path, query: list.query, total });
      headers["X-Total-Count"] = String(total);
      if (links !== null) headers["Link"] = links;
    }
    return await bodyResponse(request, {
      body,
      type,
      tag,
      immutable,
      isPrivate,
      encoded,
      headers,
    });
  };

  app.on(["GET"], "*", async ({ req: { raw: request } }) => {
    const { pathname, search } = new URL(request.url);
    const refused = refusal(request, hosts);
    const isFile = /\.[a-z]+$/u.test(pathname);
    const page = !isFile && pathname !== API_BASE && !pathname.startsWith(`${API_BASE}/`);
    if (refused !== null) return fault(refused[0], refused[1], request, page);
    try {
      if (pathname === "/healthz") {
        const headers = { ...preflightHeaders(isPrivate), "Cache-Control": "no-store" };
        return Response.json({ status: "ok", record: record.release }, { headers });
      }
      const located = locate(pathname, search);
      const { release, address } = located;
      if (release !== null && release !== record.release && !releases.includes(release)) {
        const detail =
          `This server holds release ${record.release}. The current answer is at ` +
          `${located.api ? API_BASE : ""}${address}; release ${release} comes with the package ` +
          "version that built it, and is served by --releases.";
        return fault("release", detail, request, page);
      }
      if (!located.api) {
        const own = (await pages?.(request)) ?? null;
        if (own !== null) return own;
        if (address === "/") return redirect(`${located.prefix}/alliances`);
      }
      return (await held(request, located)) ?? (await answered(request, located));
    } catch (error) {
      if (request.signal.aborted) return new Response(null, { status: 499 });
      const told = problemOf(error, `${pathname}${search}`.slice(0, 500));
      return problemResponse(told, {
        page,
        isPrivate,
        ...(error instanceof ServerFault ? { retryAfter: error.retryAfter } : {}),
      });
    }
  });
  app.options(
    "*",
    () => new Response(null, { status: 204, headers: preflightHeaders(isPrivate) }),
  );
  app.all("*", ({ req: { raw, method } }) =>
    fault("method", `${method.slice(0, 20)} is not allowed; use GET.`, raw, false),
  );
  app.onError((error, { req: { raw } }) => {
    const isUri = error instanceof URIError;
    const told = isUri ? new UsageError("the address is not valid percent-encoding.") : error;
    return problemResponse(problemOf(told, new URL(raw.url).pathname.slice(0, 500)), {
      page: false,
      isPrivate,
    });
  });
  const { bytes, size } = cache;
  return {
    fetch: (request) => app.fetch(request),
    request: app.request,
    cache: { bytes, size },
  };
}
