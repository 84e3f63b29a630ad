#!/usr/bin/env node
import { Command, CommanderError, Option } from "commander";
import type { AssessOptions } from "./commands/assess.ts";
import type { CiteOptions } from "./commands/cite.ts";
import type { GetOptions } from "./commands/get.ts";
import type { ServeOptions } from "./commands/serve.ts";
import { errorLine, exitCode } from "./exit-code.ts";
import { packageVersion } from "./package-version.ts";
import { recordCommand } from "./record-command.ts";
import { processTerminal, type Terminal } from "./terminal.ts";

const FORMATS = ["table", "json", "csv", "md", "html", "svg", "bib"];

const recordOption = (): Option =>
  new Option("--record <dir>", "a compiled record (default: the one that ships)");
const overlayOption = (): Option =>
  new Option(
    "--overlay <dir>",
    "your private rows, laid over the record: organisations/*.yaml, cases/*.yaml, rollcalls.csv, votes.csv",
  );

function assessCommand(terminal: Terminal): Command {
  return new Command("assess")
    .description(
      "assess an organisation: members, alignment, cohesion, splits, in findings with intervals",
    )
    .argument("<alliance>", 'id of an organisation ("casus get /alliances" lists them)')
    .addOption(
      new Option("--format <format>", "how to print")
        .choices(["table", "json", "csv", "md", "html"])
        .default("table"),
    )
    .option("--html <file>", "write one self-contained HTML file with figures, ready to print")
    .option("--md <file>", "write Markdown")
    .option(
      "--measure <name>",
      "similarity measure: kappa (default), pi, s_abs, s_sq, agreement, alignment",
    )
    .option("--convention <name>", "absence and unanimity: pairwise (default), voeten, haege")
    .option("--seed <n>", "seed of the random draws (default 1)")
    .addOption(recordOption())
    .addOption(overlayOption())
    .addHelpText(
      "after",
      "\nExamples:\n  casus assess csto\n  casus assess nato --html nato.html\n  casus assess ecowas --measure pi --format json",
    )
    .action(async (alliance: string, options: AssessOptions) => {
      const { assess } = await import("./commands/assess.ts");
      await assess(terminal, alliance, options);
    });
}

function getCommand(terminal: Terminal): Command {
  return new Command("get")
    .description("answer an address; an extension names the form")
    .argument("<address>", "such as /alliances/csto/cohesion.csv?from=1992")
    .addOption(
      new Option("--format <format>", "form where the address has no extension")
        .choices(FORMATS)
        .default("table"),
    )
    .option("--output <file>", "write to a file instead of printing")
    .addOption(recordOption())
    .addOption(overlayOption())
    .addHelpText(
      "after",
      "\nExamples:\n  casus get /alliances\n  casus get /rollcalls/A-RES-ES-11-1.json\n" +
        '  casus get "/alliances/csto/alignment.csv?from=2010&measure=pi"\n' +
        '  casus get "/groups/KAZ~KGZ~TJK~TKM~UZB/cohesion.svg" --output cohesion.svg\n' +
        '  casus get "/rollcalls?q=ukraine&state=ARM~KAZ"',
    )
    .action(async (address: string, options: GetOptions) => {
      const { get } = await import("./commands/get.ts");
      await get(terminal, address, options);
    });
}

function citeCommand(terminal: Terminal): Command {
  return new Command("cite")
    .description("how to cite an address: its permalink and the sources that it rests on")
    .argument("<address>", "such as /alliances/csto/cohesion")
    .addOption(
      new Option("--format <format>", "form of the citation")
        .choices(["text", "bibtex", "ris", "csl-json"])
        .default("text"),
    )
    .addOption(recordOption())
    .addOption(overlayOption())
    .addHelpText("after", "\nExample:\n  casus cite /alliances/csto/cohesion --format bibtex")
    .action(async (address: string, options: CiteOptions) => {
      const { cite } = await import("./commands/cite.ts");
      await cite(terminal, address, options);
    });
}

function serveCommand(terminal: Terminal): Command {
  return new Command("serve")
    .description("serve every address over HTTP on this machine")
    .option("--port <n>", "port (0 takes a free one)", "8765")
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .addOption(recordOption())
    .addOption(overlayOption())
    .addHelpText("after", "\nExamples:\n  casus serve\n  casus serve --port 0")
    .action(async (options: ServeOptions) => {
      const { serve } = await import("./commands/serve.ts");
      await serve(terminal, options);
    });
}

function program(terminal: Terminal): Command {
  const command = new Command("casus")
    .description("An open observatory and laboratory of collective-security alliances.")
    .version(packageVersion())
    .showHelpAfterError('(run with "--help" for the commands and examples)')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .addHelpText(
      "after",
      "\nExamples:\n  casus assess csto\n  casus get /dyads/arm-rus/alignment.csv\n  casus cite /rollcalls/A-RES-ES-11-1\n" +
        "\nExit codes: 0 done, 1 failure or a failed check, 2 usage, 3 data missing.",
    );
  const commands = [
    assessCommand(terminal),
    getCommand(terminal),
    citeCommand(terminal),
    serveCommand(terminal),
    recordCommand(terminal),
  ];
  const prepare = (child: Command): void => {
    child.copyInheritedSettings(command).exitOverride();
    for (const grandchild of child.commands) prepare(grandchild);
  };
  for (const child of commands) {
    prepare(child);
    command.addCommand(child);
  }
  return command.exitOverride();
}

const terminal = processTerminal();
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough ("| head") closes the pipe: that is no fault.
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

try {
  await program(terminal).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    terminal.err(errorLine(error));
    process.exitCode = exitCode(error);
  }
}
