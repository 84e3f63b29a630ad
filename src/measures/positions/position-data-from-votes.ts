import { UsageError } from "../../errors.ts";
import { VOTE, type RollCall, type VoteRecord } from "../../record/votes.ts";
import { linkItems, type LinkRule } from "./link-items.ts";
import type { PositionData } from "./position-data.ts";

/** Which votes of a record become position data. */
export interface PositionSelection {
  readonly rollCallIndices: readonly number[];
  /** Indices into the record's voters; default all. Position data keep the record's indices. */
  readonly voters?: readonly number[];
  /** The period of a roll call, an integer from 0; default session - 1. */
  readonly periodOf?: (rollCall: RollCall, index: number) => number;
  /** How repeated texts are linked; `null` makes every roll call an item of its own. */
  readonly link?: LinkRule | null;
}

/**
 * Votes of a record as position data: 1 yes, 2 abstain, 3 no, so that a high position makes a
 * no likely where discrimination is positive. Absent, unknown and non-member cells have no row.
 */
export function positionDataFromVotes(
  votes: VoteRecord,
  {
    rollCallIndices,
    voters,
    periodOf = ({ session }) => session - 1,
    link = {},
  }: PositionSelection,
): PositionData {
  const width = votes.voters.length;
  const chosen = voters ?? votes.voters.map((_, voter) => voter);
  const rollCalls = rollCallIndices.map((index) => {
    const rollCall = votes.rollCalls[index];
    if (rollCall === undefined) {
      throw new UsageError(
        `roll-call index ${index} is outside 0 to ${votes.rollCalls.length - 1}.`,
      );
    }
    return rollCall;
  });
  const items = link === null ? undefined : linkItems(rollCalls, link);
  const size = rollCalls.length * chosen.length;
  const voter = new Uint16Array(size);
  const period = new Uint16Array(size);
  const item = new Uint32Array(size);
  const category = new Uint8Array(size);
  let rows = 0;
  let periods = 0;
  let count = 0;
  for (const [at, rollCall] of rollCalls.entries()) {
    const index = rollCallIndices[at] as number;
    const time = periodOf(rollCall, index);
    if (!Number.isInteger(time) || time < 0 || time > 65534) {
      throw new UsageError(`a period must be an integer from 0 to 65534, got ${time}.`);
    }
    const id = items?.[at] ?? at;
    periods = Math.max(periods, time + 1);
    count = Math.max(count, id + 1);
    for (const i of chosen) {
      const cast = votes.cells[index * width + i] as number;
      if (cast !== VOTE.yes && cast !== VOTE.abstain && cast !== VOTE.no) continue;
      voter[rows] = i;
      period[rows] = time;
      item[rows] = id;
      category[rows] = cast;
      rows += 1;
    }
  }
  return {
    voters: width,
    periods,
    items: count,
    voter: voter.slice(0, rows),
    period: period.slice(0, rows),
    item: item.slice(0, rows),
    category: category.slice(0, rows),
  };
}
