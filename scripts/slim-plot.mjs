import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Plot's own copy of d3. */
const D3_FILE = createRequire(import.meta.resolve("@observablehq/plot")).resolve("d3");
const PLOT = /@observablehq\/plot\/src\//u;
/** What Plot can do and no figure of ours asks for: legends, tips and what follows the mouse. */
const UNUSED = /\/(?:legends\/(?:ramp|swatches)|marks\/tip|interactions\/pointer)\.js$/u;
/** The parts of d3 that our figures rest on: no maps, no colour schemes, nothing that moves. */
const USED_D3 = new Set([
  "d3-array",
  "d3-color",
  "d3-format",
  "d3-interpolate",
  "d3-path",
  "d3-scale",
  "d3-selection",
  "d3-shape",
  "d3-time",
  "d3-time-format",
]);
/** Called by Plot as soon as it is loaded, whether there is a map or not. */
const CALLED_AT_ONCE = ["geoTransform"];
const D3 = "\0plot-d3";
const ABSENT = "\0plot-absent:";

const absent = (names, what) => `const absent = () => {
  throw new Error(${JSON.stringify(`no figure has ${what}: scripts/slim-plot.mjs leaves it out`)});
};
export { ${names.map((name) => `absent as ${name}`).join(", ")} };`;

/** All of d3 that Plot is given. */
async function usedD3() {
  const index = readFileSync(D3_FILE, "utf8");
  const packages = [...index.matchAll(/from ['"](d3-[a-z-]+)['"]/gu)].map(([, name]) => name);
  const left = await Promise.all(
    packages.filter((name) => !USED_D3.has(name)).map((name) => import(name)),
  );
  const names = left
    .flatMap((exported) => Object.keys(exported))
    .filter((name) => !CALLED_AT_ONCE.includes(name));
  return [
    ...[...USED_D3].map((name) => `export * from "${name}";`),
    `export { ${CALLED_AT_ONCE.join(", ")} } from "d3-geo";`,
    absent(names, "maps, schemes or motion"),
  ].join("\n");
}

/** The names that a module of Plot exports. */
function namesOf(file) {
  const text = readFileSync(file, "utf8");
  const found = text.matchAll(/^export (?:function|class|const) (\w+)/gmu);
  return [...found].map(([, name]) => name);
}

/**
 * A plugin for Vite that leaves out of a page what no figure uses of Plot and d3: a quarter of the
 * script that draws. Using it after all is an error that names this file; the shell, which draws the
 * same bytes, has all of Plot.
 */
export function slimPlot() {
  return {
    name: "casus-slim-plot",
    enforce: "pre",
    async resolveId(id, importer) {
      if (importer === D3) return await this.resolve(id, D3_FILE);
      if (importer === undefined || !PLOT.test(importer)) return null;
      if (id === "d3") return D3;
      const found = await this.resolve(id, importer, { skipSelf: true });
      return found !== null && UNUSED.test(found.id) ? `${ABSENT}${found.id}` : null;
    },
    async load(id) {
      if (id === D3) return { code: await usedD3(), moduleSideEffects: false };
      if (!id.startsWith(ABSENT)) return null;
      const file = id.slice(ABSENT.length);
      return { code: absent(namesOf(file), file.split("/").at(-1)), moduleSideEffects: false };
    },
    transform(code, id) {
      if (!id.endsWith("@observablehq/plot/src/format.js")) return null;
      // The first formatter of numbers costs a page some 50 ms, and no figure needs it.
      const early = "const format = numberFormat(locale);\n";
      const late = code
        .replace(early, "")
        .replace("? format.format(i)", "? numberFormat(locale).format(i)");
      if (!code.includes(early) || late.includes("format.format(i)")) {
        throw new Error("scripts/slim-plot.mjs does not fit this version of Plot");
      }
      return { code: late, map: null };
    },
  };
}
