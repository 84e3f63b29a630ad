/**
 * Which folder of src/ may import which, and which package belongs where. The table stands in
 * CONTRIBUTING.md; test/layers.test.ts runs it, and checks what a rule on single imports cannot.
 */

/** Files of src/record that build, check, open or write a record; the others are its types. */
const RECORD_WORK =
  "^src/record/(?:(?:apply|build|check|compile|diff|open|parse|read|serialise|verify|write)-[^/]+" +
  "|data-files|fact-reader|[^/]+-schema)[.]ts$";
/** The files of src/record that touch the disk. */
const RECORD_DISK = "^src/record/(?:open-record|data-files|write-files|serialise-record)[.]ts$";
/** The files of src/record that read YAML under a schema. */
const RECORD_YAML = "^src/record/(?:[^/]+-schema|read-yaml|(?:parse|build)-[^/]+)[.]ts$";

/** `record` is the whole folder, `record types` what does not build, open or write one. */
const LAYERS = {
  kernels: [],
  dates: [],
  states: [],
  sources: ["states", "dates"],
  record: ["sources", "states", "dates"],
  measures: ["record types", "kernels", "states", "dates"],
  treaty: ["record types", "states", "dates"],
  scenario: ["measures", "treaty", "kernels", "record types", "states", "dates"],
  assessment: ["scenario", "measures", "treaty", "kernels", "record types", "states", "dates"],
  answer: [
    ...["assessment", "scenario", "measures", "treaty"],
    ...["kernels", "record types", "states", "dates"],
  ],
  claims: ["answer", "record types", "states", "dates"],
  figures: ["answer types", "dates"],
  report: ["answer", "claims", "figures", "record types", "dates"],
  api: ["answer", "claims", "figures", "report", "record types", "kernels"],
  web: ["answer", "claims", "figures", "report", "record types", "kernels", "states", "dates"],
  cli: [
    ...["answer", "claims", "figures", "report", "api", "record", "sources", "treaty"],
    ...["scenario", "measures", "kernels", "states", "dates"],
  ],
};

/** Numbers and words from data alone: no packages but those named here. */
const PURE = [
  ...["kernels", "dates", "states", "measures", "treaty", "scenario"],
  ...["assessment", "answer", "claims", "figures"],
];
const PURE_PACKAGES =
  "node_modules/(?:edtf|@observablehq/plot|linkedom|d3-[^/]+|graphology[^/]*)/";

/** Packages with a place of their own, and the files that may import them. */
const PACKAGES = [
  ["zod", RECORD_YAML],
  ["yaml", RECORD_YAML],
  ["edtf", "^src/dates/"],
  ["@observablehq/plot|linkedom|d3-[^/]+", "^src/figures/"],
  ["@resvg/[^/]+", "^src/report/render-png[.]ts$"],
  ["hyparquet-writer", "^src/report/render-parquet[.]ts$"],
  ["graphology[^/]*", "^src/measures/"],
  ["hono|@hono/zod-openapi", "^src/api/"],
  ["@hono/node-server", "^src/(?:api/|cli/commands/serve[.]ts$)"],
  ["commander|cli-progress|@duckdb/[^/]+", "^src/cli/"],
  ["preact|@preact/[^/]+|@tanstack/[^/]+", "^src/web/"],
];

const folder = (names) => `^src/(?:${names.join("|")})/`;
const layers = Object.entries(LAYERS);

const layerRules = layers.map(([layer, allowed]) => {
  const folders = allowed.map((name) => name.split(" ")[0]);
  return {
    name: `${layer}-imports`,
    comment: `src/${layer} may import ${["errors.ts", ...allowed].join(", ")}.`,
    severity: "error",
    from: { path: `^src/${layer}/` },
    to: { path: "^src/", pathNot: ["^src/errors[.]ts$", folder([layer, ...folders])] },
  };
});

const recordReaders = layers
  .filter(([, allowed]) => allowed.includes("record types"))
  .map(([layer]) => layer);

const packageRules = PACKAGES.map(([names, place]) => ({
  name: `place-of-${names.replaceAll(/\W+/gu, "-")}`,
  comment: `${names} only in ${place}`,
  severity: "error",
  from: { path: "^src/", pathNot: place },
  to: { path: `node_modules/(?:${names})/` },
}));

export default {
  forbidden: [
    ...layerRules,
    {
      name: "folder-without-a-layer",
      comment: "A new folder of src/ gets a row in the table of layers first.",
      severity: "error",
      from: { path: "^src/[^/]+/", pathNot: folder(Object.keys(LAYERS)) },
      to: {},
    },
    {
      name: "record-types-only",
      comment: "The record is handed in; only the doors open one and only building parses one.",
      severity: "error",
      from: { path: folder(recordReaders) },
      to: { path: RECORD_WORK },
    },
    {
      name: "answer-types-only",
      comment: "A figure is drawn from what an answer holds, not computed.",
      severity: "error",
      from: { path: "^src/figures/" },
      to: { path: "^src/answer/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-node-builtins",
      comment: "These files run in the browser too: no clock, disk or network of Node's.",
      severity: "error",
      from: {
        path: ["^src/errors[.]ts$", folder([...PURE, "record", "report", "web"])],
        pathNot: RECORD_DISK,
      },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "pure-without-packages",
      comment: "A pure layer takes its numbers from kernels, not from a package.",
      severity: "error",
      from: { path: folder(PURE) },
      to: { path: "node_modules/", pathNot: PURE_PACKAGES },
    },
    ...packageRules,
    {
      name: "no-circles",
      comment: "Two files that need each other are one file or need a third.",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-development-packages",
      comment: "What the program imports must be installed with it.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/web/" },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "nothing-from-outside",
      comment: "Tests, scripts and data are not part of the program.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(?:test|scripts|bench|docs|data|dist|record)/" },
    },
    {
      name: "resolvable",
      comment: "The file or package does not exist.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^src/kernels/assembly/" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
