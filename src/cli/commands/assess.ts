import { computeAnswer } from "../../claims/compute-answer.ts";
import { render } from "../../report/render.ts";
import { writeFileWhole } from "../../record/write-files.ts";
import { openLaboratory, type RecordOptions } from "../open.ts";
import { progressBar } from "../progress-bar.ts";
import type { Terminal } from "../terminal.ts";
import { formOf } from "./get.ts";

/** Options of `casus assess`. */
export interface AssessOptions extends RecordOptions {
  readonly format?: string;
  readonly html?: string;
  readonly md?: string;
  readonly measure?: string;
  readonly convention?: string;
  readonly seed?: string;
}

function assessmentAddress(alliance: string, options: AssessOptions): string {
  const pairs = (["measure", "convention", "seed"] as const).flatMap((name) => {
    const value = options[name];
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return `/alliances/${encodeURIComponent(alliance)}/assessment${pairs.length === 0 ? "" : `?${pairs.join("&")}`}`;
}

/** Prints the assessment of an organisation; writes it as HTML or Markdown where a file is named. */
export async function assess(
  terminal: Terminal,
  alliance: string,
  options: AssessOptions,
): Promise<void> {
  const laboratory = await openLaboratory(options);
  const bar = await progressBar(terminal);
  const { progress } = bar;
  let answer;
  try {
    answer = await computeAnswer(laboratory.record, assessmentAddress(alliance, options), {
      ...laboratory,
      ...(progress === undefined ? {} : { progress }),
    });
  } finally {
    bar.stop();
  }
  const files = [
    ["html", options.html],
    ["md", options.md],
  ] as const;
  for (const [form, path] of files) {
    if (path === undefined) continue;
    writeFileWhole(path, (await render(answer, form)).body);
    terminal.err(`casus: wrote ${path}\n`);
  }
  if (options.html !== undefined || options.md !== undefined) return;
  const { body } = await render(answer, formOf(options.format ?? "table"), {
    colour: terminal.colour,
    width: terminal.width,
  });
  terminal.out(body);
}
