import { type StateValues, stateValues } from "../measures/durability/state-values.ts";
import { positionsOf, WHOLE } from "./positions.ts";
import type { ViewContext } from "./view.ts";

/** Positions of the whole record and classes of states by year. */
export async function valuesOfStates(context: ViewContext): Promise<StateValues> {
  const { rows } = await positionsOf({ ...context, query: { ...context.query, ...WHOLE } });
  return stateValues(context.record, rows);
}
