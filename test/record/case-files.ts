import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Case } from "../../src/record/case.ts";
import type { FactContext } from "../../src/record/fact-reader.ts";
import { parseCase, type CaseContext } from "../../src/record/parse-case.ts";
import { parseTreaty } from "../../src/record/parse-treaty.ts";
import { citableArticles, type Treaty } from "../../src/record/treaty.ts";
import { parseStates } from "../../src/states/parse-states.ts";
import { createStateTable } from "../../src/states/state-table.ts";

const read = (path: string): string => readFileSync(path, "utf8");
const yamls = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => `${folder}/${name}`);

/** The context in which the files of the shipped record are read. */
export function factContext(): FactContext {
  const states = createStateTable(
    parseStates({
      states: read("data/states.csv"),
      successions: read("data/state-successions.csv"),
      unMembership: read("data/un-membership.csv"),
    }),
  );
  const rows = yamls("data/sources").flatMap((file) => parse(read(file)) as { id: string }[]);
  const sources = new Set(rows.map(({ id }) => id));
  return {
    isState: states.has,
    nearestStates: states.nearest,
    isSource: (id) => sources.has(id),
  };
}

/** Every treaty of the shipped record. */
export function readTreaties(context: FactContext): readonly Treaty[] {
  return yamls("data/treaties").map((file) => parseTreaty(file, read(file), context));
}

/** The context in which the cases of the shipped record are read. */
export function caseContext(): CaseContext {
  const context = factContext();
  const organisations = new Set(
    yamls("data/organisations").map((file) => file.replace(/^.*\/|\.yaml$/gu, "")),
  );
  return {
    ...context,
    treaties: new Map(
      readTreaties(context).map((treaty) => [treaty.id, citableArticles(treaty)]),
    ),
    isOrganisation: (id) => organisations.has(id),
  };
}

/** The paths of the case files. */
export const caseFiles = (): readonly string[] => yamls("data/cases");

/** Every case of the shipped record. */
export function readCases(context: CaseContext): readonly Case[] {
  return caseFiles().map((file) => parseCase(file, read(file), context));
}
