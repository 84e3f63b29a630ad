import type { RollCall } from "../../record/votes.ts";

const LAST_SESSION_WITH_PARTS = 44;
const SESSION_OF_ONE_VOTE = 19;

/**
 * Indices of the roll calls that positions are estimated from, after the rows that Bailey,
 * Strezhnev and Voeten 2017 (doi:10.1177/0022002715595700) remove: session 19, which took one
 * vote, and after 1989 votes on amendments and paragraphs (where the flag is unknown the roll
 * call is kept).
 */
export function positionRollCalls(
  rollCalls: readonly Pick<RollCall, "session" | "amendment" | "paragraph">[],
): number[] {
  const kept: number[] = [];
  for (const [index, { session, amendment, paragraph }] of rollCalls.entries()) {
    const part = amendment === true || paragraph === true;
    if (session === SESSION_OF_ONE_VOTE || (part && session > LAST_SESSION_WITH_PARTS))
      continue;
    kept.push(index);
  }
  return kept;
}
