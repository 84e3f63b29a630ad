import { CALL_PARAMETERS } from "../../answer/views/scenario-call.ts";
import type { Terminal } from "../terminal.ts";
import { get, type GetOptions } from "./get.ts";

type CallParameter = (typeof CALL_PARAMETERS)[number];

/** Options of `casus scenario appeal` and `casus scenario run`: the parameters of a call. */
export type ScenarioOptions = GetOptions & {
  readonly [Name in Exclude<CallParameter, "mandate">]?: string;
} & { readonly mandate?: boolean };

function queryOf(options: ScenarioOptions): string {
  const { mandate, ...rest } = options;
  const given = { ...rest, mandate: mandate === true ? "yes" : undefined };
  const pairs = CALL_PARAMETERS.flatMap((name) => {
    const value = given[name];
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

/** Prints the answer of `/scenarios/<what>`: a call, a named scenario, the list, the back-test. */
export async function scenario(
  terminal: Terminal,
  what: string | null,
  options: ScenarioOptions,
): Promise<void> {
  const path = what === null ? "" : `/${encodeURIComponent(what)}`;
  await get(terminal, `/scenarios${path}${queryOf(options)}`, options);
}
