import type { CodeSystem, StateKey } from "../states/state.ts";
import type { StateTable } from "../states/state-table.ts";

/**
 * The states that codes name in a year: the holder at its end, else at its start, since a state that
 * ended within a year keeps its last. Remembers what it was asked, and counts what it could not place.
 */
export interface StateOfYear {
  readonly of: (code: string, year: number) => StateKey | null;
  /** `315 (2)`: codes without a state, with how many rows asked for them. */
  readonly unplaced: () => readonly string[];
}

/** Looks codes up by year in the table of states. */
export function stateOfYear(states: StateTable, system: CodeSystem): StateOfYear {
  const known = new Map<string, StateKey | null>();
  const missed = new Map<string, number>();
  return {
    of: (code, year) => {
      const key = `${code} ${year}`;
      let state = known.get(key);
      if (state === undefined) {
        state =
          states.byCode(system, code, `${year}-12-31`) ??
          states.byCode(system, code, `${year}-01-01`) ??
          null;
        known.set(key, state);
      }
      if (state === null) missed.set(code, (missed.get(code) ?? 0) + 1);
      return state;
    },
    unplaced: () => [...missed].map(([code, count]) => `${code} (${count})`),
  };
}
