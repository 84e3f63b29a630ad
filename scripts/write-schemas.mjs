// Writes data/schema/*.schema.json from the zod schemas; with --check, fails where they differ.
import { readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const SCHEMAS = [
  {
    file: "data/schema/claims.schema.json",
    from: "src/record/claim-schema.ts",
    name: "claimsSchema",
    // Its parts recur in every test; written out each time it would be ten times as long.
    reused: "ref",
  },
  {
    file: "data/schema/readings.schema.json",
    from: "src/record/reading-schema.ts",
    name: "readingsSchema",
    reused: "ref",
  },
  {
    file: "data/schema/case.schema.json",
    from: "src/record/case-schema.ts",
    name: "caseSchema",
  },
  {
    file: "data/schema/scenarios.schema.json",
    from: "src/record/scenario-schema.ts",
    name: "scenariosSchema",
  },
  {
    file: "data/schema/treaty.schema.json",
    from: "src/record/treaty-schema.ts",
    name: "treatySchema",
  },
];

const entry = [
  'import { z } from "zod";',
  ...SCHEMAS.map(({ from, name }) => `import { ${name} } from "./${from}";`),
  `export const schemas = { ${SCHEMAS.map(({ name }) => name).join(", ")} };`,
  // The schema of what is written, not of what is read from it.
  'export const toJson = (schema, reused) => z.toJSONSchema(schema, { io: "input", reused });',
].join("\n");

// Node 20 cannot import TypeScript, so the schemas are bundled first.
const bundle = await build({
  stdin: { contents: entry, resolveDir: ".", loader: "ts" },
  bundle: true,
  format: "esm",
  platform: "node",
  write: false,
});
const code = Buffer.from(bundle.outputFiles[0].contents).toString("base64");
const { schemas, toJson } = await import(`data:text/javascript;base64,${code}`);

const check = process.argv.includes("--check");
let stale = 0;
for (const { file, name, reused = "inline" } of SCHEMAS) {
  const text = `${JSON.stringify(toJson(schemas[name], reused), null, 2)}\n`;
  if (!check) {
    await writeFile(file, text);
    continue;
  }
  const old = await readFile(file, "utf8").catch(() => "");
  if (old === text) continue;
  stale += 1;
  process.stderr.write(
    `${file} is not what the schema gives. Run node scripts/write-schemas.mjs.\n`,
  );
}
if (stale > 0) process.exitCode = 1;
