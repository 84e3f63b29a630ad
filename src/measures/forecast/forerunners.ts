import type { RollCall, VoteRecord } from "../../record/votes.ts";
import type { ForecastSettings } from "./forecast-settings.ts";
import { knownBefore, onPart } from "./known-before.ts";

/** Earlier roll calls that tell of one to come. */
export interface Forerunners {
  /**
   * `text`: earlier votes on the same text; `related`: on parts of it or, for a part, on the
   * text's other parts, or of the same emergency special session; `none`: neither.
   */
  readonly kind: "text" | "related" | "none";
  /** Indices, in the order of time. */
  readonly rollCalls: readonly number[];
}

/**
 * The earlier roll calls, before the day and within the window of positions, that a roll call's
 * forecast may rest on: the last ones of its family, whole text to whole text; else related
 * ones. Titles and the session in which a text is put to the vote are known before the vote.
 */
export function forerunnersOf(
  votes: VoteRecord,
  index: number,
  { window, forerunners }: ForecastSettings,
): Forerunners {
  const target = votes.rollCalls[index] as RollCall;
  const known = knownBefore(votes, target.date);
  const text: number[] = [];
  const family: number[] = [];
  const session: number[] = [];
  for (let at = 0; at < known; at += 1) {
    const rollCall = votes.rollCalls[at] as RollCall;
    if (rollCall.session <= target.session - window || rollCall.partial === true) continue;
    if (rollCall.family === target.family) {
      if (!onPart(rollCall) && !onPart(target)) text.push(at);
      else family.push(at);
    } else if (rollCall.special !== null && rollCall.special === target.special) {
      session.push(at);
    }
  }
  if (text.length > 0) return { kind: "text", rollCalls: text.slice(-forerunners) };
  const related = family.length > 0 ? family : session;
  if (related.length === 0) return { kind: "none", rollCalls: [] };
  return { kind: "related", rollCalls: related.slice(-forerunners) };
}
