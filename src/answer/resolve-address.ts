import { NotFoundError } from "../errors.ts";
import type { CasusRecord } from "../record/record.ts";
import { editDistance } from "../states/edit-distance.ts";
import { type Extension, splitAddress } from "./address.ts";
import type { Query } from "./query.ts";
import { formatQuery, parseQuery } from "./query-text.ts";
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

/** Letters of a part that are compared: enough for any name, and the work stays bounded. */
const COMPARED = 30;
/** What a part too many or too few counts, in edits. */
const PART = 6;

function editsTo(parts: readonly string[], segments: readonly string[]): number {
  const least = Math.min(parts.length, segments.length);
  const named = parts
    .slice(0, least)
    .map((part, i) =>
      part.startsWith("{")
        ? 0
        : editDistance(segments[i]!.slice(0, COMPARED).toLowerCase(), part),
    );
  return named.reduce(
    (sum, edits) => sum + edits,
    PART * Math.abs(parts.length - segments.length),
  );
}

/** Up to three addresses nearest to one that names nothing, with its own ids in them. */
function nearestAddresses(
  segments: readonly string[],
  views: readonly View[],
): readonly string[] {
  const own = views.map(({ path }) => {
    const parts = path.slice(1).split("/");
    const named = parts.map((part, i) =>
      part.startsWith("{") ? (segments[i]?.slice(0, COMPARED) ?? part) : part,
    );
    return { address: `/${named.join("/")}`, edits: editsTo(parts, segments) };
  });
  const near = own.toSorted((a, b) => a.edits - b.edits).map(({ address }) => address);
  return [...new Set(near)].slice(0, 3);
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
      hint: `Nearest: ${nearestAddresses(segments, views).join(", ")}.`,
    },
  );
}
