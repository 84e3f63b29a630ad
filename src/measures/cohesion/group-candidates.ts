import type { Candidates } from "../../kernels/draw-groups.ts";
import type { GroupSlot } from "./group-slots.ts";

/** The region of a stratum "region|regime". */
function regionOf(stratum: string | null): string | null {
  return stratum === null ? null : stratum.split("|", 1)[0]!;
}

/** Computes the lists of a place once for all places that the same states can fill. */
function perFit(
  slots: readonly GroupSlot[],
  alike: (slot: GroupSlot) => string | null,
  listsOf: (slot: GroupSlot) => readonly Int32Array[],
): Candidates {
  const found = new Map<GroupSlot["fit"], Map<string | null, readonly Int32Array[]>>();
  return slots.map((slot) => {
    const byLikeness = found.get(slot.fit) ?? new Map<string | null, readonly Int32Array[]>();
    found.set(slot.fit, byLikeness);
    const lists = byLikeness.get(alike(slot)) ?? listsOf(slot);
    byLikeness.set(alike(slot), lists);
    return lists;
  });
}

/** One level: any state of the pool that can fill the place, the group's own among them. */
export function plainCandidates(slots: readonly GroupSlot[], pool: Int32Array): Candidates {
  return perFit(
    slots,
    () => null,
    ({ fit }) => [pool.filter((voter) => fit[voter] === 1)],
  );
}

/**
 * Three levels: states of the holder's stratum, of its region, any; never one of the group's
 * own, which would draw the comparison towards the group.
 */
export function matchedCandidates(
  slots: readonly GroupSlot[],
  pool: Int32Array,
  strata: readonly (string | null)[],
): Candidates {
  const own = new Set(slots.map(({ voter }) => voter));
  const others = pool.filter((voter) => !own.has(voter));
  const regions = strata.map(regionOf);
  const stratumOf = ({ voter }: GroupSlot): string | null => strata[voter] ?? null;
  return perFit(slots, stratumOf, (slot) => {
    const stratum = stratumOf(slot);
    const region = regionOf(stratum);
    const fit = others.filter((voter) => slot.fit[voter] === 1);
    const sameRegion = fit.filter((voter) => region !== null && regions[voter] === region);
    const sameStratum = sameRegion.filter((voter) => strata[voter] === stratum);
    return [sameStratum, sameRegion, fit];
  });
}
