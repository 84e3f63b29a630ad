import { existsSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../../errors.ts";
import { writeFileWhole } from "../../record/write-files.ts";
import type { Terminal } from "../terminal.ts";
import { SHIPPED_DATA } from "./record-build.ts";

/** Options of `casus record new case`. */
export interface RecordNewCaseOptions {
  readonly data?: string;
  readonly format?: string;
}

const template = (
  id: string,
): string => `# yaml-language-server: $schema=../schema/case.schema.json
# Replace every line that ends in "# ..."; docs/cases.md explains each. Then: casus record verify
id: ${id}
code: null
title: Who called whom, when # ...
organisation: csto # id of data/organisations, or null
treaties: [cst-1992] # ids of data/treaties, or []
concerned: [KAZ] # the states in trouble
appellant: { states: [KAZ], actor: president, authentic: yes } # null where nobody called
addressee: { kind: organ, ids: [csto-council] } # kind: organ, state, mixed or none
decider: organ # organ, single, mixed or none
threat: { claimed: [external], coded: external } # external, internal, terrorism, cyber, mixed
place: { state: KAZ, inside_treaty_area: true }
outcome: unknown # troops, forces, mission, materiel, political, sanctions, refused, none, no-appeal, unknown
zone: "+00:00" # offset of dates without a clock
events: # in the order of time; dates in EDTF: "2022-01-05", "2010-06~", "2022-01-05T21:50Z/.."
  - id: appeal
    type: appeal
    date: "2026-01-01" # ...
    actor: KAZ
    addressee: csto-council
    text: What happened, in your own words. # ...
    confidence: low # high needs a source that others can find
    sources:
      - general-knowledge # an id of data/sources, an address that you read, or { cite: ..., note: ... }
confidence: low
coder: your name # ...
`;

/** Starts a case file from a template that parses; an existing file is left alone. */
export function recordNewCase(
  terminal: Terminal,
  id: string,
  options: RecordNewCaseOptions,
): void {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/u.test(id)) {
    throw new UsageError(`"${id}" is not an id of a case.`, {
      hint: 'Write the state and the month, such as "kaz-2022-01".',
    });
  }
  const path = join(options.data ?? SHIPPED_DATA, "cases", `${id}.yaml`);
  if (existsSync(path)) {
    throw new UsageError(`"${path}" exists already.`, {
      hint: "Edit it, or choose another id.",
    });
  }
  writeFileWhole(path, template(id));
  const isJson = options.format === "json";
  terminal.out(`${isJson ? JSON.stringify({ id, path }, null, 2) : path}\n`);
}
