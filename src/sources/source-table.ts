import { SourceError } from "../errors.ts";

/** The text of a table that a user brings, with its header read. */
export interface SourceTable {
  /** The name by which the user knows the file. */
  readonly file: string;
  readonly text: string;
  readonly header: readonly string[];
  /** Lines above the header. */
  readonly preamble: readonly string[];
}

/** Where in a table a row stands, for messages. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

const where = ({ file, line }: SourceLine): string => `${file}:${line}`;

const AGAIN = "Fetch the file again and compare its size with the provider's.";

/** Refuses a file at a line, in one sentence. */
export function refuseAt(at: SourceLine, what: string, hint = AGAIN): never {
  throw new SourceError(what, { where: where(at), hint });
}

/** Refuses a file as cut off. */
export function refuseCut(file: string, what: string): never {
  throw new SourceError(`${what}: the file is truncated or of another edition.`, {
    where: file,
    hint: AGAIN,
  });
}

function fieldsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(",");
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}

const lineAt = (text: string, start: number, end: number): string =>
  text.slice(start, text[end - 1] === "\r" ? end - 1 : end);

/** No table that is read here has fewer; a line of a title has. */
const FEWEST_COLUMNS = 4;

/**
 * Opens the text of a table: finds its header and sees that the last line is whole. The header is
 * the first line with four fields or more.
 *
 * @throws SourceError where the text is empty or stops within a line.
 */
export function sourceTable(file: string, raw: string): SourceTable {
  const text = raw.startsWith("\uFEFF") ? raw.slice(1) : raw;
  if (text.trim() === "") {
    throw new SourceError("the file is empty.", { where: file, hint: AGAIN });
  }
  if (!text.endsWith("\n")) {
    const last = text.split("\n").length;
    throw new SourceError("the last line does not end: the file is truncated.", {
      where: `${file}:${last}`,
      hint: "Fetch it again; if it is whole, end its last line with a line break.",
    });
  }
  const head: string[] = [];
  for (let start = 0; start < text.length && head.length < 20;) {
    const end = text.indexOf("\n", start);
    head.push(lineAt(text, start, end));
    start = end + 1;
  }
  const at = Math.max(
    0,
    head.findIndex((line) => fieldsOf(line).length >= FEWEST_COLUMNS),
  );
  return {
    file,
    text,
    header: fieldsOf(head[at]!).map((name) => name.trim()),
    preamble: head.slice(0, at),
  };
}

/**
 * Calls a function with the chosen cells of each row, in the order of the names asked for. A name
 * without a column gives empty cells.
 *
 * @throws SourceError at a row with another number of fields than the header.
 */
export function eachRow(
  table: SourceTable,
  names: readonly string[],
  visit: (cells: readonly string[], at: SourceLine) => void,
): number {
  const { file, text, header, preamble } = table;
  const at = names.map((name) => header.indexOf(name));
  let [start, line, rows] = [0, 0, 0];
  while (start < text.length) {
    const end = text.indexOf("\n", start);
    const row = lineAt(text, start, end);
    start = end + 1;
    line += 1;
    if (line <= preamble.length + 1 || row === "") continue;
    const fields = fieldsOf(row);
    if (fields.length !== header.length) {
      const what = `${fields.length} fields where the header has ${header.length}`;
      const cut = start >= text.length ? "truncated" : "damaged";
      refuseAt({ file, line }, `${what}: the file is ${cut}.`);
    }
    rows += 1;
    visit(
      at.map((index) => (index < 0 ? "" : fields[index]!.trim())),
      { file, line },
    );
  }
  if (rows === 0) refuseCut(file, "there is no row below the header");
  return rows;
}

/** A whole number of a cell. @throws SourceError where it is none. */
export function wholeNumber(text: string, name: string, at: SourceLine): number {
  if (!/^-?\d{1,9}$/u.test(text)) refuseAt(at, `${name} "${text}" is not a whole number.`);
  return Number(text);
}

/** A number of a cell; empty, -9 and NA are missing. @throws SourceError for anything else. */
export function numberOrNull(text: string, name: string, at: SourceLine): number | null {
  if (text === "" || text === "NA" || /^-9(?:\.0*)?$/u.test(text)) return null;
  const value = Number(text);
  if (!Number.isFinite(value)) refuseAt(at, `${name} "${text}" is not a number.`);
  return value;
}
