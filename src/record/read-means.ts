import { RecordError } from "../errors.ts";
import { parseCsv } from "../states/csv.ts";
import type { StateKey } from "../states/state.ts";
import type { StateTable } from "../states/state-table.ts";
import { type MeansRow, SHIPPED_MEANS } from "./means.ts";

const FILE = "data/means.csv";
const HEADER = "organisation,year,means,members,missing,largest,share,se,hhi";

/**
 * Reads the table of how means of power are spread over the members of organisations.
 *
 * @throws RecordError with file and line.
 */
export function readMeans(
  text: string,
  states: StateTable,
  organisations: ReadonlySet<string>,
): readonly MeansRow[] {
  const { header, rows } = parseCsv(text, FILE);
  if (header.join(",") !== HEADER) {
    throw new RecordError(`the header is "${header.join(",")}".`, {
      where: `${FILE}:1`,
      hint: `It is ${HEADER}; scripts/import-means.mjs writes the table.`,
    });
  }
  return rows.map(({ line, fields }) => {
    const [organisation = "", year, name, members, missing = "", largest = "", ...rest] =
      fields;
    const means = SHIPPED_MEANS.find((one) => one === name);
    const without = missing.split(" ").filter((key) => key !== "");
    const [share = NaN, se = NaN, hhi = NaN] = rest.map(Number);
    const keys = [largest, ...without];
    const sound =
      organisations.has(organisation) &&
      keys.every((key) => states.has(key)) &&
      [share, hhi].every((value) => value > 0 && value <= 1) &&
      se >= 0 &&
      Number(members) >= without.length + 2;
    if (!sound || means === undefined) {
      throw new RecordError(`"${fields.join(",")}" is not a row of means.`, {
        where: `${FILE}:${line}`,
        hint: "Run scripts/import-means.mjs, which writes the table.",
      });
    }
    return {
      organisation,
      year: Number(year),
      means,
      members: Number(members),
      missing: without as StateKey[],
      largest: largest as StateKey,
      share,
      se,
      hhi,
    };
  });
}
