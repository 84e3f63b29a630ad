import { Command, Option } from "commander";
import type { ScenarioOptions } from "./commands/scenario.ts";
import type { Terminal } from "./terminal.ts";
import { withFormat } from "./with-format.ts";

const FORMATS = ["table", "json", "csv", "md", "html", "svg", "bib"];

const recordOption = (): Option =>
  new Option("--record <dir>", "a compiled record (default: the one that ships)");
const overlayOption = (): Option =>
  new Option("--overlay <dir>", "your private rows, laid over the record");

/** The options that every simulated answer takes. */
function withRun(command: Command): Command {
  return command
    .option(
      "--hold <stances>",
      "stances fixed by hand, such as ARM:no~KAZ:abstain (contribute, yes, abstain, no)",
    )
    .option("--model <name>", "choice (default), base-rate or bargaining")
    .option("--capability <name>", "of members that bargain: means (default) or equal")
    .option("--calls <n>", "simulated calls, 500 to 100000 (default 5000)")
    .option("--level <share>", "level of the intervals (default 0.9)")
    .option("--seed <n>", "seed of the random draws (default 1)");
}

function withForm(command: Command): Command {
  return withFormat(command, FORMATS)
    .option("--output <file>", "write to a file instead of printing")
    .addOption(recordOption())
    .addOption(overlayOption());
}

function appealCommand(terminal: Terminal): Command {
  const command = new Command("appeal")
    .description("what would follow if a member called on its alliance")
    .requiredOption("--alliance <id>", "the organisation on which a member calls")
    .requiredOption("--appellant <state>", "the member that calls")
    .option("--at <day>", "the day of the call (default: the last day of the record's votes)")
    .option("--threat <kind>", "external (default), internal, terrorism, cyber")
    .option("--place <place>", "inside (default) or outside the treaty area")
    .option("--adversary <state>", "the state that the call names as its adversary")
    .option("--instrument <id>", "troops (default), materiel, consultation, or a force's id")
    .option("--mandate", "the UN Security Council has given a mandate")
    .option("--rule <rule>", "a rule of decision in place of the treaty's")
    .option("--left <state>", "a member that is taken to have left before the call");
  return withForm(withRun(command))
    .addHelpText(
      "after",
      "\nExamples:\n  casus scenario appeal --alliance csto --appellant rus --threat external --seed 7\n" +
        "  casus scenario appeal --alliance ecowas --appellant ben --threat internal --format md\n" +
        "  casus scenario appeal --alliance csto --appellant kgz --hold KAZ:no --format csv\n" +
        "  casus scenario appeal --alliance csto --appellant rus --place outside --mandate",
    )
    .action(async (options: ScenarioOptions) => {
      const { scenario } = await import("./commands/scenario.ts");
      await scenario(terminal, "appeal", options);
    });
}

function runCommand(terminal: Terminal): Command {
  const command = new Command("run")
    .description("run a named scenario with its variants")
    .argument("<id>", 'id of a scenario ("casus scenario list" lists them)');
  return withForm(withRun(command))
    .addHelpText(
      "after",
      "\nExamples:\n  casus scenario run csto-article-2022\n  casus scenario run nato-coup --format md --output coup.md",
    )
    .action(async (id: string, options: ScenarioOptions) => {
      const { scenario } = await import("./commands/scenario.ts");
      await scenario(terminal, id, options);
    });
}

/** The command `casus scenario`: what follows if a member calls. */
export function scenarioCommand(terminal: Terminal): Command {
  const list = withForm(new Command("list").description("list the named scenarios"))
    .addHelpText("after", "\nExample:\n  casus scenario list")
    .action(async (options: ScenarioOptions) => {
      const { scenario } = await import("./commands/scenario.ts");
      await scenario(terminal, null, options);
    });
  const backtest = withForm(
    new Command("backtest").description(
      "how often the models behind the scenarios would have been right on the cases on record",
    ),
  )
    .option("--level <share>", "level of the intervals (default 0.9)")
    .addHelpText(
      "after",
      "\nExamples:\n  casus scenario backtest\n  casus scenario backtest --format csv",
    )
    .action(async (options: ScenarioOptions) => {
      const { scenario } = await import("./commands/scenario.ts");
      await scenario(terminal, "backtest", options);
    });
  return new Command("scenario")
    .description("what follows if a member calls on its alliance: path, decision, what comes")
    .addCommand(appealCommand(terminal))
    .addCommand(list)
    .addCommand(runCommand(terminal))
    .addCommand(backtest);
}
