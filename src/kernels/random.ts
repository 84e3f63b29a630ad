/** A seeded source of random numbers; every draw advances its state. */
export interface Random {
  /** The next unsigned 32-bit integer. */
  readonly uint32: () => number;
  /** The next double in [0, 1), with 53 random bits. */
  readonly uniform: () => number;
  /** The next integer in [0, n), unbiased; n from 1 to 2^32. */
  readonly below: (n: number) => number;
  /** The four words of its state, from which a compiled kernel draws on. */
  readonly state: () => Uint32Array;
  /** Goes on from a state. */
  readonly resume: (state: Uint32Array) => void;
}

/** One step of splitmix32, used to spread a small seed over the state. */
function splitmix(state: { value: number }): number {
  state.value = (state.value + 0x9e3779b9) | 0;
  let z = state.value;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

/**
 * A random source with 128 bits of state (xoshiro128**, Blackman and Vigna 2021,
 * doi:10.1145/3460772), the same sequence for the same seed in every runtime.
 */
export function seededRandom(seed: number): Random {
  const spread = { value: seed | 0 };
  let a = splitmix(spread);
  let b = splitmix(spread);
  let c = splitmix(spread);
  let d = splitmix(spread) | 1;
  const uint32 = (): number => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  const uniform = (): number =>
    ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 9007199254740992;
  const below = (n: number): number => {
    if (n === 4294967296) return uint32();
    const bound = n >>> 0;
    let draw = uint32();
    // Draws from the largest multiple of n on are drawn again; it lies above 2^32 - n.
    if (draw > 4294967296 - bound) {
      const limit = 4294967296 - ((-bound >>> 0) % bound);
      while (draw >= limit) draw = uint32();
    }
    // The remainder by a division of doubles, which is exact below 2^53 and quicker than `%`.
    const times = (draw / bound) >>> 0;
    return (draw - Math.imul(times, bound)) >>> 0;
  };
  const state = (): Uint32Array => Uint32Array.of(a, b, c, d);
  const resume = (words: Uint32Array): void => {
    [a, b, c, d] = words as unknown as [number, number, number, number];
  };
  return { uint32, uniform, below, state, resume };
}
