import type { Answer } from "../answer/answer.ts";
import { UsageError } from "../errors.ts";
import { citation, type Citation } from "./citation.ts";
import { nodeFigureDrawer, type FigureDrawer } from "./figure-drawer.ts";
import { renderBib } from "./render-bib.ts";
import { renderCsv } from "./render-csv.ts";
import { renderJson } from "./render-json.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { renderSvg } from "./render-svg.ts";
import { renderText, type TextOptions } from "./render-text.ts";

/** The media type of each form. */
export const MEDIA_TYPES = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8; header=present",
  md: "text/markdown; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  bib: "application/x-bibtex; charset=utf-8",
  html: "text/html; charset=utf-8",
  text: "text/plain; charset=utf-8",
} as const;

/** A form in which an answer can be written. */
export type Form = keyof typeof MEDIA_TYPES;

/** An answer in one form: its text, to be written as UTF-8, and its media type. */
export interface Rendered {
  readonly body: string;
  readonly type: string;
}

/** What a form may be given; each has a default. */
export interface RenderAnswerOptions extends TextOptions {
  readonly citation?: Citation;
  /** Draws figures; by default Plot on a document of Node, loaded when first needed. */
  readonly figures?: FigureDrawer;
}

/**
 * Writes an answer in one form: the only producer of bytes, so that shell, API and page give equal
 * files. The same answer gives the same bytes.
 *
 * @throws UsageError for an unknown form, NotFoundError for the figure of an answer without one.
 */
export async function render(
  answer: Answer,
  form: Form,
  options: RenderAnswerOptions = {},
): Promise<Rendered> {
  return { body: await bodyOf(answer, form, options), type: MEDIA_TYPES[form] };
}

async function bodyOf(
  answer: Answer,
  form: Form,
  options: RenderAnswerOptions,
): Promise<string> {
  const cited = options.citation ?? citation(answer);
  switch (form) {
    case "json":
      return renderJson(answer);
    case "csv":
      return renderCsv(answer);
    case "md":
      return renderMarkdown(answer, cited);
    case "bib":
      return renderBib(answer, cited);
    case "text":
      return renderText(answer, options, cited);
    case "svg":
      return renderSvg(answer, options.figures ?? (await nodeFigureDrawer()));
    case "html": {
      const { renderHtml } = await import("./render-html.ts");
      return renderHtml(answer, cited, options.figures ?? (await nodeFigureDrawer()));
    }
    default:
      throw new UsageError(`${JSON.stringify(form)} is not a form of an answer.`, {
        hint: `Forms: ${Object.keys(MEDIA_TYPES).join(", ")}.`,
      });
  }
}
