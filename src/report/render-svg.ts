import type { Answer } from "../answer/answer.ts";
import { NotFoundError } from "../errors.ts";
import { standaloneOptions, type FigureDrawer } from "./figure-drawer.ts";

const WIDTH = 760;

/**
 * The answer's figure as one SVG.
 *
 * @throws NotFoundError when the answer has no figure, saying which forms it has.
 */
export function renderSvg(answer: Answer, draw: FigureDrawer): string {
  if (answer.figure === null) {
    const parts = answer.sections.filter(
      ({ figure, address }) => figure !== null && address !== null,
    );
    const elsewhere =
      parts.length === 0
        ? ""
        : ` Its parts have figures: ${parts.map(({ address }) => address).join(", ")}.`;
    throw new NotFoundError(`${answer.address} has no figure, so it has no .svg.`, {
      hint: `It can be had as a page, .json, .csv, .md and .bib.${elsewhere}`,
    });
  }
  return draw(answer.figure, answer.rows, standaloneOptions(answer, WIDTH));
}
