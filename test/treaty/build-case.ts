import { parseEventDate } from "../../src/dates/parse-event-date.ts";
import type { AbsentEvents, Case, CaseEvent, EventType } from "../../src/record/case.ts";
import type { Constraint, EventSelector, Template, Treaty } from "../../src/record/treaty.ts";
import type { StateKey } from "../../src/states/state.ts";

/** An event of a test case, by kind and date. */
export function eventOf(
  type: EventType,
  date: string,
  rest: Partial<CaseEvent> = {},
): CaseEvent {
  return {
    id: type,
    type,
    date: parseEventDate(date),
    zone: "Z",
    actors: [],
    speaker: null,
    addressees: [],
    text: type,
    articles: [],
    instruments: [],
    frames: [],
    outOfOrder: null,
    confidence: "high",
    sources: [],
    conflicts: [],
    ...rest,
  };
}

/** A row that states that kinds of events did not happen. */
export function absentOf(
  events: readonly EventType[],
  rest: Partial<AbsentEvents> = {},
): AbsentEvents {
  return {
    events,
    actors: [],
    addressees: [],
    basis: "stated",
    note: null,
    sources: [],
    ...rest,
  };
}

/** A case in which KAZ called on an organ, with the given events. */
export function caseWith(events: readonly CaseEvent[], rest: Partial<Case> = {}): Case {
  const called = events.some(({ type }) => type === "appeal");
  return {
    id: "xyz-2001-02",
    code: null,
    title: "A test case",
    organisation: "pact",
    institution: null,
    treaties: [],
    concerned: ["KAZ" as StateKey],
    appellant: called
      ? { states: ["KAZ" as StateKey], actor: null, authentic: "yes", note: null }
      : null,
    addressee: {
      kind: called ? "organ" : "none",
      ids: called ? ["pact-council"] : [],
      named: null,
    },
    decider: called ? "organ" : "none",
    threat: { claimed: [], coded: "internal", note: null },
    place: { state: "KAZ" as StateKey, insideTreatyArea: true },
    adversary: [],
    articlesInvoked: [],
    instrumentAsked: [],
    outcome: called ? "troops" : "no-appeal",
    outcomeNote: null,
    size: null,
    zone: "Z",
    events,
    absent: [],
    contingents: [],
    stances: [],
    forcesAvailable: [],
    command: null,
    confidence: "high",
    coder: "test",
    notes: null,
    generalKnowledge: [],
    ...rest,
  };
}

/** A selector of events that asks nothing else. */
export function selector(
  events: readonly EventType[],
  rest: Partial<EventSelector> = {},
): EventSelector {
  return {
    events,
    actors: [],
    addressees: [],
    articles: [],
    instruments: [],
    threats: [],
    place: null,
    adversary: null,
    ...rest,
  };
}

/** A constraint of a template over two kinds of events. */
export function constraintOf(
  template: Template,
  when: EventSelector | null,
  target: EventSelector,
  withinMs: number | null = null,
): Constraint {
  return {
    id: "c",
    says: "A duty.",
    template,
    when,
    target,
    within: withinMs === null ? null : "PT",
    withinMs,
    reading: null,
  };
}

/** A treaty of two texts, changed on 1 January 2005. */
export function treatyOfTwoTexts(rest: Partial<Treaty> = {}): Treaty {
  const act = (date: string) => ({
    date: parseEventDate(date),
    place: null,
    event: null,
    sources: [],
  });
  const version = (id: string, from: string, to: string | null) => ({
    id,
    from: parseEventDate(from),
    to: to === null ? null : parseEventDate(to),
    basis: "",
    sources: [],
  });
  return {
    id: "pact-2000",
    name: "A pact",
    organisation: "pact",
    kind: "alliance",
    signed: act("2000-01-02"),
    inForce: act("2001-01-01"),
    ended: null,
    parties: ["KAZ", "RUS", "ARM"] as StateKey[],
    partiesNote: null,
    versions: [version("a", "2001-01-01", "2005-01-01"), version("b", "2005-01-01", null)],
    provisions: [],
    otherArticles: [],
    notes: null,
    ...rest,
  };
}
