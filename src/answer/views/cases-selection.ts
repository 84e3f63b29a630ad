import { NotFoundError } from "../../errors.ts";
import type { Case } from "../../record/case.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Confidence, Organisation } from "../../record/organisation.ts";
import { nearestNames } from "../lookup.ts";
import type { Query } from "../query.ts";

const RANK: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

/** The case with this id. @throws NotFoundError with the nearest ids. */
export function caseOf(record: CasusRecord, id: string): Case {
  const found = record.cases.find((item) => item.id === id.toLowerCase());
  if (found !== undefined) return found;
  const near = nearestNames(
    id,
    record.cases.map((item) => [item.id, item.title]),
  );
  throw new NotFoundError(`there is no case ${JSON.stringify(id.slice(0, 60))}.`, {
    hint: `Nearest: ${near.join(", ")}. "/cases" lists them all.`,
  });
}

/** Finds the organisation of a treaty in a record. */
export function organisationLookup(record: CasusRecord): (id: string) => Organisation | null {
  const byId = new Map(
    record.organisations.map((organisation) => [organisation.id, organisation]),
  );
  return (id) => byId.get(id) ?? null;
}

/** A case with the events of some confidence only, so that no lag rests on a lower one. */
export function withEventsAt(item: Case, confidence: Confidence): Case {
  if (confidence === "low") return item;
  const events = item.events.filter((event) => RANK[event.confidence] >= RANK[confidence]);
  return { ...item, events };
}

/** The same, or null where the case itself is of a lower confidence. */
function atConfidence(item: Case, confidence: Confidence): Case | null {
  return RANK[item.confidence] < RANK[confidence] ? null : withEventsAt(item, confidence);
}

/** The span of days in which a case began: that of its call, else of its first event. */
function startOf(item: Case): { readonly earliest: number; readonly latest: number } | null {
  const event = item.events.find(({ type }) => type === "appeal") ?? item.events[0];
  return event?.date ?? null;
}

/** When a case began, for the order of a list. */
export function startTime(item: Case): number {
  const start = startOf(item);
  if (start === null) return 0;
  return Number.isFinite(start.earliest) ? start.earliest : start.latest;
}

type Filter = Pick<
  Query,
  "from" | "to" | "organisation" | "threat" | "outcome" | "decider" | "confidence"
>;

/** The cases that an address selects, in the order of time. */
export function selectCases(record: CasusRecord, query: Filter): readonly Case[] {
  const from = query.from === null ? -Infinity : Date.parse(`${query.from}T00:00:00Z`);
  const to = query.to === null ? Infinity : Date.parse(`${query.to}T24:00:00Z`);
  return record.cases
    .flatMap((item) => {
      const start = startOf(item);
      const within = start === null || (start.latest > from && start.earliest < to);
      const kept =
        within &&
        (query.organisation === null || item.organisation === query.organisation) &&
        (query.threat === null || item.threat.coded === query.threat) &&
        (query.outcome === null || item.outcome === query.outcome) &&
        (query.decider === null || item.decider === query.decider);
      const found = kept ? atConfidence(item, query.confidence) : null;
      return found === null ? [] : [found];
    })
    .toSorted((a, b) => startTime(a) - startTime(b) || (a.id < b.id ? -1 : 1));
}
