import { computeAnswer } from "../../claims/compute-answer.ts";
import { bibliography } from "../../report/bibliography.ts";
import { openLaboratory, type RecordOptions } from "../open.ts";
import type { Terminal } from "../terminal.ts";

/** Options of `casus cite`. */
export interface CiteOptions extends RecordOptions {
  readonly format?: string;
}

/** Prints how to cite an address: its permalink, and the sources that it rests on. */
export async function cite(
  terminal: Terminal,
  address: string,
  options: CiteOptions,
): Promise<void> {
  const laboratory = await openLaboratory(options);
  const { text, bibtex, ris, cslJson } = bibliography(
    await computeAnswer(laboratory.record, address, laboratory),
  );
  const forms: Readonly<Record<string, string>> = { text, bibtex, ris, "csl-json": cslJson };
  terminal.out(`${(forms[options.format ?? "text"] ?? text).trimEnd()}\n`);
}
