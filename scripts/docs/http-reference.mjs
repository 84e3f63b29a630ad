const cell = (text) => String(text).replaceAll("|", "\\|").replaceAll("\n", " ");
const code = (text) => `\`${text}\``;

const refName = (ref) => ref.split("/").at(-1);

function typeOf(schema = {}) {
  if (schema.$ref !== undefined)
    return `[${refName(schema.$ref)}](#${refName(schema.$ref).toLowerCase()})`;
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum !== undefined) return schema.enum.map(code).join(", ");
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches !== undefined) return branches.map(typeOf).join(" or ");
  if (schema.type === "array") return `list of ${typeOf(schema.items)}`;
  const kinds = [schema.type ?? "any"].flat().join(" or ");
  const least = schema.minimum === undefined ? "" : ` from ${schema.minimum}`;
  const most = schema.maximum === undefined ? "" : ` to ${schema.maximum}`;
  return `${kinds}${least}${most}`;
}

function properties(schema) {
  const needed = new Set(schema.required);
  const rows = Object.entries(schema.properties ?? {}).map(
    ([name, one]) =>
      `| ${code(name)} | ${cell(typeOf(one))}${needed.has(name) ? "" : " (optional)"} | ${cell(one.description ?? "")} |`,
  );
  return rows.length === 0
    ? [`${typeOf(schema)}.`]
    : ["| property | type | meaning |", "| --- | --- | --- |", ...rows];
}

function operation(path, { summary, parameters = [] }, examples) {
  const inPath = parameters.filter((one) => one.in === "path" && one.schema.enum !== undefined);
  const query = parameters
    .filter((one) => one.$ref !== undefined)
    .map(({ $ref }) => refName($ref));
  const example = examples.get(path);
  return [
    `### \`GET ${path}\``,
    "",
    `${summary[0].toUpperCase()}${summary.slice(1).replace(/\.$/u, "")}.`,
    "",
    ...(example === undefined ? [] : [`Example: ${code(example)}`, ""]),
    ...inPath.flatMap(({ name, schema }) => [`${code(`{${name}}`)}: ${typeOf(schema)}.`, ""]),
    ...(query.length === 0
      ? []
      : [
          `Query: ${query.map((name) => `[${code(name)}](#parameter-${name.toLowerCase()})`).join(", ")}.`,
          "",
        ]),
  ];
}

/** The reference of the HTTP API as Markdown, from its OpenAPI description. */
export function httpReference(description, views, base) {
  const examples = new Map(
    views.map(({ path, example }) => [`${base}${path}`, `${base}${example}`]),
  );
  const paths = Object.entries(description.paths);
  const plain = paths.filter(([path]) => !path.endsWith(".{form}") || path.includes("/bulk/"));
  const tags = [...new Set(plain.map(([, { get }]) => get.tags[0]))];
  const { schemas, parameters, responses, headers } = description.components;
  const text = [
    "# HTTP reference",
    "",
    "Written from the OpenAPI 3.1 description that the server gives at `/api/v1/openapi.json`. What holds",
    "for every answer, limits, and examples in curl, R and Python: [the API](../docs/api.md).",
    "",
    "Every address below answers as JSON, and with `.json .csv .parquet .md .svg .png .bib` after its path",
    "in that form. Nothing is written, nobody says who they are.",
    "",
    ...tags.flatMap((tag) => [
      `## ${tag[0].toUpperCase()}${tag.slice(1)}`,
      "",
      ...plain
        .filter(([, { get }]) => get.tags[0] === tag)
        .flatMap(([path, { get }]) => operation(path, get, examples)),
    ]),
    "## Parameters",
    "",
    ...Object.values(parameters).flatMap(({ name, description: meaning, schema }) => [
      `### Parameter \`${name}\``,
      "",
      `${cell(meaning)}. Type: ${typeOf(schema)}${schema.default === undefined ? "" : `; default ${code(schema.default)}`}.`,
      "",
    ]),
    "## Answers",
    "",
    ...Object.entries(schemas).flatMap(([name, schema]) => [
      `### ${name}`,
      "",
      ...(schema.description === undefined ? [] : [schema.description, ""]),
      ...properties(schema),
      "",
    ]),
    "## Headers and problems",
    "",
    "| header | meaning |",
    "| --- | --- |",
    ...Object.entries(headers).map(
      ([name, { description: meaning }]) =>
        `| ${code(name === "Total" ? "X-Total-Count" : name)} | ${cell(meaning)} |`,
    ),
    "",
    "| status | meaning |",
    "| --- | --- |",
    "| 200 | the answer |",
    "| 304 | the copy that the tag names is current |",
    ...Object.entries(responses).map(
      ([name, { description: meaning }]) =>
        `| ${name.replace("Problem", "")} | ${cell(meaning)} |`,
    ),
    "",
  ];
  return text.join("\n");
}
