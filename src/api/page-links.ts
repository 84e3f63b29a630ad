import type { Query } from "../answer/query.ts";
import { formatQuery } from "../answer/query-text.ts";

/** A page of a list: what it selects and how many rows there are in all. */
export interface Page {
  /** The list's path, before the query. */
  readonly path: string;
  readonly query: Query;
  readonly total: number;
}

/** The neighbours of a page of a list as a `Link` header (RFC 8288); null where it has none. */
export function pageLinks({ path, query, total }: Page): string | null {
  const { limit, offset } = query;
  const at = (start: number): string => `${path}${formatQuery({ ...query, offset: start })}`;
  const last = total === 0 ? 0 : Math.floor((total - 1) / limit) * limit;
  const links: (readonly [string, number])[] = [];
  if (offset > 0)
    links.push(["first", 0], ["prev", Math.max(0, Math.min(offset - limit, last))]);
  if (offset + limit < total) links.push(["next", offset + limit], ["last", last]);
  if (links.length === 0) return null;
  return links.map(([rel, start]) => `<${at(start)}>; rel="${rel}"`).join(", ");
}
