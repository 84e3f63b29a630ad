#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { errorLine, exitCode } from "./exit-code.ts";
import { packageVersion } from "./package-version.ts";
import { recordCommand } from "./record-command.ts";
import { processTerminal } from "./terminal.ts";

const terminal = processTerminal();

function program(): Command {
  const command = new Command("casus")
    .description("An open observatory and laboratory of collective-security alliances.")
    .version(packageVersion())
    .showHelpAfterError('(run with "--help" for the commands and examples)')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  command.addCommand(recordCommand(terminal));
  return command;
}

try {
  const command = program();
  command.exitOverride();
  await command.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    terminal.err(errorLine(error));
    process.exitCode = exitCode(error);
  }
}
