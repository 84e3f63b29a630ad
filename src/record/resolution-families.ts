/** What decides to which family of repeated texts a roll call belongs. */
export interface FamilyKeys {
  readonly symbol: string | null;
  readonly title: string | null;
  readonly session: number;
}

/**
 * A title without what changes from year to year: case, punctuation, figures, and the Library's
 * suffixes ("resolution / adopted by the General Assembly").
 */
function normaliseTitle(title: string): string {
  return title
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/\s*:?\s*(?:draft )?resolution \/ adopted.*$/gu, "")
    .replaceAll(/^resolution \d+(?: \([a-z]+\))? (?:\[[a-z]\] )?:/gu, "")
    .replaceAll(/\[[^\]]*\]/gu, " ")
    .replaceAll(/[^a-z]+/gu, " ")
    .trim();
}

/** A resolution's symbol without its part letter: `A/RES/50/70M` and `A/RES/50/70A` share one. */
function baseSymbol(symbol: string): string {
  return symbol.replace(/\[?[A-Z]\]?(?:-[A-Z])?$/u, "");
}

/**
 * Numbers the families of repeated texts: roll calls with the same normalised official title are
 * one family, whatever the year; those without a title share one with the same resolution's other
 * votes; the rest stand alone. Returns one number a roll call, from 0, in order of appearance.
 *
 * The Assembly votes on much the same text every year, so roll calls are not independent draws: a
 * bootstrap resamples families.
 */
export function resolutionFamilies(rollCalls: readonly FamilyKeys[]): Int32Array {
  const numbers = new Map<string, number>();
  const families = new Int32Array(rollCalls.length);
  for (const [index, { symbol, title }] of rollCalls.entries()) {
    const name = title === null ? "" : normaliseTitle(title);
    const key =
      name.length >= 12
        ? `t:${name}`
        : symbol === null
          ? `r:${index}`
          : `s:${baseSymbol(symbol)}`;
    const known = numbers.get(key);
    if (known === undefined) numbers.set(key, numbers.size);
    families[index] = known ?? numbers.size - 1;
  }
  return families;
}
