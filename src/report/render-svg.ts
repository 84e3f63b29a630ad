import type { Answer } from "../answer/answer.ts";
import { NotFoundError } from "../errors.ts";
import { standaloneOptions, type FigureDrawer } from "./figure-drawer.ts";

const WIDTH = 760;

/**
 * The answer's figure as one SVG; of an answer in parts, the first part's that has one.
 *
 * @throws NotFoundError when no part has a figure, saying which forms the answer has.
 */
export function renderSvg(answer: Answer, draw: FigureDrawer): string {
  const drawn = [answer, ...answer.sections].find(({ figure }) => figure !== null);
  if (drawn === undefined || drawn.figure === null) {
    throw new NotFoundError(`${answer.address} has no figure, so it has no .svg or .png.`, {
      hint: "It can be had as a page, .json, .csv, .parquet, .md and .bib.",
    });
  }
  return draw(drawn.figure, drawn.rows, standaloneOptions(answer, WIDTH));
}
