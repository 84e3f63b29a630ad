import { escapeXml } from "./escape-xml.ts";
import { wrapText } from "./wrap-text.ts";

const FONT = "'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

/** A part of a figure over its whole width, such as its title, its key or the drawing itself. */
export interface Block {
  readonly svg: string;
  readonly height: number;
}

/** A text as a block: lines of at most a width, of a size, with more attributes of each. */
export function textBlock(text: string, width: number, size: number, extra = ""): Block {
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

/** One SVG of blocks below each other, named for those who cannot see it; empty ones are left out. */
export function stackBlocks(
  blocks: readonly Block[],
  options: {
    readonly width: number;
    readonly label: string;
    readonly paper: string;
    /** False leaves the paper undrawn and the ink to the page around. */
    readonly background: boolean;
  },
): string {
  const { width, label, paper, background } = options;
  let top = 0;
  const body = blocks
    .filter((block) => block.svg !== "")
    .map((block) => {
      const group = `<g transform="translate(0,${top})">${block.svg}</g>`;
      top += block.height;
      return group;
    })
    .join("\n");
  const backdrop = background
    ? `<rect width="100%" height="100%" fill="${escapeXml(paper)}"/>\n`
    : "";
  const ink = background ? ' color="#1b1f23"' : "";
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escapeXml(label)}" ` +
    `width="${width}" height="${top}" viewBox="0 0 ${width} ${top}" ` +
    `font-family="${FONT}" font-size="11" fill="currentColor"${ink}>\n` +
    `${backdrop}${body}\n</svg>\n`
  );
}
