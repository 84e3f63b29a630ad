import type { Entry } from "./search-text.ts";

/** Letters that a word has at the least before another is taken for it. */
const LONG = 5;

/** How often each word stands in the texts. */
export function wordsOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of entries) {
    for (const word of text.split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Whether one letter more, less or other, or two beside each other exchanged, makes one the other. */
export function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const rest = (text: string, from: number): string => text.slice(start + from);
  return (
    rest(one, 1) === rest(other, 1) ||
    rest(one, 1) === rest(other, 0) ||
    rest(one, 0) === rest(other, 1) ||
    (one[start] === other[start + 1] &&
      one[start + 1] === other[start] &&
      rest(one, 2) === rest(other, 2))
  );
}

/**
 * A phrase with each word that no text has put as the most frequent word near it; null where no word
 * is changed. Words of fewer than five letters are kept.
 */
export function nearestPhrase(
  phrase: string,
  counts: ReadonlyMap<string, number>,
): string | null {
  const known = [...counts.keys()];
  const words = phrase.split(" ").map((word) => {
    if (word.length < LONG || known.some((one) => one.startsWith(word))) return word;
    const near = known.filter((one) => isNear(word, one));
    const most = (a: string, b: string): string =>
      (counts.get(b) ?? 0) > (counts.get(a) ?? 0) ? b : a;
    return near.length === 0 ? word : near.reduce(most);
  });
  const nearest = words.join(" ");
  return nearest === phrase ? null : nearest;
}
