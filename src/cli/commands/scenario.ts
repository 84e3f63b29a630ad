import type { Terminal } from "../terminal.ts";
import { get, type GetOptions } from "./get.ts";

/** Options of `casus scenario appeal` and `casus scenario run`. */
export interface ScenarioOptions extends GetOptions {
  readonly alliance?: string;
  readonly appellant?: string;
  readonly at?: string;
  readonly threat?: string;
  readonly place?: string;
  readonly adversary?: string;
  readonly instrument?: string;
  readonly mandate?: boolean;
  readonly rule?: string;
  readonly left?: string;
  readonly hold?: string;
  readonly model?: string;
  readonly capability?: string;
  readonly calls?: string;
  readonly level?: string;
  readonly seed?: string;
}

const NAMES = [
  "alliance",
  "appellant",
  "at",
  "threat",
  "place",
  "adversary",
  "instrument",
  "rule",
  "left",
  "hold",
  "model",
  "capability",
  "calls",
  "level",
  "seed",
] as const;

function queryOf(options: ScenarioOptions): string {
  const pairs = NAMES.flatMap((name) => {
    const value = options[name];
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  if (options.mandate === true) pairs.push("mandate=yes");
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
