/**
 * What the level of the first sessions rests on, where it differs from the published positions
 * (sessions 1-74, beside the project in ../shared/data/unga):
 *
 *   node scripts/bench.mjs positions-level [sweeps]
 *
 * First the price of the published level: sessions 1 to 8 moved by their offsets, items fitted
 * again, under the default links and under wide ones. Then the published update (the session
 * before as prior, at last sweep's unscaled mean; items not restated when positions are scaled)
 * sampled on sessions 1 to 30 from a start with the first sessions 0.9 higher.
 */
import { agreement, type Compared, readPublished } from "./positions-compare.ts";
import { assemblyData, readAssembly } from "./positions-data.ts";
import { createNormalTable } from "../src/kernels/positions-normal-table.ts";
import { createPositionKernel } from "../src/kernels/positions.ts";
import type { ItemKernel } from "../src/kernels/positions-types.ts";
import { seededRandom } from "../src/kernels/random.ts";
import { arrangeVotes, type Arrangement } from "../src/measures/positions/arrange-votes.ts";
import { drawItems, proposalFactors } from "../src/measures/positions/draw-items.ts";
import { normalDraws } from "../src/measures/positions/draw-normal.ts";
import { drawScores } from "../src/measures/positions/draw-path.ts";
import { DEFAULT_EVOLUTION, fitPositions } from "../src/measures/positions/fit-positions.ts";
import { standardise } from "../src/measures/positions/gauge.ts";
import { type LinkRule, linkItems } from "../src/measures/positions/link-items.ts";
import { rescaleItems } from "../src/measures/positions/maximise.ts";
import { positionRollCalls } from "../src/measures/positions/position-roll-calls.ts";
import { CUT_PRECISION, SLOPE_PRECISION } from "../src/measures/positions/priors.ts";
import { walkOf, walkPenalty } from "../src/measures/positions/random-walk.ts";

const EARLY = 8;
const sweeps = Number(process.argv[2] ?? 800);
const votes = await readAssembly();
const published = readPublished(new URL(`file://${process.cwd()}/../shared/data/unga/`));
const open = await createPositionKernel();
const anchors = { high: votes.states.indexOf("USA"), low: votes.states.indexOf("RUS") };

interface Fitted {
  readonly arrangement: Arrangement;
  readonly kernel: ItemKernel;
  /** 1 or -1: what turns the kernel's positions to the published side. */
  readonly sign: number;
}

function fitted(lastSession: number, rule?: LinkRule): Fitted {
  const kept = positionRollCalls(votes.rollCalls).filter(
    (index) => votes.rollCalls[index]!.session <= lastSession,
  );
  const links = linkItems(
    kept.map((index) => votes.rollCalls[index]!),
    rule,
  );
  const itemOf = new Int32Array(votes.rollCalls.length).fill(-1);
  for (const [at, index] of kept.entries()) itemOf[index] = links[at]!;
  const data = assemblyData(votes, itemOf);
  let kernel: ItemKernel | undefined;
  const { rows } = fitPositions(data, { anchors }, (layout) => (kernel = open(layout)));
  const sign = rows.position[0]! * kernel!.theta[0]! >= 0 ? 1 : -1;
  return { arrangement: arrangeVotes(data), kernel: kernel!, sign };
}

/** Own and published position of every cell that both have. */
function compared({ voter, period }: Arrangement, position: ArrayLike<number>): Compared[] {
  return Array.from(voter).flatMap((state, c) => {
    const session = period[c]! + 1;
    return (votes.codes.get(votes.states[state]!) ?? []).flatMap((code): Compared[] => {
      const other = published.get(`${code}|${session}`);
      return other === undefined ? [] : [[session, position[c]!, other.position]];
    });
  });
}

const offsetsOf = (
  arrangement: Arrangement,
  position: ArrayLike<number>,
): ReadonlyMap<number, number> =>
  new Map(
    agreement(compared(arrangement, position)).offsets.map((row) => [row.session, row.offset]),
  );

const listed = (offsets: ReadonlyMap<number, number>): string =>
  Array.from({ length: 12 }, (_, i) => (offsets.get(i + 1) ?? Number.NaN).toFixed(2)).join(" ");

function price({ kernel, arrangement }: Fitted, theta: Float64Array): [number, number] {
  kernel.theta.set(theta);
  const loss = kernel.eliminate(60, 1e-10, SLOPE_PRECISION, CUT_PRECISION, true);
  const walk = walkOf(arrangement.voter, arrangement.period);
  return [loss, walkPenalty(walk, DEFAULT_EVOLUTION, theta, new Float64Array(theta.length))];
}

for (const [name, rule] of [
  ["default links", undefined],
  ["wide links (reach 40, tolerance 0.3)", { reach: 40, tolerance: 0.3 }],
] as const) {
  const fit = fitted(Infinity, rule);
  const own = Float64Array.from(fit.kernel.theta);
  const position = own.map((value) => value * fit.sign);
  const offsets = offsetsOf(fit.arrangement, position);
  console.log(`${name}: offsets of sessions 1-12: ${listed(offsets)}`);
  const [loss, walk] = price(fit, own);
  const moved = own.map((value, c) => {
    const session = fit.arrangement.period[c]! + 1;
    return session > EARLY ? value : value - fit.sign * (offsets.get(session) ?? 0);
  });
  const [lossMoved, walkMoved] = price(fit, moved);
  console.log(
    `  sessions 1-${EARLY} at the published level: votes' negative log-likelihood ` +
      `${(lossMoved - loss).toFixed(1)} more of ${loss.toFixed(0)}, walk's penalty ` +
      `${(walkMoved - walk).toFixed(1)} more`,
  );
}

const { arrangement, kernel, sign } = fitted(30);
const { layout, voter, period, n } = arrangement;
console.log(
  `sessions 1-30 alone, this model: ${listed(
    offsetsOf(
      arrangement,
      kernel.theta.map((value) => value * sign),
    ),
  )}`,
);
const random = seededRandom(7);
const normal = normalDraws(random);
const table = createNormalTable();
const factors = proposalFactors(kernel, layout);
const items = {
  slopes: Float64Array.from(kernel.slopes),
  cuts: Float64Array.from(kernel.cuts),
};
let theta = kernel.theta.map(
  (value, c) => value + sign * 0.9 * Math.max(0, 1 - period[c]! / 9),
);
const start = standardise(theta);
rescaleItems(items, layout, start.mean, start.sd);
let before = Float64Array.from(theta);
const sums = new Float64Array(theta.length);
for (let sweep = 0; sweep < sweeps; sweep += 1) {
  drawItems(items, factors, kernel.inverseStart, layout, theta, table, random, normal);
  const { precision, pull } = drawScores(items, layout, theta, random, normal);
  const mean = new Float64Array(theta.length);
  theta = theta.map((_, c) => {
    const first = voter[c] !== voter[c - 1];
    const other = !first ? c - 1 : voter[c] === voter[c + 1] ? c + 1 : c;
    const weight = (n[c]! + n[other]!) / (0.5 * n[c]!);
    mean[c] =
      (pull[c]! + weight * (other === c ? 0 : before[other]!)) / (precision[c]! + weight);
    return mean[c] + normal() / Math.sqrt(precision[c]! + weight);
  });
  standardise(theta);
  before = mean;
  if (sweep < sweeps / 2) continue;
  for (let c = 0; c < sums.length; c += 1) sums[c] = sums[c]! + sign * theta[c]!;
}
console.log(
  `the published update on the same items, ${sweeps} sweeps, later half: ` +
    listed(offsetsOf(arrangement, sums)),
);
