import { cpus } from "node:os";

const LABEL = 60;
const CELL = 10;

/** Milliseconds of each of so many runs, the first one cold. */
export async function timings(runs: number, work: () => unknown): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

/** Prints the machine, and the head of the table of timings. */
export function printHead(): void {
  const cells = ["first", "min", "median"].map((head) => head.padStart(CELL));
  console.log(`${cpus()[0]?.model ?? "unknown"}, node ${process.version}`);
  console.log(`${"".padEnd(LABEL)}${cells.join("")}`);
}

/** Prints first, least and median of some timings; returns the median. */
export function printTimings(label: string, times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[sorted.length >> 1]!;
  const cells = [times[0]!, sorted[0]!, median].map((ms) => ms.toFixed(2).padStart(CELL));
  console.log(`${label.padEnd(LABEL)}${cells.join("")} ms`);
  return median;
}
