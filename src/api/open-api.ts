import { EXTENSIONS } from "../answer/address.ts";
import { PARAMETERS } from "../answer/parameters.ts";
import type { ParameterName } from "../answer/query.ts";
import type { View } from "../answer/view.ts";
import { ALL_VIEWS as VIEWS } from "../claims/views/index.ts";
import { BINARY_TYPES, MEDIA_TYPES } from "../report/render.ts";
import { ANSWER_SCHEMAS, type JsonSchema } from "./answer-schema.ts";
import { BULK_FORMS } from "./bulk-file.ts";
import { BULK_TABLES } from "./bulk-tables.ts";
import { API_BASE } from "./locate.ts";
import { operationId } from "./operation-id.ts";
import { PROBLEMS } from "./problem.ts";

const ref = (kind: string, name: string): JsonSchema => ({
  $ref: `#/components/${kind}/${name}`,
});

/** What goes wrong with an answer, beside what goes wrong with any request. */
const FAULTS = ["400", "404", "410", "414", "500", "503"];

function parameter(name: ParameterName): JsonSchema {
  const { describe, values, bounds, default: fallback } = PARAMETERS[name];
  const schema: JsonSchema =
    bounds === undefined
      ? { type: "string", ...(values === undefined ? {} : { enum: values }) }
      : bounds;
  const stated = typeof fallback === "string" || typeof fallback === "number";
  return {
    name,
    in: "query",
    required: false,
    description: describe,
    schema: { ...schema, ...(stated ? { default: fallback } : {}) },
  };
}

const pathParameters = (path: string): readonly JsonSchema[] =>
  [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));

const content = (type: string, schema: JsonSchema): JsonSchema => ({
  [type.split(";")[0]!]: { schema },
});

function responses(description: string, body: JsonSchema, isList: boolean): JsonSchema {
  const headers = {
    ETag: ref("headers", "ETag"),
    ...(isList
      ? { Link: ref("headers", "Link"), "X-Total-Count": ref("headers", "Total") }
      : {}),
  };
  return {
    "200": { description, headers, content: body },
    "304": { description: "The copy that the tag names is current." },
    ...Object.fromEntries(
      FAULTS.map((status) => [status, ref("responses", `Problem${status}`)]),
    ),
  };
}

function operation(view: View, byForm: boolean): JsonSchema {
  const { path, describe, parameters } = view;
  const id = operationId(path);
  const isList = parameters.includes("limit") && parameters.includes("offset");
  const types = { ...MEDIA_TYPES, ...BINARY_TYPES };
  const forms = Object.fromEntries(
    EXTENSIONS.map((form) => [types[form].split(";")[0]!, { schema: {} }]),
  );
  const form = {
    name: "form",
    in: "path",
    required: true,
    description: "The form of the answer; .svg and .png only where it has a figure.",
    schema: { type: "string", enum: EXTENSIONS },
  };
  return {
    get: {
      operationId: byForm ? `${id}AsFile` : id,
      summary: byForm ? `The same as a file: ${describe}` : describe,
      tags: [path.split("/")[1]],
      parameters: [
        ...pathParameters(path),
        ...(byForm ? [form] : []),
        ...parameters.map((name) => ref("parameters", name)),
      ],
      responses: byForm
        ? responses("The answer in one form.", forms, isList)
        : responses(
            "The answer.",
            content("application/json", ref("schemas", "Answer")),
            isList,
          ),
    },
  };
}

const fixed = (id: string, summary: string, body: JsonSchema, tag: string): JsonSchema => ({
  get: { operationId: id, summary, tags: [tag], responses: responses(summary, body, false) },
});

function bulkPaths(): JsonSchema {
  const names = BULK_TABLES.map(({ name }) => name);
  const parameters = [
    { name: "table", in: "path", required: true, schema: { type: "string", enum: names } },
    { name: "form", in: "path", required: true, schema: { type: "string", enum: BULK_FORMS } },
  ];
  const types = { ...content(MEDIA_TYPES.csv, {}), ...content(BINARY_TYPES.parquet, {}) };
  const list = content("application/json", ref("schemas", "BulkList"));
  return {
    [`${API_BASE}/bulk`]: fixed("bulk", "The tables that can be had whole.", list, "bulk"),
    [`${API_BASE}/bulk/record`]: fixed(
      "recordFiles",
      "The files of the compiled record.",
      content("application/json", ref("schemas", "RecordFiles")),
      "bulk",
    ),
    [`${API_BASE}/bulk/{table}.{form}`]: {
      get: {
        operationId: "bulkTable",
        summary: "A table of the record as a whole.",
        tags: ["bulk"],
        parameters,
        responses: responses("The table.", types, false),
      },
    },
  };
}

function faultResponses(): JsonSchema {
  const body = content("application/problem+json", ref("schemas", "Problem"));
  return Object.fromEntries(
    FAULTS.map((status) => {
      const titles = Object.values(PROBLEMS)
        .filter((one) => String(one.status) === status)
        .map(({ title }) => title);
      return [`Problem${status}`, { description: `${titles.join("; ")}.`, content: body }];
    }),
  );
}

/** The API's description (OpenAPI 3.1), made of the views, their parameters and the schemas. */
export function openApi(): JsonSchema {
  const names = Object.keys(PARAMETERS) as ParameterName[];
  const views = VIEWS.flatMap((view) => [
    [`${API_BASE}${view.path}`, operation(view, false)],
    [`${API_BASE}${view.path}.{form}`, operation(view, true)],
  ]);
  const any = content("application/json", { type: "object" });
  const health = content("application/json", ref("schemas", "Health"));
  return {
    openapi: "3.1.0",
    info: {
      title: "Casus",
      version: "1",
      description:
        "Answers about collective-security alliances. The same address gives the same bytes in " +
        "the shell, over HTTP and in the browser. Numbers are estimates with intervals, read " +
        "with the answer's caveats; every answer names its sources and their terms.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    // Nothing is asked of who reads.
    security: [],
    paths: {
      [API_BASE]: fixed("index", "What the API offers.", any, "service"),
      [`${API_BASE}/openapi.json`]: fixed("openApi", "This description.", any, "service"),
      "/healthz": fixed("health", "Whether the server answers.", health, "service"),
      ...bulkPaths(),
      ...Object.fromEntries(views),
    },
    components: {
      schemas: ANSWER_SCHEMAS,
      parameters: Object.fromEntries(names.map((name) => [name, parameter(name)])),
      headers: {
        ETag: {
          description: "Release, address and form; send it back as If-None-Match.",
          schema: { type: "string" },
        },
        Link: {
          description: "The neighbouring pages of a list: first, prev, next, last (RFC 8288).",
          schema: { type: "string" },
        },
        Total: { description: "Rows of the list in all.", schema: { type: "integer" } },
      },
      responses: faultResponses(),
    },
  };
}
