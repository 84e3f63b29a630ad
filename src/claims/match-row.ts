import type { Ternary } from "../dates/lag.ts";
import type { Cell, Row } from "../answer/answer.ts";
import type { Match, Scalar } from "../record/claim-test.ts";
import { spanOf } from "./text-span.ts";

/** Cells that say that the value is not known; a null says that none applies. */
const NOT_KNOWN: readonly Cell[] = ["unknown", "undecidable", "not-seen"];

const same = (cell: Cell, value: Scalar): boolean =>
  cell === value || (cell !== null && value !== null && String(cell) === String(value));

function isOneOf(cell: Cell, values: readonly Scalar[]): Ternary {
  if (values.some((value) => same(cell, value))) return "yes";
  return NOT_KNOWN.includes(cell) ? "undecidable" : "no";
}

const flip = (value: Ternary): Ternary =>
  value === "undecidable" ? value : value === "yes" ? "no" : "yes";

function between(
  cell: Cell,
  from: string | number | null,
  to: string | number | null,
): Ternary {
  if (cell === null) return "undecidable";
  if (typeof cell === "number") {
    const low = from === null || cell >= Number(from);
    return low && (to === null || cell <= Number(to)) ? "yes" : "no";
  }
  const { earliest, latest } = spanOf(String(cell));
  const start = from === null ? -Infinity : spanOf(String(from)).earliest;
  const end = to === null ? Infinity : spanOf(String(to)).latest;
  if (earliest >= start && latest <= end) return "yes";
  return latest <= start || earliest >= end ? "no" : "undecidable";
}

/** Whether a cell holds what a match asks for. */
export function matchCell(cell: Cell, match: Match): Ternary {
  switch (match.kind) {
    case "is":
      return isOneOf(cell, match.values);
    case "not":
      return flip(isOneOf(cell, match.values));
    case "has": {
      const words = String(cell ?? "").split(/[\s;,]+/u);
      return match.words.some((word) => words.includes(word)) ? "yes" : "no";
    }
    case "contains": {
      const text = String(cell ?? "").toLowerCase();
      return match.texts.some((part) => text.includes(part.toLowerCase())) ? "yes" : "no";
    }
    default:
      return between(cell, match.from, match.to);
  }
}

/** Whether a row holds all that a filter asks for. */
export function matchRow(row: Row, where: Readonly<Record<string, Match>>): Ternary {
  const cells = Object.entries(where).map(([name, match]) =>
    matchCell(row[name] ?? null, match),
  );
  if (cells.includes("no")) return "no";
  return cells.includes("undecidable") ? "undecidable" : "yes";
}

/** A match in words: `HUN or RUS`, `not yes`, `2014-01-01 to 2022-02-23`. */
export function matchText(match: Match): string {
  switch (match.kind) {
    case "is":
      return match.values.map((value) => value ?? "empty").join(" or ");
    case "not":
      return `not ${match.values.map((value) => value ?? "empty").join(" or ")}`;
    case "has":
      return `names ${match.words.join(" or ")}`;
    case "contains":
      return `says ${quoted(match.texts)}`;
    default:
      return `${match.from ?? ".."} to ${match.to ?? ".."}`;
  }
}

const quoted = (texts: readonly string[]): string =>
  texts.map((text) => `"${text}"`).join(" or ");

/** What a cell does that fits a match, or does not: `says "drugs"`, `does not name RUS`. */
export function matchVerb(match: Match, fits: boolean): string {
  switch (match.kind) {
    case "is":
      return `is ${fits ? "" : "not "}${matchText(match)}`;
    case "not":
      return matchVerb({ kind: "is", values: match.values }, !fits);
    case "has":
      return `${fits ? "names" : "does not name"} ${match.words.join(" or ")}`;
    case "contains":
      return `${fits ? "says" : "does not say"} ${quoted(match.texts)}`;
    default:
      return `${fits ? "lies" : "does not lie"} in ${matchText(match)}`;
  }
}

/** A filter in words: `type statement, actor names RUS`. */
export function whereText(where: Readonly<Record<string, Match>>): string {
  const parts = Object.entries(where).map(([name, match]) => `${name} ${matchText(match)}`);
  return parts.length === 0 ? "any" : parts.join(", ");
}
