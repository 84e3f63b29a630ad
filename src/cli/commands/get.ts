import { computeAnswer } from "../../claims/compute-answer.ts";
import { splitAddress } from "../../answer/address.ts";
import { render } from "../../report/render.ts";
import type { Form } from "../../report/render.ts";
import { writeFileWhole } from "../../record/write-files.ts";
import { openLaboratory, type RecordOptions } from "../open.ts";
import { progressBar } from "../progress-bar.ts";
import type { Terminal } from "../terminal.ts";

/** Options of `casus get`. */
export interface GetOptions extends RecordOptions {
  readonly format?: string;
  readonly output?: string;
}

const FORMATS: Readonly<Record<string, Form>> = {
  table: "text",
  json: "json",
  csv: "csv",
  md: "md",
  html: "html",
  svg: "svg",
  bib: "bib",
};

/** The form that an option names. */
export function formOf(format: string): Form {
  return FORMATS[format] ?? "text";
}

/** Prints or writes the answer of an address, in the form of its extension or of `--format`. */
export async function get(
  terminal: Terminal,
  address: string,
  options: GetOptions,
): Promise<void> {
  const { extension } = splitAddress(address);
  const laboratory = await openLaboratory(options);
  const bar = await progressBar(terminal);
  const { progress } = bar;
  let answer;
  try {
    answer = await computeAnswer(laboratory.record, address, {
      ...laboratory,
      ...(progress === undefined ? {} : { progress }),
    });
  } finally {
    bar.stop();
  }
  const form = extension ?? formOf(options.format ?? "table");
  const { body } = await render(answer, form, {
    colour: terminal.colour,
    width: terminal.width,
  });
  if (options.output !== undefined) writeFileWhole(options.output, body);
  else if (typeof body === "string") terminal.out(body);
  else terminal.bytes(body);
}
