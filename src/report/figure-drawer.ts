import type { Answer, Figure, Row } from "../answer/answer.ts";
import { sourceLine } from "./source-line.ts";

/** What a drawing is asked to fit: see `RenderOptions` of the figures layer. */
export interface DrawOptions {
  readonly width: number;
  readonly covers: Answer["covers"];
  readonly source: string | null;
  readonly paper: string;
  readonly background: boolean;
  readonly idPrefix: string;
}

/** Draws a figure as the text of one SVG. */
export type FigureDrawer = (
  figure: Figure,
  rows: readonly Row[],
  options: DrawOptions,
) => string;

/** The drawer of Node: Plot and its document are loaded only when something is drawn. */
export async function nodeFigureDrawer(): Promise<FigureDrawer> {
  const [{ renderFigure }, { linkedomDocument }] = await Promise.all([
    import("../figures/render-figure.ts"),
    import("../figures/linkedom-document.ts"),
  ]);
  const document = linkedomDocument();
  return (figure, rows, options) => renderFigure(figure, rows, { ...options, document });
}

/** Options of a figure that stands alone, on white paper with its source line. */
export function standaloneOptions(answer: Answer, width: number): DrawOptions {
  return {
    width,
    covers: answer.covers,
    source: sourceLine(answer, answer.address),
    paper: "#ffffff",
    background: true,
    idPrefix: "f",
  };
}
