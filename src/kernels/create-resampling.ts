import { decodeBase64 } from "./decode-base64.ts";
import type { Candidates, DrawnGroups } from "./draw-groups.ts";
import { type CellRows, groupMeans, type MeanRule, type Runs } from "./group-means.ts";
import { mostBreaks, type PartitionedDraws } from "./partition-draws.ts";
import type { Random } from "./random.ts";
import { resamplingWasm } from "./resampling.wasm.ts";
import type { SimilarityKernels } from "./similarity-kernels.ts";
import { layout, reserve } from "./wasm-memory.ts";

/** What the compiled module exports; every argument but the memory is an integer or an address. */
interface ResamplingExports {
  readonly memory: WebAssembly.Memory;
  readonly multinomialWeights: (...args: readonly number[]) => void;
  readonly familyMeans: (...args: readonly number[]) => void;
  readonly partitionDraws: (...args: readonly number[]) => void;
  readonly drawGroups: (...args: readonly number[]) => number;
  readonly turnRows: (...args: readonly number[]) => void;
  readonly groupMeans: (...args: readonly number[]) => void;
}

/** Bytes of the kernel's row of probabilities. */
const ROW = 8 * 513;
/** The kernel counts the votes of a group in bytes. */
const MOST_PLACES = 255;

/** Lets a kernel draw from a random source, whose state it finds and leaves at `state`. */
function drawFrom(random: Random, buffer: ArrayBuffer, state: number, draw: () => void): void {
  const words = new Uint32Array(buffer, state, 4);
  words.set(random.state());
  draw();
  random.resume(words);
}

function weightsWith(
  wasm: ResamplingExports,
  sizes: readonly number[],
  draws: number,
  random: Random,
): Int32Array {
  const groups = sizes.length;
  const bytes = 4 * groups * draws;
  const [input, state, none, odds, missed, tables, out, end] = layout(
    4 * groups,
    16,
    groups * ROW,
    8 * groups,
    groups,
    2 * ROW,
    bytes,
  ) as [number, number, number, number, number, number, number, number];
  const buffer = reserve(wasm.memory, end);
  new Int32Array(buffer, input, groups).set(sizes);
  // A resample that has used up its units leaves the groups that come after as they are.
  new Uint8Array(buffer, out, bytes).fill(0);
  drawFrom(random, buffer, state, () =>
    wasm.multinomialWeights(input, groups, draws, state, none, odds, missed, tables, out),
  );
  return new Int32Array(buffer.slice(out, out + bytes));
}

function familiesWith(
  wasm: ResamplingExports,
  sums: Float64Array,
  counts: Int32Array,
  draws: number,
  random: Random,
): Float64Array {
  const [totals, sizes, state, out, end] = layout(
    sums.byteLength,
    counts.byteLength,
    16,
    8 * draws,
  ) as [number, number, number, number, number];
  const buffer = reserve(wasm.memory, end);
  new Float64Array(buffer, totals, sums.length).set(sums);
  new Int32Array(buffer, sizes, counts.length).set(counts);
  drawFrom(random, buffer, state, () =>
    wasm.familyMeans(totals, sizes, sums.length, draws, state, out),
  );
  return new Float64Array(buffer, out, draws).slice();
}

function partitionsWith(
  wasm: ResamplingExports,
  series: Float64Array,
  weights: Float64Array,
  minimum: number,
  maximum: number,
): PartitionedDraws {
  const n = weights.length;
  const breaks = mostBreaks(n, minimum, maximum);
  const draws = n === 0 ? 0 : series.length / n;
  const [input, scales, sums, best, origins, residuals, starts, end] = layout(
    series.byteLength,
    weights.byteLength,
    24 * (n + 1),
    16 * (n + 1),
    4 * breaks * (n + 1),
    8 * draws * (breaks + 1),
    4 * draws * breaks,
  ) as [number, number, number, number, number, number, number, number];
  const buffer = reserve(wasm.memory, end);
  new Float64Array(buffer, input, series.length).set(series);
  new Float64Array(buffer, scales, n).set(weights);
  wasm.partitionDraws(
    ...[input, draws, scales, n, minimum, breaks],
    ...[sums, best, origins, residuals, starts],
  );
  return {
    breaks,
    residuals: new Float64Array(buffer, residuals, draws * (breaks + 1)).slice(),
    starts: new Int32Array(buffer, starts, draws * breaks).slice(),
  };
}

