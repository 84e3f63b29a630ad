import { Command } from "commander";
import type { SourceFormat } from "./commands/source-list.ts";
import type { Terminal } from "./terminal.ts";
import { TABLE_OR_JSON, withFormat } from "./with-format.ts";

const STORE =
  "\nThe store is the folder CASUS_SOURCES names, else casus/sources in your folder for data.";

/** `casus source ...`: the data sets that a user brings, since their terms let none ship. */
export function sourceCommand(terminal: Terminal): Command {
  const command = new Command("source").description(
    "bring data sets that may not ship: ATOP, National Material Capabilities, ...",
  );
  withFormat(command.command("add"), TABLE_OR_JSON)
    .description("check the files of a data set and copy them to your store")
    .argument("<name>", '"casus source list" names them')
    .argument("<files...>", "its files as CSV, plain or gzipped")
    .addHelpText(
      "after",
      "\nA file that is truncated, of another version or another data set's is refused in one line, and\n" +
        "the store stays as it was. Files added before under the same name are replaced.\n" +
        `${STORE}\n\nExamples:\n  casus source add nmc NMC-70-abridged.csv\n` +
        "  casus source add atop atop5_1m.csv atop5_1ph.csv\n" +
        "  casus get /alliances/csto/capabilities --sources",
    )
    .action(async (name: string, files: string[], options: SourceFormat) => {
      const { sourceAdd } = await import("./commands/source-add.ts");
      await sourceAdd(terminal, name, files, options);
    });
  withFormat(command.command("list"), TABLE_OR_JSON)
    .description("list the data sets that can be brought, and those that were")
    .addHelpText(
      "after",
      `${STORE}\n\nExamples:\n  casus source list\n  casus source list --json`,
    )
    .action(async (options: SourceFormat) => {
      const { sourceList } = await import("./commands/source-list.ts");
      sourceList(terminal, options);
    });
  withFormat(command.command("verify"), TABLE_OR_JSON)
    .description("read the files of the store anew: checksums, versions, every row")
    .argument("[names...]", "only these")
    .addHelpText("after", `${STORE}\n\nExample:\n  casus source verify atop`)
    .action(async (names: string[], options: SourceFormat) => {
      const { sourceVerify } = await import("./commands/source-verify.ts");
      await sourceVerify(terminal, names, options);
    });
  withFormat(command.command("remove"), TABLE_OR_JSON)
    .description("take a data set out of the store")
    .argument("<name>", "such as atop")
    .addHelpText("after", STORE)
    .action(async (name: string, options: SourceFormat) => {
      const { sourceRemove } = await import("./commands/source-remove.ts");
      sourceRemove(terminal, name, options);
    });
  return command;
}
