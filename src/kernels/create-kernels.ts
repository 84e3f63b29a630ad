import { decodeBase64 } from "./decode-base64.ts";
import { createPositionKernel } from "./positions.ts";
import type { OpenItemKernel } from "./positions-types.ts";
import { createResampling } from "./create-resampling.ts";
import { pairCount } from "./dyad-tables.ts";
import type { CellColumns, LinkRule } from "./kappa-links.ts";
import type { DyadEntries } from "./resampled-counts.ts";
import { similarityMeans, type SimilarityMeans } from "./resampled-means.ts";
import {
  similarityBytes,
  similarityTable,
  type SimilarityTable,
} from "./similarity-indices.ts";
import type { SimilarityKernels } from "./similarity-kernels.ts";
import { similarityWasm } from "./similarity.wasm.ts";
import type { MaskRule, VoteMasks } from "./vote-masks.ts";
import { layout, reserve } from "./wasm-memory.ts";

/** What the compiled module exports; every argument but the memory is an integer or an address. */
interface SimilarityExports {
  readonly memory: WebAssembly.Memory;
  readonly buildMasks: (...args: readonly number[]) => number;
  readonly countTables: (...args: readonly number[]) => void;
  readonly indexColumns: (...args: readonly number[]) => void;
  readonly similarityOfMasks: (...args: readonly number[]) => void;
  readonly gatherColumns: (...args: readonly number[]) => void;
  readonly packColumns: (...args: readonly number[]) => void;
  readonly kappaLinks: (...args: readonly number[]) => void;
  readonly moveNodes: (...args: readonly number[]) => void;
  readonly resampledMeans: (...args: readonly number[]) => void;
}

/** The kernels that the measures take. */
export interface Kernels extends SimilarityKernels {
  /** The kernel of the position model, compiled when it is first asked for. */
  readonly positions: () => Promise<OpenItemKernel>;
}

function masksWith(
  wasm: SimilarityExports,
  cells: Uint8Array,
  voterCount: number,
  rows: ArrayLike<number>,
  rule: MaskRule,
): VoteMasks {
  const words = Math.ceil(rows.length / 64);
  const stride = 24 * words;
  const [input, scratch, planes, active, end] = layout(
    rows.length * voterCount,
    voterCount * 64 * words,
    voterCount * stride,
    voterCount * 2,
  ) as [number, number, number, number, number];
  const buffer = reserve(wasm.memory, end);
  const bytes = new Uint8Array(buffer);
  for (let r = 0; r < rows.length; r++) {
    const from = (rows[r] as number) * voterCount;
    bytes.set(cells.subarray(from, from + voterCount), input + r * voterCount);
  }
  const count = wasm.buildMasks(
    input,
    voterCount,
    rows.length,
    Number(rule.absentAsAbstain),
    Number(rule.dropUnanimous),
    scratch,
    planes,
    active,
    words,
  );
  return {
    voters: new Uint16Array(buffer.slice(active, active + 2 * count)),
    words,
    planes: new Uint32Array(buffer.slice(planes, planes + stride * count)),
  };
}

function countsWith(wasm: SimilarityExports, masks: VoteMasks): Uint32Array {
  const bytes = 36 * pairCount(masks.voters.length);
  const [planes, out, end] = layout(masks.planes.byteLength, bytes) as [number, number, number];
  const buffer = reserve(wasm.memory, end);
  new Uint32Array(buffer, planes, masks.planes.length).set(masks.planes);
  wasm.countTables(planes, masks.voters.length, masks.words, out);
  return new Uint32Array(buffer.slice(out, out + bytes));
}

function indicesWith(wasm: SimilarityExports, counts: Uint32Array): SimilarityTable {
  const length = Math.trunc(counts.length / 9);
  const size = similarityBytes(length);
  // One spare column entry: an odd last row is read together with a neighbour.
  const [input, out, end] = layout(counts.byteLength + 8, size) as [number, number, number];
  const buffer = reserve(wasm.memory, end);
  new Uint32Array(buffer, input, counts.length).set(counts);
  wasm.indexColumns(input, 4 * length, length, out + 48 * length, out, 8 * length);
  return similarityTable(buffer.slice(out, out + size), length);
}

function similarityWith(wasm: SimilarityExports, masks: VoteMasks): SimilarityTable {
  const voters = masks.voters.length;
  const length = pairCount(voters);
  const size = similarityBytes(length);
  const [planes, scratch, out, end] = layout(
    masks.planes.byteLength,
    36 * voters + 8,
    size,
  ) as [number, number, number, number];
  const buffer = reserve(wasm.memory, end);
  new Uint32Array(buffer, planes, masks.planes.length).set(masks.planes);
  wasm.similarityOfMasks(planes, voters, masks.words, scratch, out);
  return similarityTable(buffer.slice(out, out + size), length);
}

