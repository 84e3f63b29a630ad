import { type CollectiveCase, type Observation, withShares } from "./observations.ts";

/** What a member that is not seen in a case can be counted as, in place of left out. */
export const UNSEEN = {
  acquiescing: "in favour without means of its own",
  abstaining: "absent or abstaining",
} as const;

/** What a member that is not seen is counted as. */
export type Unseen = keyof typeof UNSEEN;

const STANCE = { acquiescing: "supported", abstaining: "abstained" } as const;

/** Cases, and their observations, with members that were not seen counted as something. */
export interface CountedUnseen {
  readonly cases: readonly CollectiveCase[];
  readonly observations: readonly Observation[];
}

/** Counts every member that was not seen as something, in the members' earlier shares too. */
export function countUnseen(
  { cases, observations }: CountedUnseen,
  unseen: Unseen,
): CountedUnseen {
  const counted = <T extends { readonly stance: Observation["stance"] }>(row: T): T =>
    row.stance === "not-seen" ? { ...row, stance: STANCE[unseen] } : row;
  const kept = cases.map((one) => ({
    ...one,
    item: { ...one.item, stances: one.item.stances.map(counted) },
  }));
  return { cases: kept, observations: withShares(observations.map(counted), kept) };
}
