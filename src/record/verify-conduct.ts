import type { Case, EventType } from "./case.ts";
import type { CompiledTables } from "./record.ts";
import { isFindable } from "./source-ref.ts";

const KEY_EVENTS: readonly EventType[] = ["appeal", "decision", "refusal"];

/** How well the cases are sourced, and what else the record of conduct holds. */
export interface ConductCount {
  readonly cases: number;
  readonly events: number;
  /** Cases whose appeal, decision or refusal names a source that can be found again, by confidence. */
  readonly sourced: Readonly<Record<string, number>>;
  readonly byConfidence: Readonly<Record<string, number>>;
  /** Cases with eight dated events or more and two independent sources. */
  readonly rich: number;
  readonly treaties: number;
  readonly provisions: number;
  readonly constraints: number;
  readonly stances: number;
  readonly participation: number;
}

const LEVELS = ["high", "medium", "low"] as const;

function places({ events }: Case): ReadonlySet<string> {
  const sources = events.flatMap((event) => event.sources).filter(isFindable);
  return new Set(
    sources.map((source) =>
      source.kind === "address"
        ? new URL(source.url).host
        : source.kind === "citation"
          ? source.cite
          : source.id,
    ),
  );
}

/** Counts cases, their sources, treaties, stances and participation. */
export function verifyConduct({
  cases,
  treaties,
  stances,
  participation,
}: CompiledTables): ConductCount {
  const keyed = cases.filter(({ events }) =>
    events.some(({ type, sources }) => KEY_EVENTS.includes(type) && sources.some(isFindable)),
  );
  const count = (rows: readonly Case[]) =>
    Object.fromEntries(
      LEVELS.map((level) => [
        level,
        rows.filter(({ confidence }) => confidence === level).length,
      ]),
    );
  return {
    cases: cases.length,
    events: cases.reduce((sum, { events }) => sum + events.length, 0),
    sourced: count(keyed),
    byConfidence: count(cases),
    rich: cases.filter((item) => item.events.length >= 8 && places(item).size >= 2).length,
    treaties: treaties.length,
    provisions: treaties.reduce((sum, { provisions }) => sum + provisions.length, 0),
    constraints: treaties.reduce(
      (sum, { provisions }) =>
        sum + provisions.reduce((inner, { constraints }) => inner + constraints.length, 0),
      0,
    ),
    stances: stances.length,
    participation: participation.length,
  };
}
