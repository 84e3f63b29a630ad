import { UsageError } from "../errors.ts";
import type { Parameter } from "./parameter-kinds.ts";
import { PARAMETERS } from "./parameters.ts";
import type { ParameterName, Query } from "./query.ts";

const NAMES = Object.keys(PARAMETERS) as ParameterName[];

/** The query with nothing said. */
export const DEFAULT_QUERY = Object.fromEntries(
  NAMES.map((name) => [name, PARAMETERS[name].default]),
) as unknown as Query;

/** Reads the parameters of a query; a name that the view does not take is an error. */
export function parseQuery(
  pairs: readonly (readonly [string, string])[],
  allowed: readonly ParameterName[],
  firstYear?: number,
): Query {
  const query: Record<string, unknown> = { ...DEFAULT_QUERY };
  const seen = new Set<string>();
  for (const [name, text] of pairs) {
    if (!(allowed as readonly string[]).includes(name)) {
      throw new UsageError(
        `${JSON.stringify(name.slice(0, 40))} is not a parameter of this address.`,
        {
          hint: allowed.length === 0 ? "It takes none." : `It takes ${allowed.join(", ")}.`,
        },
      );
    }
    if (seen.has(name))
      throw new UsageError(`${name} is given twice.`, { hint: "Give it once." });
    seen.add(name);
    query[name] = PARAMETERS[name as ParameterName].parse(text, name, firstYear);
  }
  const { from, to } = query as unknown as Query;
  if (from !== null && to !== null && from > to) {
    throw new UsageError(`from=${from} is after to=${to}.`, { hint: "Swap them." });
  }
  return query as unknown as Query;
}

/** Writes a query in its one canonical form: fixed order, defaults left out. */
export function formatQuery(query: Query): string {
  const parts: string[] = [];
  for (const name of NAMES) {
    const { default: fallback, format } = PARAMETERS[name] as Parameter<unknown>;
    const value = format(query[name]);
    if (query[name] !== fallback && value !== "" && value !== format(fallback)) {
      parts.push(
        `${name}=${encodeURIComponent(value).replaceAll("%7E", "~").replaceAll("%3A", ":")}`,
      );
    }
  }
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}
