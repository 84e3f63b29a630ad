import { CODINGS, type AnswerCoding } from "../measures/responsiveness/answer-coding.ts";
import type { CollectiveCase } from "./observations.ts";

/** What counts as having come, by what was asked for. */
export function codingOf(instrument: string): AnswerCoding {
  if (instrument === "consultation") return "any";
  return instrument === "materiel" ? "help" : "forces";
}

/**
 * In how many of the calls with a member's own means on record what was asked for came. Without such
 * a member nothing of the kind came in any of them.
 */
export function arrivalsOf(
  cases: readonly CollectiveCase[],
  coding: AnswerCoding,
): { readonly came: number; readonly of: number } {
  const sent = cases.filter(({ item }) =>
    item.stances.some(({ stance }) => stance === "contributed"),
  );
  const came = sent.filter(({ item }) =>
    (CODINGS[coding] as readonly string[]).includes(item.outcome),
  );
  return { came: came.length, of: sent.length };
}
