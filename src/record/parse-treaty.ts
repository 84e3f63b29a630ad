import { DAY, HOUR, MINUTE } from "../dates/event-date.ts";
import { cameBefore } from "../dates/lag.ts";
import { factReader, type FactContext, type FactReader, type Path } from "./fact-reader.ts";
import { readYaml } from "./read-yaml.ts";
import { treatySchema, type RawSelector, type RawTreaty } from "./treaty-schema.ts";
import {
  ROLES,
  type Constraint,
  type EventSelector,
  type Provision,
  type Treaty,
  type TreatyAct,
  type TreatyVersion,
} from "./treaty.ts";

type RawProvision = RawTreaty["provisions"][number];
type RawConstraint = RawProvision["constraints"][number];

/** Milliseconds of an ISO 8601 duration in weeks, days, hours and minutes. */
function durationMs(text: string): number {
  const parts =
    /^P(?:(?<weeks>\d+)W)?(?:(?<days>\d+)D)?(?:T(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?)?$/u.exec(
      text,
    )?.groups ?? {};
  const part = (name: string): number => Number(parts[name] ?? 0);
  const days = 7 * part("weeks") + part("days");
  return days * DAY + part("hours") * HOUR + part("minutes") * MINUTE;
}

function actOf(
  read: FactReader,
  raw: NonNullable<RawTreaty["in_force"]>,
  key: string,
): TreatyAct {
  return {
    date: read.date(raw.date, "Z", [key, "date"]),
    place: raw.place ?? null,
    event: raw.event ?? null,
    sources: read.sources(raw.sources, [key, "sources"]),
  };
}

function versionsOf(read: FactReader, raw: RawTreaty["versions"]): readonly TreatyVersion[] {
  const versions = raw.map((row, index): TreatyVersion => ({
    id: row.id,
    from: read.date(row.from, "Z", ["versions", index, "from"]),
    to: row.to === null ? null : read.date(row.to, "Z", ["versions", index, "to"]),
    basis: row.basis,
    sources: read.sources(row.sources, ["versions", index, "sources"]),
  }));
  for (const [index, { id, from, to }] of versions.entries()) {
    const at: Path = ["versions", index, "to"];
    const next = versions[index + 1];
    if (to !== null && cameBefore(to, from) === "yes") {
      read.fail(at, `Version "${id}" ends before it begins.`, "Mend one of the two dates.");
    }
    if (next !== undefined && (to === null || cameBefore(next.from, to) === "yes")) {
      const mend = `Let it end on ${next.from.text}, when "${next.id}" begins.`;
      read.fail(at, `Version "${id}" still runs when "${next.id}" begins.`, mend);
    }
  }
  return versions;
}

const isRole = (term: string): boolean => (ROLES as readonly string[]).includes(term);

function selectorOf(
  read: FactReader,
  raw: RawSelector,
  articles: ReadonlySet<string>,
  path: Path,
) {
  for (const key of ["actor", "addressee"] as const) {
    for (const [index, term] of raw[key].entries()) {
      if (!isRole(term)) read.actors([term], [...path, key, index]);
    }
  }
  for (const [index, article] of raw.article.entries()) {
    if (!articles.has(article)) {
      const mend = `Known articles: ${[...articles].join(", ")}.`;
      read.fail([...path, "article", index], `Article ${article} is not in this treaty.`, mend);
    }
  }
  const selector: EventSelector = {
    events: raw.event,
    actors: raw.actor,
    addressees: raw.addressee,
    articles: raw.article,
    instruments: raw.instrument,
    threats: raw.threat,
    place: raw.place ?? null,
    adversary: raw.adversary ?? null,
  };
  return selector;
}

function constraintOf(
  read: FactReader,
  raw: RawConstraint,
  articles: ReadonlySet<string>,
  path: Path,
): Constraint {
  const key = raw.template === "precedence" ? "first" : "then";
  const target = raw[key];
  if (target === undefined) {
    return read.fail(path, `The constraint "${raw.id}" names no event.`, `Add "${key}".`);
  }
  const when =
    raw.when === undefined ? null : selectorOf(read, raw.when, articles, [...path, "when"]);
  return {
    id: raw.id,
    says: raw.says,
    template: raw.template,
    when,
    target: selectorOf(read, target, articles, [...path, key]),
    within: raw.within ?? null,
    withinMs: raw.within === undefined ? null : durationMs(raw.within),
    reading: raw.reading ?? null,
  };
}

function provisionOf(
  read: FactReader,
  raw: RawProvision,
  known: { readonly versions: readonly string[]; readonly articles: ReadonlySet<string> },
  path: Path,
): Provision {
  for (const [index, id] of (raw.versions ?? []).entries()) {
    if (!known.versions.includes(id)) {
      const mend = `Known versions: ${known.versions.join(", ")}.`;
      read.fail([...path, "versions", index], `"${id}" is not a version of this treaty.`, mend);
    }
  }
  const { trigger, decides, exit } = raw;
  return {
    id: raw.id,
    article: raw.article,
    versions: raw.versions ?? known.versions,
    text: raw.text,
    obligation: raw.obligation,
    trigger:
      trigger === undefined
        ? null
        : {
            threats: trigger.threats,
            place: trigger.place ?? null,
            area: trigger.area ?? null,
            requestNeeded: trigger.request_needed,
            note: trigger.note ?? null,
          },
    decides:
      decides === undefined
        ? null
        : {
            organ: decides.organ,
            rule: decides.rule,
            without: decides.without ?? null,
            note: decides.note ?? null,
          },
    notices: raw.notices.map(({ to, within, note }) => ({
      to,
      within: within ?? null,
      note: note ?? null,
    })),
    instruments: raw.instruments,
    legalBase: raw.legal_base ?? null,
    exit: exit === undefined ? null : { notice: exit.notice ?? null, note: exit.note ?? null },
    confidence: raw.confidence,
    sources: read.sources(raw.sources, [...path, "sources"]),
    note: raw.note ?? null,
    constraints: raw.constraints.map((row, index) =>
      constraintOf(read, row, known.articles, [...path, "constraints", index]),
    ),
  };
}

/** Refuses two provisions, or two constraints, of one id. */
function checkIds(read: FactReader, provisions: readonly Provision[]): void {
  const seen = new Set<string>();
  const once = (id: string, path: Path): void => {
    if (seen.has(id)) read.fail(path, `"${id}" is used twice.`, "Give each its own id.");
    seen.add(id);
  };
  for (const [index, provision] of provisions.entries()) {
    once(provision.id, ["provisions", index, "id"]);
    for (const [at, { id }] of provision.constraints.entries()) {
      once(id, ["provisions", index, "constraints", at, "id"]);
    }
  }
}

/**
 * Reads one treaty file.
 *
 * @throws RecordError with `file:line` and a mend for a fault of syntax or schema, a wrong date, an
 * unknown state, version, article or source, versions that overlap, or an id used twice.
 */
export function parseTreaty(file: string, text: string, context: FactContext): Treaty {
  const yaml = readYaml(file, text, treatySchema);
  const raw = yaml.value;
  const read = factReader(yaml, context);
  if (file.split("/").at(-1) !== `${raw.id}.yaml`) {
    read.fail(
      ["id"],
      `The id "${raw.id}" is not the file's name.`,
      `Call the file ${raw.id}.yaml.`,
    );
  }
  const versions = versionsOf(read, raw.versions);
  const written = [...raw.provisions.map(({ article }) => article), ...raw.other_articles];
  const known = {
    versions: versions.map(({ id }) => id),
    articles: new Set([...written, ...written.map((article) => article.replace(/\(.*$/u, ""))]),
  };
  const provisions = raw.provisions.map((row, index) =>
    provisionOf(read, row, known, ["provisions", index]),
  );
  checkIds(read, provisions);
  return {
    id: raw.id,
    name: raw.name,
    organisation: raw.organisation,
    kind: raw.kind,
    signed: actOf(read, raw.signed, "signed"),
    inForce: raw.in_force === null ? null : actOf(read, raw.in_force, "in_force"),
    ended: raw.ended === null ? null : actOf(read, raw.ended, "ended"),
    parties: read.states(raw.parties, ["parties"]),
    partiesNote: raw.parties_note ?? null,
    versions,
    provisions,
    otherArticles: raw.other_articles,
    notes: raw.notes ?? null,
  };
}
