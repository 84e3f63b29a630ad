/**
 * The years to come of organisations: fit, prediction of the past, simulated futures. From the
 * project root, with `record/` built:
 *
 *   node scripts/bench.mjs dynamics
 */
import { rulesInForce } from "../src/answer/views/rule-in-force.ts";
import { seededRandom } from "../src/kernels/random.ts";
import { openRecord } from "../src/record/open-record.ts";
import { fitDynamics } from "../src/scenario/dynamics/fit-dynamics.ts";
import { COMPARED_RULES } from "../src/scenario/dynamics/rule-passes.ts";
import { simulateDynamics } from "../src/scenario/dynamics/simulate-dynamics.ts";
import { validateDynamics } from "../src/scenario/dynamics/validate-dynamics.ts";
import { printHead, printTimings, timings } from "./parts/timings.ts";

const RUNS = 5;

async function time(label: string, work: () => unknown): Promise<void> {
  printTimings(label, await timings(RUNS, work));
}

const record = openRecord("record");
const input = {
  cases: record.cases,
  organisations: record.organisations.filter(({ kind }) => kind === "alliance"),
  at: record.votes.rollCalls.at(-1)!.date,
  coding: "help",
  ruleOf: rulesInForce(record),
} as const;
const fit = fitDynamics(input);
const futures = { years: 10, actual: "consensus", rules: COMPARED_RULES } as const;
const size = { draws: 500, paths: 20 };

printHead();
await time("fit of the class", () => fitDynamics(input));
await time("the past: 5 origins, ten years, 200 draws", () =>
  validateDynamics(
    input,
    {
      origins: ["1970-01-01", "1980-01-01", "1990-01-01", "2000-01-01", "2010-01-01"],
      years: 10,
      draws: 200,
      level: 0.9,
    },
    seededRandom(1),
  ),
);
for (const id of ["csto", "nato"]) {
  await time(`${id}: 10,000 futures of ten years under six rules`, () =>
    simulateDynamics(fit, id, futures, size, seededRandom(1)),
  );
}
