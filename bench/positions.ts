// Fits the whole record of the General Assembly and compares with the published positions.
// node scripts/bench.mjs positions [repeats] [bootstraps]; the published positions are compared
// where they lie beside the project (../shared/data/unga).
import { correlation, agreement, readPublished } from "./positions-compare.ts";
import { assemblyData, readAssembly } from "./positions-data.ts";
import type { RollCall } from "../src/record/votes.ts";
import { existsSync } from "node:fs";
import { createPositionKernel } from "../src/kernels/positions.ts";
import { seededRandom } from "../src/kernels/random.ts";
import type { ItemKernel } from "../src/kernels/positions-types.ts";
import { DEFAULT_EVOLUTION, fitPositions } from "../src/measures/positions/fit-positions.ts";
import { gaugeOf } from "../src/measures/positions/gauge.ts";
import { newtonStep, scaleMultiplier } from "../src/measures/positions/newton-step.ts";
import { chainOf, walkOf, walkPenalty } from "../src/measures/positions/random-walk.ts";
import { linkItems } from "../src/measures/positions/link-items.ts";
import type { PositionFit } from "../src/measures/positions/position-data.ts";
import { positionRollCalls } from "../src/measures/positions/position-roll-calls.ts";

const repeats = Number(process.argv[2] ?? 7);
const bootstraps = Number(process.argv[3] ?? 20);
const folder = new URL(`file://${process.cwd()}/../shared/data/unga/`);
const votes = await readAssembly();
const published = existsSync(folder) ? readPublished(folder) : null;
const open = await createPositionKernel();
const anchors = { high: votes.states.indexOf("USA"), low: votes.states.indexOf("RUS") };

const kept = positionRollCalls(votes.rollCalls);
const links = linkItems(kept.map((index) => votes.rollCalls[index] as RollCall));
const itemOf = new Int32Array(votes.rollCalls.length).fill(-1);
kept.forEach((index, at) => {
  itemOf[index] = links[at] ?? -1;
});
const data = assemblyData(votes, itemOf);
console.log(
  `${data.item.length} votes, ${kept.length} roll calls, ${new Set(links).size} items after linking`,
);

