import type { FigureDrawer } from "../../report/figure-drawer.ts";

/** The drawer of a page: Plot on the page's own document, loaded when first needed. */
export async function loadDrawer(): Promise<FigureDrawer> {
  const { renderFigure } = await import("../../figures/render-figure.ts");
  return (figure, rows, options) => renderFigure(figure, rows, { ...options, document });
}
