import type { RefObject } from "preact";
import { useMemo } from "preact/hooks";
import type { Measure } from "./timeline-layout.ts";

/** Measures texts of a size in the font of an element, from when it is laid out. */
export function useMeasure(
  box: RefObject<HTMLElement | null>,
  size: number,
  laidOut: boolean,
): Measure {
  return useMemo(() => {
    const context = document.createElement("canvas").getContext("2d");
    const widths = new Map<string, number>();
    if (context !== null && box.current !== null) {
      context.font = `${size}px ${getComputedStyle(box.current).fontFamily}`;
    }
    return (text) => {
      const known = widths.get(text);
      if (known !== undefined) return known;
      const width = context?.measureText(text).width ?? text.length * size;
      widths.set(text, width);
      return width;
    };
  }, [laidOut, size]);
}
