import type { RollCall, VoteRecord } from "../../record/votes.ts";
import type { ForecastSettings } from "./forecast-settings.ts";
import { onPart } from "./known-before.ts";

/**
 * The roll calls, among the first `known`, on which a text came to the vote for the first time
 * in the window, over the last sessions: what a text without forerunner is taken to be drawn
 * from.
 */
export function newTexts(
  votes: VoteRecord,
  known: number,
  session: number,
  { window, reference }: ForecastSettings,
): readonly number[] {
  const lastSession = new Map<number, number>();
  const fresh: number[] = [];
  for (let index = 0; index < known; index += 1) {
    const rollCall = votes.rollCalls[index] as RollCall;
    if (rollCall.partial === true || onPart(rollCall)) continue;
    const before = lastSession.get(rollCall.family);
    lastSession.set(rollCall.family, rollCall.session);
    if (rollCall.session <= session - reference) continue;
    if (before === undefined || before <= rollCall.session - window) fresh.push(index);
  }
  return fresh;
}
