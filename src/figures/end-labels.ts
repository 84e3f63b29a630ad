import { text, type Markish } from "@observablehq/plot";
import type { PointSeries } from "./series-points.ts";

interface Label {
  readonly name: string;
  readonly colour: string;
  readonly x: number;
  y: number;
}

/** Names at the ends of lines, moved apart by `gap` (in units of y) where they would collide. */
export function endLabels(
  series: readonly PointSeries[],
  colours: readonly string[],
  { gap, temporal }: { readonly gap: number; readonly temporal: boolean },
): readonly Markish[] {
  const labels = series
    .map((one, i): Label | null => {
      const last = one.points.findLast(({ y }) => y !== null);
      if (last === undefined || last.y === null) return null;
      return { name: one.name, colour: colours[i] ?? "currentColor", x: last.x, y: last.y };
    })
    .filter((label) => label !== null)
    .sort((a, b) => a.y - b.y);
  for (const [i, label] of labels.entries()) {
    const below = labels[i - 1];
    if (below !== undefined && label.y - below.y < gap) label.y = below.y + gap;
  }
  return labels.map((label) =>
    text([label], {
      x: ({ x }: Label) => (temporal ? new Date(x) : x),
      y: "y",
      text: "name",
      fill: label.colour,
      fontWeight: 600,
      textAnchor: "start",
      dx: 6,
    }),
  );
}
