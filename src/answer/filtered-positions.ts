import {
  filterPositions,
  type FilteredPositions,
} from "../measures/positions/filter-positions.ts";
import { positionsOf, WHOLE } from "./positions.ts";
import type { ViewContext } from "./view.ts";

/** Positions from the votes up to each session: the record's own where it ships them, else found now. */
export async function filteredPositionsOf(context: ViewContext): Promise<FilteredPositions> {
  const { record, kernels } = context;
  const shipped = record.positions();
  if (shipped?.filtered === undefined) {
    const { items } = await positionsOf({ ...context, query: { ...context.query, ...WHOLE } });
    return filterPositions(record.votes, items, await kernels.positions());
  }
  const { voter, session, filtered } = shipped;
  const voters = record.votes.voters.length;
  const first = session.reduce((least, one) => Math.min(least, one), Infinity);
  const sessions = session.reduce((most, one) => Math.max(most, one), first) - first + 1;
  const mean = new Float64Array(voters * sessions);
  const variance = new Float64Array(voters * sessions);
  const seen = new Uint8Array(voters * sessions);
  for (let row = 0; row < voter.length; row += 1) {
    const cell = voter[row]! * sessions + session[row]! - first;
    const se = filtered.se[row]!;
    mean[cell] = filtered.position[row]!;
    variance[cell] = se * se;
    seen[cell] = 1;
  }
  return { mean, variance, seen, evolution: filtered.evolution, voters, first, sessions };
}
