import type { Cell } from "../answer/answer.ts";
import { UsageError } from "../errors.ts";
import type { Measured } from "../record/claim-test.ts";
import type { Answers } from "./answers.ts";
import { digits, type Interval } from "./bounds.ts";
import type { Evidence } from "./outcome.ts";
import { needColumn, rowLabel, selectRows } from "./select-rows.ts";

/** A value read from an answer: a cell, its interval where it is a number, and where it stands. */
export interface Reading {
  readonly cell: Cell;
  /** Null where the cell is no number, or is withheld. */
  readonly interval: Interval | null;
  readonly evidence: readonly Evidence[];
  /** What was read, in words. */
  readonly text: string;
  /** The unit of time that the name of the value states; null where it states none. */
  readonly unit: string | null;
}

/** The unit in a name such as `median_hours` or `appeal_decision_hours_least`. */
const unitOf = (name: string): string | null =>
  /(?:^|_)(hours|days|months|years)(?:_|$)/u.exec(name)?.[1] ?? null;

/** A number, or a cell that writes one or a range: `12000`, `3500-4300`, `7000-?`. */
function spanOfCell(cell: Cell): Interval | null {
  if (typeof cell === "number") return { least: cell, most: cell };
  const parts = /^(\d+|\?)(?:-(\d+|\?))?$/u.exec(String(cell ?? ""));
  const [, from = "?", to = from] = parts ?? [];
  if (parts === null || (from === "?" && to === "?")) return null;
  return {
    least: from === "?" ? -Infinity : Number(from),
    most: to === "?" ? Infinity : Number(to),
  };
}

function intervalOf(value: Cell, lower: Cell, upper: Cell): Interval | null {
  const middle = spanOfCell(value);
  const [low, high] = [spanOfCell(lower)?.least, spanOfCell(upper)?.most];
  if (middle === null && (low === undefined || high === undefined)) return null;
  return { least: low ?? middle?.least ?? -Infinity, most: high ?? middle?.most ?? Infinity };
}

const shown = (cell: Cell, empty: string): string =>
  typeof cell === "number" ? digits(cell) : String(cell ?? empty);

function readingOf(
  text: string,
  where: { readonly address: string; readonly row: string; readonly unit: string | null },
  cells: readonly [Cell, Cell, Cell],
): Reading {
  const [value, lower, upper] = cells;
  const { unit, ...place } = where;
  const ends =
    lower === null && upper === null
      ? ""
      : ` [${shown(lower, "open")}, ${shown(upper, "open")}]`;
  return {
    cell: value,
    interval: intervalOf(value, lower, upper),
    evidence: [{ part: "", ...place, value: `${shown(value, "empty")}${ends}` }],
    text,
    unit,
  };
}

const nothing = (text: string): Reading => ({
  cell: null,
  interval: null,
  evidence: [],
  text,
  unit: null,
});

/** Reads a value from an answer. @throws UsageError where the answer has no such name. */
export async function readMeasured(measured: Measured, answers: Answers): Promise<Reading> {
  if (measured.kind === "row") {
    const { rows, value, lower, upper } = measured;
    const found = await selectRows(rows, answers);
    for (const name of [value, lower, upper]) {
      if (name !== null) needColumn(found.columns, name, rows.address);
    }
    const row = found.sure[0];
    const text = `${value} of ${found.text}`;
    if (row === undefined) return nothing(text);
    const cell = (name: string | null): Cell => (name === null ? null : (row[name] ?? null));
    const where = { address: found.address, row: rowLabel(row), unit: unitOf(value) };
    return readingOf(text, where, [cell(value), cell(lower), cell(upper)]);
  }
  const answer = await answers.read(measured.address);
  if (measured.kind === "finding") {
    const { finding: id, address } = measured;
    const text = `finding ${id} of ${address}`;
    const finding = answer?.findings.find((one) => one.id === id);
    if (answer === null || finding === undefined) return nothing(text);
    const where = { address: answer.address, row: `finding ${id}`, unit: null };
    return readingOf(text, where, [finding.value, finding.lower, finding.upper]);
  }
  const { address, value, lower, upper } = measured;
  const text = `${value} of ${address}`;
  if (answer === null) return nothing(text);
  for (const name of [value, lower, upper]) {
    if (name === null || name in answer.summary) continue;
    // A summary names a lag only where the record holds both of its events.
    if (/_(?:least|most)$/u.test(name)) continue;
    throw new UsageError(`the summary of ${address} has no "${name}".`, {
      hint: `It has ${Object.keys(answer.summary).join(", ")}.`,
    });
  }
  const cell = (name: string | null): Cell =>
    name === null ? null : (answer.summary[name] ?? null);
  const where = { address: answer.address, row: `summary ${value}`, unit: unitOf(value) };
  return readingOf(text, where, [cell(value), cell(lower), cell(upper)]);
}
