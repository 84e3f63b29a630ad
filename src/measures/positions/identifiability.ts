import { UsageError } from "../../errors.ts";
import type { Arrangement } from "./arrange-votes.ts";
import { MOST_CATEGORIES } from "./arrange-votes.ts";
import type { Anchors, PositionData } from "./position-data.ts";

/** Fewest votes on non-unanimous items per voter-period, on average, for an estimate. */
const FEWEST_VOTES = 20;

/** What is wrong with the columns themselves, or undefined. */
export function malformed(data: PositionData): string | undefined {
  const { voter, period, item, category } = data;
  const lengths = [voter.length, period.length, item.length, category.length];
  if (new Set(lengths).size > 1) {
    return `the columns voter, period, item and category differ in length: ${lengths.join(", ")}`;
  }
  for (let v = 0; v < item.length; v += 1) {
    const cast = category[v] as number;
    if (cast < 1 || cast > MOST_CATEGORIES) {
      return `row ${v} has category ${cast}; categories are integers from 1 to ${MOST_CATEGORIES}`;
    }
    if ((voter[v] as number) >= data.voters)
      return `row ${v} has voter ${voter[v]} of ${data.voters}`;
    if ((period[v] as number) >= data.periods) {
      return `row ${v} has period ${period[v]} of ${data.periods}`;
    }
    if ((item[v] as number) >= data.items)
      return `row ${v} has item ${item[v]} of ${data.items}`;
  }
  return undefined;
}

function componentsOf(arrangement: Arrangement, voters: number): number {
  const { layout, voter } = arrangement;
  const parent = Int32Array.from({ length: voters + layout.items }, (_, i) => i);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (let j = 0; j < layout.items; j += 1) {
    const from = layout.groupStart[layout.groupOf[j] as number] as number;
    const to = layout.groupStart[layout.groupOf[j + 1] as number] as number;
    for (let v = from; v < to; v += 1) {
      const i = voter[layout.voteCell[v] as number] as number;
      parent[root(i)] = root(voters + j);
    }
  }
  const roots = new Set<number>();
  for (let j = 0; j < layout.items; j += 1) roots.add(root(voters + j));
  return roots.size;
}

/**
 * Why positions cannot be estimated from these votes, in words, or undefined where they can: no
 * item on which voters differ, a single voter, votes that fall into parts without a common
 * voter or item, or too few votes.
 */
export function identifiability(
  arrangement: Arrangement,
  voters: number,
  anchors?: Anchors,
): string | undefined {
  const { layout, voter } = arrangement;
  const present = new Set(voter);
  if (voters < 2) return "one voter only: positions are relative to other voters";
  if (layout.items === 0) {
    return "every item is unanimous, so the votes do not tell the voters apart";
  }
  if (present.size < 2) return "one voter only: positions are relative to other voters";
  const votes = layout.voteCell.length;
  if (votes < FEWEST_VOTES) {
    return `${votes} votes on items that divide the voters; at least ${FEWEST_VOTES} are needed`;
  }
  const parts = componentsOf(arrangement, voters);
  if (parts > 1) {
    return (
      `the votes fall into ${parts} parts that share no voter and no item, ` +
      "so their positions have no common scale"
    );
  }
  for (const anchor of [anchors?.high, anchors?.low]) {
    if (anchor !== undefined && !present.has(anchor)) {
      return `the anchor (voter ${anchor}) cast no vote on an item that divides the voters`;
    }
  }
  if (anchors !== undefined && anchors.high === anchors.low) {
    return "the high and the low anchor are the same voter";
  }
  return undefined;
}

/** Throws where positions cannot be estimated, with the reason on one line. */
export function requireIdentifiable(reason: string | undefined): void {
  if (reason === undefined) return;
  throw new UsageError(`positions cannot be estimated: ${reason}.`);
}
