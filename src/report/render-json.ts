import type { Answer, Section } from "../answer/answer.ts";
import { statedAnswer } from "./stated-answer.ts";

/** A list with one element a line, so that two versions can be compared line by line. */
function list(items: readonly string[], indent: string): string {
  return items.length === 0
    ? "[]"
    : `[\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}]`;
}

function fields(pairs: readonly (readonly [string, string])[], indent: string): string {
  const inner = pairs.map(([name, value]) => `${indent}  ${JSON.stringify(name)}: ${value}`);
  return `{\n${inner.join(",\n")}\n${indent}}`;
}

function compact(items: readonly unknown[], indent: string): string {
  return list(
    items.map((item) => JSON.stringify(item)),
    indent,
  );
}

function section({ id, title, text, findings, address, columns, rows }: Section): string {
  const indent = "    ";
  return fields(
    [
      ["id", JSON.stringify(id)],
      ["title", JSON.stringify(title)],
      ["text", compact(text, `${indent}  `)],
      ["findings", JSON.stringify(findings)],
      ["address", JSON.stringify(address)],
      ["columns", compact(columns, `${indent}  `)],
      ["rows", compact(rows, `${indent}  `)],
    ],
    indent,
  );
}

/** An answer as JSON: keys in a fixed order, one row a line, numbers at their stated decimals. */
export function renderJson(answer: Answer): string {
  const stated = statedAnswer(answer);
  const pairs: readonly (readonly [string, string])[] = [
    ["address", JSON.stringify(stated.address)],
    ["record", JSON.stringify(stated.record)],
    ["issued", JSON.stringify(stated.issued)],
    ["title", JSON.stringify(stated.title)],
    ["summary", JSON.stringify(stated.summary)],
    ["columns", compact(stated.columns, "  ")],
    ["rows", compact(stated.rows, "  ")],
    ["sections", list(stated.sections.map(section), "  ")],
    ["findings", compact(stated.findings, "  ")],
    ["method", compact(stated.method, "  ")],
    ["sources", compact(stated.sources, "  ")],
    ["caveats", compact(stated.caveats, "  ")],
    ["covers", JSON.stringify(stated.covers)],
  ];
  return `${fields(pairs, "")}\n`;
}
