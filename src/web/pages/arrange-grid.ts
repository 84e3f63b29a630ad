import type { Row } from "../../answer/answer.ts";

/** In which order the roll calls of a grid may stand. */
export const GRID_ORDERS = ["date", "oldest", "split"] as const;

/** An order of the roll calls of a grid. */
export type GridOrder = (typeof GRID_ORDERS)[number];

/** How far the states of a grid were from voting alike: 0 alike, up to 1; absence left out. */
function dividedness(row: Row, states: readonly string[]): number {
  const votes = states
    .map((key) => row[key])
    .filter((vote) => /^(?:yes|no|abstain)$/u.test(String(vote)));
  if (votes.length < 2) return 0;
  const most = ["yes", "no", "abstain"].reduce(
    (best, vote) => Math.max(best, votes.filter((one) => one === vote).length),
    0,
  );
  return 1 - most / votes.length;
}

/** The rows and columns of a grid in order; rows arrive newest first, pinned states go first. */
export function arrangeGrid(
  rows: readonly Row[],
  states: readonly string[],
  { order, pins }: { readonly order: GridOrder; readonly pins: readonly string[] },
): { readonly sorted: readonly Row[]; readonly shownStates: readonly string[] } {
  const pinned = pins.filter((key) => states.includes(key));
  const shownStates = [...pinned, ...states.filter((key) => !pinned.includes(key))];
  if (order === "date") return { sorted: rows, shownStates };
  if (order === "oldest") return { sorted: rows.toReversed(), shownStates };
  const split = new Map(rows.map((row) => [row, dividedness(row, states)]));
  return {
    sorted: rows.toSorted((a, b) => (split.get(b) ?? 0) - (split.get(a) ?? 0)),
    shownStates,
  };
}
