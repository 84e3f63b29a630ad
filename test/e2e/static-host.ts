import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".md": "text/markdown; charset=utf-8",
};

/** What a plain web host is, no more: files, a folder's index.html, and 404.html for the rest. */
export interface StaticHost {
  readonly origin: string;
  /** Every request so far: path with query, status, and the size sent. */
  readonly log: readonly {
    readonly path: string;
    readonly status: number;
    readonly bytes: number;
  }[];
  /** Serves another folder from now on, as after an upload. */
  readonly show: (folder: string) => void;
  readonly close: () => void;
}

/** Serves a folder on loopback under a path, as any web host would, compressed. */
export async function staticHost(first: string, base = "/"): Promise<StaticHost> {
  let folder = first;
  // Hosts keep what they have compressed.
  const packed = new Map<string, Buffer>();
  const pack = (file: string): Buffer => {
    const made = packed.get(file) ?? gzipSync(readFileSync(file), { level: 1 });
    packed.set(file, made);
    return made;
  };
  const log: { path: string; status: number; bytes: number }[] = [];
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://host");
    const path = normalize(decodeURIComponent(url.pathname)).replace(base, "/");
    const asked = join(folder, path);
    const isFolder = existsSync(asked) && statSync(asked).isDirectory();
    const file = isFolder ? join(asked, "index.html") : asked;
    const found = existsSync(file) && file.startsWith(folder);
    const shown = found ? file : join(folder, "404.html");
    const body = pack(shown);
    const status = found ? 200 : 404;
    log.push({ path: `${url.pathname}${url.search}`, status, bytes: body.length });
    response.writeHead(status, {
      "Content-Type": TYPES[extname(shown)] ?? "application/octet-stream",
      "Content-Encoding": "gzip",
      // As GitHub Pages has it, whatever the file.
      "Cache-Control": "max-age=600",
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    log,
    show: (other) => {
      folder = other;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
