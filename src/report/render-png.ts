import { Resvg } from "@resvg/resvg-js";

/** Draws the text of an SVG as a PNG. */
export type Rasteriser = (svg: string) => Uint8Array | Promise<Uint8Array>;

/** Pixels to one unit of the drawing: sharp in print at the width of a column. */
const SCALE = 2;

/** One narrow face, installed with the program: the machine's own fonts would change the bytes. */
const FAMILY = "DejaVu Sans Condensed";
const FACES = ["DejaVuSansCondensed.ttf", "DejaVuSansCondensed-Bold.ttf"];

function fontFile(name: string): string {
  const { pathname } = new URL(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}`));
  // On Windows a drive stands behind the first slash.
  return decodeURIComponent(pathname).replace(/^\/(?=[A-Za-z]:)/u, "");
}

/** A figure's SVG as a PNG of twice its size, drawn with the program's own font. */
export function renderPng(svg: string): Uint8Array {
  const drawing = new Resvg(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: FACES.map(fontFile),
      defaultFontFamily: FAMILY,
      sansSerifFamily: FAMILY,
    },
    fitTo: { mode: "zoom", value: SCALE },
    logLevel: "off",
  });
  return drawing.render().asPng();
}
