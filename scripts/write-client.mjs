// Writes src/api/client.ts and client-types.ts, a typed client, from the API's OpenAPI description;
// --check fails if they differ. Needs dist/ (npm run build), or another folder of the compiled program with --dist DIR.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const words = process.argv.slice(2);
const dist = words.includes("--dist") ? words[words.indexOf("--dist") + 1] : `${ROOT}dist`;

const { openApi } = await import(pathToFileURL(`${resolve(dist)}/api/open-api.js`).href);
const { paths, components } = openApi();

const nameOf = ({ $ref }) => $ref.split("/").at(-1);
const primitive = { string: "string", number: "number", integer: "number", boolean: "boolean" };

function objectType({ properties, required = [], additionalProperties }) {
  if (properties === undefined) {
    return additionalProperties === undefined
      ? "Readonly<Record<string, unknown>>"
      : `Readonly<Record<string, ${typeOf(additionalProperties)}>>`;
  }
  const lines = Object.entries(properties).map(
    ([name, schema]) =>
      `readonly ${name}${required.includes(name) ? "" : "?"}: ${typeOf(schema)};`,
  );
  return `{ ${lines.join(" ")} }`;
}

/** A schema as the text of a TypeScript type. */
function typeOf(schema) {
  if (schema.$ref !== undefined) return nameOf(schema);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined)
    return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  if (schema.oneOf !== undefined) return schema.oneOf.map(typeOf).join(" | ");
  if (Array.isArray(schema.type)) {
    return schema.type.map((type) => (type === "null" ? "null" : primitive[type])).join(" | ");
  }
  if (schema.type === "array") return `readonly (${typeOf(schema.items)})[]`;
  if (schema.type === "object") return objectType(schema);
  return primitive[schema.type];
}

const types = Object.entries(components.schemas).map(([name, schema]) => {
  const text = schema.description ?? `The API's ${name}.`;
  const isShape = schema.type === "object" && schema.properties !== undefined;
  return `/** ${text} */\nexport ${isShape ? `interface ${name} ${typeOf(schema)}` : `type ${name} = ${typeOf(schema)};`}\n`;
});

const parameters = Object.entries(components.parameters).map(
  ([name, { description, schema }]) =>
    `/** ${description} */\nreadonly ${name}?: ${typeOf(schema)} | undefined;`,
);

/** One operation that gives JSON as a member of the client. */
function member(path, { get: operation }) {
  const json = operation.responses["200"].content["application/json"];
  if (json === undefined || path.includes("{form}")) return [];
  const result = json.schema.$ref === undefined ? "unknown" : nameOf(json.schema);
  const parts = (operation.parameters ?? []).filter((one) => one.in === "path");
  const query = (operation.parameters ?? []).filter((one) => one.$ref).map(nameOf);
  const takes = [
    ...parts.map(({ name }) => `${name}: string`),
    ...(query.length > 0
      ? [
          `query: Pick<Parameters, ${query.map((name) => JSON.stringify(name)).join(" | ")}> = {}`,
        ]
      : []),
  ];
  const filled = path.replaceAll(/\{(\w+)\}/gu, (_, name) => `\${part(${name})}`);
  const address = parts.length > 0 ? `\`${filled}\`` : JSON.stringify(path);
  const summary = operation.summary.replace(/\.$/u, "");
  return [
    `/** ${summary[0].toUpperCase()}${summary.slice(1)}. */`,
    `${operation.operationId}: (${takes.join(", ")}) => get<${result}>(${address}${query.length > 0 ? ", query" : ""}),`,
  ];
}

const members = Object.entries(paths).flatMap(([path, item]) => member(path, item));

const HEAD =
  "// Written by scripts/write-client.mjs from the API's description; changes belong there.";

const typeText = `${HEAD}

${types.join("\n")}
/** What addresses may carry; each takes some of these. */
export interface Parameters {
${parameters.join("\n")}
}
`;

const used = [...new Set(members.flatMap((line) => /get<(\w+)>/u.exec(line)?.[1] ?? []))];
const imported = [...new Set([...used, "Parameters", "Problem"])].filter(
  (name) => name !== "unknown",
);

const clientText = `${HEAD}
import type { ${imported.sort().join(", ")} } from "./client-types.ts";

/** The API said no: what it said, as problem details. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(\`\${problem.title}: \${problem.detail}\`);
    this.name = new.target.name;
    this.problem = problem;
  }
}

const part = (text: string): string => encodeURIComponent(text).replaceAll("%7E", "~");

/**
 * A client of the API with one function a kind of address.
 *
 * @param base Where the server is, such as \`http://127.0.0.1:8765\`.
 * @param ask Sends a request; by default the runtime's own \`fetch\`.
 */
export function createClient(base: string, ask: typeof fetch = fetch) {
  async function get<T>(path: string, query: Parameters = {}): Promise<T> {
    const url = new URL(path, base);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const response = await ask(url, { headers: { Accept: "application/json" } });
    if (response.ok) return (await response.json()) as T;
    throw new ProblemError((await response.json()) as Problem);
  }

  return {
${members.join("\n")}
  };
}
`;

function formatted(path, text) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [`${ROOT}node_modules/oxfmt/bin/oxfmt`, `--stdin-filepath=${path}`],
    { cwd: ROOT, input: text, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

for (const [path, text] of [
  ["src/api/client-types.ts", typeText],
  ["src/api/client.ts", clientText],
]) {
  const wanted = formatted(path, text);
  if (!words.includes("--check")) writeFileSync(`${ROOT}${path}`, wanted);
  else if (readFileSync(`${ROOT}${path}`, "utf8").replaceAll("\r\n", "\n") !== wanted) {
    console.error(
      `${path} is not what the API says of itself; run "node scripts/write-client.mjs".`,
    );
    process.exitCode = 1;
  }
}
