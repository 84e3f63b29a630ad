import type { AbsentEvents, ArticleRef, Case, CaseEvent, Conflict } from "./case.ts";
import { caseSchema, type RawCase } from "./case-schema.ts";
import { checkEventOrder } from "./check-event-order.ts";
import { factReader, type FactContext, type FactReader, type Path } from "./fact-reader.ts";
import { readYaml } from "./read-yaml.ts";
import { isFindable } from "./source-ref.ts";

/** What a case file is checked against. */
export interface CaseContext extends FactContext {
  /** The articles that may be cited, by treaty id (`citableArticles`). */
  readonly treaties: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether `data/organisations` has an entry of this id. */
  readonly isOrganisation: (id: string) => boolean;
}

type RawEvent = RawCase["events"][number];
type RawArticle = RawCase["articles_invoked"][number];

interface Reading {
  readonly read: FactReader;
  readonly context: CaseContext;
  readonly zone: string;
}

const list = (values: Iterable<string>): string => [...values].join(", ");

const sizeOf = (size: RawCase["size"]) =>
  size === null ? null : { least: size.least, most: size.most, note: size.note ?? null };

function treatyOf({ read, context }: Reading, id: string, path: Path): string {
  if (!context.treaties.has(id)) {
    read.fail(
      path,
      `"${id}" is not a treaty of the record.`,
      `Known: ${list(context.treaties.keys())}.`,
    );
  }
  return id;
}

function articleOf(reading: Reading, raw: RawArticle, path: Path): ArticleRef {
  const { treaty, article } = raw;
  if (treaty !== null) {
    treatyOf(reading, treaty, [...path, "treaty"]);
    const known = reading.context.treaties.get(treaty) ?? new Set<string>();
    if (article !== null && !known.has(article)) {
      const message = `Article ${article} is not an article of ${treaty}.`;
      reading.read.fail([...path, "article"], message, `Known articles: ${list(known)}.`);
    }
  }
  const sources = reading.read.sources(raw.sources, [...path, "sources"]);
  return { treaty, article, text: raw.text ?? null, by: raw.by ?? null, sources };
}

const articlesOf = (reading: Reading, raw: readonly RawArticle[], path: Path) =>
  raw.map((item, index) => articleOf(reading, item, [...path, index]));

function eventOf(reading: Reading, raw: RawEvent, path: Path): CaseEvent {
  const { read } = reading;
  const zone = raw.zone ?? reading.zone;
  const sources = read.sources(raw.sources, [...path, "sources"]);
  if (raw.confidence === "high" && !sources.some(isFindable)) {
    const mend = "Add the document that says it, or lower the confidence.";
    read.fail(
      [...path, "confidence"],
      "An event without a source that can be found again cannot be of high confidence.",
      mend,
    );
  }
  return {
    id: raw.id,
    type: raw.type,
    date: read.date(raw.date, zone, [...path, "date"]),
    zone,
    actors: read.actors(raw.actor, [...path, "actor"]),
    speaker: raw.speaker ?? null,
    addressees: read.actors(raw.addressee, [...path, "addressee"]),
    text: raw.text,
    articles: articlesOf(reading, raw.articles, [...path, "articles"]),
    instruments: raw.instrument,
    frames: raw.frame,
    outOfOrder: raw.out_of_order ?? null,
    confidence: raw.confidence,
    sources,
    conflicts: raw.conflicts.map((other, index): Conflict => {
      const at = [...path, "conflicts", index];
      return {
        date: other.date === undefined ? null : read.date(other.date, zone, [...at, "date"]),
        text: other.text ?? null,
        sources: read.sources(other.sources, [...at, "sources"]),
      };
    }),
  };
}

/** Refuses two events of one id, events out of order, and an appeal without an appellant. */
function checkEvents(read: FactReader, raw: RawCase, events: readonly CaseEvent[]): void {
  const seen = new Set<string>();
  for (const [index, { id }] of events.entries()) {
    if (seen.has(id)) {
      const mend = `Name it by what it is, such as "${id}-2".`;
      read.fail(["events", index, "id"], `Two events are called "${id}".`, mend);
    }
    seen.add(id);
  }
  const fault = checkEventOrder(events);
  if (fault !== null) {
    const mend = "Mend the date, move the event, or give the reason as out_of_order.";
    read.fail(["events", fault.index, "date"], fault.message, mend);
  }
  const appeal = events.findIndex(({ type }) => type === "appeal");
  if (appeal >= 0 && raw.appellant === null) {
    read.fail(
      ["events", appeal],
      "An appeal needs an appellant.",
      "Name who called as appellant.",
    );
  }
  if (appeal < 0 && raw.appellant !== null) {
    const mend = 'Add the event, with a date such as "../2015-09-30" if the day is not known.';
    read.fail(["appellant"], "An appellant needs an event of type appeal.", mend);
  }
  if (raw.outcome === "no-appeal" && raw.appellant !== null) {
    read.fail(
      ["outcome"],
      "A case with an appellant is not without appeal.",
      "Mend the outcome.",
    );
  }
}

