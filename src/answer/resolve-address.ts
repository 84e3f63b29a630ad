import { CasusError, NotFoundError } from "../errors.ts";
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

/** What the named parts of a path hold. */
type Named = Readonly<Record<string, string>>;

function matches(path: string, segments: readonly string[]): Named | null {
  const parts = path.slice(1).split("/");
  if (parts.length !== segments.length) return null;
  const named: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index]!;
    if (part.startsWith("{")) named[part.slice(1, -1)] = segment;
    else if (part !== segment.toLowerCase()) return null;
  }
  return named;
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

const editsToView = ({ path, also }: View, segments: readonly string[]): number =>
  Math.min(...[path, also ?? path].map((one) => editsTo(one.slice(1).split("/"), segments)));

/** How many of the nearest kinds of address are tried with the names given. */
const TRIED = 12;

/** An address of a view with the named parts in their canonical form. */
function addressOf({ canonical, path }: View, record: CasusRecord, found: Named): string {
  const named = canonical(record, found);
  const parts = path.slice(1).split("/");
  return `/${parts.map((part) => (part.startsWith("{") ? named[part.slice(1, -1)] : part)).join("/")}`;
}

/** The address of a view with the segments in its named parts; null where they name nothing of it. */
function fitting(view: View, record: CasusRecord, segments: readonly string[]): string | null {
  const parts = view.path.slice(1).split("/");
  const named = parts.flatMap((part, i): [string, string][] =>
    part.startsWith("{") ? [[part.slice(1, -1), segments[i] ?? ""]] : [],
  );
  try {
    return addressOf(view, record, Object.fromEntries(named));
  } catch (error) {
    if (error instanceof CasusError) return null;
    throw error;
  }
}

/** Up to three addresses nearest to one that names nothing; each names something of the record. */
function nearestAddresses(
  record: CasusRecord,
  segments: readonly string[],
  views: readonly View[],
): readonly string[] {
  const ranked = views
    .map((view) => ({ view, edits: editsToView(view, segments) }))
    .toSorted((a, b) => a.edits - b.edits)
    .slice(0, TRIED);
  const near = new Set<string>();
  for (const { view } of ranked) {
    const address = near.size < 3 ? fitting(view, record, segments) : null;
    if (address !== null) near.add(address);
  }
  return [...near];
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
    const found =
      matches(view.path, segments) ??
      (view.also === undefined ? null : matches(view.also, segments));
    if (found === null) continue;
    const query = parseQuery(pairs, view.parameters, view.firstYear);
    const canonical = addressOf(view, record, found);
    const path = view.canonical(record, found);
    return { view, path, query, canonical: `${canonical}${formatQuery(query)}`, extension };
  }
  const near = nearestAddresses(record, segments, views);
  throw new NotFoundError(
    `${JSON.stringify(`/${segments.join("/")}`.slice(0, 80))} is no address of this record.`,
    {
      hint:
        near.length > 0
          ? `Nearest: ${near.join(", ")}.`
          : 'Begin at "/alliances", "/cases", "/states" or "/rollcalls".',
    },
  );
}
