import { escapeXml } from "../../figures/escape-xml.ts";
import { legendRows } from "../../figures/legend-rows.ts";
import { stackBlocks, textBlock } from "../../figures/stack-blocks.ts";
import type { World } from "./load-world.ts";
import { MAP_LOOKS, type MapKey, type Mapped, OUTLINES_NOTE, unseenOn } from "./map-looks.ts";

const PAPER = "#ffffff";
const LINE = 'stroke="#1b1f23" stroke-opacity="0.55" stroke-width="0.4"';

/** What a map says and shows. */
export interface MapContent {
  readonly title: string;
  readonly keys: readonly MapKey[];
  readonly states: readonly Mapped[];
  /** The line on where it is from. */
  readonly source: string;
}

function outlinesOf(world: World, states: readonly Mapped[]): string {
  const shown = new Set(states.map(({ m49 }) => m49));
  const path = (m49: string): string =>
    world.shapes[m49] === undefined ? "" : `<path d="${world.shapes[m49]}"/>`;
  const dot = (m49: string): string => {
    const at = world.points[m49];
    return at === undefined ? "" : `<circle cx="${at[0]}" cy="${at[1]}" r="3"/>`;
  };
  const others = Object.keys(world.shapes).filter((m49) => !shown.has(m49));
  const groups = states
    .filter(({ m49 }) => m49 in world.shapes || m49 in world.points)
    .map(({ m49, look, label }) => {
      const title = `<title>${escapeXml(label)}</title>`;
      return `<g class="${look}" fill="${MAP_LOOKS[look]}">${title}${path(m49)}${dot(m49)}</g>`;
    });
  return (
    `<g ${LINE}>\n<g class="none" fill="${MAP_LOOKS.none}">${others.map(path).join("")}</g>\n` +
    `${groups.join("\n")}\n</g>`
  );
}

/** A map as one SVG that stands alone, as the figures do: one group a state, filled as in the key. */
export function mapSvg(world: World, { title, keys, states, source }: MapContent): string {
  const { width, height } = world;
  const legend = keys.map(({ look, text }) => ({
    label: text,
    colour: MAP_LOOKS[look],
    shape: "square" as const,
  }));
  return stackBlocks(
    [
      textBlock(title, width, 14, ' font-weight="700"'),
      legendRows(legend, width, PAPER),
      { svg: outlinesOf(world, states), height: height + 6 },
      textBlock(unseenOn(world, states) ?? "", width, 11, ' fill-opacity="0.75"'),
      textBlock(OUTLINES_NOTE, width, 10, ' fill-opacity="0.65"'),
      textBlock(source, width, 10, ' fill-opacity="0.65"'),
    ],
    { width, label: `World map. ${title}`, paper: PAPER, background: true },
  );
}
