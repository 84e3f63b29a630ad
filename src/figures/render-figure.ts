import { plot } from "@observablehq/plot";
import type { Column, Coverage, Figure, Row } from "../answer/answer.ts";
import { figureSpec } from "./figure-spec.ts";
import { legendRows } from "./legend-rows.ts";
import { serialiseSvg } from "./serialise-svg.ts";
import { type Block, stackBlocks, textBlock } from "./stack-blocks.ts";

/** Share of the width that a title is laid out for: bold letters are wider than the mean. */
const BOLD = 0.85;

/** Where and how a figure is drawn. */
export interface RenderOptions {
  /** The browser's document, or `linkedomDocument()` in Node. */
  readonly document: Document;
  /** Width in pixels; small panels and labels are laid out for it. */
  readonly width: number;
  readonly columns?: readonly Column[];
  readonly covers?: Coverage | null;
  /** The line under the figure: record, address and coverage. */
  readonly source?: string | null;
  /** Colour behind the figure; "none" and the page's own colour for a figure within a page. */
  readonly paper?: string;
  /** False leaves the paper undrawn. */
  readonly background?: boolean;
  /** Put before every id, so that figures on one page keep apart. */
  readonly idPrefix?: string;
}

/** Ids and references to them, numbered in order of appearance after a prefix. */
function renumberIds(svg: string, prefix: string): string {
  const names = new Map<string, string>();
  for (const [, id = ""] of svg.matchAll(/ id="([^"]+)"/gu)) {
    if (!names.has(id)) names.set(id, `${prefix}${names.size + 1}`);
  }
  return svg.replaceAll(
    /( id="|url\(#|href="#)([^")]+)/gu,
    (all, start: string, id: string) => {
      const name = names.get(id);
      return name === undefined ? all : `${start}${name}`;
    },
  );
}

/**
 * Draws a figure as one SVG: title, key, drawing, caption and source line. Deterministic: the same
 * rows and width give the same bytes in Node and in a browser.
 */
export function renderFigure(
  figure: Figure,
  rows: readonly Row[],
  options: RenderOptions,
): string {
  const { document, width, source = null, paper = "#ffffff", background = true } = options;
  const input = {
    figure,
    rows,
    columns: options.columns ?? [],
    covers: options.covers ?? null,
  };
  const spec = figureSpec(input, { width, paper });
  const drawn = plot({
    ...spec.plot,
    document,
    className: "casus-figure",
    style: { fontSize: "11px" },
  });
  const height = Number(drawn.getAttribute("height"));
  const inner = Array.from(drawn.childNodes, serialiseSvg).join("");
  const blocks: readonly Block[] = [
    textBlock(spec.title, width * BOLD, 14, ' font-weight="700"'),
    legendRows(spec.legend, width, paper),
    { svg: `<g font-size="11" text-anchor="middle">${inner}</g>`, height: height + 2 },
    textBlock(spec.caption, width, 11, ' fill-opacity="0.75"'),
    textBlock(source ?? "", width, 10, ' fill-opacity="0.65"'),
  ];
  const label = `${spec.title}. ${spec.description}`;
  return renumberIds(
    stackBlocks(blocks, { width, label, paper, background }),
    options.idPrefix ?? "f",
  );
}
