import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SHIPPED_RECORD } from "../../src/record/open-record.ts";
import { renderJson } from "../../src/report/render-json.ts";
import { ADDRESSES } from "../addresses.ts";
import { answerOf } from "../laboratory.ts";

const BROWSER = "/usr/bin/chromium";

/** Serves the bundled page and the compiled record on loopback. */
async function serve(script: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0]!;
    if (path.startsWith("/record/"))
      response.end(readFileSync(join(SHIPPED_RECORD, path.slice("/record/".length))));
    else if (path === "/page.js")
      response.setHeader("Content-Type", "text/javascript").end(script);
    else
      response
        .setHeader("Content-Type", "text/html")
        .end('<!doctype html><title>equal numbers</title><script src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

// Skipped, and reported as skipped, where Debian's Chromium is not installed.
// The limits are wide: every address is computed twice, and some read many others.
describe.skipIf(!existsSync(BROWSER))("Node and Chromium", { timeout: 240_000 }, () => {
  const profile = mkdtempSync(join(tmpdir(), "casus-chromium-"));
  let server: Server;
  let texts: readonly string[] = [];

  beforeAll(async () => {
    const bundle = await build({
      entryPoints: ["test/e2e/browser-entry.ts"],
      bundle: true,
      write: false,
      format: "iife",
      platform: "browser",
      target: "es2023",
    });
    server = await serve(bundle.outputFiles[0]!.text);
    const { port } = server.address() as AddressInfo;
    const browser = await chromium.launchPersistentContext(profile, {
      executablePath: BROWSER,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    texts = await page.evaluate(
      (addresses) =>
        (
          globalThis as unknown as {
            answers: (list: readonly string[]) => Promise<readonly string[]>;
          }
        ).answers(addresses),
      ADDRESSES,
    );
    await browser.close();
  }, 900_000);

  afterAll(() => {
    server?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  it.each(ADDRESSES.map((address, index) => [address, index] as const))(
    "give the same bytes for %s",
    async (address, index) => {
      expect(texts[index]).toBe(renderJson(await answerOf(address)));
    },
  );
});
