import { RecordError } from "../errors.ts";
import { parseCsv } from "../states/csv.ts";
import { parseStates } from "../states/parse-states.ts";
import { createStateTable, type StateTable } from "../states/state-table.ts";
import type { Case } from "./case.ts";
import type { ClaimFile } from "./claim.ts";
import { compileVotes, type MembershipCut } from "./compile-votes.ts";
import type { FactContext } from "./fact-reader.ts";
import type { MissionDuration } from "./mission-duration.ts";
import type { NamedScenario } from "./named-scenario.ts";
import { organisationSchema } from "./organisation-schema.ts";
import type { Organisation } from "./organisation.ts";
import { type CaseContext, parseCase } from "./parse-case.ts";
import { parseAllianceSurvival } from "./parse-alliance-survival.ts";
import { parseClaims } from "./parse-claims.ts";
import { parseOrgans } from "./parse-organs.ts";
import { parseParticipation } from "./parse-participation.ts";
import { parseReadings } from "./parse-readings.ts";
import { parseScenarios } from "./parse-scenarios.ts";
import { parseStances } from "./parse-stances.ts";
import { parseTreaty } from "./parse-treaty.ts";
import { readYaml, type YamlFile } from "./read-yaml.ts";
import { readExposures } from "./read-exposures.ts";
import { readMeans } from "./read-means.ts";
import type { CompiledTables, RegimeSpell } from "./record.ts";
import { sourceListSchema } from "./source-schema.ts";
import type { Source } from "./source.ts";
import { citableArticles, type Treaty } from "./treaty.ts";
import { checkOrganisation } from "./check-organisation.ts";

/** The text files of a data folder, by path from the project's root, in sorted order. */
export type DataFiles = ReadonlyMap<string, string>;

const STANCES = "data/stances.yaml";
const PARTICIPATION = "data/participation.yaml";
const READINGS = "data/readings.yaml";
const SURVIVAL = "data/alliance-survival.yaml";

/** A record in its compiled form, before it is written. */
export interface CompiledRecord {
  readonly tables: CompiledTables;
  readonly cells: Uint8Array;
  readonly cut: MembershipCut;
}

function need(files: DataFiles, path: string): string {
  const text = files.get(path);
  if (text === undefined) {
    throw new RecordError("the file is missing.", {
      where: path,
      hint: "Restore it from the repository.",
    });
  }
  return text;
}

/** The texts under a folder of the data. */
export function filesUnder(files: DataFiles, folder: string): [path: string, text: string][] {
  return [...files].filter(([path]) => path.startsWith(folder) && path.endsWith(".yaml"));
}

