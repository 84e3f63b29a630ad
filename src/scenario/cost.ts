import type { MeansRow } from "../record/means.ts";
import type { CasusRecord } from "../record/record.ts";
import type { StateKey } from "../states/state.ts";

/** What an answer would cost a member, with what each holds. */
export const COSTS = {
  place_region:
    "the place lies in another region of the United Nations' list than the member; in another part " +
    "of the same region it counts half",
  outside_area: "the place lies outside the treaty's area",
  means_share:
    "logarithm of the member's share of the members' GDP: the largest's own, the mean of the others'",
} as const;

/** A kind of cost. */
export type CostName = keyof typeof COSTS;

/** What a call says of where help is wanted. */
export interface CallSite {
  readonly organisation: string;
  /** The state on whose territory help is wanted; null where it is not named. */
  readonly place: StateKey | null;
  /** Whether that is outside the treaty's area; null where it is not known. */
  readonly outside: boolean | null;
}

/** The tables that costs are read from. */
export type CostRecord = Pick<CasusRecord, "means" | "states">;

function placeRegion(
  { states }: CostRecord,
  state: StateKey,
  place: StateKey | null,
  day: string,
): number | null {
  if (place === null) return null;
  const [own, there] = [states.identity(state, day), states.identity(place, day)];
  if (own === undefined || there === undefined) return null;
  if (own.region !== there.region) return 1;
  return own.subregion === there.subregion ? 0 : 0.5;
}

const INDEXES = new WeakMap<readonly MeansRow[], ReadonlyMap<string, readonly MeansRow[]>>();

/** The rows of GDP by organisation, in the order of years. */
function gdpOf(means: readonly MeansRow[]): ReadonlyMap<string, readonly MeansRow[]> {
  const known = INDEXES.get(means);
  if (known !== undefined) return known;
  const made = new Map<string, MeansRow[]>();
  for (const row of means) {
    if (row.means !== "gdp") continue;
    const rows = made.get(row.organisation) ?? [];
    made.set(row.organisation, rows);
    rows.push(row);
  }
  INDEXES.set(means, made);
  return made;
}

/**
 * A member's share of what the members had in the latest year on record before that of a day; what
 * ships names the largest member's share alone, so that every other member stands at the mean of the
 * rest. Null where the source does not know the member.
 */
export function meansShare(
  { means }: Pick<CostRecord, "means">,
  organisation: string,
  state: StateKey,
  day: string,
): number | null {
  const year = Number(day.slice(0, 4));
  const row = gdpOf(means)
    .get(organisation)
    ?.findLast((one) => one.year < year);
  if (row === undefined || row.missing.includes(state)) return null;
  if (row.largest === state) return row.share;
  if (row.share >= 1) return null;
  return (1 - row.share) / (row.members - row.missing.length - 1);
}

/** What an answer to a call would cost a member, by each of `COSTS`, as known before its day. */
export function costOf(
  record: CostRecord,
  state: StateKey,
  { organisation, place, outside }: CallSite,
  day: string,
): Readonly<Record<CostName, number | null>> {
  const share = meansShare(record, organisation, state, day);
  return {
    place_region: placeRegion(record, state, place, day),
    outside_area: outside === null ? null : outside ? 1 : 0,
    means_share: share === null ? null : Math.log(share),
  };
}
