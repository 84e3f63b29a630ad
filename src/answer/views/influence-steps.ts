import type { LeadStep } from "../../measures/influence/lead-lag.ts";
import { positionStep } from "../../measures/influence/position-step.ts";
import type { FilteredPositions } from "../../measures/positions/filter-positions.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Body } from "../body.ts";
import type { Query } from "../query.ts";

/** A session and the next, with the members that belonged at the end of both years. */
export interface MemberStep {
  readonly session: number;
  /** Voters. */
  readonly members: readonly number[];
  readonly largest: number | null;
  /** Mean change of the states that are no members, by the precision of each. */
  readonly common: number;
}

/** The sessions of a body in the years asked for; the members are read at each year's end. */
export function memberSteps(
  { votes }: CasusRecord,
  body: Body,
  filtered: FilteredPositions,
  { from, to }: Pick<Query, "from" | "to">,
): readonly MemberStep[] {
  const voterOf = new Map(votes.voters.map((state, voter) => [state, voter]));
  const last = filtered.first + filtered.sessions - 1;
  const years = Array.from({ length: filtered.sessions }, (_, k) => filtered.first + k + 1945);
  const membersIn = new Map(
    years.map((year) => [
      year,
      body.membersOn(`${year}-12-31`).flatMap((state) => voterOf.get(state) ?? []),
    ]),
  );
  const steps: MemberStep[] = [];
  for (let session = filtered.first; session < last; session += 1) {
    const year = session + 1945;
    if (from !== null && year < Number(from.slice(0, 4))) continue;
    if (to !== null && year + 1 > Number(to.slice(0, 4))) continue;
    const after = new Set(membersIn.get(year + 1));
    const members = membersIn.get(year)!.filter((voter) => after.has(voter));
    if (members.length < 2) continue;
    const largest = body.largestOn(`${year}-12-31`)?.state;
    const leader = largest === undefined ? null : (voterOf.get(largest) ?? null);
    steps.push({
      session,
      members,
      largest: leader !== null && members.includes(leader) ? leader : null,
      common: commonChange(filtered, session, new Set(members)),
    });
  }
  return steps;
}

function commonChange(
  filtered: FilteredPositions,
  session: number,
  members: ReadonlySet<number>,
): number {
  let sum = 0;
  let weights = 0;
  for (let voter = 0; voter < filtered.voters; voter += 1) {
    const step = members.has(voter) ? null : positionStep(filtered, voter, session);
    if (step === null) continue;
    sum += step.weight * step.change;
    weights += step.weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

/** The steps with one member as the leader; the largest of the day where none is named. */
export function leadSteps(steps: readonly MemberStep[], named?: number): readonly LeadStep[] {
  return steps.flatMap(({ session, members, largest, common }) => {
    const leader = named ?? largest;
    if (leader === null || !members.includes(leader)) return [];
    return [
      { session, leader, followers: members.filter((voter) => voter !== leader), common },
    ];
  });
}
