import type { CasusRecord } from "../../record/record.ts";
import type { Hit, SearchReply } from "../laboratory/questions.ts";
import { nearestPhrase, wordsOf } from "./nearest-words.ts";
import { searchEntries } from "./search-entries.ts";
import { type Entry, plain } from "./search-text.ts";

const MOST_EACH = 12;

/** How well an entry holds every word asked for: 0 is best, null is not at all. */
function rank({ text, names }: Entry, words: readonly string[], phrase: string): number | null {
  const padded = ` ${text} `;
  if (!words.every((word) => padded.includes(` ${word}`))) return null;
  if (names.includes(phrase)) return 0;
  if (padded.startsWith(` ${phrase} `)) return 1;
  if (text.startsWith(phrase)) return 2;
  if (words.every((word) => ` ${names[0]} `.includes(` ${word} `))) return 3;
  return padded.includes(` ${phrase} `) ? 4 : 5;
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

function searchPhrase(
  record: CasusRecord,
  entries: readonly Entry[],
  phrase: string,
): Omit<SearchReply, "instead"> {
  const words = phrase.split(" ");
  const found = entries
    .map((one) => ({ hit: one.hit, at: rank(one, words, phrase) }))
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

/**
 * A search over everything in the record, indexed once. It finds what holds every word of a text: of
 * that name or code first, then what begins with the words. Where nothing does, long words are put
 * as the nearest ones that the record has.
 */
export function createSearch(record: CasusRecord): (text: string) => SearchReply {
  const entries = searchEntries(record);
  let counts: ReadonlyMap<string, number> | undefined;
  return (text) => {
    const phrase = plain(text.slice(0, 200));
    if (phrase === "") return { hits: [], totals: {}, instead: null };
    const exact = searchPhrase(record, entries, phrase);
    if (exact.hits.length > 0) return { ...exact, instead: null };
    counts ??= wordsOf(entries);
    const instead = nearestPhrase(phrase, counts);
    if (instead === null) return { ...exact, instead };
    return { ...searchPhrase(record, entries, instead), instead };
  };
}
