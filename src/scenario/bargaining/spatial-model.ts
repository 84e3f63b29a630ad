import { type Challenge, challenge } from "./challenge.ts";
import { condorcetElection } from "./condorcet-election.ts";
import { estimatedRisk, riskAttitudes } from "./risk-attitudes.ts";
import { SPATIAL_DEFAULTS, type SpatialOptions } from "./spatial-options.ts";
import {
  type BargainingPath,
  type BargainingTurn,
  checkStakeholders,
  type IssueScale,
  issueScale,
  type Stakeholder,
} from "./stakeholder.ts";
import { turnOf } from "./weighted-middle.ts";

/** A proposed change of two positions; the initiator's alone leaves all as it is. */
interface Bargain {
  readonly initiator: number;
  readonly receiver: number;
  readonly positions: readonly [number, number];
}

/** Gains below this are taken for none. */
const LEAST_GAIN = 1e-5;

/** Keeps two positions apart where neither weighs anything. */
const LEAST_WEIGHT = 1e-6;

/** u = (1 - d)(1 + d R): utility of a distance d in [0, 1] at risk attitude R in [-1, 1]. */
function utilityOf(distance: number, risk: number): number {
  return distance <= 1 ? (1 - distance) * (1 + distance * risk) : (1 - distance) * (1 + risk);
}

/** Positions are kept to four decimals of the scale, as published paths are. */
const rounded = (position: number): number => Math.floor(position * 10_000 + 0.5) / 10_000;

/** Where two positions meet, each weighted by salience and chance, or their squares. */
function meet(
  [a, b]: readonly [number, number],
  [salienceA, salienceB]: readonly [number, number],
  chance: number,
  interpolation: SpatialOptions["interpolation"],
): readonly [number, number] {
  const [plainA, plainB] = [salienceA * chance, salienceB * (1 - chance)];
  const [wa, wb] =
    interpolation === "s1p1" ? [plainA, plainB] : [plainA * plainA, plainB * plainB];
  const all = wa + wb + LEAST_WEIGHT;
  return [
    rounded(((wa + LEAST_WEIGHT) * a + wb * b) / all),
    rounded((wa * a + (wb + LEAST_WEIGHT) * b) / all),
  ];
}

/** The weighted mean of two proposals. */
function between(
  [a, b]: readonly [number, number],
  [c, d]: readonly [number, number],
  first: number,
  second: number,
): readonly [number, number] {
  const all = first + second;
  return [(first * a + second * c) / all, (first * b + second * d) / all];
}

