import { DAY, HOUR } from "../../dates/event-date.ts";
import type { Lag } from "../../dates/lag.ts";
import type { ArticleRef, Case } from "../../record/case.ts";
import type { SourceRef } from "../../record/source-ref.ts";
import type { Treaty } from "../../record/treaty.ts";
import type { Column, Coverage, Section } from "../answer.ts";

/** A number of hours, to a tenth; null for an open end. */
export function hoursOf(time: number): number | null {
  return Number.isFinite(time) ? Math.round((time / HOUR) * 10) / 10 : null;
}

/** A number of days, to a tenth; null for an open end. */
export function daysOf(time: number): number | null {
  return Number.isFinite(time) ? Math.round((time / DAY) * 10) / 10 : null;
}

/** An ISO instant to the minute; null for an open end. */
export function instantOf(time: number): string | null {
  return Number.isFinite(time) ? `${new Date(time).toISOString().slice(0, 16)}Z` : null;
}

/** A lag in words, in hours below three days: `0 to 15.8 hours`, `at least 3 days`. */
export function lagText({ least, most }: Lag): string {
  const [unit, name] = most < 3 * DAY ? [HOUR, "hours"] : [DAY, "days"];
  const write = (time: number): string => String(Math.round((time / unit) * 10) / 10);
  if (!Number.isFinite(least))
    return Number.isFinite(most) ? `at most ${write(most)} ${name}` : "an unknown time";
  if (!Number.isFinite(most)) return `at least ${write(least)} ${name}`;
  return write(least) === write(most)
    ? `${write(most)} ${name}`
    : `${write(least)} to ${write(most)} ${name}`;
}

/** A count of days in words: `7`, `7 or 8`, `7 to 12`. */
export function dayText({
  least,
  most,
}: {
  readonly least: number;
  readonly most: number;
}): string {
  if (least === most) return String(least);
  return most === least + 1 ? `${least} or ${most}` : `${least} to ${most}`;
}

/** A p-value in words: `0.037`, or `below 0.0001`. */
export function pText(p: number): string {
  return p < 0.0001 ? "below 0.0001" : p.toFixed(p < 0.01 ? 4 : 3);
}

/** Where a fact is from, in a few words: a source's id, an address or a citation. */
export function sourceText(source: SourceRef): string {
  if (source.kind === "registered") return source.id;
  return source.kind === "address" ? source.url : source.cite;
}

/** Sources as one cell: ids, addresses and citations, each with its note. */
export function sourceCell(sources: readonly SourceRef[]): string {
  return sources
    .map((source) =>
      source.note === null ? sourceText(source) : `${sourceText(source)} (${source.note})`,
    )
    .join("; ");
}

/** An article as cited: `cst-1992 article 4`, or the words that name it. */
export function articleText({ treaty, article, text }: ArticleRef): string {
  if (treaty === null) return text ?? "";
  return article === null ? treaty : `${treaty} article ${article}`;
}

/** Every source of a case, in the order in which it is cited. */
function refsOf(item: Case): readonly { readonly of: string; readonly source: SourceRef }[] {
  const from = (of: string, sources: readonly SourceRef[]) =>
    sources.map((source) => ({ of, source }));
  return [
    ...item.events.flatMap((event) => [
      ...from(event.id, event.sources),
      ...event.conflicts.flatMap(({ sources }) =>
        from(`${event.id} (another source)`, sources),
      ),
    ]),
    ...item.articlesInvoked.flatMap((ref) => from(articleText(ref), ref.sources)),
    ...item.absent.flatMap(({ events, sources }) => from(`no ${events.join(" or ")}`, sources)),
    ...item.contingents.flatMap(({ state, sources }) => from(`contingent ${state}`, sources)),
    ...item.stances.flatMap(({ state, sources }) => from(`stance ${state}`, sources)),
  ];
}

/** The registered sources of cases. */
export function caseSources(cases: readonly Case[]): readonly string[] {
  return cases.flatMap((item) =>
    refsOf(item).flatMap(({ source }) => (source.kind === "registered" ? [source.id] : [])),
  );
}

/** The registered sources of treaties. */
export function treatySources(treaties: readonly Treaty[]): readonly string[] {
  return treaties
    .flatMap(({ signed, inForce, ended, versions, provisions }) => [
      ...signed.sources,
      ...(inForce?.sources ?? []),
      ...(ended?.sources ?? []),
      ...versions.flatMap(({ sources }) => sources),
      ...provisions.flatMap(({ sources }) => sources),
    ])
    .flatMap((source) => (source.kind === "registered" ? [source.id] : []));
}

const SOURCE_COLUMNS: readonly Column[] = [
  { name: "fact", label: "Fact" },
  { name: "source", label: "Source" },
  { name: "kind", label: "Kind", note: "registered, address or citation" },
  { name: "note", label: "Note" },
];

/** The sources of one case, fact by fact, addresses and bare citations included. */
export function sourceSection(item: Case): Section {
  return {
    id: "sources",
    title: "Sources, fact by fact",
    text: [
      "An address was seen by the coder; a citation names a document whose address was not kept.",
    ],
    findings: [],
    address: null,
    columns: SOURCE_COLUMNS,
    rows: refsOf(item).map(({ of, source }) => ({
      fact: of,
      source: sourceText(source),
      kind: source.kind,
      note: source.note,
    })),
    figure: null,
  };
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The first and last day that some cases' events can mean, open ends left out. */
export function caseCoverage(cases: readonly Case[], fallback: () => Coverage): Coverage {
  const dates = cases.flatMap(({ events }) => events.map(({ date }) => date));
  const starts = dates.map(({ earliest }) => earliest).filter(Number.isFinite);
  const ends = dates.map(({ latest }) => latest - 1).filter(Number.isFinite);
  return {
    from: starts.length === 0 ? fallback().from : isoDay(Math.min(...starts)),
    to: ends.length === 0 ? fallback().to : isoDay(Math.max(...ends)),
  };
}
