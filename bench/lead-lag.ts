/**
 * Who moves toward whom, on simulated worlds: what a known lead is found as, how often the
 * interval holds no lead and how often the placebo test rejects, with and without one. From the
 * project root:
 *
 *   node scripts/bench.mjs lead-lag [worlds]
 */
import { cpus } from "node:os";
import { seededRandom } from "../src/kernels/random.ts";
import { leadLag, leadLagIntervals } from "../src/measures/influence/lead-lag.ts";
import { placeboLeaders } from "../src/measures/influence/placebo-leaders.ts";
import { type LeadPlan, simulateLead } from "./lead-lag-simulate.ts";

const worlds = Number(process.argv[2] ?? 400);
const plan: LeadPlan = {
  states: 80,
  followers: 5,
  sessions: 34,
  evolution: 0.03,
  noise: 0.02,
  follow: 0,
  lead: 0,
};
const PLANS: readonly (readonly [string, LeadPlan])[] = [
  ["nobody moves toward anybody", plan],
  ["the same, five times the error", { ...plan, noise: 0.1 }],
  ["the same, 60 sessions", { ...plan, sessions: 60 }],
  ["followers close 0.1", { ...plan, follow: 0.1 }],
  ["followers close 0.2", { ...plan, follow: 0.2 }],
  ["the leader closes 0.2 of its gap to their mean", { ...plan, lead: 0.2 }],
];

const mean = (values: readonly number[]): string =>
  (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3).padStart(11);

console.log(`${cpus()[0]?.model ?? "unknown"}, node ${process.version}, ${worlds} worlds each`);
console.log(
  "".padEnd(50) +
    ["follow", "lead", "holds zero", "p <= 0.1", "tests", "ms"]
      .map((head) => head.padStart(11))
      .join(""),
);
for (const [label, chosen] of PLANS) {
  const rows = Array.from({ length: worlds }, (_, seed) => {
    const { filtered, steps, outside } = simulateLead(chosen, seededRandom(seed));
    const start = performance.now();
    const found = leadLag(filtered, steps)!;
    const { difference } = leadLagIntervals(filtered, steps, {
      draws: 500,
      level: 0.9,
      random: seededRandom(seed),
    })!;
    const test = placeboLeaders(filtered, steps, outside);
    const ms = performance.now() - start;
    return { ...found, zero: difference[0] <= 0 && difference[1] >= 0 ? 1 : 0, test, ms };
  });
  const tested = rows.flatMap(({ test }) => test ?? []);
  console.log(
    label.padEnd(50) +
      mean(rows.map(({ follow }) => follow)) +
      mean(rows.map(({ lead }) => lead)) +
      mean(rows.map(({ zero }) => zero)) +
      mean(tested.map(({ p }) => (p <= 0.1 ? 1 : 0))) +
      String(tested.length).padStart(11) +
      mean(rows.map(({ ms }) => ms)),
  );
}
