/**
 * The bargaining models: 40 stakeholders for 20 turns. From the project root:
 *
 *   node scripts/bench.mjs bargaining
 */
import { cpus } from "node:os";
import { seededRandom } from "../src/kernels/random.ts";
import { expectedUtilityModel } from "../src/scenario/bargaining/expected-utility-model.ts";
import { EXPECTED_UTILITY_DEFAULTS } from "../src/scenario/bargaining/expected-utility-options.ts";
import { spatialModel } from "../src/scenario/bargaining/spatial-model.ts";
import { SPATIAL_DEFAULTS } from "../src/scenario/bargaining/spatial-options.ts";
import type { Stakeholder } from "../src/scenario/bargaining/stakeholder.ts";

const RUNS = 7;

function stakeholders(n: number): readonly Stakeholder[] {
  const random = seededRandom(40);
  return Array.from({ length: n }, (_, k) => ({
    id: `a${k}`,
    position: Math.floor(random.uniform() * 101),
    capability: 10 + random.uniform() * 190,
    salience: 0.1 + random.uniform() * 0.9,
  }));
}

function time(label: string, work: () => { readonly turns: readonly unknown[] }): void {
  let turns = 0;
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    turns = work().turns.length - 1;
    return performance.now() - start;
  });
  const sorted = times.toSorted((a, b) => a - b);
  const cells = [times[0]!, sorted[0]!, sorted[RUNS >> 1]!].map((ms) =>
    ms.toFixed(1).padStart(9),
  );
  console.log(`${label.padEnd(46)}${String(turns).padStart(6)}${cells.join("")} ms`);
}

console.log(`${cpus()[0]?.model ?? "unknown"}, node ${process.version}`);
console.log(
  `${"".padEnd(46)}${["turns", "first", "min", "median"].map((h, k) => h.padStart(k === 0 ? 6 : 9)).join("")}`,
);
for (const n of [10, 40, 80]) {
  const all = stakeholders(n);
  // Nothing stops a run before its twentieth turn.
  time(`spatial model, ${n} stakeholders`, () =>
    spatialModel(all, { ...SPATIAL_DEFAULTS, turns: 20, quiet: -1 }),
  );
  time(`expected-utility model, ${n} stakeholders`, () =>
    expectedUtilityModel(all, { ...EXPECTED_UTILITY_DEFAULTS, turns: 20, quiet: -1 }),
  );
}
