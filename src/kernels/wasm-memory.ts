/** The kernels keep nothing in memory; the first bytes stay free so that no address is zero. */
const START = 1024;
const PAGE = 65536;

function align(address: number): number {
  return Math.ceil(address / 16) * 16;
}

/** Byte offsets of consecutive blocks of the given sizes; the last one is the end. */
export function layout(...sizes: readonly number[]): number[] {
  const offsets = [START];
  for (const size of sizes) offsets.push(align((offsets.at(-1) as number) + size));
  return offsets;
}

/** Grows the memory to hold `end` bytes and returns its present buffer. */
export function reserve(memory: WebAssembly.Memory, end: number): ArrayBuffer {
  const missing = end - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  return memory.buffer;
}
