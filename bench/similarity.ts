/**
 * All dyads in all years, all measures, against numpy and data.table on the same votes; then
 * bootstrap intervals over all years for two groups of five. From the project root:
 *
 *   node scripts/bench.mjs similarity
 *
 * `--runs N` repeats ours (default 30) and `--peer-runs N` theirs (default 3; 0 leaves them out).
 * The first of the three columns is the first run in this process, with compilation.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { createKernels } from "../src/kernels/create-kernels.ts";
import { seededRandom } from "../src/kernels/random.ts";
import { SIMILARITY_COLUMNS } from "../src/kernels/similarity-indices.ts";
import { plainKernels, type SimilarityKernels } from "../src/kernels/similarity-kernels.ts";
import { allDyads, type DyadTable } from "../src/measures/alignment/all-dyads.ts";
import { bootstrapDyad } from "../src/measures/alignment/bootstrap-dyad.ts";
import { dyadAlignment } from "../src/measures/alignment/dyad-alignment.ts";
import { groupAlignment } from "../src/measures/alignment/group-alignment.ts";
import { openRecord } from "../src/record/open-record.ts";
import { rollCallsByYear } from "../test/measures/alignment/unga-votes.ts";

interface Timing {
  readonly first: number;
  readonly min: number;
  readonly median: number;
}

interface PeerReport {
  readonly version: string;
  readonly seconds: readonly number[];
  readonly dyads: number;
  readonly means: readonly number[];
}

function option(name: string, fallback: number): number {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
}

function summary(times: readonly number[]): Timing {
  const sorted = [...times].sort((x, y) => x - y);
  const [first = Number.NaN] = times;
  const [min = Number.NaN] = sorted;
  return { first, min, median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN };
}

function timed(runs: number, work: () => unknown): Timing {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return summary(times);
}

function print(label: string, { first, min, median }: Timing, note = ""): void {
  const numbers = [first, min, median].map((ms) => ms.toFixed(1).padStart(9)).join("");
  console.log(`${label.padEnd(42)}${numbers}  ${note}`);
}

/** Dyads with joint votes, and the mean of n and of each measure over defined values. */
function totals(tables: readonly DyadTable[]) {
  const mean = (
    columns: readonly ArrayLike<number>[],
    keep: (t: number, p: number) => boolean,
  ) => {
    let sum = 0;
    let count = 0;
    columns.forEach((column, t) => {
      for (let p = 0; p < column.length; p++) {
        const value = column[p] ?? Number.NaN;
        if (Number.isNaN(value) || !keep(t, p)) continue;
        sum += value;
        count += 1;
      }
    });
    return { mean: sum / count, count };
  };
  const joint = (t: number, p: number): boolean => (tables[t]?.n[p] ?? 0) > 0;
  const n = mean(
    tables.map((table) => table.n),
    joint,
  );
  const values = SIMILARITY_COLUMNS.map(
    (name) =>
      mean(
        tables.map((table) => table[name]),
        () => true,
      ).mean,
  );
  return { dyads: n.count, means: [n.mean, ...values] };
}

