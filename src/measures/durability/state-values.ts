import type { CasusRecord, RegimeSpell } from "../../record/record.ts";
import type { StateKey } from "../../states/state.ts";

/** The position of a voter of the record in the session that began in a year. */
export interface YearlyPosition {
  readonly voter: number;
  readonly year: number;
  readonly position: number;
}

/** What a record knows of a state in a year; undefined where it knows nothing. */
export interface StateValues {
  /** Position in the General Assembly, in the session that began in the year. */
  readonly position: (state: StateKey, year: number) => number | undefined;
  readonly regime: (state: StateKey, year: number) => "democracy" | "autocracy" | undefined;
}

/** The positions and classes of states by year, looked up. */
export function stateValues(
  record: Pick<CasusRecord, "regimes" | "votes">,
  found: readonly YearlyPosition[],
): StateValues {
  const positions = new Map(
    found.map(({ voter, year, position }) => [
      `${record.votes.voters[voter]} ${year}`,
      position,
    ]),
  );
  const spells = new Map<StateKey, RegimeSpell[]>();
  for (const spell of record.regimes) {
    const own = spells.get(spell.state) ?? [];
    own.push(spell);
    spells.set(spell.state, own);
  }
  return {
    position: (state, year) => positions.get(`${state} ${year}`),
    regime: (state, year) =>
      spells.get(state)?.find(({ fromYear, toYear }) => fromYear <= year && year <= toYear)
        ?.regime,
  };
}
