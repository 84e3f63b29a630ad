import { rollCallAddress } from "../../answer/lookup.ts";
import { ALL_VIEWS } from "../../claims/views/index.ts";
import type { CasusRecord } from "../../record/record.ts";

/** A page that stands at a plain address: what a link to it is called before it is opened. */
export interface PublishedPage {
  readonly address: string;
  readonly title: string;
}

const SITE: readonly PublishedPage[] = [
  { address: "/compare", title: "Compare votes" },
  { address: "/data", title: "Data" },
  { address: "/methods", title: "Methods" },
  { address: "/search", title: "Search" },
];

/** The names that each named part of a path takes; dyads and groups are too many to write. */
function namesOf(record: CasusRecord): Readonly<Record<string, readonly PublishedPage[]>> {
  return {
    "/alliances/{id}": record.organisations.map(({ id, name }) => ({
      address: `/alliances/${id}`,
      title: name,
    })),
    "/states/{key}": record.states.all().map((key) => ({
      address: `/states/${key.toLowerCase()}`,
      title: record.states.name(key),
    })),
    "/cases/{id}": record.cases.map(({ id, title }) => ({ address: `/cases/${id}`, title })),
    "/treaties/{id}": record.treaties.map(({ id, name }) => ({
      address: `/treaties/${id}`,
      title: name,
    })),
    "/rollcalls/{id}": record.votes.rollCalls.map((rollCall) => ({
      address: rollCallAddress(rollCall),
      title: `${rollCall.title ?? "Roll call"} (${rollCall.symbol ?? `rc-${rollCall.rcid}`})`,
    })),
    "/claims/{id}": record.claims.map(({ id, title }) => ({ address: `/claims/${id}`, title })),
  };
}

const words = (path: string): string => {
  const last = path.split("/").at(-1) ?? "";
  return `${last.charAt(0).toUpperCase()}${last.slice(1).replaceAll("-", " ")}`;
};

/**
 * Every plain address that gets a page of its own in a published folder: each list, and each thing
 * with its parts. Pairs, groups and queries are reached through the fallback page.
 */
export function publishedPages(record: CasusRecord): readonly PublishedPage[] {
  const named = namesOf(record);
  const pages = ALL_VIEWS.flatMap(({ path }): readonly PublishedPage[] => {
    const end = path.indexOf("}") + 1;
    if (end === 0) return [{ address: path, title: words(path) }];
    const things = named[path.slice(0, end)] ?? [];
    const rest = path.slice(end);
    if (rest === "") return things;
    // A roll call's own page is enough to be found by; what else is asked of it falls back.
    if (rest.includes("{") || path.startsWith("/rollcalls/")) return [];
    return things.map(({ address, title }) => ({
      address: `${address}${rest}`,
      title: `${title}: ${words(rest).toLowerCase()}`,
    }));
  });
  return [...SITE, ...pages];
}
