import type { EventDate } from "../../dates/event-date.ts";
import { DAY } from "../../dates/event-date.ts";
import type { Conflict } from "../../record/case.ts";
import type { RollCall } from "../../record/votes.ts";
import { isFindable, type SourceRef } from "../../record/source-ref.ts";
import type { Coverage } from "../answer.ts";
import type { Query } from "../query.ts";
import { refuseLater } from "../shared-notes.ts";
import { sourceCell } from "./case-text.ts";

/** Whether a date may lie between two days, both included. */
export function mayLieWithin(date: EventDate, from: string | null, to: string | null): boolean {
  const start = from === null ? -Infinity : Date.parse(`${from}T00:00:00Z`);
  const end = to === null ? Infinity : Date.parse(`${to}T00:00:00Z`) + DAY;
  return date.latest > start && date.earliest < end;
}

/** The first day that a date can mean, for memberships: an ISO day. */
export function firstDay(date: EventDate): string {
  return date.earliest === -Infinity ? "" : new Date(date.earliest).toISOString().slice(0, 10);
}

/** The last day that a date can mean, as an ISO day. */
function lastDay(date: EventDate): string {
  return date.latest === Infinity ? "" : new Date(date.latest - 1).toISOString().slice(0, 10);
}

/** The days that dated rows cover, the first one first; without any the span asked for. */
export function coveredDays(
  rows: readonly { readonly date: EventDate }[],
  query: Pick<Query, "from" | "to">,
  lastVote: string,
): Coverage {
  const last = rows
    .map(({ date }) => lastDay(date))
    .sort()
    .at(-1);
  if (last === undefined) refuseLater(query.from ?? "", lastVote);
  const to = last ?? query.to ?? lastVote;
  return { from: rows[0] === undefined ? (query.from ?? to) : firstDay(rows[0].date), to };
}

/** Whether every word of a search stands in a text. */
export function hasWords(q: string | null, text: string): boolean {
  if (q === null) return true;
  const lower = text.toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => lower.includes(word));
}

/** Whether every word of a search stands in a roll call's symbol or title. */
export function isNamed(
  q: string | null,
  { symbol, title }: Pick<RollCall, "symbol" | "title">,
): boolean {
  return hasWords(q, `${symbol ?? ""} ${title ?? ""}`);
}

/** What other sources say, as one cell; null where none differs. */
export function conflictCell(conflicts: readonly Conflict[]): string | null {
  if (conflicts.length === 0) return null;
  return conflicts
    .map(({ date, text, sources }) => {
      const said = [date?.text, text].filter((part) => part != null).join(": ");
      return `${said} [${sourceCell(sources)}]`;
    })
    .join(" | ");
}

/** The registered sources among the sources of rows. */
export function registeredIds(
  rows: readonly { readonly sources: readonly SourceRef[] }[],
): readonly string[] {
  return rows.flatMap(({ sources }) =>
    sources.flatMap((source) => (source.kind === "registered" ? [source.id] : [])),
  );
}

/** How many rows rest on a source that a reader can find again. */
export function findableRows(
  rows: readonly { readonly sources: readonly SourceRef[] }[],
): number {
  return rows.filter(({ sources }) => sources.some(isFindable)).length;
}
