import type { Arrangement } from "./arrange-votes.ts";
import { standardise } from "./gauge.ts";
import type { Anchors } from "./position-data.ts";

const ROUNDS = 10;

/** Votes as deviations from the item's mean category. */
export function centredScores(arrangement: Arrangement): Float64Array {
  const { layout, category } = arrangement;
  const scores = new Float64Array(layout.voteCell.length);
  for (let j = 0; j < layout.items; j += 1) {
    const first = layout.groupOf[j] as number;
    const last = layout.groupOf[j + 1] as number;
    const from = layout.groupStart[first] as number;
    const to = layout.groupStart[last] as number;
    let sum = 0;
    for (let g = first; g < last; g += 1) {
      const size = (layout.groupStart[g + 1] as number) - (layout.groupStart[g] as number);
      sum += size * (category[g] as number);
    }
    const mean = sum / (to - from);
    for (let g = first; g < last; g += 1) {
      const score = (category[g] as number) - mean;
      scores.fill(score, layout.groupStart[g], layout.groupStart[g + 1]);
    }
  }
  return scores;
}

function firstGuess(voters: number, anchors: Anchors | undefined): Float64Array {
  if (anchors !== undefined) {
    const guess = new Float64Array(voters).fill(0.01);
    guess[anchors.high] = 1;
    if (anchors.low !== undefined) guess[anchors.low] = -1;
    return guess;
  }
  return Float64Array.from({ length: voters }, (_, i) => ((i * 7919) % 104729) / 104729 - 0.5);
}

/**
 * Starting positions by cell: the leading component of the votes by voter, constant over time,
 * found by a fixed number of power iterations from the anchors.
 */
export function startingPositions(
  arrangement: Arrangement,
  voters: number,
  anchors: Anchors | undefined,
): Float64Array {
  const { layout, voter } = arrangement;
  const scores = centredScores(arrangement);
  const voteVoter = Uint16Array.from(layout.voteCell, (cell) => voter[cell] as number);
  let level = firstGuess(voters, anchors);
  const votes = new Float64Array(voters);
  for (let v = 0; v < voteVoter.length; v += 1) {
    const i = voteVoter[v] as number;
    votes[i] = (votes[i] as number) + 1;
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = new Float64Array(voters);
    for (let j = 0; j < layout.items; j += 1) {
      const from = layout.groupStart[layout.groupOf[j] as number] as number;
      const to = layout.groupStart[layout.groupOf[j + 1] as number] as number;
      let loading = 0;
      for (let v = from; v < to; v += 1) {
        loading += (scores[v] as number) * (level[voteVoter[v] as number] as number);
      }
      loading /= to - from;
      for (let v = from; v < to; v += 1) {
        const i = voteVoter[v] as number;
        next[i] = (next[i] as number) + loading * (scores[v] as number);
      }
    }
    for (let i = 0; i < voters; i += 1) {
      const n = votes[i] as number;
      next[i] = n > 0 ? (next[i] as number) / Math.sqrt(n) : 0;
    }
    standardise(next);
    level = next;
  }
  const positions = Float64Array.from(voter, (i) => level[i] as number);
  standardise(positions);
  return positions;
}
