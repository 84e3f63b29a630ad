import { rollCallAddress } from "../../answer/lookup.ts";
import { ALL_VIEWS } from "../../claims/views/index.ts";
import { dayOf } from "../../dates/day-of.ts";
import type { Case, CaseEvent } from "../../record/case.ts";
import type { ClaimFile } from "../../record/claim.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Source } from "../../record/source.ts";
import type { Provision, Treaty } from "../../record/treaty.ts";
import { METHOD_EXAMPLES } from "../pages/method-examples.ts";
import { type Entry, entry } from "./search-text.ts";

/** Files of the record that the entries are made of, beyond those that every page has. */
export const SEARCHED_FILES = ["cases.json", "treaties.json", "conduct.json"] as const;

/** Milliseconds shown on either side of an event. */
const AROUND = 12 * 3_600_000;
const STAMP = 16;
/** Articles have a number; what has none is a part such as the preamble. */
const NUMBERED = /^(?:\d|[IVXL]+\b)/u;

const found = (id: string, table = "data"): string =>
  `#${table}.find=${encodeURIComponent(id)}`;

function stateEntries({ states }: CasusRecord): readonly Entry[] {
  return states.all().map((key) => {
    const identities = states.identities(key);
    return entry(
      {
        kind: "State",
        name: states.name(key),
        detail: key,
        address: `/states/${key.toLowerCase()}`,
      },
      { names: [key, ...identities.flatMap(({ name, short, iso2 }) => [name, short, iso2])] },
    );
  });
}

/** An article of a treaty, in the table of the last text that has it. */
function provisionEntry({ id, name, versions }: Treaty, provision: Provision): Entry {
  const last = versions.findLast((version) => provision.versions.includes(version.id));
  const at =
    last === undefined || last === versions.at(-1) ? "" : `?at=${dayOf(last.from.text)}`;
  const { article } = provision;
  const changed =
    provision.versions.length === versions.length
      ? ""
      : ` (text of ${provision.versions.join(", ")})`;
  return entry({
    kind: "Provision",
    name: `${NUMBERED.test(article) ? "Article " : ""}${article}, ${name}${changed}`,
    detail: provision.text,
    address: `/treaties/${id}${at}${found(provision.id)}`,
  });
}

/** An event, in view on the timeline and in the table of its case. */
function eventEntry({ id, title }: Case, { id: event, type, text, date }: CaseEvent): Entry {
  const [from, to] = [date.earliest - AROUND, date.latest + AROUND];
  const zoom =
    Number.isFinite(from) && Number.isFinite(to)
      ? `&zoom=${[from, to].map((at) => new Date(at).toISOString().slice(0, STAMP)).join("~")}`
      : "";
  return entry(
    {
      kind: "Event",
      name: text,
      detail: `${title}, ${date.text}`,
      address: `/cases/${id}${found(event)}${zoom}`,
    },
    { words: [type, event] },
  );
}

const claimEntries = ({ id, title, text, claims }: ClaimFile): readonly Entry[] => [
  entry(
    { kind: "Claim", name: title, detail: `${claims.length} claims`, address: `/claims/${id}` },
    { names: [id], words: [text.title, text.author ?? "", text.publisher ?? ""] },
  ),
  ...claims.map(({ n, claim }) =>
    entry({
      kind: "Claim",
      name: claim,
      detail: `${title}, claim ${n}`,
      address: `/claims/${id}/${n}`,
    }),
  ),
];

function sourceEntry({ id, title, authors, publisher, year }: Source): Entry {
  const by = [authors ?? publisher, year].filter((part) => part !== undefined).join(", ");
  return entry(
    { kind: "Source", name: title, detail: by, address: `/data${found(id, "sources")}` },
    { names: [id], words: [publisher ?? ""] },
  );
}

const METHODS: readonly Entry[] = METHOD_EXAMPLES.map(({ id, title }) =>
  entry(
    {
      kind: "Method",
      name: title,
      detail: "formula, example and references",
      address: `/methods#open-${id}=1`,
    },
    { names: [id, ...title.split(": ")] },
  ),
);

/** What an address asks: the last part of its path that names no thing. */
const askedBy = (path: string): string =>
  path
    .split("?")[0]!
    .split("/")
    .findLast((part) => !part.startsWith("{")) ?? "";

/** The kinds of answers, each found by the measures that it shows, too. */
function viewEntries(): readonly Entry[] {
  return ALL_VIEWS.map(({ path, describe, example }) => {
    const asked = askedBy(path);
    const measures = METHOD_EXAMPLES.filter(({ address }) => askedBy(address) === asked);
    return entry(
      {
        kind: "Kind of answer",
        name: `${describe.charAt(0).toUpperCase()}${describe.slice(1)}`,
        detail: path,
        address: example,
      },
      { names: [asked], words: measures.map(({ title }) => title) },
    );
  });
}

/** Everything that can be found, in the order in which kinds are listed. */
export function searchEntries(record: CasusRecord): readonly Entry[] {
  const { organisations, cases, treaties, claims, sources, votes } = record;
  return [
    ...organisations.map(({ id, name, short, kind }) =>
      entry(
        {
          kind: "Organisation",
          name,
          detail: `${short}, ${kind}`,
          address: `/alliances/${id}`,
        },
        { names: [id, short] },
      ),
    ),
    ...stateEntries(record),
    ...cases.map(({ id, title, organisation }) =>
      entry(
        {
          kind: "Case",
          name: title,
          detail: organisation ?? "no organisation",
          address: `/cases/${id}`,
        },
        { names: [id] },
      ),
    ),
    ...treaties.map(({ id, name }) =>
      entry({ kind: "Treaty", name, detail: id, address: `/treaties/${id}` }, { names: [id] }),
    ),
    ...METHODS,
    ...viewEntries(),
    ...treaties.flatMap((treaty) =>
      treaty.provisions.map((provision) => provisionEntry(treaty, provision)),
    ),
    ...claims.flatMap(claimEntries),
    ...cases.flatMap((item) => item.events.map((event) => eventEntry(item, event))),
    ...votes.rollCalls.toReversed().map((rollCall) =>
      entry(
        {
          kind: "Roll call",
          name: rollCall.title ?? rollCall.symbol ?? `Roll call ${rollCall.rcid}`,
          detail: `${rollCall.symbol ?? `rc-${rollCall.rcid}`}, ${rollCall.date}`,
          address: rollCallAddress(rollCall),
        },
        { names: rollCall.symbol === null ? [] : [rollCall.symbol] },
      ),
    ),
    ...sources.map(sourceEntry),
  ];
}
