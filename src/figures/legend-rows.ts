import { escapeXml } from "./escape-xml.ts";
import type { LegendEntry } from "./figure-spec-types.ts";
import { textWidth } from "./wrap-text.ts";

const SIZE = 11;
const SWATCH = 20;
const ROW = 19;

function swatch({ shape, colour, letter, ink }: LegendEntry, paper: string): string {
  const fill = colour === "none" ? paper : colour;
  if (shape === "line") {
    return `<line x1="0" x2="14" y1="8" y2="8" stroke="${fill}" stroke-width="2"/>`;
  }
  if (shape === "band") {
    const opacity = colour === "currentColor" ? 0.1 : 0.25;
    return `<rect x="0" y="2" width="14" height="12" fill="${fill}" fill-opacity="${opacity}"/>`;
  }
  if (shape === "dot") return `<circle cx="7" cy="8" r="4" fill="${fill}"/>`;
  const box =
    `<rect x="0" y="1" width="14" height="14" fill="${fill}" stroke="currentColor" ` +
    `stroke-opacity="0.35" stroke-width="0.7"/>`;
  if (letter === undefined) return box;
  return (
    `${box}<text x="7" y="12" font-size="10" font-weight="600" text-anchor="middle" ` +
    `fill="${ink ?? "currentColor"}">${escapeXml(letter)}</text>`
  );
}

/** The key of a figure, wrapped to its width. */
export function legendRows(
  entries: readonly LegendEntry[],
  width: number,
  paper: string,
): { readonly svg: string; readonly height: number } {
  let [x, y] = [0, 0];
  const drawn = entries.map((entry) => {
    const advance = SWATCH + textWidth(entry.label, SIZE) + 16;
    if (x > 0 && x + advance - 16 > width) [x, y] = [0, y + ROW];
    const group =
      `<g transform="translate(${x},${y})">${swatch(entry, paper)}` +
      `<text x="${SWATCH}" y="12" font-size="${SIZE}">${escapeXml(entry.label)}</text></g>`;
    x += Math.round(advance);
    return group;
  });
  return { svg: drawn.join(""), height: drawn.length === 0 ? 0 : y + ROW + 5 };
}
