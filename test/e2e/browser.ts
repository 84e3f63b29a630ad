import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const BROWSER = "/usr/bin/chromium";

/** Whether Debian's Chromium is installed; tests that need it are skipped by name where it is not. */
export const hasChromium: boolean = existsSync(BROWSER);

/** A headless Chromium that asks nobody but the test's own host. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
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
}

/** The major version of the browser; null where there is none. */
export function browserMajor(): string | null {
  if (!hasChromium) return null;
  const { stdout } = spawnSync(BROWSER, ["--version"], { encoding: "utf8" });
  return /(\d+)\.\d+/u.exec(stdout)?.[1] ?? null;
}
