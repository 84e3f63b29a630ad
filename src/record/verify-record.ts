import type { CompiledRecord } from "./build-record.ts";
import { tally } from "./compile-votes.ts";
import { type ConductCount, verifyConduct } from "./verify-conduct.ts";
import { VOTE_NAMES } from "./votes.ts";

/** What a verification counted; every check that could fail has passed before. */
export interface Verification {
  readonly rollCalls: number;
  readonly incomplete: number;
  readonly partial: number;
  /** Cells by the name of their code. */
  readonly cells: Readonly<Record<string, number>>;
  readonly disagreements: number;
  readonly absencesOutsideMembership: number;
  /** Votes cast outside a state's UN membership, by state: the old records' days are off. */
  readonly castOutsideMembership: Readonly<Record<string, number>>;
  readonly states: number;
  readonly organisations: number;
  readonly memberships: number;
  readonly membershipsByConfidence: Readonly<Record<string, number>>;
  readonly sources: number;
  /** Roll calls whose stated tallies differ from the recount of their cells: always none. */
  readonly tallyFaults: readonly number[];
  readonly conduct: ConductCount;
}

/** Recounts a compiled record from its cells. */
export function verifyRecord({ core, cells, cut }: CompiledRecord): Verification {
  const counts = [0, 0, 0, 0, 0, 0];
  for (const code of cells) counts[code]! += 1;
  const size = core.voters.length;
  const tallyFaults = core.rollCalls.flatMap(({ rcid, yes, abstain, no, absent }, r) => {
    const recount = tally(cells, r * size, size);
    return [yes, abstain, no, absent].some((stated, i) => stated !== recount[i]) ? [rcid] : [];
  });
  const memberships = core.organisations.flatMap((organisation) => organisation.memberships);
  return {
    rollCalls: core.rollCalls.length,
    incomplete: core.rollCalls.filter(({ complete }) => !complete).length,
    partial: core.rollCalls.filter(({ partial }) => partial === true).length,
    cells: Object.fromEntries(VOTE_NAMES.map((name, code) => [name, counts[code]!])),
    disagreements: core.disagreements.length,
    absencesOutsideMembership: cut.absences,
    castOutsideMembership: cut.cast,
    states: new Set(core.states.map(({ key }) => key)).size,
    organisations: core.organisations.length,
    memberships: memberships.length,
    membershipsByConfidence: Object.fromEntries(
      ["high", "medium", "low"].map((level) => [
        level,
        memberships.filter(({ confidence }) => confidence === level).length,
      ]),
    ),
    sources: core.sources.length,
    tallyFaults,
    conduct: verifyConduct(core),
  };
}
