/**
 * The web app in headless Chromium, on this machine alone: first views with nothing cached, from a
 * server just started and from a published folder; then the time from a control's move to the
 * redrawn page. From the project root, after `npm run build`:
 *
 *   node scripts/bench.mjs web
 *
 * `--views N` repeats each first view (3), `--moves N` each control (12), `--only WORD` takes the
 * pages whose address holds the word.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../test/e2e/browser.ts";
import { staticHost } from "../test/e2e/static-host.ts";

const PROGRAM = "dist/cli/main.js";

const words = process.argv.slice(2);
const option = (name: string, fallback: string): string =>
  words.includes(`--${name}`) ? (words[words.indexOf(`--${name}`) + 1] ?? fallback) : fallback;
const views = Number(option("views", "3"));
const moves = Number(option("moves", "12"));
const only = option("only", "");

const PAGES = [
  "/",
  "/dyads/arm-rus/alignment",
  "/alliances/csto/cohesion",
  "/alliances/csto/positions",
  "/rollcalls/A-RES-ES-11-1",
  "/cases/kaz-2022-01",
  "/compare?state=ARM~KAZ~RUS&limit=60",
  "/alliances/csto/assessment",
  "/scenarios/appeal?alliance=csto&appellant=rus",
].filter((address) => address.includes(only));

const SLIDERS = [
  "/dyads/arm-rus/alignment",
  "/alliances/csto/cohesion",
  "/alliances/nato/cohesion",
  "/alliances/csto/alignment",
].filter((address) => address.includes(only));

const GROUPS = [
  "/groups/ARM~BLR~KAZ~KGZ~RUS~TJK/cohesion",
  "/groups/ARM~BLR~KAZ~KGZ~RUS~TJK/alignment",
].filter((address) => address.includes(only));

const CALLS = [
  "/scenarios/appeal?alliance=csto&appellant=rus&seed=7",
  "/scenarios/appeal?alliance=nato&appellant=usa&seed=7",
].filter((address) => address.includes(only));

const sorted = (values: readonly number[]): readonly number[] =>
  values.toSorted((a, b) => a - b);
const median = (values: readonly number[]): number => {
  const order = sorted(values);
  return order[Math.floor(order.length / 2)] ?? Number.NaN;
};
const line = (name: string, text: string): void => console.log(`${name.padEnd(52)} ${text}`);
const times = (values: readonly number[]): string =>
  `min ${Math.min(...values).toFixed(0)} ms, median ${median(values).toFixed(0)} ms, ` +
  `most ${Math.max(...values).toFixed(0)} ms`;

/**
 * Notes in the page, frame by frame, when its first view stands: the title, and whatever of the answer
 * the window shows, its figures drawn, though a long answer may still grow below; and when all of the
 * page stands: nothing is computed, every part and figure is there.
 */
function watchFirstView(): void {
  const notes = globalThis as unknown as { firstView?: number; wholeView?: number };
  const inWindow = (box: Element): boolean => box.getBoundingClientRect().top < innerHeight;
  const look = (): void => {
    const missing = [...document.querySelectorAll(".to-come, .drawing:empty")];
    const waiting = [...document.querySelectorAll(".waiting")];
    const answered =
      document.querySelector("main h1") !== null &&
      waiting.every((box) => box.closest("article[data-address]")?.querySelector("section"));
    if (answered && !missing.some(inWindow)) notes.firstView ??= performance.now();
    if (answered && [...missing, ...waiting].length === 0) {
      if (document.querySelector("[aria-busy=true]") === null)
        notes.wholeView = performance.now();
    }
    if (notes.wholeView === undefined) requestAnimationFrame(look);
  };
  document.addEventListener("DOMContentLoaded", look);
}

interface FirstView {
  readonly ms: number;
  readonly whole: number;
  readonly painted: number;
  readonly scripts: number;
  readonly bytes: number;
}

/** How long a reader points at a button before pressing it, in milliseconds. */
const POINTED = 250;

/** A new window of Chromium loads scripts of its own, which are not the page's. */
const SETTLING = 2000;

async function firstView(
  browser: Browser,
  address: string,
  host: () => string | Promise<string>,
): Promise<FirstView> {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto("about:blank");
  await page.waitForTimeout(SETTLING);
  const url = `${await host()}${address}`;
  await page.addInitScript(watchFirstView);
  let scripts = 0;
  let bytes = 0;
  const sizes: Promise<void>[] = [];
  page.on("requestfinished", (request) => {
    sizes.push(
      request.sizes().then(
        ({ responseBodySize }) => {
          bytes += responseBodySize;
          if (new URL(request.url()).pathname.endsWith(".js")) scripts += responseBodySize;
        },
        () => undefined,
      ),
    );
  });
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => "wholeView" in globalThis, undefined, {
    polling: 50,
    timeout: 120_000,
  });
  const { ms, whole, painted } = await page.evaluate(() => ({
    ms: (globalThis as unknown as { firstView: number }).firstView,
    whole: (globalThis as unknown as { wholeView: number }).wholeView,
    painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  }));
  await Promise.all(sizes);
  await context.close();
  return { ms, whole, painted, scripts, bytes };
}