/** The sources defined under a data folder, each id once. */
export function readSources(files: DataFiles): Source[] {
  const sources: Source[] = [];
  const seen = new Map<string, string>();
  for (const [path, text] of filesUnder(files, "data/sources/")) {
    const { value, line } = readYaml(path, text, sourceListSchema);
    for (const [index, source] of value.entries()) {
      const where = `${path}:${line(index)}`;
      const earlier = seen.get(source.id);
      if (earlier !== undefined) {
        throw new RecordError(`source "${source.id}" is already defined at ${earlier}.`, {
          where,
        });
      }
      seen.set(source.id, where);
      sources.push(source);
    }
  }
  return sources.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Reads the table of regime spells. */
function readRegimes(text: string, states: StateTable): RegimeSpell[] {
  return parseCsv(text).rows.map(({ line, fields }) => {
    const [state = "", from, to, regime] = fields;
    if (!states.has(state) || (regime !== "democracy" && regime !== "autocracy")) {
      throw new RecordError(`"${fields.join(",")}" is not a regime spell.`, {
        where: `data/regimes.csv:${line}`,
      });
    }
    return { state, fromYear: Number(from), toYear: Number(to), regime };
  });
}

/** The YAML of the organisations, checked against the states table and the sources. */
export function readOrganisations(
  files: readonly (readonly [path: string, text: string])[],
  states: StateTable,
  sources: ReadonlySet<string>,
): YamlFile<Organisation>[] {
  const read = files.map(([path, text]) => readYaml(path, text, organisationSchema));
  for (const file of read) checkOrganisation(file, states, sources);
  return read;
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** The treaties of a data folder, by id. */
function readTreaties(files: DataFiles, context: FactContext): readonly Treaty[] {
  const texts = filesUnder(files, "data/treaties/");
  return byId(texts.map(([path, text]) => parseTreaty(path, text, context)));
}

/** What a case, an organ or a force may refer to. */
function caseContext(
  context: FactContext,
  treaties: readonly Treaty[],
  organisations: ReadonlySet<string>,
): CaseContext {
  return {
    ...context,
    treaties: new Map(treaties.map((treaty) => [treaty.id, citableArticles(treaty)])),
    isOrganisation: organisations.has.bind(organisations),
  };
}

/** The cases of a data folder, by id, with every reference checked. */
export function readCases(
  files: DataFiles,
  context: FactContext,
  treaties: readonly Treaty[],
  organisations: ReadonlySet<string>,
): readonly Case[] {
  const known = caseContext(context, treaties, organisations);
  return byId(
    filesUnder(files, "data/cases/").map(([path, text]) => parseCase(path, text, known)),
  );
}

/** The files of claims of a data folder, by id; a template is not one of them. */
function readClaims(files: DataFiles): readonly ClaimFile[] {
  const seen = new Set<string>();
  const read = filesUnder(files, "data/claims/").map(([path, text]) => {
    const { claims } = parseClaims(path, text);
    if (seen.has(claims.id)) {
      const hint = "Give one of them another id.";
      throw new RecordError(`Two files of claims have the id "${claims.id}".`, {
        where: path,
        hint,
      });
    }
    seen.add(claims.id);
    return claims;
  });
  return byId(read);
}

/** The scenarios of a data folder, by id, each id once. */
function readScenarios(
  files: DataFiles,
  context: FactContext,
  organisations: ReadonlySet<string>,
  claims: readonly ClaimFile[],
): readonly NamedScenario[] {
  const ids = new Set(
    claims.flatMap((file) => file.claims.map((claim) => `${file.id}/${claim.n}`)),
  );
  const known = {
    ...context,
    isOrganisation: organisations.has.bind(organisations),
    isClaim: ids.has.bind(ids),
  };
  const seen = new Map<string, string>();
  const read = filesUnder(files, "data/scenarios/").flatMap(([path, text]) => {
    const scenarios = parseScenarios(path, text, known);
    for (const { id } of scenarios) {
      const earlier = seen.get(id);
      if (earlier !== undefined) {
        throw new RecordError(`The scenario "${id}" is already in ${earlier}.`, {
          where: path,
          hint: "Give one of them another id.",
        });
      }
      seen.set(id, path);
    }
    return scenarios;
  });
  return byId(read);
}

/** Reads the table of how long the United Nations' missions lasted. */
function readMissionDurations(text: string): readonly MissionDuration[] {
  return parseCsv(text).rows.map(({ line, fields }) => {
    const [months = NaN, ended = NaN, censored = NaN] = fields.map(Number);
    if (![months, ended, censored].every((value) => Number.isInteger(value) && value >= 0)) {
      const where = `data/un-missions.csv:${line}`;
      throw new RecordError(`"${fields.join(",")}" is not a duration with its counts.`, {
        where,
      });
    }
    return { months, ended, censored };
  });
}

/** The states table of a data folder. */
function readStates(files: DataFiles) {
  return parseStates({
    states: need(files, "data/states.csv"),
    successions: need(files, "data/state-successions.csv"),
    unMembership: need(files, "data/un-membership.csv"),
  });
}

/**
 * Compiles the data folder into the record: every table parsed under its schema, every reference
 * checked, every tally recounted. Same files, same result.
 *
 * @throws RecordError with the file and line of the first fault.
 */
export function buildRecord(files: DataFiles): CompiledRecord {
  const rows = readStates(files);
  const states = createStateTable(rows);
  const sources = readSources(files);
  const ids = new Set(sources.map(({ id }) => id));
  const organisations = readOrganisations(
    filesUnder(files, "data/organisations/"),
    states,
    ids,
  );
  const context: FactContext = {
    isState: states.has,
    nearestStates: states.nearest,
    isSource: (id) => ids.has(id),
  };
  const treaties = readTreaties(files, context);
  const known = new Set(organisations.map(({ value }) => value.id));
  const { votes, disagreements, cut } = compileVotes(
    {
      rollCalls: need(files, "data/unga/rollcalls.csv"),
      votes: need(files, "data/unga/votes.csv"),
      partial: need(files, "data/unga/partial.csv"),
      disagreements: need(files, "data/unga/disagreements.csv"),
      corrections: need(files, "data/unga/corrections.csv"),
    },
    states,
  );
  const claims = readClaims(files);
  const tables: CompiledTables = {
    ...rows,
    regimes: readRegimes(need(files, "data/regimes.csv"), states),
    organisations: organisations
      .map(({ value }) => value)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    sources,
    treaties,
    cases: readCases(files, context, treaties, known),
    means: readMeans(need(files, "data/means.csv"), states, known),
    exposures: readExposures(files, states),
    missionDurations: readMissionDurations(need(files, "data/un-missions.csv")),
    stances: parseStances(STANCES, need(files, STANCES), {
      ...context,
      isOrganisation: known.has.bind(known),
    }),
    participation: parseParticipation(PARTICIPATION, need(files, PARTICIPATION), {
      ...context,
      organisations: new Map(organisations.map(({ value }) => [value.id, value])),
    }),
    ...parseOrgans(
      {
        organs: need(files, "data/organs.yaml"),
        forces: need(files, "data/forces.yaml"),
        exercises: need(files, "data/exercises.yaml"),
      },
      caseContext(context, treaties, known),
    ),
    claims,
    scenarios: readScenarios(files, context, known, claims),
    readings: parseReadings(READINGS, need(files, READINGS), known),
    allianceSurvival: parseAllianceSurvival(SURVIVAL, need(files, SURVIVAL), ids.has.bind(ids)),
    voters: votes.voters,
    rollCalls: votes.rollCalls,
    disagreements,
  };
  return { tables, cells: votes.cells, cut };
}
