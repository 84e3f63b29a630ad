/**
 * Simulated calls on an alliance of 32, the fit of the models, their back-tests, and a whole answer.
 * From the project root, after `npm run build`:
 *
 *   node scripts/bench.mjs scenario
 */
import { computeAnswer } from "../src/claims/compute-answer.ts";
import { createKernels } from "../src/kernels/create-kernels.ts";
import { openRecord } from "../src/record/open-record.ts";
import { arrivalsOf } from "../src/scenario/arrivals.ts";
import { askMembers } from "../src/scenario/ask-members.ts";
import type { Call } from "../src/scenario/call.ts";
import { scenarioLaboratory } from "../src/scenario/laboratory.ts";
import { planOn } from "../src/scenario/plan-on.ts";
import { simulate } from "../src/scenario/simulate.ts";
import type { StateKey } from "../src/states/state.ts";
import { printHead, printTimings, timings } from "./parts/timings.ts";

const RUNS = 5;

async function time(label: string, work: () => unknown, runs = RUNS): Promise<void> {
  printTimings(label, await timings(runs, work));
}

const record = openRecord("record");
const kernels = await createKernels();
const call: Call = {
  alliance: "nato",
  appellant: "USA" as StateKey,
  at: "2025-12-18",
  threat: "external",
  place: "inside",
  adversary: null,
  instrument: "troops",
  mandate: false,
  left: null,
  rule: "consensus",
};

printHead();
await time("the fitted models, read from the record", () => scenarioLaboratory(record), 1);
const laboratory = scenarioLaboratory(record);
await time(
  "both back-tests, the same",
  () => [laboratory.tested("left-out")?.test, laboratory.tested("forward")?.test],
  1,
);

const nato = record.organisations.find(({ id }) => id === "nato")!;
const plan = planOn(record, call);
const { all } = laboratory;
const input = {
  members: askMembers(record, nato, call, plan.asked, all.cases),
  rule: plan.rule,
  appellantVotes: plan.appellantVotes,
  without: plan.without,
  held: new Map(),
  arrivals: arrivalsOf(all.cases, "forces"),
};
for (const [name, model] of [
  ["choice model", all.choice],
  ["base rate", all.base],
] as const) {
  if (model === null) continue;
  for (const calls of [5000, 100_000]) {
    await time(
      `${calls} calls, 32 members, every stance turned, ${name}`,
      () => simulate({ ...input, model }, { calls, seed: 7, level: 0.9 }).members.length,
    );
  }
}
for (const address of [
  "/scenarios/appeal?alliance=csto&appellant=rus&threat=external&seed=7",
  "/scenarios/appeal?alliance=nato&appellant=usa&threat=external&seed=7",
]) {
  await time(address, () => computeAnswer(record, address, { kernels }));
}
