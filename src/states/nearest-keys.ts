import { editDistance } from "./edit-distance.ts";
import { plainName } from "./plain-name.ts";
import type { StateIdentity, StateKey } from "./state.ts";

const MAX_SUGGESTIONS = 3;

/**
 * Up to three state keys whose key, name, short name or code resembles `text`, the best first.
 *
 * A name is taken when it begins with the text (three letters or more), or lies within an edit
 * distance of a third of the text's length, at least 1. Case and accents do not count.
 */
export function nearestKeys(text: string, identities: Iterable<StateIdentity>): StateKey[] {
  const wanted = plainName(text);
  if (wanted === "") return [];
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const best = new Map<StateKey, number>();
  for (const { key, name, short, iso2, iso3 } of identities) {
    for (const label of new Set([key, iso3, iso2, name, short])) {
      const score = likeness(wanted, plainName(label));
      if (score <= limit && score < (best.get(key) ?? Infinity)) best.set(key, score);
    }
  }
  return [...best]
    .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
    .slice(0, MAX_SUGGESTIONS)
    .map(([key]) => key);
}

function likeness(wanted: string, label: string): number {
  if (label === "") return Infinity;
  if (wanted === label) return 0;
  // A beginning of a name is a likelier intention than a typing error.
  if (wanted.length >= 3 && label.startsWith(wanted)) return 0.5;
  return editDistance(wanted, label);
}
