import { type Command, Option } from "commander";
import { UsageError } from "../errors.ts";

/** The forms of a command that prints lines or, for programs, JSON. */
export const TABLE_OR_JSON: readonly string[] = ["table", "json"];

/**
 * Gives a command `--format`, the first form being what it prints unless asked otherwise, and
 * `--json`, short for the form that is JSON. Both may be given where they say the same.
 */
export function withFormat(
  command: Command,
  formats: readonly string[],
  describe = "how to print",
): Command {
  const json = formats.find((format) => format.endsWith("json"))!;
  return command
    .addOption(new Option("--format <format>", describe).choices(formats).default(formats[0]))
    .option("--json", `short for --format ${json}`)
    .hook("preAction", (_, asked) => {
      if (asked.getOptionValue("json") !== true) return;
      const format = String(asked.getOptionValue("format"));
      if (asked.getOptionValueSource("format") === "cli" && format !== json) {
        throw new UsageError(`--json and --format ${format} contradict each other.`, {
          hint: "Give one of them.",
        });
      }
      asked.setOptionValueWithSource("format", json, "cli");
    });
}
