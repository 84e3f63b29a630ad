import {
  EXPECTED_UTILITY_DEFAULTS,
  type ExpectedUtilityOptions,
} from "./expected-utility-options.ts";
import {
  type BargainingPath,
  type BargainingTurn,
  checkStakeholders,
  issueScale,
  type Stakeholder,
} from "./stakeholder.ts";
import { turnOf } from "./weighted-middle.ts";

/** x^r for x from 0 and r above 0. */
const power = (x: number, r: number): number => (x <= 0 ? 0 : Math.exp(r * Math.log(x)));

/** A round's positions and what distances are held against. */
interface Round {
  readonly positions: readonly number[];
  readonly span: number;
  readonly saliences: readonly number[];
  /** The chance that each beats each, row against column: who is nearer votes for it. */
  readonly chances: Float64Array;
}

/** The chance that each beats each, row against column: votes are weight times difference. */
function chancesOf(
  positions: readonly number[],
  span: number,
  weights: readonly number[],
): Float64Array {
  const n = positions.length;
  const chances = new Float64Array(n * n).fill(0.5);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      let votes = 0;
      let all = 0;
      for (let k = 0; k < n; k += 1) {
        const at = positions[k]!;
        const nearer = (Math.abs(at - positions[j]!) - Math.abs(at - positions[i]!)) / span;
        const vote = weights[k]! * nearer;
        if (vote > 0) votes += vote;
        all += Math.abs(vote);
      }
      if (all === 0) continue;
      chances[i * n + j] = votes / all;
      chances[j * n + i] = 1 - votes / all;
    }
  }
  return chances;
}

/** A round of stakeholders at some positions, distances held against a span. */
export function roundOf(
  stakeholders: readonly Stakeholder[],
  positions: readonly number[],
  span: number,
): Round {
  const weights = stakeholders.map(({ capability, salience }) => capability * salience);
  const saliences = stakeholders.map(({ salience }) => salience);
  return { positions, span, saliences, chances: chancesOf(positions, span, weights) };
}

/**
 * What i expects of challenging j, over the status quo, at exponent r: with d their distance over
 * the span, U(success) = 2 - 4 (1/2 - d/2)^r, U(failure) = 2 - 4 (1/2 + d/2)^r, U(status quo) = 2 -
 * 4 (1/2)^r; j resists with chance s_j: s_j (P Us + (1 - P) Uf) + (1 - s_j) Us - Uq.
 */
export function expectedGain(i: number, j: number, r: number, round: Round): number {
  const d = Math.abs(round.positions[i]! - round.positions[j]!) / round.span;
  const success = 2 - 4 * power(0.5 - 0.5 * d, r);
  const failure = 2 - 4 * power(0.5 + 0.5 * d, r);
  const s = round.saliences[j]!;
  const p = round.chances[i * round.positions.length + j]!;
  const quo = 2 - 4 * power(0.5, r);
  return s * (p * success + (1 - p) * failure) + (1 - s) * success - quo;
}

/**
 * The exponents r = (1 - R/3) / (1 + R/3), from 1/2 to 2, of risk attitudes R = (2 v - max - min) /
 * (max - min), v the sum of expected gains at r = 1 by column or by row. No exponent is rounded.
 */
export function riskExponents(
  round: Round,
  security: ExpectedUtilityOptions["security"],
): readonly number[] {
  const sums = round.positions.map((_, i) =>
    round.positions.reduce((sum, __, j) => {
      if (i === j) return sum;
      return (
        sum +
        (security === "column" ? expectedGain(j, i, 1, round) : expectedGain(i, j, 1, round))
      );
    }, 0),
  );
  const [least, most] = [Math.min(...sums), Math.max(...sums)];
  return sums.map((sum) => {
    const attitude = most - least < 1e-12 ? 0 : (2 * sum - most - least) / (most - least);
    return (1 - attitude / 3) / (1 + attitude / 3);
  });
}

interface Offer {
  readonly position: number;
  readonly rivalGain: number;
}

/** What rival j gets out of i, as i sees both sides' expectations; null where it gets nothing. */
function offerTo(
  i: number,
  j: number,
  r: number,
  round: Round,
  confrontation: ExpectedUtilityOptions["confrontation"],
): Offer | null {
  const [at, to] = [round.positions[i]!, round.positions[j]!];
  if (at === to) return null;
  const own = expectedGain(i, j, r, round);
  const rival = expectedGain(j, i, r, round);
  if (rival <= 0) return null;
  if (own > 0) {
    return rival > own && confrontation === "loser-moves"
      ? { position: to, rivalGain: rival }
      : null;
  }
  const share = rival > -own ? -own / rival : 1;
  return { position: at + (to - at) * share, rivalGain: rival };
}

function step(round: Round, options: ExpectedUtilityOptions): readonly number[] {
  const exponents = riskExponents(round, options.security);
  return round.positions.map((at, i) => {
    let chosen: Offer | null = null;
    for (let j = 0; j < round.positions.length; j += 1) {
      if (j === i) continue;
      const offer = offerTo(i, j, exponents[i]!, round, options.confrontation);
      if (offer === null) continue;
      const better =
        chosen === null ||
        (options.offer === "least-move"
          ? Math.abs(offer.position - at) < Math.abs(chosen.position - at)
          : offer.rivalGain > chosen.rivalGain);
      if (better) chosen = offer;
    }
    return chosen?.position ?? at;
  });
}

/**
 * The expected-utility model of group decisions: each round every stakeholder compares what it
 * expects of challenging each rival with what it thinks the rival expects, both by its own risk
 * exponent. Where the rival alone gains more than it would lose, the two meet at the ratio of the
 * two expectations; where the rival gains less, it yields; where both gain, they are confronted.
 * Deterministic. Capability in any unit, salience in (0, 1]. The path's measures are the weighted
 * median and mean, weights capability times salience.
 *
 * Bueno de Mesquita 1994 (in Bueno de Mesquita and Stokman, European Community Decision Making) and
 * 1997, doi:10.1080/03050629708434909; Scholz, Calbert and Smith 2011, doi:10.1177/0951629811418142.
 * The texts leave choices open that change results (see `ExpectedUtilityOptions`); a status quo is
 * taken to go on for certain where nobody challenges (Q = 1).
 *
 * @throws UsageError for stakeholders that no model can bargain over.
 */
export function expectedUtilityModel(
  stakeholders: readonly Stakeholder[],
  options: ExpectedUtilityOptions = EXPECTED_UTILITY_DEFAULTS,
): BargainingPath {
  checkStakeholders(stakeholders);
  const { low, high } = issueScale(stakeholders, null);
  let positions: readonly number[] = stakeholders.map(({ position }) => position);
  const turns: BargainingTurn[] = [turnOf(0, positions, stakeholders)];
  let first = 0;
  for (let turn = 1; turn <= options.turns; turn += 1) {
    const own = Math.max(...positions) - Math.min(...positions);
    if (own === 0) return { turns, stopped: "quiet" };
    const span = options.range === "fixed" ? high - low : own;
    const next = step(roundOf(stakeholders, positions, span), options);
    const moved = next.reduce((sum, at, k) => sum + Math.abs(at - positions[k]!), 0);
    positions = next;
    turns.push(turnOf(turn, positions, stakeholders));
    if (turn === 1) first = moved;
    if (moved <= options.quiet * first) return { turns, stopped: "quiet" };
  }
  return { turns, stopped: "turns" };
}
