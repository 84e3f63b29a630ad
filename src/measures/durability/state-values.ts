import type { CasusRecord, RegimeSpell } from "../../record/record.ts";
import type { StateKey } from "../../states/state.ts";

/** What a record knows of a state in a year; undefined where it knows nothing. */
export interface StateValues {
  /** Position in the General Assembly, in the session that began in the year. */
  readonly position: (state: StateKey, year: number) => number | undefined;
  readonly regime: (state: StateKey, year: number) => "democracy" | "autocracy" | undefined;
}

/** Year in which the first session of the General Assembly began, less one. */
const SESSION_ZERO = 1945;

/** The positions and classes of states by year, looked up. */
export function stateValues(
  record: Pick<CasusRecord, "positions" | "regimes" | "votes">,
): StateValues {
  const shipped = record.positions();
  const positions = new Map<string, number>();
  for (const [index, voter] of (shipped?.voter ?? []).entries()) {
    const year = shipped!.session[index]! + SESSION_ZERO;
    positions.set(`${record.votes.voters[voter]} ${year}`, shipped!.position[index]!);
  }
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
