import type { Answer, Figure, Row } from "../answer/answer.ts";
import type { FigureDrawer } from "./figure-drawer.ts";
import { sourceLine } from "./source-line.ts";
import { htmlProse } from "./html-prose.ts";

const WIDE = 760;
const NARROW = 350;

/** A figure drawn twice, for a desk or paper and for a phone; the page's style shows one. */
export function htmlFigure(
  answer: Answer,
  part: {
    readonly figure: Figure | null;
    readonly rows: readonly Row[];
    readonly address: string;
  },
  draw: FigureDrawer,
  id: string,
): string {
  const { figure, rows, address } = part;
  if (figure === null || rows.length === 0) return "";
  const drawn = (width: number, kind: string): string => {
    const svg = draw(figure, rows, {
      width,
      covers: answer.covers,
      source: null,
      paper: "var(--paper)",
      background: false,
      idPrefix: `${id}-${kind}-`,
    });
    return `<div class="${kind}">${svg.trim()}</div>`;
  };
  return (
    `<figure>\n${drawn(WIDE, "wide")}\n${drawn(NARROW, "narrow")}\n` +
    `<figcaption>${htmlProse(sourceLine(answer, address))}</figcaption>\n</figure>\n`
  );
}
