import type { EventDate } from "../dates/event-date.ts";
import { parseEventDate } from "../dates/parse-event-date.ts";
import { RecordError, UsageError } from "../errors.ts";
import type { StateKey } from "../states/state.ts";
import type { YamlFile } from "./read-yaml.ts";
import { toSourceRef, type RawSource } from "./source-ref-schema.ts";
import type { SourceRef } from "./source-ref.ts";

/** What a case or treaty file is checked against. */
export interface FactContext {
  /** Whether a state has this key. */
  readonly isState: (key: string) => boolean;
  /** Up to three keys near to an unknown one, for the message. */
  readonly nearestStates?: (key: string) => readonly string[];
  /** Whether `data/sources` has an entry of this id. */
  readonly isSource: (id: string) => boolean;
}

/** A place in a YAML file: keys and indices. */
export type Path = readonly (string | number)[];

const ACTOR = /^(?:[a-z][a-z0-9-]*|other:[a-z0-9-]+)$/u;

/** Reads the parts of one file and refuses what the record does not know, with file and line. */
export interface FactReader {
  readonly fail: (path: Path, message: string, hint: string) => never;
  readonly date: (text: string, zone: string, path: Path) => EventDate;
  readonly state: (key: string, path: Path) => StateKey;
  readonly states: (keys: readonly string[], path: Path) => readonly StateKey[];
  readonly actors: (ids: readonly string[], path: Path) => readonly string[];
  readonly sources: (raw: readonly RawSource[] | undefined, path: Path) => readonly SourceRef[];
}

/** A reader of facts for one YAML file under a context. */
export function factReader(yaml: YamlFile<unknown>, context: FactContext): FactReader {
  const fail = (path: Path, message: string, hint: string): never => {
    throw new RecordError(message, { where: `${yaml.file}:${yaml.line(...path)}`, hint });
  };

  const date = (text: string, zone: string, path: Path): EventDate => {
    try {
      return parseEventDate(text, zone);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return fail(path, error.message, error.hint ?? "Write an EDTF date.");
    }
  };

  const state = (key: string, path: Path): StateKey => {
    if (context.isState(key)) return key as StateKey;
    const near = context.nearestStates?.(key) ?? [];
    const mend =
      near.length === 0 ? "Use a key of data/states.csv." : `Near: ${near.join(", ")}.`;
    return fail(path, `"${key}" is not a state's key.`, mend);
  };

  const actor = (id: string, path: Path): string => {
    if (/^[A-Z]/u.test(id)) return state(id, path);
    if (ACTOR.test(id)) return id;
    const mend = "Write a state's key (KAZ), an organ's id (csto-council) or other:<id>.";
    return fail(path, `"${id}" names no actor.`, mend);
  };

  const source = (raw: RawSource, path: Path): SourceRef => {
    const ref = toSourceRef(raw);
    if (ref.kind === "registered" && !context.isSource(ref.id)) {
      fail(
        path,
        `"${ref.id}" is not a source of the record.`,
        "Add it to data/sources, or cite it.",
      );
    }
    return ref;
  };

  return {
    fail,
    date,
    state,
    states: (keys, path) => keys.map((key, index) => state(key, [...path, index])),
    actors: (ids, path) => ids.map((id, index) => actor(id, [...path, index])),
    sources: (raw, path) => (raw ?? []).map((item, index) => source(item, [...path, index])),
  };
}
