import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Answer, Figure, Row } from "../../answer/answer.ts";
import type { FigureDrawer } from "../../report/figure-drawer.ts";
import { sourceLine } from "../../report/source-line.ts";
import { loadDrawer } from "./load-drawer.ts";
import { takeTurn } from "./take-turn.ts";
import { useWidth } from "./use-width.ts";

const WIDEST = 960;
const NARROWEST = 280;

/** A figure drawn from the rows on the page, for the width that there is. */
export function FigureView({
  answer,
  figure,
  rows,
  address,
  id,
}: {
  readonly answer: Answer;
  readonly figure: Figure;
  readonly rows: readonly Row[];
  readonly address: string;
  readonly id: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [draw, setDraw] = useState<FigureDrawer | null>(null);
  useEffect(() => {
    void loadDrawer().then((drawer) => setDraw(() => drawer));
  }, []);
  const isDrawn = useRef(false);
  const redraw = (): void => {
    if (draw === null || width === 0 || box.current === null) return;
    isDrawn.current = true;
    // The text comes from our own drawing code, which escapes every word of the record.
    box.current.innerHTML = draw(figure, rows, {
      width: Math.min(WIDEST, Math.max(NARROWEST, width)),
      covers: answer.covers,
      source: null,
      paper: "var(--paper)",
      background: false,
      idPrefix: `${id}-`,
    });
    // The drawing as a whole has a name; groups without a role may not have one.
    for (const group of box.current.querySelectorAll("g[aria-label]"))
      group.removeAttribute("aria-label");
  };
  // A figure that is there changes with the text beside it; a new one lets the text come first, and
  // below the window the rest of the page.
  useLayoutEffect(() => {
    if (isDrawn.current) redraw();
  }, [draw, width, figure, rows]);
  useEffect(() => {
    const element = box.current;
    if (isDrawn.current || element === null) return undefined;
    if (element.getBoundingClientRect().top > innerHeight) return takeTurn(redraw);
    redraw();
    return undefined;
  }, [draw, width, figure, rows]);
  return (
    <figure class="figure">
      <div ref={box} class="drawing" />
      <figcaption>{sourceLine(answer, address)}</figcaption>
    </figure>
  );
}
