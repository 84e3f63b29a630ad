import type { Column, Row } from "../answer/answer.ts";
import { isNumeric, showCell } from "./show-cell.ts";
import { plainLine, wrapWords } from "./wrap-words.ts";

const GAP = 2;
/** No column is cut narrower than this; those that do not fit even so are named below the table. */
const NARROWEST = 12;

interface TextColumn {
  readonly label: string;
  readonly cells: readonly string[];
  readonly numeric: boolean;
  /** Numbers and addresses: cut, the one misleads and the other leads nowhere. */
  readonly whole: boolean;
  width: number;
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}

function total(columns: readonly TextColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width + GAP, -GAP);
}

/** Takes the excess from the widest columns of words first. */
function fit(columns: readonly TextColumn[], width: number): void {
  for (;;) {
    const widest = columns
      .filter((column) => !column.whole && column.width > NARROWEST)
      .reduce<TextColumn | null>(
        (most, column) => (most === null || column.width > most.width ? column : most),
        null,
      );
    if (widest === null || total(columns) <= width) return;
    widest.width -= 1;
  }
}

/** A table for a terminal, as lines: header, then rows; columns without a cell are left out. */
export function textTable(
  columns: readonly Column[],
  rows: readonly Row[],
  width: number,
): readonly string[] {
  const all = columns
    .map((column): TextColumn => {
      const cells = rows.map((row) => plainLine(showCell(row[column.name], column)));
      const label = plainLine(column.label);
      const most = cells.reduce(
        (longest, { length }) => Math.max(longest, length),
        label.length,
      );
      const numeric = isNumeric(column.name, rows);
      const whole = numeric || column.name === "address";
      return { label, cells, numeric, whole, width: most };
    })
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (columns.length === 0) return [];
  if (all.length === 0) return ["No rows."];
  for (const column of all) {
    if (column.numeric) {
      const widest = column.cells.reduce((longest, { length }) => Math.max(longest, length), 4);
      column.width = Math.max(widest, Math.min(column.label.length, 10));
    }
  }
  let shown = all;
  fit(shown, width);
  while (shown.length > 1 && total(shown) > width) {
    shown = shown.slice(0, -1);
    fit(shown, width);
  }
  const line = (texts: readonly string[]): string =>
    shown
      .map(({ numeric, width: room }, i) => {
        const text = cut(texts[i] ?? "", room);
        return numeric ? text.padStart(room) : text.padEnd(room);
      })
      .join(" ".repeat(GAP))
      .trimEnd();
  const hidden = all.slice(shown.length).map(({ label }) => label);
  return [
    line(shown.map(({ label }) => label)),
    ...rows.map((_, r) => line(shown.map(({ cells }) => cells[r] ?? ""))),
    ...(hidden.length > 0
      ? wrapWords(
          `Not shown for want of room: ${hidden.join(", ")}. --format json holds all.`,
          width,
        )
      : []),
  ];
}
