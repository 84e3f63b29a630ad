import type { Column, Row } from "../answer/answer.ts";
import { escapeXml } from "../figures/escape-xml.ts";
import { isNumeric, showCell } from "./show-cell.ts";

/** Tables up to this length stand open on the page. */
const OPEN_ROWS = 16;
/** Rows that a page holds of one table; the files hold all. */
const MOST_ROWS = 400;
/** A table of more columns than this is set smaller on paper, where nothing can be scrolled. */
const MANY_COLUMNS = 12;
/** Notes on columns up to this many stand open. */
const OPEN_NOTES = 3;

/** What a table is about and where its rows can be had. */
export interface TableOptions {
  readonly caption: string;
  /** Address of the file with all rows. */
  readonly file: string;
}

interface Shown {
  readonly column: Column;
  readonly kind: string;
}

/** Dates, codes and other short words are kept on one line; sentences get room. */
function kindOf(name: string, rows: readonly Row[]): string {
  if (isNumeric(name, rows)) return "number";
  const longest = rows.reduce((most, row) => Math.max(most, String(row[name] ?? "").length), 0);
  return longest <= 12 ? "short" : longest > 40 ? "long" : "";
}

function cellTag(tag: string, kind: string, text: string): string {
  const name = kind === "" ? "" : ` class="${kind}"`;
  const scope = tag === "th" ? ' scope="col"' : "";
  return `<${tag}${scope}${name}>${escapeXml(text)}</${tag}>`;
}

function notes(shown: readonly Shown[]): string {
  const noted = shown.filter(({ column }) => column.note !== undefined);
  if (noted.length === 0) return "";
  const items = noted.map(
    ({ column }) =>
      `<dt>${escapeXml(column.label)}</dt><dd>${escapeXml(column.note ?? "")}</dd>`,
  );
  const list = `<dl class="notes">\n${items.join("\n")}\n</dl>\n`;
  if (noted.length <= OPEN_NOTES) return list;
  return `<details>\n<summary>What the columns hold</summary>\n${list}</details>\n`;
}

/** Rows as an HTML table with a caption; a long one is folded away and, if very long, cut. */
export function htmlTable(
  columns: readonly Column[],
  rows: readonly Row[],
  { caption, file }: TableOptions,
): string {
  if (columns.length === 0) return "";
  if (rows.length === 0) return `<p class="notes">No rows.</p>\n`;
  // A column without a cell says nothing; its name still stands in the files.
  const held = columns.filter(({ name }) => rows.some((row) => (row[name] ?? null) !== null));
  const columnsShown = held.map((column) => ({ column, kind: kindOf(column.name, rows) }));
  const head = columnsShown.map(({ column, kind }) => cellTag("th", kind, column.label));
  const shown = rows.slice(0, MOST_ROWS);
  const body = shown.map((row) => {
    const cells = columnsShown.map(({ column, kind }) =>
      cellTag("td", kind, showCell(row[column.name], column)),
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  const label = escapeXml(caption);
  const many = columnsShown.length > MANY_COLUMNS ? ' class="many"' : "";
  const cut =
    rows.length > shown.length
      ? `<p class="notes">The first ${shown.length} of ${rows.length} rows; all of them: ` +
        `<code>${escapeXml(file)}</code></p>\n`
      : "";
  const table =
    `<div class="scroll" tabindex="0" role="region" aria-label="Table: ${label}">\n<table${many}>\n` +
    `<caption>${label}</caption>\n` +
    `<thead><tr>${head.join("")}</tr></thead>\n` +
    `<tbody>\n${body.join("\n")}\n</tbody>\n</table>\n</div>\n${cut}${notes(columnsShown)}`;
  if (rows.length <= OPEN_ROWS) return table;
  const summary = `<summary>Table: ${label} (${rows.length} rows)</summary>`;
  return `<details>\n${summary}\n${table}</details>\n`;
}
