import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "vite";
// @ts-expect-error -- a script of the build, without types
import { slimPlot } from "../../scripts/slim-plot.mjs";
import * as figures from "./figures.ts";

const folder = new URL("../../node_modules/.cache/slim-plot/", import.meta.url);
let slim: Record<string, unknown>;

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: "error",
    plugins: [slimPlot()],
    define: { "window.devicePixelRatio": "2" },
    ssr: { noExternal: true, external: ["linkedom"] },
    build: {
      ssr: fileURLToPath(new URL("figures.ts", import.meta.url)),
      outDir: fileURLToPath(folder),
      rolldownOptions: { output: { entryFileNames: "figures.mjs" } },
      target: "es2023",
    },
  });
  slim = (await import(new URL("figures.mjs", folder).href)) as typeof slim;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe("figures drawn with what a page has of Plot", () => {
  const drawn = Object.entries(figures).filter(([, figure]) => typeof figure === "function");

  test.each(drawn)("%s has the bytes that the shell draws", (name, figure) => {
    expect((slim[name] as () => string)()).toBe((figure as () => string)());
  });
});
