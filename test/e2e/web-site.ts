import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Terminal } from "../../src/cli/terminal.ts";
import { APP } from "../../src/cli/app-pages.ts";
import { publish } from "../../src/cli/commands/publish.ts";
import { SHIPPED_RECORD } from "../../src/record/open-record.ts";
import { launchChromium } from "./browser.ts";
import { staticHost, type StaticHost } from "./static-host.ts";

const silent = (): void => undefined;
const quiet: Terminal = {
  out: silent,
  err: silent,
  bytes: silent,
  colour: false,
  width: 80,
  progress: false,
};

/** A published folder on a plain host, and a browser to read it with. */
export interface Site {
  readonly folder: string;
  readonly host: StaticHost;
  readonly browser: Browser;
  /** A new page with what went wrong in it: faults, and requests to anyone else. */
  readonly open: (
    options?: BrowserContextOptions,
  ) => Promise<{ readonly page: Page; readonly wrong: readonly string[] }>;
  readonly close: () => Promise<void>;
}

const KEPT = "node_modules/.cache/e2e-site";

/** The published folder of this build and a record, written once for all files of tests. */
export async function publishedFolder(base: string, record = SHIPPED_RECORD): Promise<string> {
  const hash = createHash("sha256").update(base);
  for (const file of [join(record, "manifest.json"), join(APP, "sw.js")]) {
    hash.update(readFileSync(file));
  }
  const folder = join(process.cwd(), KEPT, hash.digest("hex").slice(0, 16));
  if (existsSync(folder)) return folder;
  mkdirSync(KEPT, { recursive: true });
  const own = `${folder}-${process.pid}`;
  await publish(quiet, own, { base, record });
  try {
    renameSync(own, folder);
  } catch {
    // Another file of tests was first.
    rmSync(own, { recursive: true, force: true });
  }
  return folder;
}

/** Publishes the built app and the shipped record, serves them, and starts a browser. */
export async function openSite(base = "/"): Promise<Site> {
  const folder = await publishedFolder(base);
  const host = await staticHost(folder, base);
  const browser = await launchChromium();
  return {
    folder,
    host,
    browser,
    open: async (options = {}) => {
      const context = await browser.newContext({ serviceWorkers: "block", ...options });
      const page = await context.newPage();
      const wrong: string[] = [];
      page.on("pageerror", (error) => wrong.push(`fault: ${error.message}`));
      page.on("console", (message) => {
        // Playwright's own word on service workers, and the host's honest 404s.
        const expected = /Service Worker registration blocked|status of 404/u;
        if (message.type() === "error" && !expected.test(message.text())) {
          wrong.push(`console: ${message.text()}`);
        }
      });
      page.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(host.origin) && !/^(?:data|blob):/u.test(url)) wrong.push(url);
      });
      return { page, wrong };
    },
    close: async () => {
      await browser.close();
      host.close();
    },
  };
}

/** Moves within the app, as a link does, and waits until the page of the address is settled. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, address);
  await settled(page);
}

/** Waits until nothing is being computed and every figure is drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector("main h1") !== null &&
      document.querySelector(".waiting, .to-come, [aria-busy=true]") === null &&
      [...document.querySelectorAll(".drawing")].every((box) => box.childElementCount > 0),
    undefined,
    { timeout: 100_000, polling: 20 },
  );
}
