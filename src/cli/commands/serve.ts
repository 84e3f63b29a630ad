import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { ALL_VIEWS as VIEWS } from "../../claims/views/index.ts";
import { type AnswerPool, createAnswerPool } from "../../api/answer-pool.ts";
import { createLatePool } from "../../api/late-pool.ts";
import { type Api, createApi } from "../../api/create-api.ts";
import { createServer } from "../../api/create-server.ts";
import { SourceError, UsageError } from "../../errors.ts";
import { SHIPPED_RECORD } from "../../record/open-record.ts";
import { isPrivate } from "../../record/is-private.ts";
import type { Manifest } from "../../record/record.ts";
import { APP, appPages } from "../app-pages.ts";
import { openLaboratory, type RecordOptions } from "../open.ts";
import { releasesIn } from "../releases-in.ts";
import type { Terminal } from "../terminal.ts";
import { whenQuiet } from "../when-quiet.ts";
import type { ServeWorkerData } from "./serve-worker.ts";

/** Options of `casus serve`. */
export interface ServeOptions extends RecordOptions {
  readonly port: string;
  readonly host: string;
  readonly releases?: string;
  readonly open?: boolean;
  readonly warm?: boolean;
}

const LOOPBACK = ["127.0.0.1", "::1", "localhost"];
const THREADS = 2;
const QUEUE = 64;
const LIMIT_MS = 60_000;
const GRACE_MS = 10_000;
/** Workers start, and files are packed, when a first page has been read, but soon in any case. */
const QUIET = { quietMs: 2_000, latestMs: 10_000 };

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/u.test(text) && port <= 65_535) return port;
  throw new UsageError(`"${text}" is not a port.`, {
    hint: "Give a number from 0 to 65535.",
  });
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code ?? error.message;
      reject(
        new UsageError(`cannot listen on ${host}:${port} (${reason}).`, {
          hint: "Choose another with --port, or 0 for a free one.",
        }),
      );
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

/** The compiled record's files, as its manifest lists them. */
function recordFilesOf(folder: string): ReadonlyMap<string, Uint8Array> {
  const manifest = readFileSync(join(folder, "manifest.json"));
  const { files } = JSON.parse(manifest.toString("utf8")) as Manifest;
  return new Map([
    ["manifest.json", manifest],
    ...Object.keys(files).map((name) => [name, readFileSync(join(folder, name))] as const),
  ]);
}

/** Opens a page in the user's browser; where there is none, the printed address must do. */
function openBrowser(url: string): void {
  const [command, ...words] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", url]
        : ["xdg-open", url];
  spawn(command, words, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

/** Asks for one address of every kind while nobody else asks, so that the first visit is quick. */
async function warm({ fetch }: Api, pool: AnswerPool, stopped: () => boolean): Promise<void> {
  for (const { example } of VIEWS) {
    for (const base of ["", "/api/v1"]) {
      while (!pool.idle()) await new Promise((resolve) => setTimeout(resolve, 200));
      if (stopped()) return;
      await fetch(new Request(`http://127.0.0.1${base}${example}`));
    }
  }
}

/** Waits until the process is asked to stop. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

/** Serves the record until the process is asked to stop, and then finishes what is under way. */
export async function serve(terminal: Terminal, options: ServeOptions): Promise<void> {
  const port = portOf(options.port);
  const { record } = await openLaboratory({ ...options, whole: true });
  // Most addresses are looked up among the votes: read now, or the first visitor waits for it.
  void record.votes;
  const { folders, refused } =
    options.releases === undefined
      ? { folders: new Map<string, string>(), refused: [] }
      : releasesIn(options.releases);
  for (const reason of refused) terminal.err(`casus: not served: ${reason}.\n`);
  const workerData: ServeWorkerData = {
    options: {
      ...(options.record === undefined ? {} : { record: options.record }),
      ...(options.overlay === undefined ? {} : { overlay: options.overlay }),
      ...(options.sources === undefined ? {} : { sources: options.sources }),
    },
    release: record.release,
    folders,
  };
  const pool = createLatePool(async () => {
    try {
      return await createAnswerPool({
        worker: new URL("./serve-worker.js", import.meta.url),
        workerData,
        threads: THREADS,
        queue: QUEUE,
        limitMs: LIMIT_MS,
      });
    } catch (error) {
      terminal.err(`casus: no answers over HTTP: ${String(error)}\n`);
      throw new SourceError("the server cannot open the record any more.", {
        hint: "Its files may have changed; start the server again.",
      });
    }
  });
  const isLoopback = LOOPBACK.includes(options.host);
  const folder = options.record ?? SHIPPED_RECORD;
  // Private rows stay with the server: pages that compute in the browser would need them all.
  const isShipped = !isPrivate(record);
  const pages = isShipped ? appPages(APP, { record, folder }) : undefined;
  const api = createApi({
    record,
    answerer: pool.answer,
    releases: [...folders.keys()],
    ...(pages === undefined ? {} : { pages: pages.respond }),
    ...(isShipped ? { recordFiles: recordFilesOf(folder) } : {}),
    // Another site's name pointed at this machine must not read private rows.
    ...(!isShipped && isLoopback ? { hosts: LOOPBACK } : {}),
  });
  const quiet = whenQuiet(() => {
    pool.open();
    void pages?.pack();
  }, QUIET);
  const { server, stop } = createServer((request) => {
    quiet.touch();
    return api.fetch(request);
  });
  // Before anyone can know that the server is there to be stopped.
  const stopAsked = untilStopped();
  try {
    const actual = await listen(server, port, options.host);
    if (!isLoopback) {
      terminal.err(`casus: listening on ${options.host}: reachable from other machines.\n`);
    }
    const name = options.host.includes(":") ? `[${options.host}]` : options.host;
    const url = `http://${name}:${actual}/`;
    terminal.out(`casus: record ${record.release} on ${url} (Ctrl-C stops)\n`);
    if (options.open === true) openBrowser(url);
    let stopped = false;
    if (options.warm === true) void warm(api, pool, () => stopped);
    await stopAsked;
    stopped = true;
    await stop(GRACE_MS);
  } finally {
    quiet.stop();
    await pool.close();
  }
}
