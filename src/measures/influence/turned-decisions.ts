import type { StateKey } from "../../states/state.ts";
import { VOTE, type VoteRecord } from "../../record/votes.ts";
import { adopts, type CountedRule } from "./three-way-power.ts";

/** On which roll calls a member alone would have stopped its organisation. */
export interface TurnedDecisions {
  readonly state: StateKey;
  /** Roll calls counted on which it was a member, in order. */
  readonly rollCalls: Int32Array;
  /** 1 where the rule fails on the members' votes and would not had this member been in favour. */
  readonly turns: Uint8Array;
  /** 1 where, besides, no other member could have turned it. */
  readonly alone: Uint8Array;
}

/** The members' votes on the roll calls of a selection, run through a rule. */
export interface RuleReplay {
  readonly rollCalls: number;
  /** Roll calls on which the rule would have adopted. */
  readonly adopted: number;
  readonly members: readonly TurnedDecisions[];
}

interface Columns {
  readonly at: number[];
  readonly turns: number[];
  readonly alone: number[];
}

/**
 * Runs an organisation's rule over its members' own votes in the General Assembly: on which roll
 * calls would the organisation have failed to decide because of one member alone? Under consensus
 * that is the lone objector. Where a count falls one short, every member not in favour could turn
 * it, and none is alone. Counts stand for what the members wanted in another body: none of these
 * texts was put to the organisation. Roll calls with an unknown vote of a member, or fewer than
 * two members in the Assembly, are passed over; absence is neither for nor against.
 */
export function turnedDecisions(
  votes: VoteRecord,
  selection: Int32Array,
  rule: CountedRule,
  membersOn: (day: string) => readonly StateKey[],
): RuleReplay {
  const width = votes.voters.length;
  const places = new Map(votes.voters.map((voter, place) => [voter, place]));
  const own = new Map<StateKey, Columns>();
  let counted = 0;
  let adopted = 0;
  for (const index of selection) {
    const cells = membersOn(votes.rollCalls[index]!.date).flatMap((state) => {
      const place = places.get(state);
      const code = place === undefined ? VOTE.notMember : votes.cells[index * width + place]!;
      return code === VOTE.notMember ? [] : [{ state, code }];
    });
    if (cells.length < 2 || cells.some(({ code }) => code === VOTE.unknown)) continue;
    const yes = cells.filter(({ code }) => code === VOTE.yes).length;
    const no = cells.filter(({ code }) => code === VOTE.no).length;
    const passes = adopts(rule, yes, no, cells.length);
    counted += 1;
    if (passes) adopted += 1;
    const turns = cells.map(({ code }) => {
      const against = code === VOTE.no ? 1 : 0;
      return !passes && code !== VOTE.yes && adopts(rule, yes + 1, no - against, cells.length);
    });
    const single = turns.filter(Boolean).length === 1;
    for (const [k, { state }] of cells.entries()) {
      const row = own.get(state) ?? { at: [], turns: [], alone: [] };
      own.set(state, row);
      row.at.push(index);
      row.turns.push(turns[k]! ? 1 : 0);
      row.alone.push(turns[k]! && single ? 1 : 0);
    }
  }
  return {
    rollCalls: counted,
    adopted,
    members: [...own]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([state, { at, turns, alone }]) => ({
        state,
        rollCalls: Int32Array.from(at),
        turns: Uint8Array.from(turns),
        alone: Uint8Array.from(alone),
      })),
  };
}
