import type { ItemLayout } from "../../kernels/positions-types.ts";
import type { PositionData } from "./position-data.ts";

/** Most categories of an item. */
export const MOST_CATEGORIES = 7;

/** Votes grouped for the kernel, with the names of its items, categories and cells. */
export interface Arrangement {
  readonly layout: ItemLayout;
  /** Item of the data by item of the layout. */
  readonly item: Uint32Array;
  /** Category of the data by group of the layout. */
  readonly category: Uint8Array;
  /** Voter, period and number of votes by cell, sorted by voter, then period. */
  readonly voter: Uint16Array;
  readonly period: Uint16Array;
  readonly n: Uint32Array;
}

function countsByItem(data: PositionData): Uint32Array {
  const counts = new Uint32Array(data.items * (MOST_CATEGORIES + 1));
  const { item, category } = data;
  for (let v = 0; v < item.length; v += 1) {
    const at = (item[v] as number) * 8 + (category[v] as number);
    counts[at] = (counts[at] as number) + 1;
  }
  return counts;
}

/** Drops the items on which all votes are alike and lays the others out for the kernel. */
export function arrangeVotes(data: PositionData): Arrangement {
  const counts = countsByItem(data);
  const items: number[] = [];
  const categories: number[] = [];
  const groupOf = [0];
  const groupStart = [0];
  const slot = new Int32Array(data.items * 8).fill(-1);
  let votes = 0;
  for (let j = 0; j < data.items; j += 1) {
    const seen = [1, 2, 3, 4, 5, 6, 7].filter((c) => (counts[j * 8 + c] as number) > 0);
    if (seen.length < 2) continue;
    for (const c of seen) {
      slot[j * 8 + c] = votes;
      votes += counts[j * 8 + c] as number;
      categories.push(c);
      groupStart.push(votes);
    }
    items.push(j);
    groupOf.push(categories.length);
  }
  const { voters, periods } = data;
  const cellVotes = new Uint32Array(voters * periods);
  for (let v = 0; v < data.item.length; v += 1) {
    const group = (data.item[v] as number) * 8 + (data.category[v] as number);
    if ((slot[group] as number) < 0) continue;
    const place = (data.voter[v] as number) * periods + (data.period[v] as number);
    cellVotes[place] = (cellVotes[place] as number) + 1;
  }
  const places: number[] = [];
  const cellOf = new Int32Array(voters * periods).fill(-1);
  for (let place = 0; place < cellVotes.length; place += 1) {
    if (cellVotes[place] === 0) continue;
    cellOf[place] = places.length;
    places.push(place);
  }
  const voteCell = new Uint32Array(votes);
  for (let v = 0; v < data.item.length; v += 1) {
    const group = (data.item[v] as number) * 8 + (data.category[v] as number);
    const to = slot[group] as number;
    if (to < 0) continue;
    slot[group] = to + 1;
    const place = (data.voter[v] as number) * periods + (data.period[v] as number);
    voteCell[to] = cellOf[place] as number;
  }
  return {
    layout: {
      items: items.length,
      cells: places.length,
      groupOf: Uint32Array.from(groupOf),
      groupStart: Uint32Array.from(groupStart),
      voteCell,
    },
    item: Uint32Array.from(items),
    category: Uint8Array.from(categories),
    voter: Uint16Array.from(places, (place) => Math.floor(place / periods)),
    period: Uint16Array.from(places, (place) => place % periods),
    n: Uint32Array.from(places, (place) => cellVotes[place] as number),
  };
}
