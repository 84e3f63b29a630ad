import { createHash } from "node:crypto";
import { Hono } from "hono";
import { computeAnswer } from "../answer/compute-answer.ts";
import { resolveAddress } from "../answer/resolve-address.ts";
import type { Kernels } from "../kernels/create-kernels.ts";
import type { CasusRecord } from "../record/record.ts";
import { render } from "../report/render.ts";
import { escapeXml } from "../figures/escape-xml.ts";
import { type Problem, problemOf } from "./problem.ts";

/** What the server answers from. */
export interface ApiOptions {
  readonly record: CasusRecord;
  readonly kernels: Kernels;
}

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const COMMON = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Access-Control-Allow-Origin": "*",
};

function problemResponse(problem: Problem, wantsPage: boolean): Response {
  const { status, title, detail } = problem;
  if (!wantsPage) {
    return new Response(`${JSON.stringify(problem)}\n`, {
      status,
      headers: { ...COMMON, "Content-Type": "application/problem+json" },
    });
  }
  const page =
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeXml(title)} - Casus</title>` +
    `<main><h1>${escapeXml(title)}</h1><p>${escapeXml(detail)}</p><p><a href="/alliances">All alliances</a></p></main></html>\n`;
  return new Response(page, {
    status,
    headers: {
      ...COMMON,
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": POLICY,
    },
  });
}

/** `/r/<release>/rest` as a release and the address behind it, or null. */
function permalink(path: string): { readonly release: string; readonly rest: string } | null {
  const match = /^\/r\/([^/]+)(\/.*)$/u.exec(path);
  return match === null ? null : { release: decodeURIComponent(match[1]!), rest: match[2]! };
}

/**
 * The HTTP server's routes: every address, in the form of its extension, as `casus get` prints it;
 * without an extension, as a page. A permalink of another release is 410, never silently current.
 */
export function createApi({ record, kernels }: ApiOptions): Hono {
  const app = new Hono();
  app.get("/", (context) => context.redirect("/alliances"));
  app.get("/healthz", (context) => context.json({ status: "ok", record: record.release }));
  app.get("*", async ({ req }) => {
    const url = new URL(req.url);
    const wantsPage = !/\.[a-z]+$/u.test(url.pathname);
    const instance = `${url.pathname}${url.search}`;
    try {
      const pinned = permalink(url.pathname);
      const address = `${pinned?.rest ?? url.pathname}${url.search}`;
      if (pinned !== null && pinned.release !== record.release) {
        return problemResponse(
          {
            type: "about:blank#release",
            title: "This release is not here",
            status: 410,
            detail: `This server holds release ${record.release}. The current answer is at ${address}; release ${pinned.release} comes with the package version that built it.`,
            instance,
          },
          wantsPage,
        );
      }
      const { canonical, extension } = resolveAddress(record, address);
      const form = extension ?? "html";
      const etag = `"${createHash("sha256").update(`${record.release} ${canonical} ${form}`).digest("hex").slice(0, 24)}"`;
      if (req.header("If-None-Match") === etag)
        return new Response(null, { status: 304, headers: { ...COMMON, ETag: etag } });
      const answer = await computeAnswer(record, address, { kernels, signal: req.raw.signal });
      const { body, type } = await render(answer, form);
      return new Response(body as BodyInit, {
        headers: {
          ...COMMON,
          "Content-Type": type,
          ETag: etag,
          "Cache-Control": "no-cache",
          ...(form === "html" ? { "Content-Security-Policy": POLICY } : {}),
        },
      });
    } catch (error) {
      return problemResponse(problemOf(error, instance), wantsPage);
    }
  });
  app.all("*", ({ req }) =>
    problemResponse(
      {
        type: "about:blank#method",
        title: "Only reading is possible",
        status: 405,
        detail: `${req.method} is not allowed; use GET.`,
        instance: new URL(req.url).pathname,
      },
      false,
    ),
  );
  return app;
}
