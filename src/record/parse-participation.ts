import { dayOf } from "../dates/day-of.ts";
import { factReader, type FactContext, type FactReader, type Path } from "./fact-reader.ts";
import { membershipsOn } from "./membership.ts";
import type { Organisation } from "./organisation.ts";
import { participationSchema, type RawParticipation } from "./participation-schema.ts";
import type { ParticipationRow } from "./participation.ts";
import { readYaml } from "./read-yaml.ts";
import { isFindable } from "./source-ref.ts";

/** What a table of participation is checked against. */
export interface ParticipationContext extends FactContext {
  /** The organisations of the record by id. */
  readonly organisations: ReadonlyMap<string, Organisation>;
}

type RawPresence = RawParticipation["states"][number];

/** Refuses a non-member without a reason, and a reason where none is needed. */
function checkMember(
  read: FactReader,
  raw: RawPresence,
  state: string,
  member: boolean,
  path: Path,
): void {
  if (!member && raw.outside === undefined) {
    const mend = 'Mend the state or the date, or say as "outside" why it has a row.';
    read.fail([...path, "state"], `${state} is not a member on the day.`, mend);
  }
  if (member && raw.outside !== undefined) {
    read.fail([...path, "outside"], `${state} is a member on the day.`, 'Take "outside" out.');
  }
}

function checkSense(read: FactReader, raw: RawPresence, path: Path): void {
  if (raw.present === "no" && raw.level !== "none") {
    read.fail([...path, "level"], "A state that is away has no level.", 'Write "none".');
  }
}

function rowsOf(
  read: FactReader,
  context: ParticipationContext,
  raw: RawParticipation,
  index: number,
): readonly ParticipationRow[] {
  const organisation = context.organisations.get(raw.organisation);
  if (organisation === undefined) {
    const known = [...context.organisations.keys()].join(", ");
    return read.fail(
      [index, "organisation"],
      `"${raw.organisation}" is not an organisation of the record.`,
      `Known: ${known}.`,
    );
  }
  const date = read.date(raw.date, "Z", [index, "date"]);
  const members = new Set<string>(
    membershipsOn(organisation, dayOf(raw.date)).map(({ state }) => state),
  );
  const seen = new Set<string>();
  const rows = raw.states.flatMap((presence, at) => {
    const path = [index, "states", at];
    checkSense(read, presence, path);
    const confidence = presence.confidence ?? raw.confidence;
    const own = presence.sources ?? raw.sources;
    const sources = read.sources(
      own,
      presence.sources === undefined ? [index, "sources"] : [...path, "sources"],
    );
    if (confidence === "high" && !sources.some(isFindable)) {
      const mend = "Add the document that says it, or lower the confidence.";
      read.fail(
        [...path, "state"],
        "A row without a source that can be found again cannot be of high confidence.",
        mend,
      );
    }
    return read.states(presence.state, [...path, "state"]).map((state): ParticipationRow => {
      if (seen.has(state))
        read.fail(
          [...path, "state"],
          `${state} stands twice at this event.`,
          "Take one row out.",
        );
      seen.add(state);
      checkMember(read, presence, state, members.has(state), path);
      return {
        id: `${raw.event}-${state.toLowerCase()}`,
        event: raw.event,
        organisation: raw.organisation,
        title: raw.title,
        kind: raw.kind,
        date,
        state,
        present: presence.present,
        level: presence.level,
        text: presence.text ?? null,
        outside: presence.outside ?? null,
        confidence,
        sources,
      };
    });
  });
  if (rows.length < 2) {
    read.fail(
      [index, "states"],
      "An event needs two states or more.",
      "Add the members that stayed.",
    );
  }
  return rows;
}

/**
 * Reads a table of participation into one row a state and event, in the order of time, event and
 * state. Events of one state alone are refused: without those that stayed there is no comparison.
 *
 * @throws RecordError with file and line of the first fault.
 */
export function parseParticipation(
  file: string,
  text: string,
  context: ParticipationContext,
): readonly ParticipationRow[] {
  const yaml = readYaml(file, text, participationSchema);
  const read = factReader(yaml, context);
  const seen = new Set<string>();
  const rows = yaml.value.flatMap((raw, index) => {
    if (seen.has(raw.event))
      read.fail(
        [index, "event"],
        `Two events are called "${raw.event}".`,
        "Give one another id.",
      );
    seen.add(raw.event);
    return rowsOf(read, context, raw, index);
  });
  return rows.toSorted((a, b) => a.date.earliest - b.date.earliest || (a.id < b.id ? -1 : 1));
}