function groupsWith(
  wasm: ResamplingExports,
  candidates: Candidates,
  voters: number,
  draws: number,
  random: Random,
): DrawnGroups {
  const places = candidates.length;
  const depth = candidates[0]?.length ?? 0;
  const lists = [...new Set(candidates.flat())];
  const numbers = new Map(lists.map((list, number) => [list, number]));
  const words = Math.ceil(voters / 64);
  const [sets, listOf, state, order, taken, holders, levels, end] = layout(
    8 * words * lists.length,
    4 * places * depth,
    16,
    4 * places,
    8 * words,
    4 * places * draws,
    places * draws,
  ) as [number, number, number, number, number, number, number, number];
  const buffer = reserve(wasm.memory, end);
  const bits = new Uint8Array(buffer, sets, 8 * words * lists.length).fill(0);
  lists.forEach((list, number) => {
    for (const voter of list) {
      const byte = 8 * words * number + (voter >> 3);
      bits[byte] = (bits[byte] as number) | (1 << (voter & 7));
    }
  });
  new Int32Array(buffer, listOf, places * depth).set(
    candidates.flat().map((list) => numbers.get(list) as number),
  );
  let count = 0;
  drawFrom(random, buffer, state, () => {
    count = wasm.drawGroups(
      ...[sets, words, listOf, places, depth, draws],
      ...[state, order, taken, holders, levels],
    );
  });
  return {
    count,
    holders: new Int32Array(buffer, holders, count * places).slice(),
    levels: new Uint8Array(buffer, levels, count * places).slice(),
  };
}

function meansWith(
  wasm: ResamplingExports,
  rows: CellRows,
  runs: readonly Runs[],
  holders: Int32Array,
  rule: MeanRule,
): Float64Array {
  const places = runs.length;
  if (holders.length === 0 || places > MOST_PLACES)
    return groupMeans(rows, runs, holders, rule);
  const { cells, voters, rollCalls } = rows;
  const groups = holders.length / places;
  const length = rollCalls.length;
  const stride = 16 * Math.ceil(length / 16);
  const [input, columns, inside, held, lanes, out, end] = layout(
    length * voters,
    voters * stride,
    places * stride,
    holders.byteLength,
    32,
    8 * groups,
  ) as [number, number, number, number, number, number, number];
  const buffer = reserve(wasm.memory, end);
  const bytes = new Uint8Array(buffer);
  rollCalls.forEach((rollCall, position) => {
    const row = cells.subarray(rollCall * voters, (rollCall + 1) * voters);
    bytes.set(row, input + position * voters);
  });
  bytes.fill(0, inside, inside + places * stride);
  runs.forEach((stretches, place) => {
    const first = inside + place * stride;
    for (let r = 0; r < stretches.length; r += 2) {
      bytes.fill(255, first + (stretches[r] as number), first + (stretches[r + 1] as number));
    }
  });
  new Int32Array(buffer, held, holders.length).set(holders);
  wasm.turnRows(input, length, voters, columns, stride);
  wasm.groupMeans(
    ...[columns, stride, inside, places, held, groups],
    ...[rule.fewestVotes, rule.fewestRollCalls, lanes, out],
  );
  return new Float64Array(buffer, out, groups).slice();
}

/** Instantiates the kernels that draw at random and measure what was drawn. */
export async function createResampling(): Promise<
  Pick<
    SimilarityKernels,
    "multinomialWeights" | "familyMeans" | "partitionDraws" | "drawGroups" | "groupMeans"
  >
> {
  const { instance } = await WebAssembly.instantiate(decodeBase64(resamplingWasm));
  const wasm = instance.exports as unknown as ResamplingExports;
  return {
    multinomialWeights: (sizes, draws, random) => weightsWith(wasm, sizes, draws, random),
    familyMeans: (sums, counts, draws, random) =>
      familiesWith(wasm, sums, counts, draws, random),
    partitionDraws: (series, weights, minimum, maximum) =>
      partitionsWith(wasm, series, weights, minimum, maximum),
    drawGroups: (candidates, voters, draws, random) =>
      groupsWith(wasm, candidates, voters, draws, random),
    groupMeans: (rows, runs, holders, rule) => meansWith(wasm, rows, runs, holders, rule),
  };
}