const times: number[] = [];
let fit = fitPositions(data, { anchors }, open);
for (let repeat = 0; repeat < repeats; repeat += 1) {
  const start = performance.now();
  const again = fitPositions(data, { anchors }, open);
  times.push(performance.now() - start);
  const same = again.rows.position.every((value, c) => value === fit.rows.position[c]);
  if (!same || again.rows.se.some((value, c) => value !== fit.rows.se[c])) {
    throw new Error("two runs differ");
  }
  fit = again;
}
times.sort((a, b) => a - b);
const median = times[Math.floor(times.length / 2)] ?? 0;
console.log(
  `fit with intervals: min ${times[0]?.toFixed(0)} ms, median ${median.toFixed(0)} ms, ` +
    `${fit.passes} passes, converged ${fit.converged}, ${fit.votes} votes used, ` +
    `${fit.rows.position.length} state-sessions, peak RSS ` +
    `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
);
console.log(`ratio to emIRT dynIRT (7.3 s, METHODS 1b): ${(7300 / median).toFixed(1)}`);

const long = fitPositions(data, { anchors, stopAt: 0, maxPasses: 10 * fit.passes }, open);
const moved = long.rows.position.map((value, c) =>
  Math.abs(value - (fit.rows.position[c] ?? 0)),
);
const rounded = long.rows.position.filter(
  (value, c) => value.toFixed(2) !== fit.rows.position[c]?.toFixed(2),
);
console.log(
  `ten times the passes: largest move ${moved.reduce((a, b) => Math.max(a, b)).toExponential(1)}, ` +
    `${rounded.length} values differ at two decimals, penalised log-likelihood ` +
    `${fit.trace.at(-1)?.toFixed(4)} -> ${long.trace.at(-1)?.toFixed(4)}`,
);

function report(name: string, { rows }: PositionFit): void {
  if (published === null) return;
  const pairs: [number, number, number][] = [];
  const spreads: [number, number][] = [];
  rows.voter.forEach((voter, c) => {
    const session = (rows.period[c] ?? 0) + 1;
    for (const code of votes.codes.get(votes.states[voter] ?? "") ?? []) {
      const other = published.get(`${code}|${session}`);
      if (other === undefined) continue;
      pairs.push([session, rows.position[c] ?? 0, other.position]);
      spreads.push([rows.se[c] ?? 0, other.sd]);
    }
  });
  const found = agreement(pairs);
  const far = found.offsets.filter(({ offset }) => Math.abs(offset) > 0.25);
  const medianOf = (side: 0 | 1): number =>
    spreads.map((pair) => pair[side]).sort((a, b) => a - b)[Math.floor(spreads.length / 2)] ??
    0;
  console.log(
    `${name}: n ${found.n}, pooled r ${found.pooled.toFixed(4)}, within-session median r ` +
      `${found.medianWithin.toFixed(4)}, worst ${found.worst.r.toFixed(4)} (session ` +
      `${found.worst.session}), RMSE ${found.rmse.toFixed(3)}, without session means ` +
      `${found.rmseWithinSession.toFixed(3)}; median se ${medianOf(0).toFixed(3)} against ` +
      `${medianOf(1).toFixed(3)}, r ${correlation(
        spreads.map(([own]) => own),
        spreads.map(([, other]) => other),
      ).toFixed(2)}`,
  );
  console.log(
    `  sessions off by more than 0.25: ${far
      .map(({ session, offset }) => `${session} (${offset.toFixed(2)})`)
      .join(", ")}`,
  );
  console.log(
    `  offsets by session: ${found.offsets
      .map(({ session, offset }) => `${session}:${offset.toFixed(2)}`)
      .join(" ")}`,
  );
}
report("evolution 0.25", fit);
report("evolution 0.1", fitPositions(data, { anchors, evolution: 0.1 }, open));
const estimated = fitPositions(data, { anchors, evolution: "estimate" }, open);
report(`evolution estimated, ${estimated.evolution.toFixed(4)}`, estimated);

/** Standard errors over those of the whole information matrix, solved for `count` rows. */
function exactRatios(count: number): number[] {
  const opened: ItemKernel[] = [];
  const { rows, evolution } = fitPositions(data, { anchors }, (layout) => {
    const kernel = open(layout);
    opened.push(kernel);
    return kernel;
  });
  const kernel = opened[0] as ItemKernel;
  const walk = walkOf(rows.voter, rows.period);
  const gauge = gaugeOf(rows.n);
  const gradient = Float64Array.from(kernel.gradient);
  walkPenalty(walk, DEFAULT_EVOLUTION, kernel.theta, gradient);
  const multiplier = scaleMultiplier(gauge, kernel.theta, gradient);
  const chain = chainOf(walk, DEFAULT_EVOLUTION, kernel.curvature);
  const sd = Math.sqrt(DEFAULT_EVOLUTION / evolution);
  return Array.from({ length: count }, (_, i) => {
    const c = Math.floor(((i + 0.5) * rows.n.length) / count);
    const unit = new Float64Array(rows.n.length);
    unit[c] = -1;
    const { direction } = newtonStep(
      kernel,
      chain,
      gauge,
      kernel.theta,
      unit,
      multiplier,
      1e-4,
    );
    return ((rows.se[c] ?? 0) * sd) / Math.sqrt(direction[c] ?? 0);
  }).sort((a, b) => a - b);
}
const exact = exactRatios(60);
console.log(
  `se over exact se, 60 rows: ${exact[0]?.toFixed(3)} to ${exact.at(-1)?.toFixed(3)}, ` +
    `median ${exact[30]?.toFixed(3)}`,
);

/** The votes of items drawn with replacement, a repeated draw being an item of its own. */
function resampled(seed: number): typeof data {
  const random = seededRandom(seed);
  const rowsOf: number[][] = Array.from({ length: data.items }, () => []);
  data.item.forEach((item, row) => rowsOf[item]?.push(row));
  const present = rowsOf.filter((rows) => rows.length > 0);
  const rows: [number, number][] = [];
  present.forEach((_, item) => {
    for (const row of present[random.below(present.length)] ?? []) rows.push([row, item]);
  });
  return {
    ...data,
    items: present.length,
    voter: Uint16Array.from(rows, ([row]) => data.voter[row] ?? 0),
    period: Uint16Array.from(rows, ([row]) => data.period[row] ?? 0),
    item: Uint32Array.from(rows, ([, item]) => item),
    category: Uint8Array.from(rows, ([row]) => data.category[row] ?? 0),
  };
}
const cells = new Map(
  Array.from(fit.rows.voter, (voter, c) => [voter * 256 + (fit.rows.period[c] ?? 0), c]),
);
const sums = new Float64Array(fit.rows.position.length);
const squares = new Float64Array(fit.rows.position.length);
const counts = new Float64Array(fit.rows.position.length);
for (let draw = 0; draw < bootstraps; draw += 1) {
  const { rows } = fitPositions(resampled(draw + 1), { anchors }, open);
  rows.voter.forEach((voter, at) => {
    const c = cells.get(voter * 256 + (rows.period[at] ?? 0)) ?? 0;
    const value = rows.position[at] ?? 0;
    sums[c] = (sums[c] ?? 0) + value;
    squares[c] = (squares[c] ?? 0) + value * value;
    counts[c] = (counts[c] ?? 0) + 1;
  });
}
const ratios: number[] = [];
fit.rows.se.forEach((se, c) => {
  const n = counts[c] ?? 0;
  if (n < bootstraps * 0.9) return;
  const mean = (sums[c] ?? 0) / n;
  const sd = Math.sqrt(((squares[c] ?? 0) / n - mean * mean) * (n / (n - 1)));
  ratios.push(sd / se);
});
ratios.sort((a, b) => a - b);
const at = (share: number): string =>
  (ratios[Math.floor(share * (ratios.length - 1))] ?? 0).toFixed(2);
console.log(
  `bootstrap of items (${bootstraps} draws) sd over se: 10 % ${at(0.1)}, median ${at(0.5)}, ` +
    `90 % ${at(0.9)}`,
);