function linksWith(
  wasm: SimilarityExports,
  { cells, voters, length }: CellColumns,
  places: ArrayLike<number>,
  { absentAsAbstain, fewest }: LinkRule,
  links: Float64Array,
): Float64Array {
  const words = Math.ceil(places.length / 64);
  const stride = 64 * words;
  const [input, index, rows, planes, out, end] = layout(
    cells.byteLength,
    4 * places.length,
    voters * stride,
    24 * words * voters,
    8 * voters * voters,
  ) as [number, number, number, number, number, number];
  const buffer = reserve(wasm.memory, end);
  // What a row has beyond its cells stays code 0, which never counts.
  new Uint8Array(buffer, rows, voters * stride).fill(0);
  new Uint8Array(buffer, input, cells.length).set(cells);
  new Uint32Array(buffer, index, places.length).set(places);
  wasm.gatherColumns(input, length, voters, index, places.length, rows, stride);
  wasm.packColumns(rows, words * voters, Number(absentAsAbstain), planes);
  wasm.kappaLinks(planes, voters, words, fewest, out);
  links.set(new Float64Array(buffer, out, voters * voters));
  return links;
}

function movesWith(
  wasm: SimilarityExports,
  weights: Float64Array,
  order: Int32Array,
): Int32Array {
  const n = order.length;
  const [matrix, links, degrees, sums, visits, own, sizes, list, place, end] = layout(
    8 * n * n,
    8 * n * n,
    8 * n,
    8 * n,
    4 * n,
    4 * n,
    4 * n,
    4 * n,
    4 * n,
  ) as [number, number, number, number, number, number, number, number, number, number];
  const buffer = reserve(wasm.memory, end);
  new Float64Array(buffer, matrix, n * n).set(weights);
  new Int32Array(buffer, visits, n).set(order);
  wasm.moveNodes(matrix, n, visits, own, links, degrees, sums, sizes, list, place);
  return new Int32Array(buffer, own, n).slice();
}

/** The entries of all dyads as triples (group, cell, count), and where each dyad's begin. */
function packEntries(dyads: readonly DyadEntries[]): {
  starts: Uint32Array;
  triples: Uint32Array;
} {
  const starts = new Uint32Array(dyads.length + 1);
  dyads.forEach(({ group }, d) => {
    starts[d + 1] = (starts[d] as number) + group.length;
  });
  const triples = new Uint32Array(3 * (starts[dyads.length] as number));
  dyads.forEach(({ group, cell, count }, d) => {
    for (let e = 0; e < group.length; e++) {
      const at = 3 * ((starts[d] as number) + e);
      triples[at] = group[e] as number;
      triples[at + 1] = cell[e] as number;
      triples[at + 2] = count[e] as number;
    }
  });
  return { starts, triples };
}

function meansWith(
  wasm: SimilarityExports,
  dyads: readonly DyadEntries[],
  weights: Int32Array,
  draws: number,
): SimilarityMeans {
  const padded = Math.ceil(draws / 4) * 4;
  const groups = draws === 0 ? 0 : weights.length / draws;
  const { starts, triples } = packEntries(dyads);
  const [first, entries, input, columns, table, sums, defined, end] = layout(
    starts.byteLength,
    triples.byteLength,
    4 * groups * padded,
    36 * padded,
    similarityBytes(padded),
    48 * padded,
    48 * padded,
  ) as [number, number, number, number, number, number, number, number];
  const buffer = reserve(wasm.memory, end);
  new Uint32Array(buffer, first, starts.length).set(starts);
  new Uint32Array(buffer, entries, triples.length).set(triples);
  const rows = new Int32Array(buffer, input, groups * padded).fill(0);
  for (let k = 0; k < groups; k++) {
    rows.set(weights.subarray(k * draws, (k + 1) * draws), k * padded);
  }
  const count = dyads.length;
  wasm.resampledMeans(first, count, entries, input, padded, columns, table, sums, defined);
  return similarityMeans((k) => new Float64Array(buffer, sums + 8 * padded * k, draws).slice());
}

/**
 * Instantiates the compiled kernels (8 kB of WebAssembly, inlined; no fetch, no disk). Their
 * memory grows with the largest input; results are copies and stay valid.
 */
export async function createKernels(): Promise<Kernels> {
  const [{ instance }, resampling] = await Promise.all([
    WebAssembly.instantiate(decodeBase64(similarityWasm)),
    createResampling(),
  ]);
  const wasm = instance.exports as unknown as SimilarityExports;
  let positions: Promise<OpenItemKernel> | undefined;
  return {
    positions: () => (positions ??= createPositionKernel()),
    voteMasks: (cells, voterCount, rows, rule) =>
      masksWith(wasm, cells, voterCount, rows, rule),
    dyadTables: (masks) => countsWith(wasm, masks),
    similarityIndices: (counts) => indicesWith(wasm, counts),
    dyadSimilarity: (masks) => similarityWith(wasm, masks),
    kappaLinks: (columns, places, rule, links) => linksWith(wasm, columns, places, rule, links),
    moveNodes: (weights, order) => movesWith(wasm, weights, order),
    ...resampling,
    resampledMeans: (dyads, weights, draws) => meansWith(wasm, dyads, weights, draws),
  };
}
