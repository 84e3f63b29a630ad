import { textWidth } from "./wrap-text.ts";

/** An event with its place in pixels from the left of the drawing. */
export interface PlacedEvent {
  readonly label: string;
  readonly type: string;
  readonly left: number;
  readonly right: number;
}

/** Where an event and its name are drawn. */
export interface Lane {
  readonly lane: number;
  /** On which side of the mark the name stands; `on` the mark where neither side has room. */
  readonly side: "right" | "left" | "on";
}

/** Size of the names in pixels, the gap before them and that to the next mark. */
export const NAME_SIZE = 10;
const GAP = 5;
const APART = 8;

/**
 * Gives each event of a type the first lane in which its mark and its name touch no other's, types
 * below each other in the order in which they first occur. Events come in the order of time.
 */
export function timelineLanes(
  events: readonly PlacedEvent[],
  bounds: { readonly left: number; readonly right: number },
): { readonly lanes: readonly Lane[]; readonly first: ReadonlyMap<string, number> } {
  const types = [...new Set(events.map(({ type }) => type))];
  const found = new Map<PlacedEvent, Lane>();
  const first = new Map<string, number>();
  let top = 0;
  for (const type of types) {
    first.set(type, top);
    const ends: [number, number][][] = [];
    for (const event of events.filter((one) => one.type === type)) {
      const width = textWidth(event.label, NAME_SIZE) + GAP;
      const side =
        event.right + width <= bounds.right
          ? "right"
          : event.left - width >= bounds.left
            ? "left"
            : "on";
      const from = side === "left" ? event.left - width : event.left;
      const to = side === "right" ? event.right + width : event.right;
      const free = ends.findIndex((taken) =>
        taken.every(([start, end]) => to + APART <= start || from >= end + APART),
      );
      const lane = free < 0 ? ends.length : free;
      (ends[lane] ??= []).push([from, to]);
      found.set(event, { lane: top + lane, side });
    }
    top += ends.length;
  }
  return { lanes: events.map((event) => found.get(event)!), first };
}
