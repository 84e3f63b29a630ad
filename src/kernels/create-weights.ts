import { decodeBase64 } from "./decode-base64.ts";
import { resamplingWasm } from "./resampling.wasm.ts";
import type { SimilarityKernels } from "./similarity-kernels.ts";
import { layout, reserve } from "./wasm-memory.ts";

/** What the compiled module exports; every argument but the memory is an integer or an address. */
interface ResamplingExports {
  readonly memory: WebAssembly.Memory;
  readonly multinomialWeights: (...args: readonly number[]) => void;
}

/** Bytes of the kernel's row of probabilities. */
const ROW = 8 * 513;

/** Instantiates the kernel that draws bootstrap weights; see `multinomialWeights`. */
export async function createWeights(): Promise<SimilarityKernels["multinomialWeights"]> {
  const { instance } = await WebAssembly.instantiate(decodeBase64(resamplingWasm));
  const wasm = instance.exports as unknown as ResamplingExports;
  return (sizes, draws, random) => {
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
    const words = new Uint32Array(buffer, state, 4);
    words.set(random.state());
    // A resample that has used up its units leaves the groups that come after as they are.
    new Uint8Array(buffer, out, bytes).fill(0);
    wasm.multinomialWeights(input, groups, draws, state, none, odds, missed, tables, out);
    random.resume(words);
    return new Int32Array(buffer.slice(out, out + bytes));
  };
}
