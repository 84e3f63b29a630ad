import { Argument, Command, Option } from "commander";
import type { RecordBuildOptions } from "./commands/record-build.ts";
import type { RecordDiffOptions } from "./commands/record-diff.ts";
import type { RecordNewCaseOptions } from "./commands/record-new-case.ts";
import type { RecordVerifyOptions } from "./commands/record-verify.ts";
import type { Terminal } from "./terminal.ts";

const tableOrJson = (): Option =>
  new Option("--format <format>", "how to print").choices(["table", "json"]).default("table");

/** `casus record ...`: build, verify and compare compiled records. */
export function recordCommand(terminal: Terminal): Command {
  const command = new Command("record").description("build, verify or compare the record");
  command
    .command("build")
    .description("compile the data folder: same files, same bytes")
    .option("--data <dir>", "data folder (default: the repository's)")
    .option("--output <dir>", "where the record goes (default: the one that the program reads)")
    .option("--quiet", "say nothing when all is well")
    .addHelpText("after", "\nExample:\n  casus record build --data data --output record")
    .action(async (options: RecordBuildOptions) => {
      const { recordBuild } = await import("./commands/record-build.ts");
      await recordBuild(terminal, options);
    });
  command
    .command("verify")
    .description(
      "check the data folder (tallies, states, memberships, sources) and that the record is made of it",
    )
    .option("--data <dir>", "data folder (default: the repository's)")
    .option("--record <dir>", "compiled record (default: the one that the program reads)")
    .addOption(tableOrJson())
    .addHelpText(
      "after",
      "\nA fault is named with its file and line; exit code 1.\n\nExample:\n  casus record verify --format json",
    )
    .action(async (options: RecordVerifyOptions) => {
      const { recordVerify } = await import("./commands/record-verify.ts");
      await recordVerify(terminal, options);
    });
  command
    .command("new")
    .description("start a file of the data folder from a template")
    .addArgument(new Argument("<kind>", "what to start").choices(["case"]))
    .argument("<id>", "its id, such as kaz-2022-01")
    .option("--data <dir>", "data folder (default: the repository's)")
    .addHelpText("after", "\nExample:\n  casus record new case kaz-2022-01")
    .action(async (_kind: string, id: string, options: RecordNewCaseOptions) => {
      const { recordNewCase } = await import("./commands/record-new-case.ts");
      recordNewCase(terminal, id, options);
    });
  command
    .command("diff")
    .description("list what changed from one compiled record to another")
    .argument("<before>", "folder of the earlier record")
    .argument("<after>", "folder of the later record")
    .addOption(tableOrJson())
    .addHelpText("after", "\nExample:\n  casus record diff old/record record")
    .action(async (before: string, after: string, options: RecordDiffOptions) => {
      const { recordDiff } = await import("./commands/record-diff.ts");
      await recordDiff(terminal, before, after, options);
    });
  return command;
}
