import { NotFoundError } from "../errors.ts";
import type { CasusRecord } from "../record/record.ts";
import { type Extension, splitAddress } from "./address.ts";
import { formatQuery, parseQuery, type Query } from "./parameters.ts";
import type { View } from "./view.ts";
import { VIEWS } from "./views/index.ts";

/** An address that names a view of this record. */
export interface ResolvedAddress {
  readonly view: View;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Query;
  /** The one canonical form, without extension. */
  readonly canonical: string;
  readonly extension: Extension | null;
}

function matches(
  parts: readonly string[],
  segments: readonly string[],
): Record<string, string> | null {
  if (parts.length !== segments.length) return null;
  const path: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index]!;
    if (part.startsWith("{")) path[part.slice(1, -1)] = segment;
    else if (part !== segment.toLowerCase()) return null;
  }
  return path;
}

/**
 * Finds the view that an address asks for and brings the address into its canonical form. A layer
 * that stands after this one adds its own views to the list.
 *
 * @throws UsageError or NotFoundError, never anything else.
 */
export function resolveAddress(
  record: CasusRecord,
  text: string,
  views: readonly View[] = VIEWS,
): ResolvedAddress {
  const { segments, pairs, extension } = splitAddress(text);
  for (const view of views) {
    const parts = view.path.slice(1).split("/");
    const found = matches(parts, segments);
    if (found === null) continue;
    const query = parseQuery(pairs, view.parameters);
    const path = view.canonical(record, found);
    const canonical = `/${parts.map((part) => (part.startsWith("{") ? path[part.slice(1, -1)] : part)).join("/")}`;
    return { view, path, query, canonical: `${canonical}${formatQuery(query)}`, extension };
  }
  throw new NotFoundError(
    `${JSON.stringify(`/${segments.join("/")}`.slice(0, 80))} is no address of this record.`,
    {
      hint: `Addresses: ${views.map(({ path }) => path).join(" ")}.`,
    },
  );
}
