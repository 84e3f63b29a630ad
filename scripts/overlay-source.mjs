// What the converters of a user's own data sets share: reading a table with its columns checked,
// finding the state of a code on a day, and writing the rows of an overlay to stdout.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** Says in one line what is wrong with a file, and ends. */
export function refuse(message) {
  process.stderr.write(`error: ${message}\n`);
  process.exit(1);
}

/** The text of a file, plain or gzipped. */
function textOf(file) {
  let bytes;
  try {
    bytes = readFileSync(file);
  } catch {
    refuse(`${file}: there is no such file.`);
  }
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString("utf8");
  try {
    return gunzipSync(bytes).toString("utf8");
  } catch {
    return refuse(`${file}: the gzip file is truncated or damaged; fetch it again.`);
  }
}

/** Splits a line of CSV; quoted fields may hold commas. */
function fieldsOf(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}

/** The rows of a table as objects. Refuses a file without the columns, or cut off in a row. */
export function readTable(file, columns, what) {
  const text = textOf(file);
  const lines = text.split(/\r?\n/u).filter((line) => line !== "");
  const header = fieldsOf(lines[0] ?? "");
  const missing = columns.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    refuse(
      `${file}: this is not ${what}: the column "${missing[0]}" is missing ` +
        `(the file begins "${header.slice(0, 4).join(",")}").`,
    );
  }
  if (lines.length === 1) refuse(`${file}: ${what} has no rows.`);
  return lines.slice(1).map((line, index) => {
    const fields = fieldsOf(line);
    if (fields.length !== header.length) {
      refuse(
        `${file}:${index + 2}: ${fields.length} fields where the header has ${header.length}: ` +
          "the file is truncated or damaged; fetch it again.",
      );
    }
    return Object.fromEntries(header.map((name, at) => [name, fields[at]]));
  });
}

const identities = textOf(new URL("../data/states.csv", import.meta.url))
  .split("\n")
  .filter((line) => line !== "")
  .slice(1)
  .map(fieldsOf)
  .map(([key, , , from, to, cow, gw]) => ({ key, from, to, cow, gw }));

/** The state that a COW or Gleditsch-Ward code named on a day, or undefined. */
export function stateOf(system, code, day) {
  return identities.find(
    (row) => row[system] === code && row.from <= day && (row.to === "" || day < row.to),
  )?.key;
}

const padded = (text) => String(Number(text)).padStart(2, "0");

/** An EDTF date from a year, a month and a day; what is no month or day is left out. */
export function edtfOf(year, month, day) {
  if (!/^\d{4}$/u.test(year)) return "";
  const [m, d] = [Number(month), Number(day)];
  if (!(month !== "" && m >= 1 && m <= 12)) return year;
  const text = `${year}-${padded(month)}-${padded(day)}`;
  const valid =
    day !== "" && d >= 1 && d <= 31 && new Date(`${text}T00:00:00Z`).getUTCDate() === d;
  return valid ? text : `${year}-${padded(month)}`;
}

/** The first day that a date written by `edtfOf` can mean. */
export const firstDay = (edtf) => `${edtf}-01-01`.slice(0, 10);

/** A list of what is left out of the rows, by reason. */
export function leavings() {
  const byReason = new Map();
  const add = (reason, item) => {
    byReason.set(reason, [...(byReason.get(reason) ?? []), item]);
    return [];
  };
  return { byReason, add };
}

const cell = (text) => (/[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes rows as CSV to stdout, and to stderr how many there are and what was left out. */
export function writeRows(columns, rows, leftOut) {
  const lines = rows.map((row) => columns.map((name) => cell(row[name])).join(","));
  process.stdout.write(`${[columns.join(","), ...lines].join("\n")}\n`);
  const states = new Set(rows.map(({ state }) => state));
  process.stderr.write(`${rows.length} rows of ${states.size} states\n`);
  for (const [reason, items] of leftOut) {
    const shown = [...new Set(items)].slice(0, 12).join(" ");
    process.stderr.write(`left out, ${reason}: ${items.length} (${shown})\n`);
  }
}
