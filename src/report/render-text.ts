import type { Answer, Column, Row } from "../answer/answer.ts";
import { citation, type Citation } from "./citation.ts";
import { findingNumbers } from "./finding-numbers.ts";
import { rowsAreFindings } from "./rows-are-findings.ts";
import { statedAnswer } from "./stated-answer.ts";
import { textTable } from "./text-table.ts";
import { wrapWords } from "./wrap-words.ts";

const MOST_ROWS = 40;

/** How text is laid out for a terminal. */
export interface TextOptions {
  /** Columns of the terminal; 80 by default. */
  readonly width?: number;
  readonly colour?: boolean;
}

type Paint = (text: string) => string;

function paints(colour: boolean): { readonly bold: Paint; readonly faint: Paint } {
  const wrap = (code: number, end: number): Paint =>
    colour ? (text) => `\u001b[${code}m${text}\u001b[${end}m` : (text) => text;
  return { bold: wrap(1, 22), faint: wrap(2, 22) };
}

/** An answer for a terminal: findings first, then tables fitted to the width. */
export function renderText(
  answer: Answer,
  { width = 80, colour = false }: TextOptions = {},
  cited: Citation = citation(answer),
): string {
  const stated = statedAnswer(answer);
  const { bold, faint } = paints(colour);
  const room = Math.max(40, width);
  const wrapped = (text: string, first = "", rest = first): readonly string[] =>
    wrapWords(text, room, first, rest);
  const table = (columns: readonly Column[], rows: readonly Row[], where: string) => [
    ...textTable(columns, rows.slice(0, MOST_ROWS), room).map((line, i) =>
      i === 0 ? bold(line) : line,
    ),
    ...(rows.length > MOST_ROWS
      ? wrapped(`${MOST_ROWS} of ${rows.length} rows; all of them: ${where}`).map(faint)
      : []),
    "",
  ];
  const repeatsFindings = rowsAreFindings(stated);
  const lines = [
    ...wrapped(stated.title).map(bold),
    ...wrapped(
      `Record ${stated.record}, covers ${stated.covers.from} to ${stated.covers.to}. ` +
        stated.address,
    ).map(faint),
    "",
    ...stated.findings.flatMap((finding) => [
      ...wrapped(finding.text, "- ", "  "),
      ...wrapped(
        `${findingNumbers(finding)}.` +
          (finding.comparison === null ? "" : ` Held against: ${finding.comparison}`),
        "  ",
      ).map(faint),
    ]),
    ...(stated.findings.length > 0 ? [""] : []),
    ...(repeatsFindings || stated.rows.length === 0
      ? []
      : table(stated.columns, stated.rows, `casus get "${stated.address}" --format csv`)),
    ...stated.sections.flatMap((section) => [
      ...wrapped(section.title).map(bold),
      ...section.text.flatMap((text) => wrapped(text)),
      ...(section.text.length > 0 ? [""] : []),
      ...table(
        section.columns,
        section.rows,
        `casus get "${section.address ?? stated.address}" --format json`,
      ),
    ]),
    ...(stated.caveats.length > 0 ? [bold("Caveats")] : []),
    ...stated.caveats.flatMap((caveat) => wrapped(caveat, "- ", "  ")),
    ...(stated.caveats.length > 0 ? [""] : []),
    ...wrapped(`Cite: ${cited.text}`).map(faint),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}
