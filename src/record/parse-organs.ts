import type { z } from "zod";
import type { EventDate } from "../dates/event-date.ts";
import { cameBefore } from "../dates/lag.ts";
import type { ArticleRef, Size } from "./case.ts";
import { factReader, type FactReader, type Path } from "./fact-reader.ts";
import type { Force, Gathering, Organ, OrganTables } from "./organ.ts";
import { forcesSchema, gatheringsSchema, organsSchema } from "./organs-schema.ts";
import type { CaseContext } from "./parse-case.ts";
import { readYaml, type YamlFile } from "./read-yaml.ts";

/** The texts of the three files of `data/`. */
export interface OrganFiles {
  readonly organs: string;
  readonly forces: string;
  readonly exercises: string;
}

type RawDated = z.output<typeof organsSchema>[number] | z.output<typeof forcesSchema>[number];
type RawRow = RawDated | z.output<typeof gatheringsSchema>[number];
type RawBases = RawDated["legal_bases"];

interface Reading {
  readonly read: FactReader;
  readonly context: CaseContext;
  readonly seen: Set<string>;
}

function reading(yaml: YamlFile<unknown>, context: CaseContext): Reading {
  return { read: factReader(yaml, context), context, seen: new Set() };
}

/** What every row carries, checked: its own id, a known organisation, known sources. */
function common({ read, context, seen }: Reading, raw: RawRow, path: Path) {
  if (seen.has(raw.id)) {
    read.fail([...path, "id"], `"${raw.id}" is used twice.`, "Give each its own id.");
  }
  seen.add(raw.id);
  if (!context.isOrganisation(raw.organisation)) {
    const message = `"${raw.organisation}" is not an organisation of the record.`;
    read.fail(
      [...path, "organisation"],
      message,
      "Use the name of a file in data/organisations.",
    );
  }
  return {
    id: raw.id,
    organisation: raw.organisation,
    name: raw.name,
    confidence: raw.confidence,
    sources: read.sources(raw.sources, [...path, "sources"]),
    note: raw.note ?? null,
  };
}

function spanOf({ read }: Reading, raw: RawDated, path: Path) {
  const from = read.date(raw.from, "Z", [...path, "from"]);
  const to: EventDate | null = raw.to === null ? null : read.date(raw.to, "Z", [...path, "to"]);
  if (to !== null && cameBefore(to, from) === "yes") {
    read.fail([...path, "to"], `"${raw.id}" ends before it begins.`, "Mend one of the dates.");
  }
  return { from, to };
}

function basesOf(at: Reading, raw: RawBases, path: Path): readonly ArticleRef[] {
  return raw.map(({ treaty, article }, index) => {
    const known = at.context.treaties.get(treaty);
    const where = [...path, "legal_bases", index];
    if (known === undefined) {
      const mend = `Known: ${[...at.context.treaties.keys()].join(", ")}.`;
      return at.read.fail(where, `"${treaty}" is not a treaty of the record.`, mend);
    }
    if (article !== null && !known.has(article)) {
      const mend = `Known articles: ${[...known].join(", ")}.`;
      at.read.fail(where, `Article ${article} is not an article of ${treaty}.`, mend);
    }
    return { treaty, article, text: null, by: null, sources: [] };
  });
}

function sizeOf(raw: {
  least: number | null;
  most: number | null;
  note?: string | undefined;
}): Size {
  return { least: raw.least, most: raw.most, note: raw.note ?? null };
}

function organsOf(text: string, context: CaseContext): readonly Organ[] {
  const yaml = readYaml("data/organs.yaml", text, organsSchema);
  const at = reading(yaml, context);
  return yaml.value.map((raw, index) => ({
    ...common(at, raw, [index]),
    ...spanOf(at, raw, [index]),
    sits: raw.sits,
    rule: raw.rule,
    ruleNote: raw.rule_note ?? null,
    legalBases: basesOf(at, raw.legal_bases, [index]),
  }));
}

function forcesOf(
  text: string,
  context: CaseContext,
  organs: ReadonlySet<string>,
): readonly Force[] {
  const yaml = readYaml("data/forces.yaml", text, forcesSchema);
  const at = reading(yaml, context);
  return yaml.value.map((raw, index) => {
    if (!organs.has(raw.decides)) {
      const mend = "Add it to data/organs.yaml.";
      at.read.fail([index, "decides"], `"${raw.decides}" is not an organ of the record.`, mend);
    }
    return {
      ...common(at, raw, [index]),
      ...spanOf(at, raw, [index]),
      mandate: raw.mandate,
      threats: raw.threats,
      area: raw.area,
      decides: raw.decides,
      legalBases: basesOf(at, raw.legal_bases, [index]),
      sizes: raw.sizes.map((size, row) => ({
        ...sizeOf(size),
        date: at.read.date(size.date, "Z", [index, "sizes", row, "date"]),
        sources: at.read.sources(size.sources, [index, "sizes", row, "sources"]),
      })),
    };
  });
}

function gatheringsOf(text: string, context: CaseContext): readonly Gathering[] {
  const yaml = readYaml("data/exercises.yaml", text, gatheringsSchema);
  const at = reading(yaml, context);
  return yaml.value.map((raw, index) => ({
    ...common(at, raw, [index]),
    kind: raw.kind,
    outcome: raw.outcome,
    date: at.read.date(raw.date, "Z", [index, "date"]),
    place: raw.place ?? null,
    size: raw.size === undefined ? null : sizeOf(raw.size),
    stances: raw.stances.map(({ state, stance }, row) => ({
      state: at.read.state(state, [index, "stances", row, "state"]),
      stance,
    })),
  }));
}

/**
 * Reads the organs, forces and gatherings of the organisations.
 *
 * @throws RecordError with `file:line` and a mend for a fault of syntax or schema, an unknown
 * organisation, organ, treaty, article, state or source, a span that ends before it begins, or an id
 * used twice.
 */
export function parseOrgans(files: OrganFiles, context: CaseContext): OrganTables {
  const organs = organsOf(files.organs, context);
  return {
    organs,
    forces: forcesOf(files.forces, context, new Set(organs.map(({ id }) => id))),
    gatherings: gatheringsOf(files.exercises, context),
  };
}
