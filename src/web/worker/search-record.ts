import { rollCallAddress } from "../../answer/lookup.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Hit, SearchReply } from "../laboratory/questions.ts";

const MOST_EACH = 12;

interface Entry {
  readonly hit: Hit;
  /** What is searched, in lower case without accents. */
  readonly text: string;
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, " ")
    .trim();
}

const entry = (hit: Hit, ...more: readonly string[]): Entry => ({
  hit,
  text: plain([hit.name, hit.detail, ...more].join(" ")),
});

/** Everything that can be found, in the order in which kinds are listed. */
export function searchEntries(record: CasusRecord): readonly Entry[] {
  return [
    ...record.organisations.map(({ id, name, short, kind }) =>
      entry(
        {
          kind: "Organisation",
          name,
          detail: `${short}, ${kind}`,
          address: `/alliances/${id}`,
        },
        id,
      ),
    ),
    ...record.states.all().map((key) =>
      entry(
        {
          kind: "State",
          name: record.states.name(key),
          detail: key,
          address: `/states/${key.toLowerCase()}`,
        },
        ...record.states.identities(key).map(({ name }) => name),
      ),
    ),
    ...record.cases.map(({ id, title, organisation }) =>
      entry(
        {
          kind: "Case",
          name: title,
          detail: organisation ?? "no organisation",
          address: `/cases/${id}`,
        },
        id,
      ),
    ),
    ...record.treaties.map(({ id, name }) =>
      entry({ kind: "Treaty", name, detail: id, address: `/treaties/${id}` }),
    ),
    ...record.votes.rollCalls.toReversed().map((rollCall) =>
      entry({
        kind: "Roll call",
        name: rollCall.title ?? rollCall.symbol ?? `Roll call ${rollCall.rcid}`,
        detail: `${rollCall.symbol ?? `rc-${rollCall.rcid}`}, ${rollCall.date}`,
        address: rollCallAddress(rollCall),
      }),
    ),
  ];
}

/** How well a text holds every word asked for: 0 is best, null is not at all. */
function rank(text: string, words: readonly string[], phrase: string): number | null {
  const padded = ` ${text} `;
  if (!words.every((word) => padded.includes(` ${word}`))) return null;
  if (text.startsWith(phrase)) return 0;
  return padded.includes(` ${phrase} `) ? 1 : 2;
}

/** Two states named together are a pair. */
function pairs(record: CasusRecord, phrase: string): readonly Hit[] {
  const named = record.votes.voters.filter((key) => {
    const padded = ` ${phrase} `;
    return (
      padded.includes(` ${plain(record.states.name(key))} `) ||
      padded.includes(` ${key.toLowerCase()} `)
    );
  });
  if (named.length !== 2) return [];
  const [a, b] = named.map((key) => record.states.name(key));
  return [
    {
      kind: "Pair of states",
      name: `${a} and ${b}`,
      detail: "how alike they vote",
      address: `/dyads/${named.toSorted().join("-").toLowerCase()}/alignment`,
    },
  ];
}

/** Finds what holds every word of a text, the best of each kind first. */
export function searchRecord(
  record: CasusRecord,
  entries: readonly Entry[],
  text: string,
): SearchReply {
  const phrase = plain(text.slice(0, 200));
  if (phrase === "") return { hits: [], totals: {} };
  const words = phrase.split(" ");
  const found = entries
    .map(({ hit, text: held }) => ({ hit, at: rank(held, words, phrase) }))
    .filter((one): one is { hit: Hit; at: number } => one.at !== null)
    .sort((a, b) => a.at - b.at);
  const totals: Record<string, number> = {};
  const kept: Hit[] = [];
  for (const { hit } of found) {
    const seen = totals[hit.kind] ?? 0;
    if (seen < MOST_EACH) kept.push(hit);
    totals[hit.kind] = seen + 1;
  }
  return { hits: [...pairs(record, phrase), ...kept], totals };
}
