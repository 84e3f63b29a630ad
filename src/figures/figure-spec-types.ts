import type { PlotOptions } from "@observablehq/plot";
import type { Column, Coverage, Figure, Row } from "../answer/answer.ts";

/** What a figure is drawn from: an answer, or a section of one. */
export interface FigureInput<Kind extends Figure = Figure> {
  readonly figure: Kind;
  readonly rows: readonly Row[];
  readonly columns?: readonly Column[];
  readonly covers?: Coverage | null;
}

/** The place a figure is drawn in: its width in pixels and the colour behind it. */
export interface Frame {
  readonly width: number;
  readonly paper: string;
}

/** An entry of the key above a figure; `letter` stands in the swatch. */
export interface LegendEntry {
  readonly label: string;
  readonly colour: string;
  readonly shape: "line" | "band" | "square" | "dot";
  readonly letter?: string;
  readonly ink?: string;
}

/** A figure before it is drawn: words, key and Plot's options, without a document. */
export interface FigureSpec {
  readonly title: string;
  /** One sentence on what the figure shows, for those who cannot see it. */
  readonly description: string;
  readonly legend: readonly LegendEntry[];
  /** What is drawn, and what is left out. */
  readonly caption: string;
  readonly plot: PlotOptions;
}

/** The figure of one kind. */
export type FigureOf<Kind extends Figure["kind"]> = Extract<Figure, { readonly kind: Kind }>;
