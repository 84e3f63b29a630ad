import { diffRecords } from "../../record/diff-records.ts";
import { openRecord } from "../../record/open-record.ts";
import type { Terminal } from "../terminal.ts";

/** Options of `casus record diff`. */
export interface RecordDiffOptions {
  readonly format?: string;
}

/** Prints what changed from one compiled record to another. */
export async function recordDiff(
  terminal: Terminal,
  before: string,
  after: string,
  options: RecordDiffOptions,
): Promise<void> {
  const [from, to] = [openRecord(before), openRecord(after)];
  const changes = diffRecords(from, to);
  if (options.format === "json") {
    terminal.out(
      `${JSON.stringify({ before: from.release, after: to.release, changes }, null, 2)}\n`,
    );
    return;
  }
  terminal.out(`${from.release} -> ${to.release}: ${changes.length} changes\n`);
  for (const { table, key, change, before: a, after: b } of changes) {
    terminal.out(
      `${change.padEnd(8)} ${table}: ${key}${change === "changed" ? `: ${a} -> ${b}` : ""}\n`,
    );
  }
}
