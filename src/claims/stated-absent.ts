import type { Answer, Row } from "../answer/answer.ts";
import type { Match, RowSelector } from "../record/claim-test.ts";

const words = (row: Row, name: string): readonly string[] =>
  String(row[name] ?? "")
    .split(" ")
    .filter(Boolean);

/** Whether a statement about some actors speaks of those that a filter asks for. */
function speaksOf(row: Row, column: string, match: Match | undefined): boolean {
  const named = words(row, column);
  if (named.length === 0 || match === undefined) return named.length === 0;
  // What is said of an organisation holds for its organs (csto, csto-council).
  const covers = (word: string): boolean =>
    named.some((name) => word === name || word.startsWith(`${name}-`));
  if (match.kind === "has") return match.words.every(covers);
  return match.kind === "is" && match.values.every((value) => covers(String(value)));
}

/**
 * The row of a case that states, with a source, that the events which a selector asks for did not
 * happen. A search that found none is no such statement.
 */
export function statedAbsent(answer: Answer, { section, where }: RowSelector): Row | null {
  const type = where["type"];
  if (section !== null || type?.kind !== "is") return null;
  const rows = answer.sections.find(({ id }) => id === "absent")?.rows ?? [];
  const silent = new Set(["type", "actor", "addressee"]);
  if (Object.keys(where).some((name) => !silent.has(name))) return null;
  const found = rows.find(
    (row) =>
      row["basis"] === "stated" &&
      type.values.every((value) => words(row, "events").includes(String(value))) &&
      speaksOf(row, "actor", where["actor"]) &&
      speaksOf(row, "addressee", where["addressee"]),
  );
  return found ?? null;
}