async function startServer(): Promise<{
  readonly base: string;
  readonly server: ChildProcess;
}> {
  const server = spawn(process.execPath, [PROGRAM, "serve", "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const base = await new Promise<string>((resolve, reject) => {
    let said = "";
    server.stdout.on("data", (data: Buffer) => {
      said += data.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+/u.exec(said)?.[0];
      if (url !== undefined) resolve(url);
    });
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { base, server };
}

const stop = async (server: ChildProcess): Promise<void> => {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
};

/**
 * Moves a control and waits, in the page, for the frame after the answer to the new address is
 * drawn: milliseconds from the event.
 */
async function timed(page: Page, move: { slider: number } | { chip: number }): Promise<number> {
  return await page.evaluate(
    (what) =>
      new Promise<number>((resolve) => {
        // Another group is another page: its article is another element.
        const article = (): HTMLElement | null => document.querySelector("article");
        const before = article()?.dataset["address"];
        const drawing = document.querySelector(".drawing svg, tbody");
        const started = performance.now();
        if ("slider" in what) {
          const slider = document.querySelector<HTMLInputElement>('input[type="range"]')!;
          slider.value = String(what.slider);
          slider.dispatchEvent(new Event("input", { bubbles: true }));
        } else {
          const chips = document.querySelectorAll<HTMLButtonElement>("button.chip");
          chips[what.chip]!.click();
        }
        const look = (): void => {
          const redrawn =
            (article()?.dataset["address"] ?? before) !== before &&
            article()?.getAttribute("aria-busy") !== "true" &&
            ![null, drawing].includes(document.querySelector(".drawing svg, tbody"));
          if (redrawn) resolve(performance.now() - started);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    move,
  );
}

/** Fixes a member's stance by hand in the lab; milliseconds to the frame that shows the outcome. */
async function timedStance(page: Page, turn: number): Promise<number> {
  return await page.evaluate(
    (at) =>
      new Promise<number>((resolve) => {
        const article = document.querySelector("article")!;
        const before = article.dataset["address"];
        const selects = document.querySelectorAll<HTMLSelectElement>(".stances select");
        const select = selects[at % selects.length]!;
        const started = performance.now();
        select.selectedIndex = select.selectedIndex === 4 ? 1 : 4;
        select.dispatchEvent(new Event("change", { bubbles: true }));
        const look = (): void => {
          const answered =
            article.dataset["address"] !== before &&
            article.getAttribute("aria-busy") !== "true";
          if (answered) resolve(performance.now() - started);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    turn,
  );
}

line(
  "machine",
  `${cpus().length} x ${cpus()[0]?.model ?? "?"}, load ${loadavg()[0]?.toFixed(1)}`,
);
const parent = mkdtempSync(join(tmpdir(), "casus-bench-"));
const folder = join(parent, "site");
const published = spawnSync(process.execPath, [PROGRAM, "publish", folder]);
if (published.status !== 0) throw new Error(published.stderr.toString());
const host = await staticHost(folder);
const own = await launchChromium();
line("browser", `Chromium ${own.version()}, Node ${process.version}`);
// The first page of a browser pays for the start of its processes.
await firstView(own, "/methods", () => host.origin);

for (const address of views === 0 ? [] : PAGES) {
  const cold: FirstView[] = [];
  for (let i = 0; i < views; i += 1) {
    const started: ChildProcess[] = [];
    const coldHost = async (): Promise<string> => {
      const { base, server } = await startServer();
      started.push(server);
      return base;
    };
    cold.push(await firstView(own, address, coldHost));
    for (const server of started) await stop(server);
  }
  const hosted: FirstView[] = [];
  for (let i = 0; i < views; i += 1) {
    hosted.push(await firstView(own, address, () => host.origin));
  }
  line(address, "");
  line("  from a cold server", times(cold.map(({ ms }) => ms)));
  line("    all of it", times(cold.map(({ whole }) => whole)));
  line("  from a published folder", times(hosted.map(({ ms }) => ms)));
  line("    all of it", times(hosted.map(({ whole }) => whole)));
  line("    first paint of it", times(hosted.map(({ painted }) => painted)));
  const { scripts, bytes } = hosted.at(-1)!;
  line(
    "    received",
    `scripts ${(scripts / 1000).toFixed(0)} kB, all ${(bytes / 1000).toFixed(0)} kB`,
  );
}

for (const address of SLIDERS) {
  const context = await own.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript(watchFirstView);
  await page.goto(`${host.origin}${address}`);
  await page.waitForFunction(() => "wholeView" in globalThis, undefined, { polling: 50 });
  const found: number[] = [];
  for (let i = 0; i < moves; i += 1) found.push(await timed(page, { slider: 1994 + i }));
  line(`slider on ${address}`, times(found));
  await context.close();
}

for (const address of GROUPS) {
  const context = await own.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript(watchFirstView);
  await page.goto(`${host.origin}${address}`);
  await page.waitForFunction(() => "wholeView" in globalThis, undefined, { polling: 50 });
  const found: number[] = [];
  // Each taken out of the same group, once; back in the history it is whole again.
  const chips = address.split("~").length;
  for (let i = 0; i < Math.min(moves, chips); i += 1) {
    // The hand is on the button before it presses.
    await page.locator("button.chip").nth(i).hover();
    await page.waitForTimeout(POINTED);
    found.push(await timed(page, { chip: i }));
    await page.goBack();
    await page.waitForSelector(`article[data-address="${address}"]:not([aria-busy=true])`);
  }
  line(`a member's button, pointed at for ${POINTED} ms, on ${address}`, times(found));
  await context.close();
}
for (const address of CALLS) {
  const context = await own.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript(watchFirstView);
  await page.goto(`${host.origin}${address}`);
  await page.waitForFunction(() => "wholeView" in globalThis, undefined, {
    polling: 50,
    timeout: 120_000,
  });
  const found: number[] = [];
  for (let i = 0; i < moves; i += 1) found.push(await timedStance(page, i));
  line(`a stance fixed by hand, 5,000 calls, ${address.slice(18)}`, times(found));
  await context.close();
}
await own.close();
host.close();
rmSync(parent, { recursive: true });
