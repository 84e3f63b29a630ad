import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RecordError } from "../../errors.ts";
import { buildRecord } from "../../record/build-record.ts";
import { readDataFiles } from "../../record/data-files.ts";
import { openRecord, SHIPPED_RECORD } from "../../record/open-record.ts";
import type { Manifest } from "../../record/record.ts";
import { type Verification, verifyRecord } from "../../record/verify-record.ts";
import type { Terminal } from "../terminal.ts";
import { recordFiles, SHIPPED_DATA } from "./record-build.ts";

/** How the cases are sourced, in lines. */
function conductLines(conduct: Verification["conduct"]): readonly string[] {
  const { cases, events, sourced, byConfidence, rich } = conduct;
  const levels = Object.keys(byConfidence)
    .map((level) => `${level} ${sourced[level]} of ${byConfidence[level]}`)
    .join(", ");
  const all = Object.values(sourced).reduce((sum, count) => sum + count, 0);
  return [
    `cases           ${cases}, ${events} events; ${rich} with eight events or more and two independent sources`,
    `                appeal, decision or refusal with a source that can be found again: ${all} of ${cases} (${levels})`,
    `treaties        ${conduct.treaties}, ${conduct.provisions} provisions, ${conduct.constraints} constraints`,
    `stances         ${conduct.stances}; participation ${conduct.participation}`,
  ];
}

/** Options of `casus record verify`. */
export interface RecordVerifyOptions {
  readonly data?: string;
  readonly record?: string;
  readonly format?: string;
}

/** Checks the data folder and that the compiled record is made of it. */
export async function recordVerify(
  terminal: Terminal,
  options: RecordVerifyOptions,
): Promise<void> {
  const folder = options.record ?? SHIPPED_RECORD;
  const compiled = buildRecord(readDataFiles(options.data ?? SHIPPED_DATA));
  const found = verifyRecord(compiled);
  const { release } = openRecord(folder, { whole: true });
  const fresh = (await recordFiles(compiled)).get("manifest.json")!;
  const due = (JSON.parse(Buffer.from(fresh).toString("utf8")) as Manifest).release;
  const present = readFileSync(join(folder, "manifest.json"), "utf8");
  if (due !== release || present !== Buffer.from(fresh).toString("utf8")) {
    throw new RecordError(`the record is release ${release}, the data folder makes ${due}.`, {
      where: folder,
      hint: 'Run "casus record build".',
    });
  }
  if (found.tallyFaults.length > 0) {
    throw new RecordError(
      `the tallies of roll calls ${found.tallyFaults.slice(0, 10).join(", ")} differ from their votes.`,
    );
  }
  if (options.format === "json") {
    terminal.out(`${JSON.stringify({ release, ...found }, null, 2)}\n`);
    return;
  }
  const pairs = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count.toLocaleString("en-US")}`)
      .join(", ");
  terminal.out(
    [
      `record ${release}: in order`,
      `roll calls      ${found.rollCalls.toLocaleString("en-US")}, ${found.incomplete} incomplete, ${found.partial} of them only partly known; every tally recounted`,
      `cells           ${pairs(found.cells)}`,
      `providers       differ on ${found.disagreements.toLocaleString("en-US")} cells`,
      `UN membership   ${found.absencesOutsideMembership.toLocaleString("en-US")} absences outside it taken out; votes cast outside it kept: ${pairs(found.castOutsideMembership)}`,
      `states          ${found.states}`,
      `organisations   ${found.organisations}, ${found.memberships} memberships (${pairs(found.membershipsByConfidence)})`,
      `sources         ${found.sources}`,
      ...conductLines(found.conduct),
      "",
    ].join("\n"),
  );
}
