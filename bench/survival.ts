/**
 * A Cox model with five covariates and heavily tied times, and a Kaplan-Meier curve, against R's
 * survival package on the same rows. From the project root:
 *
 *   node scripts/bench.mjs survival
 *
 * `--rows N` sets the rows (default 5000), `--runs N` the repetitions (default 50).
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "../src/kernels/random.ts";
import { coxFit } from "../src/measures/durability/cox-fit.ts";
import { productLimit } from "../src/measures/durability/product-limit.ts";
import type { CoxRows } from "../src/measures/durability/survival-rows.ts";
import { printHead, printTimings, timings } from "./parts/timings.ts";

interface Peer {
  readonly version: string;
  readonly coxph: readonly number[];
  readonly fit: readonly number[];
  readonly survfit: readonly number[];
  readonly coefficients: readonly number[];
}

function option(name: string, fallback: number): number {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
}

function simulated(n: number): CoxRows {
  const random = seededRandom(3);
  const normal = (): number => {
    let sum = -6;
    for (let k = 0; k < 12; k += 1) sum += random.uniform();
    return sum;
  };
  const covariates = Array.from({ length: 5 }, () => Float64Array.from({ length: n }, normal));
  const stop = Float64Array.from({ length: n }, (_, i) => {
    const eta = 0.5 * covariates[0]![i]! - 0.3 * covariates[1]![i]! + 0.1 * covariates[2]![i]!;
    return Math.ceil((-Math.log(1 - random.uniform()) * 40) / Math.exp(eta));
  });
  const event = Uint8Array.from({ length: n }, () => (random.uniform() < 0.7 ? 1 : 0));
  return { start: null, stop, event, covariates, names: ["x1", "x2", "x3", "x4", "x5"] };
}

const n = option("--rows", 5000);
const runs = option("--runs", 50);
const rows = simulated(n);
const folder = mkdtempSync(join(tmpdir(), "casus-survival-"));
try {
  const table = Array.from(rows.stop, (stop, i) =>
    [stop, rows.event[i], ...rows.covariates.map((column) => column[i])].join(","),
  );
  writeFileSync(
    join(folder, "rows.csv"),
    `stop,event,${rows.names.join(",")}\n${table.join("\n")}\n`,
  );
  const distinct = new Set(rows.stop).size;
  console.log(`${n} rows, ${rows.event.reduce((a, b) => a + b, 0)} events, ${distinct} times`);
  printHead();
  const cox = printTimings(
    "Cox, Efron, five covariates",
    await timings(runs, () => coxFit(rows)),
  );
  const curve = printTimings("Kaplan-Meier", await timings(runs, () => productLimit(rows)));
  const r = spawnSync("Rscript", ["bench/peers/survival.R", folder, String(runs)], {
    encoding: "utf8",
  });
  if (r.status !== 0) throw new Error(r.stderr || "Rscript is not installed");
  const peer = JSON.parse(r.stdout) as Peer;
  console.log(peer.version);
  const theirs = printTimings("  coxph", peer.coxph);
  const bare = printTimings("  coxph.fit, without formulas", peer.fit);
  const theirCurve = printTimings("  survfit", peer.survfit);
  const { coefficients, iterations } = coxFit(rows);
  const gap = Math.max(...peer.coefficients.map((b, k) => Math.abs(b - coefficients[k]!)));
  console.log(
    `ratios: coxph ${(theirs / cox).toFixed(1)}, coxph.fit ${(bare / cox).toFixed(1)}, ` +
      `survfit ${(theirCurve / curve).toFixed(1)}; ${iterations} steps; ` +
      `largest difference of a coefficient ${gap.toExponential(1)}`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
