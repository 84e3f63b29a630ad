import type { Answer, Column, Finding, Row } from "../answer/answer.ts";
import { citation, type Citation } from "./citation.ts";
import { fileAddress } from "./file-address.ts";
import { findingNumbers } from "./finding-numbers.ts";
import { rowsAreFindings } from "./rows-are-findings.ts";
import { isNumeric, showCell } from "./show-cell.ts";
import { statedAnswer } from "./stated-answer.ts";

const MOST_ROWS = 60;

/** Text made safe for Markdown, in a paragraph and in a table's cell. */
function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/[\\`*_[\]<>|]/gu, (sign) => `\\${sign}`)
    .replace(/^(#|[-+](?= )|\d+(?=[.)] ))/u, (start) =>
      /\d/u.test(start) ? start : `\\${start}`,
    );
}

function table(
  columns: readonly Column[],
  rows: readonly Row[],
  where: string,
): readonly string[] {
  // A part without columns is text and has no table.
  if (columns.length === 0) return [];
  if (rows.length === 0) return ["No rows.", ""];
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const shown = rows.slice(0, MOST_ROWS);
  return [
    line(columns.map(({ label }) => escapeMarkdown(label))),
    line(columns.map(({ name }) => (isNumeric(name, rows) ? "---:" : "---"))),
    ...shown.map((row) =>
      line(columns.map((column) => escapeMarkdown(showCell(row[column.name], column)))),
    ),
    "",
    ...(rows.length > shown.length
      ? [`${shown.length} of ${rows.length} rows; all of them: ${where}.`, ""]
      : []),
  ];
}

function findingLine(finding: Finding): string {
  const comparison =
    finding.comparison === null ? "" : ` Held against: ${escapeMarkdown(finding.comparison)}`;
  return `- ${escapeMarkdown(finding.text)} (${findingNumbers(finding)}.)${comparison}`;
}

function fileOf(address: string, extension: string): string {
  return `\`${fileAddress(address, extension)}\``;
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${title}`, "", ...lines, ""];
}

/** An answer as Markdown: findings first, long tables cut with a line that says so. */
export function renderMarkdown(answer: Answer, cited: Citation = citation(answer)): string {
  const stated = statedAnswer(answer);
  const { address, record, covers, sections } = stated;
  const lines = [
    `# ${escapeMarkdown(stated.title)}`,
    "",
    `Record ${record}, covers ${covers.from} to ${covers.to}. Address: \`${address}\``,
    "",
    ...titled("Findings", stated.findings.map(findingLine)),
    ...titled(
      "Caveats",
      stated.caveats.map((caveat) => `- ${escapeMarkdown(caveat)}`),
    ),
    ...titled(
      "Data",
      rowsAreFindings(stated) || stated.columns.length === 0
        ? []
        : table(stated.columns, stated.rows, fileOf(address, "csv")).slice(0, -1),
    ),
    ...sections.flatMap((section) => [
      `## ${escapeMarkdown(section.title)}`,
      "",
      ...section.text.flatMap((text) => [escapeMarkdown(text), ""]),
      ...table(
        section.columns,
        section.rows,
        section.address === null ? fileOf(address, "json") : fileOf(section.address, "csv"),
      ),
    ]),
    ...titled(
      "Method",
      stated.method.map(
        ({ name, text, reference }) =>
          `- **${escapeMarkdown(name)}.** ${escapeMarkdown(text)}` +
          (reference === null ? "" : ` (${escapeMarkdown(reference)})`),
      ),
    ),
    ...titled(
      "Sources",
      stated.sources.map(
        ({ citation: line, terms }) =>
          `- ${escapeMarkdown(line)} Terms: ${escapeMarkdown(terms.replace(/\.$/u, ""))}.`,
      ),
    ),
    ...titled("How to cite", [escapeMarkdown(cited.text)]),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}
