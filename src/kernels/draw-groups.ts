import type { Random } from "./random.ts";

/**
 * For each place of a group, the states that may fill it, by level: the closest likeness first,
 * with as many levels for every place. The states of a list ascend; places may share lists.
 */
export type Candidates = readonly (readonly Int32Array[])[];

/** Random groups, in the order in which they were drawn. */
export interface DrawnGroups {
  readonly count: number;
  /** The state that fills a place: `holders[group * places + place]`. */
  readonly holders: Int32Array;
  /** The level at which it was found. */
  readonly levels: Uint8Array;
}

/** Where in a list each state stands, or -1. */
type Places = Int16Array;

/** The states drawn so far, ascending. */
interface Taken {
  readonly voters: Int32Array;
  count: number;
}

/** An untaken candidate at random, or -1. */
function drawUntaken(voters: Int32Array, places: Places, taken: Taken, random: Random): number {
  let among = 0;
  for (let i = 0; i < taken.count; i++) {
    if ((places[taken.voters[i] as number] as number) >= 0) among += 1;
  }
  const free = voters.length - among;
  if (free === 0) return -1;
  let at = random.below(free);
  // Both ascend, so each taken state that stands before the place moves it on by one.
  for (let i = 0; i < taken.count; i++) {
    const place = places[taken.voters[i] as number] as number;
    if (place > at) break;
    if (place >= 0) at += 1;
  }
  return voters[at] as number;
}

function take(taken: Taken, voter: number): void {
  let i = taken.count;
  for (; i > 0 && (taken.voters[i - 1] as number) > voter; i--) {
    taken.voters[i] = taken.voters[i - 1] as number;
  }
  taken.voters[i] = voter;
  taken.count += 1;
}

/** Where the states of each list stand in it. */
function placesIn(candidates: Candidates, voters: number): ReadonlyMap<Int32Array, Places> {
  const found = new Map<Int32Array, Places>();
  for (const list of new Set(candidates.flat())) {
    const places = new Int16Array(voters).fill(-1);
    list.forEach((voter, place) => {
      places[voter] = place;
    });
    found.set(list, places);
  }
  return found;
}

/**
 * Tries `draws` times to fill every place with a different state, out of `voters` numbers, and
 * keeps the groups of which no place stays empty: all places at the first level, in random
 * order, then those still empty at the next. Plain twin of the compiled kernel.
 */
export function drawGroups(
  candidates: Candidates,
  voters: number,
  draws: number,
  random: Random,
): DrawnGroups {
  const size = candidates.length;
  const depth = candidates[0]?.length ?? 0;
  const placesOf = placesIn(candidates, voters);
  const holders = new Int32Array(draws * size);
  const levels = new Uint8Array(draws * size);
  const taken: Taken = { voters: new Int32Array(size), count: 0 };
  const order = new Int32Array(size);
  let count = 0;
  for (let draw = 0; draw < draws; draw++) {
    const first = count * size;
    holders.fill(-1, first, first + size);
    taken.count = 0;
    for (let k = 0; k < size; k++) order[k] = k;
    for (let k = size - 1; k > 0; k--) {
      const other = random.below(k + 1);
      const kept = order[k] as number;
      order[k] = order[other] as number;
      order[other] = kept;
    }
    for (let level = 0; level < depth && taken.count < size; level++) {
      for (const place of order) {
        if (holders[first + place] !== -1) continue;
        const list = candidates[place]?.[level] as Int32Array;
        const voter = drawUntaken(list, placesOf.get(list) as Places, taken, random);
        if (voter === -1) continue;
        take(taken, voter);
        holders[first + place] = voter;
        levels[first + place] = level;
      }
    }
    if (taken.count === size) count += 1;
  }
  return {
    count,
    holders: holders.slice(0, count * size),
    levels: levels.slice(0, count * size),
  };
}