function peer(
  command: string,
  script: string,
  folder: string,
  runs: number,
): PeerReport | string {
  const environment = { ...process.env, OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1" };
  const file = join("bench", "peers", script);
  const done = spawnSync(command, [file, folder, String(runs)], {
    env: environment,
    encoding: "utf8",
  });
  if (done.status !== 0)
    return (done.error?.message ?? done.stderr).trim().split("\n").at(-1) ?? "";
  return JSON.parse(done.stdout) as PeerReport;
}

const { votes } = openRecord("record");
const years = [...rollCallsByYear(votes).values()];
const kernels = await createKernels();
const runs = option("--runs", 30);
const peerRuns = option("--peer-runs", 3);
console.log(`${cpus()[0]?.model}, node ${process.version}, one core; ${years.length} years,`);
console.log(`${votes.rollCalls.length} roll calls, ${votes.voters.length} voters`);
console.log(`${"milliseconds".padEnd(42)}    first      min   median`);

const all = (using: SimilarityKernels) => (): readonly DyadTable[] =>
  allDyads(votes, years, "pairwise", using);
// Reading the tables leaves garbage whose collection would fall into the first run.
(globalThis as { readonly gc?: () => void }).gc?.();
const own = timed(runs, all(kernels));
const { dyads, means } = totals(all(kernels)());
print("all dyads, all years: compiled", own, `${dyads} dyad-years with joint votes`);
const plain = timed(3, all(plainKernels));
print("all dyads, all years: plain twin", plain, `${(plain.median / own.median).toFixed(1)}x`);

if (peerRuns > 0) {
  const folder = mkdtempSync(join(tmpdir(), "similarity-"));
  writeFileSync(join(folder, "votes.bin"), votes.cells);
  const lines = years.map((rows) => rows.join(" "));
  writeFileSync(join(folder, "periods.txt"), `${votes.voters.length}\n${lines.join("\n")}\n`);
  for (const [command, script, times] of [
    ["/usr/bin/python3", "similarity.py", peerRuns * 3],
    ["python3", "similarity.py", peerRuns * 3],
    ["Rscript", "similarity.R", peerRuns],
  ] as const) {
    const report = peer(command, script, folder, times);
    if (typeof report === "string") {
      console.log(`${command} ${script}: not run (${report})`);
      continue;
    }
    const theirs = summary(report.seconds.map((seconds) => 1000 * seconds));
    const gap = Math.max(...report.means.map((value, k) => Math.abs(value - (means[k] ?? 0))));
    const same = report.dyads === dyads ? "same dyads" : `${report.dyads} dyads`;
    const [least, usual] = [theirs.min / own.min, theirs.median / own.median];
    const ratio = `min ${least.toFixed(1)}x, median ${usual.toFixed(1)}x`;
    print(report.version, theirs, `${ratio}; ${same}, means within ${gap.toExponential(1)}`);
  }
  rmSync(folder, { recursive: true });
}

const column = (key: string): number => votes.voters.findIndex((voter) => voter === key);
const convention = "pairwise";
const columns = (keys: string): readonly number[] => keys.split(" ").map(column);

function bootstrapDyads(members: readonly number[]): number {
  const random = seededRandom(7);
  let intervals = 0;
  for (const rollCalls of years) {
    members.forEach((a, i) => {
      for (const b of members.slice(i + 1)) {
        dyadAlignment(votes, a, b, rollCalls, { convention });
        const result = bootstrapDyad(votes, a, b, rollCalls, { convention, random });
        if (result.withheld === null) intervals += 1;
      }
    });
  }
  return intervals;
}

function bootstrapGroup(members: readonly number[], using: SimilarityKernels): void {
  for (const rollCalls of years) {
    const options = { convention, random: seededRandom(7), kernels: using } as const;
    groupAlignment(votes, members, rollCalls, options);
  }
}

console.log("bootstrap of families, 1000 draws, six measures, each year since 1946");
const five = columns("CHN FRA GBR RUS USA");
const csto = columns("ARM KAZ KGZ RUS TJK");
const nato = columns(
  "ALB BEL BGR CAN CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN ISL ITA LTU LUX LVA MKD MNE NLD \
NOR POL PRT ROU SVK SVN SWE TUR USA",
);
for (const [label, members] of [
  ["dyads of five CSTO members", csto],
  ["dyads of five permanent members", five],
] as const) {
  const time = timed(5, () => bootstrapDyads(members));
  print(label, time, `${bootstrapDyads(members)} dyad-years with an interval`);
}
for (const [label, members] of [
  ["mean of five permanent members", five],
  ["mean of 32 NATO members", nato],
] as const) {
  const fast = timed(3, () => bootstrapGroup(members, kernels));
  const slow = timed(1, () => bootstrapGroup(members, plainKernels));
  print(`${label}: compiled`, fast);
  print(`${label}: plain twin`, slow, `${(slow.median / fast.median).toFixed(1)}x`);
}