function step(
  positions: readonly number[],
  stakeholders: readonly Stakeholder[],
  options: SpatialOptions,
): readonly number[] {
  const n = positions.length;
  const capabilities = stakeholders.map(({ capability }) => capability);
  const salience = Float64Array.from(stakeholders, (one) => one.salience);
  const weights = Float64Array.from(stakeholders, (one) => one.capability * one.salience);
  const distance = (i: number, j: number): number => Math.abs(positions[i]! - positions[j]!);
  const chances = condorcetElection(capabilities, n, (k, i) => 1 - distance(k, i), options);
  const risks = riskAttitudes(chances, options.riskRange);
  const seenBy = (h: number): Float64Array => {
    const utilities = new Float64Array(n * n);
    for (let i = 0; i < n; i += 1) {
      const risk = estimatedRisk(risks[h]!, risks[i]!, options.riskEstimate);
      for (let j = 0; j < n; j += 1) utilities[i * n + j] = utilityOf(distance(i, j), risk);
    }
    return utilities;
  };
  const queues: Bargain[][] = positions.map((position, k) => [
    { initiator: k, receiver: k, positions: [position, position] },
  ]);
  for (let i = 0; i < n; i += 1) {
    const input = { utilities: seenBy(i), weights, salience, options };
    let target = -1;
    let best: Challenge = { chance: 0, gain: LEAST_GAIN };
    for (let j = 0; j < n; j += 1) {
      if (j === i) continue;
      const found = challenge(i, j, input);
      if (found.gain > best.gain) [target, best] = [j, found];
    }
    if (target < 0) continue;
    const both = [positions[i]!, positions[target]!] as const;
    const saliences = [salience[i]!, salience[target]!] as const;
    const put = (chance: number): readonly [number, number] =>
      meet(both, saliences, chance, options.interpolation);
    const proposals = [put(best.chance)];
    if (options.proposer !== "initiator") {
      const other = put(challenge(i, target, { ...input, utilities: seenBy(target) }).chance);
      if (options.proposer === "both") proposals.push(other);
      else proposals[0] = between(proposals[0]!, other, weights[i]!, weights[target]!);
    }
    for (const proposal of proposals) {
      const bargain: Bargain = { initiator: i, receiver: target, positions: proposal };
      queues[i]!.push(bargain);
      queues[target]!.push(bargain);
    }
  }
  const valueTo = (voter: number, at: number): number =>
    utilityOf(Math.abs(positions[voter]! - at), risks[voter]!);
  const now = positions.map((_, voter) =>
    positions.reduce((sum, at) => sum + valueTo(voter, at), 0),
  );
  return queues.map((queue, k) => {
    // What everybody's positions would be worth to a voter after a bargain, on average.
    const worth = (voter: number, option: number): number => {
      const { initiator, receiver, positions: moved } = queue[option]!;
      if (initiator === receiver) return now[voter]! / n;
      const left = valueTo(voter, positions[initiator]!) + valueTo(voter, positions[receiver]!);
      return (now[voter]! - left + valueTo(voter, moved[0]) + valueTo(voter, moved[1])) / n;
    };
    const elected = condorcetElection(capabilities, queue.length, worth, options);
    let most = 0;
    for (let m = 1; m < queue.length; m += 1) if (elected[m]! > elected[most]!) most = m;
    const chosen = queue[most]!;
    return chosen.receiver === k ? chosen.positions[1] : chosen.positions[0];
  });
}

/**
 * The spatial model of politics: each turn every stakeholder challenges the one from which it
 * expects most; the two positions are interpolated into a bargain; and each takes, among the
 * bargains it is part of and staying put, the one that the probabilistic Condorcet election of all
 * favours. Deterministic. Positions on the scale given, by default the stakeholders' own span;
 * capability in any unit; salience in (0, 1]. One issue. The path's measures are the weighted
 * median and mean, weights capability times salience. Ends when a turn moves all together less
 * than `quiet` of what the first did, or after `turns`.
 *
 * Formulas: KAPSARC Toolkit for Behavioral Analysis (Wise, Lester and Efird 2015, KAPSARC
 * discussion papers on the Spatial Model of Politics), written anew. Challenges are O(n^3) a turn.
 *
 * @throws UsageError for stakeholders that no model can bargain over, or a scale too short.
 */
export function spatialModel(
  stakeholders: readonly Stakeholder[],
  options: SpatialOptions = SPATIAL_DEFAULTS,
  scale: IssueScale | null = null,
): BargainingPath {
  checkStakeholders(stakeholders);
  const { low, high } = issueScale(stakeholders, scale);
  const span = high - low;
  const start = stakeholders.map(({ position }) => position);
  const turns: BargainingTurn[] = [turnOf(0, start, stakeholders)];
  if (span === 0) return { turns, stopped: "quiet" };
  let positions: readonly number[] = start.map((position) => (position - low) / span);
  let first = 0;
  for (let turn = 1; turn <= options.turns; turn += 1) {
    const next = step(positions, stakeholders, options);
    const moved = next.reduce((sum, at, k) => sum + Math.abs(at - positions[k]!), 0);
    positions = next;
    const shown = positions.map((at) => low + at * span);
    turns.push(turnOf(turn, shown, stakeholders));
    if (turn === 1) first = moved;
    if (moved <= options.quiet * first) return { turns, stopped: "quiet" };
  }
  return { turns, stopped: "turns" };
}
