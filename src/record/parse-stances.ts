import type { Conflict } from "./case.ts";
import { factReader, type FactContext, type FactReader, type Path } from "./fact-reader.ts";
import { readYaml } from "./read-yaml.ts";
import { isFindable } from "./source-ref.ts";
import { type RawStance, stancesSchema } from "./stance-schema.ts";
import type { StanceRow } from "./stance.ts";

/** What a table of stances is checked against. */
export interface StanceContext extends FactContext {
  /** Whether `data/organisations` has an entry of this id. */
  readonly isOrganisation: (id: string) => boolean;
}

/** Days of a table are read in UTC: a statement is known by its day, seldom by its hour. */
const ZONE = "Z";

function conflictsOf(read: FactReader, raw: RawStance, path: Path): readonly Conflict[] {
  return raw.conflicts.map((other, index) => {
    const at = [...path, "conflicts", index];
    return {
      date: other.date === undefined ? null : read.date(other.date, ZONE, [...at, "date"]),
      text: other.text ?? null,
      sources: read.sources(other.sources, [...at, "sources"]),
    };
  });
}

function stanceOf(
  read: FactReader,
  context: StanceContext,
  raw: RawStance,
  index: number,
): StanceRow {
  const path = [index];
  for (const name of ["alliance", "organisation"] as const) {
    const id = raw[name];
    if (id !== undefined && !context.isOrganisation(id)) {
      read.fail(
        [...path, name],
        `"${id}" is not an organisation of the record.`,
        "Use an id of data/organisations.",
      );
    }
  }
  const sources = read.sources(raw.sources, [...path, "sources"]);
  if (raw.confidence === "high" && !sources.some(isFindable)) {
    const mend = "Add the document that says it, or lower the confidence.";
    read.fail(
      [...path, "confidence"],
      "A row without a source that can be found again cannot be of high confidence.",
      mend,
    );
  }
  if (raw.kind === "leader-call" && raw.counterpart === undefined) {
    read.fail(
      [...path, "kind"],
      "A leader's call needs a counterpart.",
      "Name the state that was called.",
    );
  }
  return {
    id: raw.id,
    alliance: raw.alliance,
    state: raw.state === undefined ? null : read.state(raw.state, [...path, "state"]),
    organisation: raw.organisation ?? null,
    date: read.date(raw.date, ZONE, [...path, "date"]),
    speaker: raw.speaker,
    who: raw.who ?? null,
    subject: raw.subject,
    kind: raw.kind,
    side: raw.stance,
    counterpart:
      raw.counterpart === undefined
        ? null
        : read.state(raw.counterpart, [...path, "counterpart"]),
    text: raw.text,
    conflicts: conflictsOf(read, raw, path),
    confidence: raw.confidence,
    sources,
  };
}

/**
 * Reads a table of stances, in the order of time and then of id.
 *
 * @throws RecordError with file and line of the first fault.
 */
export function parseStances(
  file: string,
  text: string,
  context: StanceContext,
): readonly StanceRow[] {
  const yaml = readYaml(file, text, stancesSchema);
  const read = factReader(yaml, context);
  const seen = new Set<string>();
  const rows = yaml.value.map((raw, index) => {
    if (seen.has(raw.id))
      read.fail([index, "id"], `Two rows are called "${raw.id}".`, "Give one another id.");
    seen.add(raw.id);
    return stanceOf(read, context, raw, index);
  });
  return rows.toSorted((a, b) => a.date.earliest - b.date.earliest || (a.id < b.id ? -1 : 1));
}
