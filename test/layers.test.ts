import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { impurities } from "./impurities.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DEPCRUISE = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
const PURE =
  /^src\/(?:kernels|dates|states|measures|treaty|scenario|assessment|answer|claims|figures)\//u;

interface Edge {
  readonly resolved: string;
  readonly dependencyTypes: readonly string[];
  readonly dynamic: boolean;
}

interface Cruise {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly Edge[];
  }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/** The imports of a tree that has a src/, a tsconfig.json and the project's rules. */
function cruise(root: string): Cruise {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [DEPCRUISE, "src", "--config", ".dependency-cruiser.mjs", "--output-type", "json"],
    { cwd: root, encoding: "utf8", maxBuffer: 64_000_000 },
  );
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Cruise;
}

const violations = ({ summary }: Cruise): string[] =>
  summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort();

/** What loading a file loads with it: everything, or only what its static imports bring. */
function loadedBy({ modules }: Cruise, starts: readonly string[], lazy: boolean): string[] {
  const edges = new Map(modules.map(({ source, dependencies }) => [source, dependencies]));
  const seen = new Set(starts);
  for (const source of seen) {
    for (const { resolved, dependencyTypes, dynamic } of edges.get(source) ?? []) {
      if (!dependencyTypes.includes("type-only") && (lazy || !dynamic)) seen.add(resolved);
    }
  }
  return [...seen].filter((source) => !starts.includes(source));
}

const sources = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((name) => `src/${name.replaceAll("\\", "/")}`)
    .filter((path) => /\.tsx?$/u.test(path) && !path.endsWith(".d.ts"))
    .filter((path) => !path.startsWith("src/kernels/assembly/"))
    .sort();

describe("the layers of src", () => {
  let present: Cruise;
  beforeAll(() => {
    present = cruise(ROOT);
  }, 300_000);

  it("import only what the table of layers allows", () => {
    expect(present.modules.length).toBeGreaterThan(100);
    expect(violations(present)).toEqual([]);
  });

  it("run in a browser: no Node, YAML or schemas behind them, nor behind loading a record", () => {
    const starts = present.modules
      .map(({ source }) => source)
      .filter((path) => PURE.test(path) || path === "src/record/load-record.ts");
    const packages =
      /node_modules\/(?:edtf|@observablehq\/plot|linkedom|graphology[^/]*)\/|^src\//u;
    const behind = loadedBy(present, starts, true);
    expect(starts.length).toBeGreaterThan(50);
    expect(starts).toContain("src/record/load-record.ts");
    expect(behind.filter((path) => !packages.test(path))).toEqual([]);
  });

  it("let a cold `casus get` start without the slow packages", () => {
    const starts = ["src/cli/main.ts", "src/cli/commands/get.ts"];
    const slow =
      /node_modules\/(?:zod|yaml|@observablehq\/plot|linkedom|hono|@hono|cli-progress)\//u;
    const behind = loadedBy(present, starts, false);
    expect(behind).toContain("src/answer/compute-answer.ts");
    expect(behind.filter((path) => slow.test(path))).toEqual([]);
  });
});

describe("the rules on imports", () => {
  let folder = "";
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "casus-layers-"));
    for (const name of [".dependency-cruiser.mjs", "tsconfig.json", "package.json"]) {
      cpSync(join(ROOT, name), join(folder, name));
    }
    write("src/errors.ts", "export const errors = 1;\n");
    write("src/record/votes.ts", "export const votes = 1;\n");
    write("src/record/open-record.ts", 'import "node:fs";\nexport const open = 1;\n');
    write("src/answer/answer.ts", "export const answer = 1;\nexport type Answer = number;\n");
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("find each kind of breach, and nothing else", () => {
    write("src/kernels/sum.ts", 'export { answer } from "../answer/answer.ts";\n');
    write(
      "src/measures/rice.ts",
      'import "node:os";\nimport "../record/open-record.ts";\nimport "../record/votes.ts";\n',
    );
    write("src/measures/one.ts", 'import "./two.ts";\nimport "../errors.ts";\n');
    write("src/measures/two.ts", 'import "./one.ts";\n');
    write(
      "src/figures/draw.ts",
      'import { answer } from "../answer/answer.ts";\nexport const drawn = answer;\n',
    );
    write(
      "src/figures/types.ts",
      'import type { Answer } from "../answer/answer.ts";\nexport type Drawn = Answer;\n',
    );
    write("src/elsewhere/thing.ts", 'import "../errors.ts";\n');
    expect(violations(cruise(folder))).toEqual([
      "answer-types-only: src/figures/draw.ts -> src/answer/answer.ts",
      "folder-without-a-layer: src/elsewhere/thing.ts -> src/errors.ts",
      "kernels-imports: src/kernels/sum.ts -> src/answer/answer.ts",
      "no-circles: src/measures/one.ts -> src/measures/two.ts",
      "no-node-builtins: src/measures/rice.ts -> os",
      "record-types-only: src/measures/rice.ts -> src/record/open-record.ts",
    ]);
  });
});

describe("the pure layers", () => {
  // The report is no pure layer, but every door must get the same bytes from it.
  const pure = sources(join(ROOT, "src")).filter(
    (path) => PURE.test(path) || path.startsWith("src/report/"),
  );
  const found = (paths: readonly string[], names?: RegExp): string[] =>
    paths.flatMap((path) =>
      impurities(path, readFileSync(join(ROOT, path), "utf8"))
        .filter(({ what }) => names?.test(what) ?? true)
        .map(({ line, what }) => `${path}:${line}: ${what}`),
    );

  it("know no clock, no chance, no console, and no function that differs between engines", () => {
    expect(pure.length).toBeGreaterThan(80);
    expect(found(pure)).toEqual([]);
  });

  it("are not alone: only the shell knows the process and the console", () => {
    const others = sources(join(ROOT, "src")).filter(
      // The name of a draft on disk holds the number of the process that writes it.
      (path) => !path.startsWith("src/cli/") && path !== "src/record/write-files.ts",
    );
    expect(found(others, /^(?:process|console)$/u)).toEqual([]);
  });

  it.each([
    ["Math.pow(2, 3)", "Math.pow"],
    ["const { sin: f } = Math;", "Math.sin"],
    ['Math["cos"](1)', "Math.cos"],
    ["const f = Math.random;", "Math.random"],
    ["a ** b", "**"],
    ["a **= 2", "**"],
    ["Date.now()", "Date.now"],
    ["new Date()", "new Date()"],
    ["Date()", "Date()"],
    ["performance.now()", "performance"],
    ["console.log(1)", "console"],
    ["globalThis.process", "globalThis"],
    ["process.exit()", "process"],
    ["(5).toLocaleString()", "toLocaleString()"],
    ["new Intl.DateTimeFormat()", "Intl.DateTimeFormat()"],
  ])("would be caught at %s", (text, what) => {
    expect(impurities("seeded.ts", `\n${text}\n`)).toEqual([{ line: 2, what }]);
  });

  it.each([
    "Math.exp(Math.log(2)) + Math.sqrt(2)",
    "new Date(Date.UTC(2022, 0, 5))",
    'const text = "Math.pow(2, 3) and ** and process";',
    "/** Math.random, `a ** b` */",
    "interface Case { readonly process: string }",
    "row.process",
    '(5).toLocaleString("en-US")',
  ])("may say %s", (text) => {
    expect(impurities("allowed.ts", text)).toEqual([]);
  });
});
