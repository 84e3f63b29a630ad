import type { OpenItemKernel } from "../../kernels/positions-types.ts";
import type { RollCall, VoteRecord } from "../../record/votes.ts";
import { fitPositions } from "../positions/fit-positions.ts";
import { positionDataFromVotes } from "../positions/position-data-from-votes.ts";
import { positionRollCalls } from "../positions/position-roll-calls.ts";
import type { ForecastSettings } from "./forecast-settings.ts";

/** Where states stood by the votes cast before a day. */
export interface EvePositions {
  /** How many roll calls of the record were known. */
  readonly known: number;
  readonly day: string;
  readonly session: number;
  /** First session of the window. */
  readonly from: number;
  /** Position of a voter in a session of the window; carried from the nearest one it voted in. */
  readonly positionIn: (voter: number, session: number) => number;
  /** Variance of a voter's position on the day: of the estimate, and of the walk since. */
  readonly variance: Float64Array;
  /** Day of the last vote used. */
  readonly lastVote: string;
}

/**
 * Dynamic ordinal ideal points (`fitPositions`) from the votes of the last sessions before a
 * day, and from no vote of that day or after it. A position is carried over sessions without
 * votes by the random walk, so its variance grows; a state without any vote in the window has
 * the distribution of all states, N(0, 1).
 *
 * @throws UsageError where the votes before the day do not determine positions.
 */
export function evePositions(
  votes: VoteRecord,
  eve: { readonly day: string; readonly session: number; readonly known: number },
  settings: ForecastSettings,
  open: OpenItemKernel,
): EvePositions {
  const { known, day, session } = eve;
  const from = session - settings.window + 1;
  const rollCalls = positionRollCalls(votes.rollCalls.slice(0, known)).filter((index) => {
    const rollCall = votes.rollCalls[index] as RollCall;
    return rollCall.session >= from && rollCall.partial !== true;
  });
  const data = positionDataFromVotes(votes, {
    rollCallIndices: rollCalls,
    periodOf: (rollCall) => rollCall.session - from,
  });
  const high = votes.voters.findIndex((key) => key === "USA");
  const low = votes.voters.findIndex((key) => key === "RUS");
  const anchors = high >= 0 && low >= 0 ? { anchors: { high, low } } : {};
  const fit = fitPositions(data, { evolution: settings.evolution, ...anchors }, open);
  const { voter, period, position, se } = fit.rows;
  const width = session - from + 1;
  const filled = new Float64Array(votes.voters.length * width);
  const variance = new Float64Array(votes.voters.length).fill(1);
  for (let c = 0; c < voter.length; c += 1) {
    const i = voter[c] as number;
    const t = period[c] as number;
    const first = c === 0 || voter[c - 1] !== i;
    filled.fill(position[c] as number, i * width + (first ? 0 : t), (i + 1) * width);
    const elapsed = width - 1 - t;
    variance[i] = (se[c] as number) * (se[c] as number) + fit.evolution * elapsed;
  }
  return {
    known,
    day,
    session,
    from,
    positionIn: (i, when) => {
      const t = Math.min(width - 1, Math.max(0, when - from));
      return filled[i * width + t] as number;
    },
    variance,
    lastVote: votes.rollCalls[rollCalls.at(-1) ?? 0]?.date ?? "",
  };
}
