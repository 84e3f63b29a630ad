import { textWidth } from "./wrap-text.ts";

/** An event with its place in pixels from the left of the drawing. */
export interface PlacedEvent {
  readonly label: string;
  readonly type: string;
  readonly left: number;
  readonly right: number;
}

type Side = "right" | "left" | "on";

/** Where an event and its name are drawn. */
export interface Lane {
  readonly lane: number;
  /** Where the name stands: behind the mark, before it or `on` it, the first that has room. */
  readonly side: Side;
  /** Pixels that there are for the name: fewer than it needs where no side has room. */
  readonly room: number;
}

/** Size of the names in pixels, the gap before them and that to the next mark. */
export const NAME_SIZE = 10;
const GAP = 5;
const APART = 8;
/** Letters of the widest common font for those of the mean one. */
export const WIDE = 1.15;

/** The width in pixels that a name may have. */
export function nameWidth(name: string): number {
  return textWidth(name, NAME_SIZE) * WIDE;
}

/** The first place that has room for a name of a width, else the one with most. */
function placeOf(
  { left, right }: PlacedEvent,
  bounds: { readonly left: number; readonly right: number },
  width: number,
): { readonly side: Side; readonly room: number } {
  const places = [
    { side: "right", room: bounds.right - right - GAP },
    { side: "left", room: left - bounds.left - GAP },
    { side: "on", room: right - left - GAP },
  ] as const;
  return (
    places.find(({ room }) => room >= width) ??
    places.reduce((most, place) => (place.room > most.room ? place : most))
  );
}

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
      const { side, room } = placeOf(event, bounds, nameWidth(event.label));
      const width = Math.min(room, nameWidth(event.label)) + GAP;
      const from = side === "left" ? event.left - width : event.left;
      const to = side === "right" ? event.right + width : event.right;
      const free = ends.findIndex((taken) =>
        taken.every(([start, end]) => to + APART <= start || from >= end + APART),
      );
      const lane = free < 0 ? ends.length : free;
      (ends[lane] ??= []).push([from, to]);
      found.set(event, { lane: top + lane, side, room });
    }
    top += ends.length;
  }
  return { lanes: events.map((event) => found.get(event)!), first };
}
