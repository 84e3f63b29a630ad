// Random groups of states; the plain twin is ../../draw-groups.ts. The caller lays out the memory;
// every pointer is a byte address.
import { below, keepRandom, resumeRandom } from "./random";

/** How many states of a list (a set of bits) are not taken. */
function untaken(list: usize, taken: usize, words: i32): u32 {
  let count: u32 = 0;
  for (let w: usize = 0; w < <usize>words << 3; w += 8) {
    count += <u32>popcnt(load<u64>(list + w) & ~load<u64>(taken + w));
  }
  return count;
}

/** Takes the state of a list before which so many others are not taken, and returns it. */
function take(list: usize, taken: usize, before: u32): i32 {
  let word: usize = 0;
  let bits = load<u64>(list) & ~load<u64>(taken);
  while (before >= <u32>popcnt(bits)) {
    before -= <u32>popcnt(bits);
    word += 8;
    bits = load<u64>(list + word) & ~load<u64>(taken + word);
  }
  for (; before > 0; before--) bits &= bits - 1;
  store<u64>(taken + word, load<u64>(taken + word) | (bits & (0 - bits)));
  return <i32>(word << 3) + <i32>ctz(bits);
}

/** Fills the places of one group; false where one stays empty. */
function fillPlaces(
  lists: usize,
  words: i32,
  listOf: usize,
  places: i32,
  levels: i32,
  order: usize,
  taken: usize,
  holders: usize,
  found: usize,
): bool {
  memory.fill(taken, 0, <usize>words << 3);
  memory.fill(holders, 0xff, <usize>places << 2);
  for (let k = 0; k < places; k++) store<i32>(order + (<usize>k << 2), k);
  for (let k = places - 1; k > 0; k--) {
    const here = order + (<usize>k << 2);
    const there = order + (<usize>below(k + 1) << 2);
    const kept = load<i32>(here);
    store<i32>(here, load<i32>(there));
    store<i32>(there, kept);
  }
  let empty = places;
  for (let level = 0; level < levels && empty > 0; level++) {
    for (let k = 0; k < places; k++) {
      const place = load<i32>(order + (<usize>k << 2));
      const holder = holders + (<usize>place << 2);
      if (load<i32>(holder) >= 0) continue;
      const at = listOf + (<usize>(place * levels + level) << 2);
      const list = lists + <usize>(load<i32>(at) * words) * 8;
      const free = untaken(list, taken, words);
      if (free == 0) continue;
      store<i32>(holder, take(list, taken, below(free)));
      store<u8>(found + <usize>place, level);
      empty--;
    }
  }
  return empty == 0;
}

/**
 * Draws `draws` groups and returns how many could be filled; their holders (i32) and the levels
 * at which they were found (u8) are rows of `places` at `holders` and `found`. `lists` holds
 * sets of states of `words` 64-bit words, `listOf` the number of the list (i32) by place and
 * level, `state` the random source before and after. `order` is scratch for an i32 a place,
 * `taken` for a set.
 */
export function drawGroups(
  lists: usize,
  words: i32,
  listOf: usize,
  places: i32,
  levels: i32,
  draws: i32,
  state: usize,
  order: usize,
  taken: usize,
  holders: usize,
  found: usize,
): i32 {
  resumeRandom(state);
  let count = 0;
  for (let draw = 0; draw < draws; draw++) {
    if (!fillPlaces(lists, words, listOf, places, levels, order, taken, holders, found)) continue;
    holders += <usize>places << 2;
    found += places;
    count++;
  }
  keepRandom(state);
  return count;
}
