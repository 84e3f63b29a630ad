import { Command } from "commander";
import type { RecordBuildOptions } from "./commands/record-build.ts";
import type { Terminal } from "./terminal.ts";

/** `casus record ...`: build, verify and compare compiled records. */
export function recordCommand(terminal: Terminal): Command {
  const command = new Command("record").description("build, verify or compare the record");
  command
    .command("build")
    .description("compile the data folder: same files, same bytes")
    .option("--data <dir>", "data folder (default: the repository's)")
    .option("--output <dir>", "where the record goes (default: the one that the program reads)")
    .option("--quiet", "say nothing when all is well")
    .action(async (options: RecordBuildOptions) => {
      const { recordBuild } = await import("./commands/record-build.ts");
      recordBuild(terminal, options);
    });
  return command;
}
