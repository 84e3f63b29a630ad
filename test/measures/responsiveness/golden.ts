import { readFileSync } from "node:fs";
import { parseCsv } from "../../../src/states/csv.ts";

/** The rows of a golden table by column name. */
export function goldenRows(name: string): readonly Readonly<Record<string, string>>[] {
  const { header, rows } = parseCsv(
    readFileSync(`test/golden/responsiveness-${name}.csv`, "utf8"),
  );
  return rows.map(({ fields }) =>
    Object.fromEntries(header.map((column, index) => [column, fields[index] ?? ""])),
  );
}
