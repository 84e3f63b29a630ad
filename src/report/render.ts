import type { Answer } from "../answer/answer.ts";
import { UsageError } from "../errors.ts";
import { citation, type Citation } from "./citation.ts";
import { nodeFigureDrawer, type FigureDrawer } from "./figure-drawer.ts";
import { renderBib } from "./render-bib.ts";
import { renderCsv } from "./render-csv.ts";
import { renderJson } from "./render-json.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { renderSvg } from "./render-svg.ts";
import type { Rasteriser } from "./render-png.ts";
import { renderText, type TextOptions } from "./render-text.ts";

/** The media type of each form that is text. */
export const MEDIA_TYPES = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8; header=present",
  md: "text/markdown; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  bib: "application/x-bibtex; charset=utf-8",
  html: "text/html; charset=utf-8",
  text: "text/plain; charset=utf-8",
} as const;

/** A form in which an answer can be written as text. */
export type Form = keyof typeof MEDIA_TYPES;

/** The media type of each form that is bytes. */
export const BINARY_TYPES = {
  parquet: "application/vnd.apache.parquet",
  png: "image/png",
} as const;

/** A form in which an answer can be written as bytes. */
export type BinaryForm = keyof typeof BINARY_TYPES;

/** The forms in which an answer cites its own address. */
export const CITING_FORMS: readonly (Form | BinaryForm)[] = ["md", "bib", "html", "text"];

/** An answer in one form: its text, to be written as UTF-8, or its bytes; and its media type. */
export interface Rendered<Body extends string | Uint8Array = string> {
  readonly body: Body;
  readonly type: string;
}

/** What a form may be given; each has a default. */
export interface RenderAnswerOptions extends TextOptions {
  readonly citation?: Citation;
  /** Draws figures; by default Plot on a document of Node, loaded when first needed. */
  readonly figures?: FigureDrawer;
  /** Draws a figure's SVG as PNG; by default resvg, loaded when first needed. */
  readonly rasterise?: Rasteriser;
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
  options?: RenderAnswerOptions,
): Promise<Rendered>;
export async function render(
  answer: Answer,
  form: Form | BinaryForm,
  options?: RenderAnswerOptions,
): Promise<Rendered<string | Uint8Array>>;
export async function render(
  answer: Answer,
  form: Form | BinaryForm,
  options: RenderAnswerOptions = {},
): Promise<Rendered<string | Uint8Array>> {
  const type = { ...MEDIA_TYPES, ...BINARY_TYPES }[form];
  return { body: await bodyOf(answer, form, options), type };
}

async function pictureOf(answer: Answer, options: RenderAnswerOptions): Promise<Uint8Array> {
  const svg = renderSvg(answer, options.figures ?? (await nodeFigureDrawer()));
  return await (options.rasterise ?? (await import("./render-png.ts")).renderPng)(svg);
}

async function bodyOf(
  answer: Answer,
  form: Form | BinaryForm,
  options: RenderAnswerOptions,
): Promise<string | Uint8Array> {
  const cited = options.citation ?? citation(answer);
  switch (form) {
    case "png":
      return await pictureOf(answer, options);
    case "parquet": {
      const { renderParquet } = await import("./render-parquet.ts");
      const { columns, rows, address, record, title } = answer;
      return renderParquet({ columns, rows, notes: { title, address, record } });
    }
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
        hint: `Forms: ${Object.keys({ ...MEDIA_TYPES, ...BINARY_TYPES }).join(", ")}.`,
      });
  }
}
