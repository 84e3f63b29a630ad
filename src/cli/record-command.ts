import { Argument, Command } from "commander";
import type { RecordBuildOptions } from "./commands/record-build.ts";
import type { RecordDiffOptions } from "./commands/record-diff.ts";
import type { RecordNewCaseOptions } from "./commands/record-new-case.ts";
import type { RecordVerifyOptions } from "./commands/record-verify.ts";
import type { Terminal } from "./terminal.ts";
import { TABLE_OR_JSON, withFormat } from "./with-format.ts";

/** `casus record ...`: build, verify and compare compiled records. */
export function recordCommand(terminal: Terminal): Command {
  const command = new Command("record").description("build, verify or compare the record");
  withFormat(command.command("build"), TABLE_OR_JSON)
    .description("compile the data folder: same files, same bytes")
    .option("--data <dir>", "data folder (default: the repository's)")
    .option("--output <dir>", "where the record goes (default: the one that the program reads)")
    .option("--quiet", "say nothing when all is well")
    .addHelpText("after", "\nExample:\n  casus record build --data data --output record")
    .action(async (options: RecordBuildOptions) => {
      const { recordBuild } = await import("./commands/record-build.ts");
      await recordBuild(terminal, options);
    });
  withFormat(command.command("verify"), TABLE_OR_JSON)
    .description(
      "check the data folder (tallies, states, memberships, sources) and that the record is made of it",
    )
    .option("--data <dir>", "data folder (default: the repository's)")
    .option("--record <dir>", "compiled record (default: the one that the program reads)")
    .addHelpText(
      "after",
      "\nA fault is named with its file and line; exit code 1.\n\nExample:\n  casus record verify --json",
    )
    .action(async (options: RecordVerifyOptions) => {
      const { recordVerify } = await import("./commands/record-verify.ts");
      await recordVerify(terminal, options);
    });
  withFormat(command.command("new"), TABLE_OR_JSON)
    .description("start a file of the data folder from a template")
    .addArgument(new Argument("<kind>", "what to start").choices(["case"]))
    .argument("<id>", "its id, such as kaz-2022-01")
    .option("--data <dir>", "data folder (default: the repository's)")
    .addHelpText("after", "\nExample:\n  casus record new case kaz-2022-01")
    .action(async (_kind: string, id: string, options: RecordNewCaseOptions) => {
      const { recordNewCase } = await import("./commands/record-new-case.ts");
      recordNewCase(terminal, id, options);
    });
  withFormat(command.command("diff"), TABLE_OR_JSON)
    .description("list what changed from one compiled record to another")
    .argument("<before>", "folder of the earlier record")
    .argument("<after>", "folder of the later record")
    .addHelpText("after", "\nExample:\n  casus record diff old/record record")
    .action(async (before: string, after: string, options: RecordDiffOptions) => {
      const { recordDiff } = await import("./commands/record-diff.ts");
      await recordDiff(terminal, before, after, options);
    });
  return command;
}
