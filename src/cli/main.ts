#!/usr/bin/env node
import { Command, CommanderError, Option } from "commander";
import type { AssessOptions } from "./commands/assess.ts";
import type { CheckOptions } from "./commands/check.ts";
import type { CiteOptions } from "./commands/cite.ts";
import type { GetOptions } from "./commands/get.ts";
import type { PositionsOptions } from "./commands/positions.ts";
import type { PublishOptions } from "./commands/publish.ts";
import type { ServeOptions } from "./commands/serve.ts";
import { errorLine, exitCode } from "./exit-code.ts";
import { packageVersion } from "./package-version.ts";
import { recordCommand } from "./record-command.ts";
import { sourceCommand } from "./source-command.ts";
import { scenarioCommand } from "./scenario-command.ts";
import { processTerminal, type Terminal } from "./terminal.ts";
import { TABLE_OR_JSON, withFormat } from "./with-format.ts";

const FORMATS = ["table", "json", "csv", "md", "html", "svg", "bib"];

const recordOption = (): Option =>
  new Option("--record <dir>", "a compiled record (default: the one that ships)");
const overlayOption = (): Option =>
  new Option(
    "--overlay <dir>",
    "your private rows, laid over the record: organisations/*.yaml, cases/*.yaml, rollcalls.csv, votes.csv, crises.csv, leaders.csv",
  );
const sourcesOption = (): Option =>
  new Option("--sources", 'use the data sets that you brought with "casus source add"');

function assessCommand(terminal: Terminal): Command {
  return withFormat(new Command("assess"), ["table", "json", "csv", "md", "html"])
    .description(
      "assess an organisation: members, alignment, cohesion, splits, in findings with intervals",
    )
    .argument("<alliance>", 'id of an organisation ("casus get /alliances" lists them)')
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
    .addOption(sourcesOption())
    .addHelpText(
      "after",
      "\nExamples:\n  casus assess csto\n  casus assess nato --html nato.html\n  casus assess ecowas --measure pi --json",
    )
    .action(async (alliance: string, options: AssessOptions) => {
      const { assess } = await import("./commands/assess.ts");
      await assess(terminal, alliance, options);
    });
}

function getCommand(terminal: Terminal): Command {
  return withFormat(new Command("get"), FORMATS, "form where the address has no extension")
    .description("answer an address; an extension names the form")
    .argument("<address>", "such as /alliances/csto/cohesion.csv?from=1992")
    .option("--output <file>", "write to a file instead of printing")
    .addOption(recordOption())
    .addOption(overlayOption())
    .addOption(sourcesOption())
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

function checkCommand(terminal: Terminal): Command {
  return withFormat(new Command("check"), ["table", "md", "json", "csv", "html"])
    .description(
      "test the claims of a text on the record; exit code 1 where one fails that must not",
    )
    .argument("<file>", "a YAML file of claims, or the id of claims in the record")
    .option("--as-of <day>", "use only what had happened by this day (YYYY-MM-DD)")
    .option("--html <file>", "write one self-contained HTML file")
    .addOption(recordOption())
    .addOption(overlayOption())
    .addOption(sourcesOption())
    .addHelpText(
      "after",
      "\nExamples:\n  casus check my-article.yaml\n  casus check csto-2022 --as-of 2022-05-01\n  casus check my-article.yaml --html report.html",
    )
    .action(async (file: string, options: CheckOptions) => {
      const { check } = await import("./commands/check.ts");
      await check(terminal, file, options);
    });
}

function citeCommand(terminal: Terminal): Command {
  return withFormat(
    new Command("cite"),
    ["text", "bibtex", "ris", "csl-json"],
    "form of the citation",
  )
    .description("how to cite an address: its permalink and the sources that it rests on")
    .argument("<address>", "such as /alliances/csto/cohesion")
    .addOption(recordOption())
    .addOption(overlayOption())
    .addOption(sourcesOption())
    .addHelpText("after", "\nExample:\n  casus cite /alliances/csto/cohesion --format bibtex")
    .action(async (address: string, options: CiteOptions) => {
      const { cite } = await import("./commands/cite.ts");
      await cite(terminal, address, options);
    });
}

function positionsCommand(terminal: Terminal): Command {
  return withFormat(new Command("positions"), ["csv", "json", "table"])
    .description("fit ideal points to your own file of votes: a parliament, a court, any body")
    .requiredOption(
      "--votes <file>",
      "CSV with columns voter,rollcall,vote and, if time matters, period",
    )
    .option("--high <voter>", "the voter whose end is up (else the longer tail)")
    .option("--low <voter>", "a voter of the other end")
    .option("--level <share>", "level of the intervals", "0.9")
    .addOption(
      new Option("--dimensions <n>", "1 (dynamic), or 2 (one period, a plane)")
        .choices(["1", "2"])
        .default("1"),
    )
    .option("--posterior", "sample the posterior instead: adds r_hat and effective draws")
    .option("--draws <n>", "draws kept per chain with --posterior", "500")
    .option("--seed <n>", "seed of the draws with --posterior", "1")
    .addHelpText(
      "after",
      "\nA vote is yes, abstain, no, absent or empty; or an integer on an ordered scale of up to seven steps.\n" +
        "Prints voter,period,position,se,lower,upper,n; positions have mean 0 and standard deviation 1.\n" +
        "\nExamples:\n  casus positions --votes senate.csv --high Cruz\n  casus positions --votes court.csv --dimensions 2 --format table\n" +
        "  casus positions --votes council.csv --posterior --draws 1000",
    )
    .action(async (options: PositionsOptions) => {
      const { positions } = await import("./commands/positions.ts");
      await positions(terminal, options);
    });
}

function serveCommand(terminal: Terminal): Command {
  return new Command("serve")
    .description("serve every address over HTTP on this machine")
    .option("--port <n>", "port (0 takes a free one)", "8765")
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .option("--open", "open the observatory in the browser")
    .option("--warm", "answer one address of every kind beforehand, while nobody asks")
    .option("--releases <dir>", "a folder of older compiled records, for permalinks to them")
    .addOption(recordOption())
    .addOption(overlayOption())
    .addOption(sourcesOption())
    .addHelpText(
      "after",
      "\nPrograms read /api/v1; /api/v1/openapi.json describes it.\n\n" +
        "Examples:\n  casus serve --open\n  casus serve --port 0 --warm",
    )
    .action(async (options: ServeOptions) => {
      const { serve } = await import("./commands/serve.ts");
      await serve(terminal, options);
    });
}

function publishCommand(terminal: Terminal): Command {
  return withFormat(new Command("publish"), TABLE_OR_JSON)
    .description("write the observatory as a folder of static files for any web host")
    .argument("<dir>", "a new folder, an empty one, or one that this command wrote before")
    .option("--base <path>", "where on the host the folder will lie, such as /casus/", "/")
    .addOption(recordOption())
    .addHelpText(
      "after",
      "\nExamples:\n  casus publish site\n  casus publish site --base /casus/",
    )
    .action(async (folder: string, options: PublishOptions) => {
      const { publish } = await import("./commands/publish.ts");
      await publish(terminal, folder, options);
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
    checkCommand(terminal),
    citeCommand(terminal),
    positionsCommand(terminal),
    scenarioCommand(terminal),
    serveCommand(terminal),
    publishCommand(terminal),
    recordCommand(terminal),
    sourceCommand(terminal),
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
