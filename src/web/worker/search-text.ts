import type { Hit } from "../laboratory/questions.ts";

/** One thing that can be found. */
export interface Entry {
  readonly hit: Hit;
  /** What is searched, in lower case without accents. */
  readonly text: string;
  /** Its names and codes, any of which is all of it. */
  readonly names: readonly string[];
}

/** A text in lower case, without accents and signs. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, " ")
    .trim();
}

/** An entry that is found by its name, its detail, and by more names, codes and words. */
export function entry(
  hit: Hit,
  { names = [], words = [] }: { names?: readonly string[]; words?: readonly string[] } = {},
): Entry {
  return {
    hit,
    text: plain([hit.name, hit.detail, ...names, ...words].join(" ")),
    names: [...new Set([hit.name, ...names].map(plain))],
  };
}
