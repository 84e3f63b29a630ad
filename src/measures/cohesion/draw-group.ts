import type { Random } from "../../kernels/random.ts";
import { canFill } from "./group-slots.ts";
import type { GroupSlot } from "./group-slots.ts";
import type { VoteColumns } from "./vote-columns.ts";

/** States that may fill a place, ascending, and where in the list each state stands, or -1. */
interface CandidateList {
  readonly voters: Int32Array;
  readonly places: Int16Array;
}

/** For each place, the states that may fill it, by level: the closest likeness first. */
export type Candidates = readonly (readonly CandidateList[])[];

/** The states drawn so far, ascending. */
interface Taken {
  readonly voters: Int32Array;
  count: number;
}

/** A list of candidates, ascending, out of so many states. */
export function candidateList(voters: readonly number[], all: number): CandidateList {
  const places = new Int16Array(all).fill(-1);
  voters.forEach((voter, place) => {
    places[voter] = place;
  });
  return { voters: Int32Array.from(voters), places };
}

/** The region of a stratum "region|regime". */
function regionOf(stratum: string): string {
  return stratum.split("|", 1)[0]!;
}

/** One level: any state of the pool that can fill the place, the group's own among them. */
export function plainCandidates(
  columns: VoteColumns,
  slots: readonly GroupSlot[],
  pool: readonly number[],
): Candidates {
  return slots.map((slot) => [
    candidateList(
      pool.filter((voter) => canFill(columns, slot, voter)),
      columns.voters,
    ),
  ]);
}

/**
 * Three levels: states of the holder's stratum, of its region, any; never one of the group's
 * own, which would draw the comparison towards the group.
 */
export function matchedCandidates(
  columns: VoteColumns,
  slots: readonly GroupSlot[],
  pool: readonly number[],
  strata: readonly (string | null)[],
): Candidates {
  const own = new Set(slots.map(({ voter }) => voter));
  const others = pool.filter((voter) => !own.has(voter));
  const regions = strata.map((stratum) => (stratum === null ? null : regionOf(stratum)));
  return slots.map((slot) => {
    const region = regions[slot.voter] ?? null;
    const stratum = strata[slot.voter] ?? null;
    const fit = others.filter((voter) => canFill(columns, slot, voter));
    const sameRegion = fit.filter((voter) => region !== null && regions[voter] === region);
    const sameStratum = sameRegion.filter((voter) => strata[voter] === stratum);
    return [sameStratum, sameRegion, fit].map((voters) =>
      candidateList(voters, columns.voters),
    );
  });
}

/** An untaken candidate at random, or -1. */
function drawUntaken({ voters, places }: CandidateList, taken: Taken, random: Random): number {
  let among = 0;
  for (let i = 0; i < taken.count; i += 1) {
    if (places[taken.voters[i]!]! >= 0) among += 1;
  }
  const free = voters.length - among;
  if (free === 0) return -1;
  let at = random.below(free);
  // Both ascend, so each taken state that stands before the place moves it on by one.
  for (let i = 0; i < taken.count; i += 1) {
    const place = places[taken.voters[i]!]!;
    if (place > at) break;
    if (place >= 0) at += 1;
  }
  return voters[at]!;
}

function take(taken: Taken, voter: number): void {
  let i = taken.count;
  for (; i > 0 && taken.voters[i - 1]! > voter; i -= 1) {
    taken.voters[i] = taken.voters[i - 1]!;
  }
  taken.voters[i] = voter;
  taken.count += 1;
}

/**
 * Fills every place with a different state, writing `holders` and the level each was found at:
 * all places at the first level, in random order, then those still empty at the next. False
 * where a place stays empty.
 */
export function drawGroup(
  candidates: Candidates,
  random: Random,
  holders: Int32Array,
  levels: Uint8Array,
): boolean {
  const taken: Taken = { voters: new Int32Array(candidates.length), count: 0 };
  holders.fill(-1);
  const order = Uint32Array.from(candidates.keys());
  for (let k = order.length - 1; k > 0; k -= 1) {
    const other = random.below(k + 1);
    const kept = order[k]!;
    order[k] = order[other]!;
    order[other] = kept;
  }
  let empty = order.length;
  for (let level = 0; level < (candidates[0]?.length ?? 0) && empty > 0; level += 1) {
    for (const slot of order) {
      if (holders[slot] !== -1) continue;
      const voter = drawUntaken(candidates[slot]![level]!, taken, random);
      if (voter === -1) continue;
      take(taken, voter);
      holders[slot] = voter;
      levels[slot] = level;
      empty -= 1;
    }
  }
  return empty === 0;
}
