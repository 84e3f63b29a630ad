import type { Case, Outcome } from "../../record/case.ts";

/** What counts as an answer to a call, from the narrowest to the widest reading. */
export const CODINGS = {
  forces: ["troops", "forces"],
  help: ["troops", "forces", "mission", "materiel"],
  any: ["troops", "forces", "mission", "materiel", "political", "sanctions"],
} as const satisfies Readonly<Record<string, readonly Outcome[]>>;

/** The name of a coding of the outcome. */
export type AnswerCoding = keyof typeof CODINGS;

/** Each coding in words. */
export const CODING_TEXT: Readonly<Record<AnswerCoding, string>> = {
  forces: "troops, or air, sea or partial forces",
  help: "troops, forces, a mission or materiel",
  any: "help of any kind, political support and sanctions included",
};

/**
 * Whether a call was answered under a coding; null where nobody called or the outcome is not
 * known, so that such a case enters no share.
 */
export function isAnswered(item: Case, coding: AnswerCoding): boolean | null {
  if (item.appellant === null || item.outcome === "unknown" || item.outcome === "no-appeal") {
    return null;
  }
  return (CODINGS[coding] as readonly Outcome[]).includes(item.outcome);
}
