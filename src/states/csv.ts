import { RecordError } from "../errors.ts";

/** One row of a table, with the line of the file on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A parsed table: its header and its rows. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

/**
 * Parses RFC 4180 text: commas, double quotes, doubled quotes inside quotes, LF or CRLF.
 *
 * Empty lines are left out. Throws `RecordError` with the line where a quote never closes, text
 * follows a closing quote, or a row has another number of fields than the header.
 */
export function parseCsv(text: string, file = "table"): CsvTable {
  const records = readRecords(text.startsWith("\uFEFF") ? text.slice(1) : text, file);
  const [first, ...rows] = records;
  if (first === undefined) {
    throw new RecordError("the file is empty.", {
      where: `${file}:1`,
      hint: "Begin with a row that names the columns.",
    });
  }
  const header = first.fields;
  for (const row of rows) {
    if (row.fields.length !== header.length) {
      throw new RecordError(
        `${row.fields.length} fields where the header has ${header.length}`,
        { where: `${file}:${row.line}`, hint: "Quote fields that contain commas." },
      );
    }
  }
  return { header, rows };
}

function readRecords(text: string, file: string): CsvRow[] {
  const records: CsvRow[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const start = line;
    const fields: string[] = [];
    for (;;) {
      const field = readField(text, at, `${file}:${line}`);
      fields.push(field.value);
      line += field.breaks;
      at = field.end;
      if (text[at] !== ",") break;
      at += 1;
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line += 1;
    if (fields.length > 1 || fields[0] !== "") records.push({ line: start, fields });
  }
  return records;
}

interface Field {
  readonly value: string;
  /** The offset of the comma or line end that closes the field. */
  readonly end: number;
  /** Line breaks inside the field's quotes. */
  readonly breaks: number;
}

const BARE = /[^,\r\n]*/uy;
const QUOTED = /"((?:[^"]|"")*)"/uy;

function readField(text: string, at: number, where: string): Field {
  if (text[at] !== '"') {
    BARE.lastIndex = at;
    const value = BARE.exec(text)?.[0] ?? "";
    if (value.includes('"')) {
      throw new RecordError(`a quote inside an unquoted field: ${value}`, { where });
    }
    return { value, end: at + value.length, breaks: 0 };
  }
  QUOTED.lastIndex = at;
  const match = QUOTED.exec(text);
  if (match === null) throw new RecordError("a quote that never closes", { where });
  const end = at + match[0].length;
  const next = text[end];
  if (next !== undefined && !",\r\n".includes(next)) {
    throw new RecordError(`text after a closing quote: ${next}`, { where });
  }
  const inner = match[1] ?? "";
  return { value: inner.replaceAll('""', '"'), end, breaks: inner.split("\n").length - 1 };
}
