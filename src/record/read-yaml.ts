import { LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { RecordError } from "../errors.ts";

/** The line of the node at `path`, or of its nearest ancestor that exists. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as
      | { range?: number[] }
      | undefined;
    const start = node?.range?.[0];
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

/** A YAML value read under a schema, and the line each of its parts stands on. */
export interface YamlFile<T> {
  readonly file: string;
  readonly value: T;
  /** The 1-based line of the part at `path` (keys and indices), for messages about it. */
  readonly line: (...path: readonly (string | number)[]) => number;
}

/**
 * Reads one YAML 1.2 text under a zod schema.
 *
 * @throws RecordError with `file:line` for a fault of syntax or of schema (the first one).
 */
export function readYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): YamlFile<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) {
    throw new RecordError(fault.message, {
      where: `${file}:${lines.linePos(fault.pos[0]).line}`,
    });
  }
  const result = schema.safeParse(document.toJS());
  const line = (...path: readonly PropertyKey[]): number => lineOf(document, lines, path);
  if (!result.success) {
    const issue = result.error.issues[0];
    const path = issue?.path ?? [];
    const name = path.length === 0 ? "the file" : `"${path.map(String).join(".")}"`;
    throw new RecordError(`${name}: ${issue?.message ?? "does not fit its schema"}.`, {
      where: `${file}:${line(...path)}`,
    });
  }
  return { file, value: result.data, line };
}
