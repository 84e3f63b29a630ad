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
export function verifyRecord({ tables, cells, cut }: CompiledRecord): Verification {
  const counts = [0, 0, 0, 0, 0, 0];
  for (const code of cells) counts[code]! += 1;
  const size = tables.voters.length;
  const tallyFaults = tables.rollCalls.flatMap(({ rcid, yes, abstain, no, absent }, r) => {
    const recount = tally(cells, r * size, size);
    return [yes, abstain, no, absent].some((stated, i) => stated !== recount[i]) ? [rcid] : [];
  });
  const memberships = tables.organisations.flatMap((organisation) => organisation.memberships);
  return {
    rollCalls: tables.rollCalls.length,
    incomplete: tables.rollCalls.filter(({ complete }) => !complete).length,
    partial: tables.rollCalls.filter(({ partial }) => partial === true).length,
    cells: Object.fromEntries(VOTE_NAMES.map((name, code) => [name, counts[code]!])),
    disagreements: tables.disagreements.length,
    absencesOutsideMembership: cut.absences,
    castOutsideMembership: cut.cast,
    states: new Set(tables.states.map(({ key }) => key)).size,
    organisations: tables.organisations.length,
    memberships: memberships.length,
    membershipsByConfidence: Object.fromEntries(
      ["high", "medium", "low"].map((level) => [
        level,
        memberships.filter(({ confidence }) => confidence === level).length,
      ]),
    ),
    sources: tables.sources.length,
    tallyFaults,
    conduct: verifyConduct(tables),
  };
}