function absentOf(reading: Reading, raw: RawCase["absent"][number], path: Path): AbsentEvents {
  const { read } = reading;
  return {
    events: raw.events,
    actors: read.actors(raw.actor, [...path, "actor"]),
    addressees: read.actors(raw.addressee, [...path, "addressee"]),
    basis: raw.basis,
    note: raw.note ?? null,
    sources: read.sources(raw.sources, [...path, "sources"]),
  };
}

function checkNames(read: FactReader, raw: RawCase, file: string, context: CaseContext): void {
  const name = file.split("/").at(-1);
  if (name !== `${raw.id}.yaml`) {
    read.fail(
      ["id"],
      `The id "${raw.id}" is not the file's name.`,
      `Call the file ${raw.id}.yaml.`,
    );
  }
  if (raw.organisation !== null && !context.isOrganisation(raw.organisation)) {
    const mend = "Use an id of data/organisations, or null.";
    read.fail(
      ["organisation"],
      `"${raw.organisation}" is not an organisation of the record.`,
      mend,
    );
  }
}

/**
 * Reads one case file.
 *
 * @throws RecordError with `file:line` and a mend for a fault of syntax or schema, a wrong date, an
 * unknown state, treaty, article, organisation or source, a missing source, or events out of order.
 */
export function parseCase(file: string, text: string, context: CaseContext): Case {
  const yaml = readYaml(file, text, caseSchema);
  const raw = yaml.value;
  const read = factReader(yaml, context);
  const reading: Reading = { read, context, zone: raw.zone };
  checkNames(read, raw, file, context);
  const events = raw.events.map((event, index) => eventOf(reading, event, ["events", index]));
  checkEvents(read, raw, events);
  const { appellant, addressee, command, place, threat } = raw;
  return {
    id: raw.id,
    code: raw.code,
    title: raw.title,
    organisation: raw.organisation,
    institution: raw.institution ?? null,
    treaties: raw.treaties.map((id, index) => treatyOf(reading, id, ["treaties", index])),
    concerned: read.states(raw.concerned, ["concerned"]),
    appellant:
      appellant === null
        ? null
        : {
            states: read.states(appellant.states, ["appellant", "states"]),
            actor: appellant.actor ?? null,
            authentic: appellant.authentic,
            note: appellant.note ?? null,
          },
    addressee: {
      kind: addressee.kind,
      ids: read.actors(addressee.ids, ["addressee", "ids"]),
      named: addressee.named ?? null,
    },
    decider: raw.decider,
    threat: { claimed: threat.claimed, coded: threat.coded, note: threat.note ?? null },
    place: {
      state: place.state === null ? null : read.state(place.state, ["place", "state"]),
      insideTreatyArea: place.inside_treaty_area,
    },
    adversary: read.actors(raw.adversary, ["adversary"]),
    articlesInvoked: articlesOf(reading, raw.articles_invoked, ["articles_invoked"]),
    instrumentAsked: raw.instrument_asked,
    outcome: raw.outcome,
    outcomeNote: raw.outcome_note ?? null,
    size: sizeOf(raw.size),
    zone: raw.zone,
    events,
    absent: raw.absent.map((row, index) => absentOf(reading, row, ["absent", index])),
    contingents: raw.contingents.map((row, index) => ({
      state: read.state(row.state, ["contingents", index, "state"]),
      personnel: sizeOf(row.personnel),
      units: row.units,
      confidence: row.confidence,
      sources: read.sources(row.sources, ["contingents", index, "sources"]),
    })),
    stances: raw.stances.map((row, index) => ({
      state: read.state(row.state, ["stances", index, "state"]),
      stance: row.stance,
      date:
        row.date === undefined
          ? null
          : read.date(row.date, raw.zone, ["stances", index, "date"]),
      note: row.note ?? null,
      sources: read.sources(row.sources, ["stances", index, "sources"]),
    })),
    forcesAvailable: raw.forces_available,
    command:
      command === undefined
        ? null
        : {
            state:
              command.state === null ? null : read.state(command.state, ["command", "state"]),
            name: command.name ?? null,
            sources: read.sources(command.sources, ["command", "sources"]),
          },
    confidence: raw.confidence,
    coder: raw.coder,
    notes: raw.notes ?? null,
    generalKnowledge: raw.general_knowledge,
  };
}
