import { decodeBase64 } from "./decode-base64.ts";
import { inverseStarts } from "./positions-types.ts";
import type { ItemKernel, ItemLayout, OpenItemKernel } from "./positions-types.ts";
import { positionsWasm } from "./positions.wasm.ts";

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly reserve: (bytes: number) => number;
  readonly configure: (config: number) => void;
  readonly eliminate: ItemKernel["eliminate"];
  readonly couple: () => void;
  readonly follow: () => void;
}

function open(module: WebAssembly.Module, layout: ItemLayout): ItemKernel {
  const exports = new WebAssembly.Instance(module).exports as unknown as Exports;
  const { items, cells } = layout;
  const starts = inverseStarts(layout);
  const votes = layout.voteCell.length;
  const words = [layout.groupOf, layout.groupStart, layout.voteCell, starts];
  const wordsAt = words.map((array) => exports.reserve(array.length * 4));
  const cellSlots = [cells, cells, cells, cells, cells, cells];
  const itemSlots = [items, layout.groupStart.length - 1 - items, starts[items] ?? 0];
  const doublesAt = [...cellSlots, ...itemSlots, votes, votes, votes].map((length) =>
    exports.reserve(length * 8),
  );
  const config = exports.reserve(4 * 18);
  const { buffer } = exports.memory;
  words.forEach((array, i) => new Uint32Array(buffer, wordsAt[i], array.length).set(array));
  const doubles = (slot: number, length: number): Float64Array =>
    new Float64Array(buffer, doublesAt[slot], length);
  const at = (slot: number): number => doublesAt[slot] ?? 0;
  const word = (slot: number): number => wordsAt[slot] ?? 0;
  new Uint32Array(buffer, config, 18).set([
    items,
    cells,
    ...[word(0), word(1), word(2)],
    ...[at(0), at(1), at(2)],
    ...[at(6), at(7), at(8), word(3)],
    ...[at(9), at(10), at(11)],
    ...[at(3), at(4), at(5)],
  ]);
  exports.configure(config);
  return {
    theta: doubles(0, cells),
    gradient: doubles(1, cells),
    curvature: doubles(2, cells),
    direction: doubles(3, cells),
    image: doubles(4, cells),
    taken: doubles(5, cells),
    slopes: doubles(6, items),
    cuts: doubles(7, itemSlots[1] ?? 0),
    inverses: doubles(8, itemSlots[2] ?? 0),
    inverseStart: starts,
    weights: doubles(9, votes),
    slopeWeights: doubles(10, votes),
    lowerWeights: doubles(11, votes),
    eliminate: exports.eliminate,
    couple: exports.couple,
    follow: exports.follow,
  };
}

/** Compiles the position kernel; the function it gives opens it on a layout of votes. */
export async function createPositionKernel(): Promise<OpenItemKernel> {
  const module = await WebAssembly.compile(decodeBase64(positionsWasm));
  return (layout) => open(module, layout);
}
