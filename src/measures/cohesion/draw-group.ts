import type { Random } from "../../kernels/random.ts";
import { canFill } from "./group-slots.ts";
import type { GroupSlot } from "./group-slots.ts";
import type { VoteColumns } from "./vote-columns.ts";

/** For each place, the states that may fill it, by level: the closest likeness first. */
export type Candidates = readonly (readonly Int32Array[])[];

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
    Int32Array.from(pool.filter((voter) => canFill(columns, slot, voter))),
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
  return slots.map((slot) => {
    const stratum = strata[slot.voter] ?? null;
    const fit = others.filter((voter) => canFill(columns, slot, voter));
    const sameRegion = fit.filter((voter) => {
      const other = strata[voter] ?? null;
      return stratum !== null && other !== null && regionOf(other) === regionOf(stratum);
    });
    const sameStratum = sameRegion.filter((voter) => strata[voter] === stratum);
    return [sameStratum, sameRegion, fit].map((voters) => Int32Array.from(voters));
  });
}

/** An unused candidate at random, or -1. */
function drawUnused(candidates: Int32Array, used: Uint8Array, random: Random): number {
  let free = 0;
  for (const voter of candidates) free += 1 - used[voter]!;
  if (free === 0) return -1;
  let skip = random.below(free);
  for (const voter of candidates) {
    if (used[voter] === 0 && skip-- === 0) return voter;
  }
  return -1;
}

/**
 * Fills every place with a different state, writing `holders` and the level each was found at:
 * all places at the first level, in random order, then those still empty at the next. False
 * where a place stays empty.
 */
export function drawGroup(
  candidates: Candidates,
  random: Random,
  used: Uint8Array,
  holders: Int32Array,
  levels: Uint8Array,
): boolean {
  used.fill(0);
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
      const voter = drawUnused(candidates[slot]![level]!, used, random);
      if (voter === -1) continue;
      used[voter] = 1;
      holders[slot] = voter;
      levels[slot] = level;
      empty -= 1;
    }
  }
  return empty === 0;
}
