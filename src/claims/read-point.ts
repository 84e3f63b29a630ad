import type { Row } from "../answer/answer.ts";
import { UsageError } from "../errors.ts";
import type { Point } from "../record/claim-test.ts";
import type { Answers } from "./answers.ts";
import type { Interval } from "./bounds.ts";
import type { Evidence } from "./outcome.ts";
import { needColumn, rowLabel, selectRows } from "./select-rows.ts";
import { dayNumbers, spanOf } from "./text-span.ts";

/** A dated point read from an answer. */
export interface DatedPoint {
  /** UTC milliseconds. */
  readonly time: Interval;
  /** Local days, as numbers. */
  readonly days: Interval;
  readonly evidence: readonly Evidence[];
  readonly text: string;
  /** The event of a case whose date it is; null for any other date. */
  readonly event: { readonly case: string; readonly id: string } | null;
}

/** The event that a row of a case's answer is. */
function eventOf(address: string, row: Row): DatedPoint["event"] {
  const found = /^\/cases\/([^/?]+)(?:\?|$)/u.exec(address)?.[1];
  const id = row["event"];
  return found === undefined || typeof id !== "string" ? null : { case: found, id };
}

const span = (text: string): Interval => {
  const { earliest, latest } = spanOf(text);
  return { least: earliest, most: latest };
};

/** Reads a dated point; the words of what is missing where the record holds no date for it. */
export async function readPoint(point: Point, answers: Answers): Promise<DatedPoint | string> {
  if (point.kind === "date") {
    const { date } = point;
    return { time: span(date), days: dayNumbers(date), evidence: [], text: date, event: null };
  }
  if (point.kind === "summary") {
    const { address, summary } = point;
    const answer = await answers.read(address);
    if (answer !== null && !(summary in answer.summary)) {
      throw new UsageError(`the summary of ${address} has no "${summary}".`, {
        hint: `It has ${Object.keys(answer.summary).join(", ")}.`,
      });
    }
    const date = answer?.summary[summary] ?? null;
    if (answer === null || date === null) return `${summary} of ${address}`;
    const text = String(date);
    const evidence = [
      { part: "", address: answer.address, row: `summary ${summary}`, value: text },
    ];
    return {
      time: span(text),
      days: dayNumbers(text),
      evidence,
      text: `${summary} of ${address}`,
      event: null,
    };
  }
  const { rows, take, column } = point;
  const found = await selectRows(rows, answers);
  needColumn(found.columns, column, rows.address);
  const dated = found.sure.filter((row) => row[column] != null);
  const row = take === "first" ? dated[0] : dated.at(-1);
  if (row === undefined) return `a dated row: ${found.text}`;
  const text = String(row[column]);
  // A case's events carry their instants in UTC; the text alone would lose the zone.
  const instants = column === "date" && row["earliest"] != null && row["latest"] != null;
  const time = instants
    ? { least: span(String(row["earliest"])).least, most: span(String(row["latest"])).least }
    : span(text);
  const label = rowLabel(row);
  // What other sources say stands beside the date, as it does in the record.
  const others = row["conflicts"] == null ? "" : String(row["conflicts"]);
  const value = others === "" ? text : `${text}; other sources: ${others}`;
  const evidence = [{ part: "", address: found.address, row: label, value }];
  return {
    time,
    days: dayNumbers(text),
    evidence,
    text: label,
    event: eventOf(found.address, row),
  };
}
