/** A JSON Schema (2020-12), as far as the API's description needs one. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

const text: JsonSchema = { type: "string" };
const textOrNull: JsonSchema = { type: ["string", "null"] };
const number: JsonSchema = { type: ["number", "null"] };
const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const list = (items: JsonSchema): JsonSchema => ({ type: "array", items });

/** An object whose named properties are all there, but for those named optional. */
function object(
  description: string,
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", description, properties, required, additionalProperties: false };
}

/** The schemas of what the API returns, by name. */
export const ANSWER_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  Cell: {
    description: "A cell of a row; null where the record holds no value.",
    type: ["string", "number", "boolean", "null"],
  },
  Row: {
    description: "A flat object, exactly a row of the CSV.",
    type: "object",
    additionalProperties: ref("Cell"),
  },
  Column: object(
    "What a column of the rows holds.",
    { name: text, label: text, digits: { type: "integer" }, note: text },
    ["digits", "note"],
  ),
  Finding: object("One stated result with its interval and its evidence.", {
    id: text,
    text,
    value: number,
    lower: number,
    upper: number,
    level: number,
    n: number,
    comparison: textOrNull,
    method: text,
    evidence: list(text),
  }),
  Section: object("A part of a longer answer.", {
    id: text,
    title: text,
    text: list(text),
    findings: list(text),
    address: textOrNull,
    columns: list(ref("Column")),
    rows: list(ref("Row")),
  }),
  MethodNote: object("How a number is made.", { name: text, text, reference: textOrNull }),
  CitedSource: object("A source that the answer rests on.", {
    id: text,
    citation: text,
    terms: text,
    redistribution: { type: "string", enum: ["yes", "derived-only", "no"] },
  }),
  Coverage: object("The first and the last day that the data cover.", { from: text, to: text }),
  Answer: object("The result of an address.", {
    address: { type: "string", description: "The canonical form of the address." },
    record: { type: "string", description: "The release of the record." },
    issued: {
      type: "string",
      description: "The day of the release: when a source of the record was last read.",
    },
    title: text,
    summary: ref("Row"),
    columns: list(ref("Column")),
    rows: list(ref("Row")),
    sections: list(ref("Section")),
    findings: list(ref("Finding")),
    method: list(ref("MethodNote")),
    sources: list(ref("CitedSource")),
    caveats: list(text),
    covers: ref("Coverage"),
  }),
  Problem: object("An error: RFC 9457 problem details.", {
    type: { type: "string", description: "Stable; the server explains it there." },
    title: text,
    status: { type: "integer" },
    detail: text,
    instance: text,
  }),
  BulkList: object("The tables that can be had whole.", {
    record: text,
    terms: text,
    tables: list(
      object("One table.", {
        name: text,
        describe: text,
        rows: { type: "integer" },
        columns: { type: "integer" },
        omitted: {
          oneOf: [
            { type: "null" },
            object("Rows left out.", { rows: { type: "integer" }, reason: text }),
          ],
        },
        addresses: list(text),
      }),
    ),
  }),
  RecordFiles: object("The compiled record as files, for programs that compute themselves.", {
    record: text,
    files: list(
      object("One file.", {
        name: text,
        bytes: { type: "integer" },
        address: text,
      }),
    ),
  }),
  Health: object("Whether the server answers.", { status: { const: "ok" }, record: text }),
};
