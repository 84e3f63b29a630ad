import type { Row } from "../../answer/answer.ts";
import { textOf } from "../parts/row-text.ts";

const four = (row: Row, column: string): string => {
  const cell = row[column];
  return typeof cell === "number" ? cell.toFixed(4) : "";
};

/** Which column the choice model is held against: outcomes have the plain share, stances have none. */
const heldAgainst = (row: Row): "plain share" | "base rate" =>
  typeof row["plain"] === "number" ? "plain share" : "base rate";

/** The interval of a difference; nothing where too few cases allow none. */
const interval = (row: Row): string =>
  row["lower"] === null ? "" : `${four(row, "lower")} to ${four(row, "upper")}`;

const NUMBERS = [
  ["Cases", (row: Row) => textOf(row, "cases")],
  ["Stances", (row: Row) => textOf(row, "stances")],
  ["Choice", (row: Row) => four(row, "choice")],
  ["Base rate", (row: Row) => four(row, "base_rate")],
  ["Plain share", (row: Row) => four(row, "plain")],
] as const;

/** The scores of both back-tests: for each the column against which the choice model is held. */
export function BacktestTable({ rows }: { readonly rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Back-tests">
      <table class="stacked">
        <caption>
          How often the models would have been right: mean scores, lower is better; plain share
          is the share of the other cases in which it came so
        </caption>
        <thead>
          <tr>
            <th scope="col">Forecast of</th>
            <th scope="col">Each case from</th>
            {NUMBERS.map(([label]) => (
              <th key={label} scope="col" class="number">
                {label}
              </th>
            ))}
            <th scope="col" class="number">
              Choice less
            </th>
            <th scope="col">Choice better</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              <th scope="row">{textOf(row, "question")}</th>
              <td data-label="Each case from">
                {textOf(row, "test") === "left-out" ? "all others" : "those before"}
              </td>
              {NUMBERS.map(([label, cell]) => (
                <td
                  key={label}
                  class={cell(row) === "" ? "number empty" : "number"}
                  data-label={label}
                >
                  {cell(row)}
                </td>
              ))}
              <td class="number" data-label="Choice less">
                {heldAgainst(row)} {four(row, "difference")}{" "}
                <span class="soft">{interval(row)}</span>
              </td>
              <td data-label="Choice better">{textOf(row, "beats")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
