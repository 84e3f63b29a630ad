import { plot } from "@observablehq/plot";
import type { Column, Coverage, Figure, Row } from "../answer/answer.ts";
import { escapeXml } from "./escape-xml.ts";
import { figureSpec } from "./figure-spec.ts";
import { legendRows } from "./legend-rows.ts";
import { serialiseSvg } from "./serialise-svg.ts";
import { wrapText } from "./wrap-text.ts";

const FONT = "'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

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

interface Block {
  readonly svg: string;
  readonly height: number;
}

function lines(text: string, width: number, size: number, extra: string): Block {
  const wrapped = wrapText(text, width, size);
  const step = Math.round(size * 1.35);
  const svg = wrapped
    .map(
      (line, i) =>
        `<text x="0" y="${size + i * step}" font-size="${size}"${extra}>${escapeXml(line)}</text>`,
    )
    .join("");
  return { svg, height: wrapped.length === 0 ? 0 : wrapped.length * step + 4 };
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
    lines(spec.title, width, 14, ' font-weight="700"'),
    legendRows(spec.legend, width, paper),
    { svg: `<g font-size="11" text-anchor="middle">${inner}</g>`, height: height + 2 },
    lines(spec.caption, width, 11, ' fill-opacity="0.75"'),
    lines(source ?? "", width, 10, ' fill-opacity="0.65"'),
  ];
  let top = 0;
  const body = blocks
    .filter((block) => block.svg !== "")
    .map((block) => {
      const group = `<g transform="translate(0,${top})">${block.svg}</g>`;
      top += block.height;
      return group;
    })
    .join("\n");
  const label = escapeXml(`${spec.title}. ${spec.description}`);
  const backdrop = background
    ? `<rect width="100%" height="100%" fill="${escapeXml(paper)}"/>\n`
    : "";
  const ink = background ? ' color="#1b1f23"' : "";
  return renumberIds(
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${label}" ` +
      `width="${width}" height="${top}" viewBox="0 0 ${width} ${top}" ` +
      `font-family="${FONT}" font-size="11" fill="currentColor"${ink}>\n` +
      `${backdrop}${body}\n</svg>\n`,
    options.idPrefix ?? "f",
  );
}
