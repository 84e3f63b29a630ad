import { type BulkTable, joined, listTable, registered, sourceList } from "./bulk-table.ts";

const cases = listTable(
  "cases",
  "A call for help, or a crisis in which nobody called.",
  ({ cases: all, overlay }) => all.filter(({ id }) => overlay?.cases.includes(id) !== true),
  [
    ["id", ({ id }) => id],
    ["title", ({ title }) => title],
    ["organisation", ({ organisation }) => organisation],
    ["institution", ({ institution }) => institution],
    ["concerned", ({ concerned }) => joined(concerned)],
    ["appellant", ({ appellant }) => (appellant === null ? null : joined(appellant.states))],
    ["authentic", ({ appellant }) => appellant?.authentic],
    ["addressee", ({ addressee }) => joined(addressee.ids) ?? addressee.named],
    ["decider", ({ decider }) => decider],
    ["threat_claimed", ({ threat }) => joined(threat.claimed)],
    ["threat_coded", ({ threat }) => threat.coded],
    ["outcome", ({ outcome }) => outcome],
    ["size_least", ({ size }) => size?.least],
    ["size_most", ({ size }) => size?.most],
    ["events", ({ events }) => events.length],
    ["confidence", ({ confidence }) => confidence],
    ["coder", ({ coder }) => coder],
  ],
  () => [],
);

const events = listTable(
  "events",
  "A dated event of a case; dates are EDTF, with the place's zone beside them.",
  ({ cases: all, overlay }) =>
    all
      .filter(({ id }) => overlay?.cases.includes(id) !== true)
      .flatMap(({ id, events: dated }) => dated.map((event) => ({ id, event }))),
  [
    ["case", ({ id }) => id],
    ["id", ({ event }) => event.id],
    ["type", ({ event }) => event.type],
    ["date", ({ event }) => event.date.text],
    ["zone", ({ event }) => event.zone],
    ["actors", ({ event }) => joined(event.actors)],
    ["addressees", ({ event }) => joined(event.addressees)],
    ["text", ({ event }) => event.text],
    ["instruments", ({ event }) => joined(event.instruments)],
    ["confidence", ({ event }) => event.confidence],
    ["sources", ({ event }) => sourceList(event.sources)],
  ],
  ({ event }) => registered(event.sources),
);

const treaties = listTable(
  "treaties",
  "A treaty, with the dates of its signature, force and end.",
  (record) => record.treaties,
  [
    ["id", ({ id }) => id],
    ["name", ({ name }) => name],
    ["organisation", ({ organisation }) => organisation],
    ["kind", ({ kind }) => kind],
    ["signed", ({ signed }) => signed.date.text],
    ["in_force", ({ inForce }) => inForce?.date.text],
    ["ended", ({ ended }) => ended?.date.text],
    ["parties", ({ parties }) => joined(parties)],
    ["versions", ({ versions }) => joined(versions.map(({ id }) => id))],
    ["sources", ({ signed }) => sourceList(signed.sources)],
  ],
  ({ signed }) => registered(signed.sources),
);

const provisions = listTable(
  "provisions",
  "A provision of a treaty in our words, with the versions that hold it.",
  (record) =>
    record.treaties.flatMap(({ id, provisions: held }) =>
      held.map((provision) => ({ treaty: id, provision })),
    ),
  [
    ["treaty", ({ treaty }) => treaty],
    ["id", ({ provision }) => provision.id],
    ["article", ({ provision }) => provision.article],
    ["versions", ({ provision }) => joined(provision.versions)],
    ["text", ({ provision }) => provision.text],
    ["obligation", ({ provision }) => provision.obligation],
    ["constraints", ({ provision }) => provision.constraints.length],
    ["confidence", ({ provision }) => provision.confidence],
    ["sources", ({ provision }) => sourceList(provision.sources)],
  ],
  ({ provision }) => registered(provision.sources),
);

const stances = listTable(
  "stances",
  "What a member said or did in public about a matter of its allies.",
  (record) => record.stances,
  [
    ["id", ({ id }) => id],
    ["alliance", ({ alliance }) => alliance],
    ["state", ({ state }) => state],
    ["organisation", ({ organisation }) => organisation],
    ["date", ({ date }) => date.text],
    ["speaker", ({ speaker }) => speaker],
    ["who", ({ who }) => who],
    ["subject", ({ subject }) => subject],
    ["kind", ({ kind }) => kind],
    ["side", ({ side }) => side],
    ["counterpart", ({ counterpart }) => counterpart],
    ["text", ({ text }) => text],
    ["confidence", ({ confidence }) => confidence],
    ["sources", ({ sources }) => sourceList(sources)],
  ],
  ({ sources }) => registered(sources),
);

const participation = listTable(
  "participation",
  "Whether a state took part in a meeting or an exercise, and at which level.",
  (record) => record.participation,
  [
    ["id", ({ id }) => id],
    ["event", ({ event }) => event],
    ["organisation", ({ organisation }) => organisation],
    ["title", ({ title }) => title],
    ["kind", ({ kind }) => kind],
    ["date", ({ date }) => date.text],
    ["state", ({ state }) => state],
    ["present", ({ present }) => present],
    ["level", ({ level }) => level],
    ["text", ({ text }) => text],
    ["confidence", ({ confidence }) => confidence],
    ["sources", ({ sources }) => sourceList(sources)],
  ],
  ({ sources }) => registered(sources),
);

/** The tables of cases, treaties and what members said and did. */
export const CASE_TABLES: readonly BulkTable[] = [
  cases,
  events,
  treaties,
  provisions,
  stances,
  participation,
];
