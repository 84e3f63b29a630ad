/**
 * The bargaining models: 40 stakeholders for 20 turns. From the project root:
 *
 *   node scripts/bench.mjs bargaining
 */
import { seededRandom } from "../src/kernels/random.ts";
import { expectedUtilityModel } from "../src/scenario/bargaining/expected-utility-model.ts";
import { EXPECTED_UTILITY_DEFAULTS } from "../src/scenario/bargaining/expected-utility-options.ts";
import { spatialModel } from "../src/scenario/bargaining/spatial-model.ts";
import { SPATIAL_DEFAULTS } from "../src/scenario/bargaining/spatial-options.ts";
import type { Stakeholder } from "../src/scenario/bargaining/stakeholder.ts";
import { printHead, printTimings, timings } from "./parts/timings.ts";

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

async function time(
  label: string,
  work: () => { readonly turns: readonly unknown[] },
): Promise<void> {
  const turns = work().turns.length - 1;
  printTimings(`${label}, ${turns} turns`, await timings(RUNS, work));
}

printHead();
for (const n of [10, 40, 80]) {
  const all = stakeholders(n);
  // Nothing stops a run before its twentieth turn.
  await time(`spatial model, ${n} stakeholders`, () =>
    spatialModel(all, { ...SPATIAL_DEFAULTS, turns: 20, quiet: -1 }),
  );
  await time(`expected-utility model, ${n} stakeholders`, () =>
    expectedUtilityModel(all, { ...EXPECTED_UTILITY_DEFAULTS, turns: 20, quiet: -1 }),
  );
}
