import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { commonHeaders } from "../api/headers.ts";
import { locate } from "../api/locate.ts";
import { resolveAddress } from "../claims/resolve-address.ts";
import { CasusError } from "../errors.ts";
import { readManifest } from "../record/load-record.ts";
import type { CasusRecord } from "../record/record.ts";
import { appShell } from "./app-shell.ts";
import { markedScript } from "./marked-script.ts";

/** The app's scripts are the server's own; it asks nobody else, and computes with WebAssembly. */
const APP_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; base-uri 'none'; " +
  "form-action 'self'; frame-ancestors 'none'";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
};

/** The built app, beside the program. */
export const APP: string = fileURLToPath(new URL("../../dist/web", import.meta.url));

/** Pages of the app that are no answers. */
const OWN = ["/", "/compare", "/data", "/methods", "/search"];
/** From this size on packing well would take too long. */
const LARGE = 2 ** 20;

const packed = promisify(gzip);

/** The files that pages load, by path: the built app, and the record. */
function filesOf(app: string, record: string): ReadonlyMap<string, string> {
  const listed = (folder: string, prefix: string): (readonly [string, string])[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => extname(name) !== "" && !name.split(sep).at(-1)!.startsWith("."))
      .map((name) => [`${prefix}${name.split(sep).join("/")}`, join(folder, name)]);
  return new Map([...listed(app, "/"), ...listed(record, "/record/")]);
}

/** The status of an address's page: the app says in words what the typed error says. */
function statusOf(record: CasusRecord, address: string): number {
  const path = address.split("?")[0] ?? "";
  if (OWN.includes(path)) return 200;
  try {
    // An alliance has its printed page where it has a page at all.
    const brief = /^\/brief\/([^/]+)$/u.exec(path)?.[1];
    resolveAddress(record, brief === undefined ? address : `/alliances/${brief}`);
    return 200;
  } catch (error) {
    return error instanceof CasusError && error.code === "usage" ? 400 : 404;
  }
}

/** The app on a server. */
export interface AppPages {
  /** Null for what the server answers itself: files of answers, programs, and other releases. */
  readonly respond: (request: Request) => Promise<Response | null>;
  /** Packs the files for the readers to come; until then they travel as they are. */
  readonly pack: () => Promise<void>;
}

/**
 * Serves the built app to browsers: its files, the record's, and its one page at every address.
 * Undefined where the app is not built.
 */
export function appPages(
  app: string,
  { record, folder }: { readonly record: CasusRecord; readonly folder: string },
): AppPages | undefined {
  if (!existsSync(join(app, "index.html"))) return undefined;
  const files = filesOf(app, folder);
  const index = join(app, "index.html");
  const manifest = readFileSync(join(folder, "manifest.json"), "utf8");
  const stated = readManifest(manifest).files;
  const shell = appShell(readFileSync(index, "utf8"), { base: "/", manifest });
  const worker = join(app, "sw.js");
  const script = markedScript(readFileSync(worker, "utf8"), record.release);
  const encoder = new TextEncoder();
  const plain = new Map([
    [index, encoder.encode(shell)],
    [worker, encoder.encode(script)],
  ]);
  const small = new Map<string, Uint8Array<ArrayBuffer>>();

  const bytesOf = (path: string): Uint8Array<ArrayBuffer> => {
    const bytes = plain.get(path) ?? new Uint8Array(readFileSync(path));
    plain.set(path, bytes);
    return bytes;
  };
  const pack = async (): Promise<void> => {
    for (const path of files.values()) {
      const bytes = bytesOf(path);
      const made = await packed(bytes, { level: bytes.length > LARGE ? 1 : 9 });
      small.set(path, new Uint8Array(made));
    }
  };

  const fileResponse = (request: Request, path: string, status: number): Response => {
    const takes = /\bgzip\b/u.test(request.headers.get("Accept-Encoding") ?? "");
    const squeezed = takes ? small.get(path) : undefined;
    const { search, pathname } = new URL(request.url);
    const sha256 = stated[pathname.replace("/record/", "")]?.sha256;
    // These names hold a hash of what they name; one of another release is not for keeping.
    const fixed =
      /^\/assets\/.*-[\w-]{8}\.\w+$/u.test(pathname) ||
      (sha256 !== undefined && search === `?sha256=${sha256}`);
    return new Response(squeezed ?? bytesOf(path), {
      status,
      headers: {
        ...commonHeaders(false, true),
        "Content-Security-Policy": APP_POLICY,
        "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
        "Cache-Control": fixed ? "public, max-age=31536000, immutable" : "no-cache",
        Vary: "Accept, Accept-Encoding",
        ...(squeezed === undefined ? {} : { "Content-Encoding": "gzip" }),
      },
    });
  };

  const respond = async (request: Request): Promise<Response | null> => {
    const { pathname, search } = new URL(request.url);
    const file = files.get(pathname);
    if (file !== undefined) return fileResponse(request, file, 200);
    const isPage = !/\.[a-z]+$/u.test(pathname);
    if (!isPage || !(request.headers.get("Accept") ?? "").includes("text/html")) return null;
    const { release, address } = locate(pathname, search);
    if (release !== null && release !== record.release) return null;
    return fileResponse(request, index, statusOf(record, address));
  };
  return { respond, pack };
}
