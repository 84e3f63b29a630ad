// The random source of the kernels of this module; the plain twin is ../../random.ts.

let a: u32 = 0;
let b: u32 = 0;
let c: u32 = 0;
let d: u32 = 0;

/** Goes on from the four words at `state`. */
export function resumeRandom(state: usize): void {
  a = load<u32>(state);
  b = load<u32>(state, 4);
  c = load<u32>(state, 8);
  d = load<u32>(state, 12);
}

/** Leaves the four words at `state`. */
export function keepRandom(state: usize): void {
  store<u32>(state, a);
  store<u32>(state, b, 4);
  store<u32>(state, c, 8);
  store<u32>(state, d, 12);
}

/** The next 32 bits of xoshiro128**. */
@inline
export function next(): u32 {
  const result: u32 = rotl<u32>(b * 5, 7) * 9;
  const shifted: u32 = b << 9;
  c ^= a;
  d ^= b;
  b ^= c;
  a ^= d;
  c ^= shifted;
  d = rotl<u32>(d, 11);
  return result;
}

/**
 * The last 32 bits whose remainder by n is a fair draw below n, n from 1: those from the largest
 * multiple of n on are drawn again.
 */
export function lastBelow(n: u32): u32 {
  return ~((0 - n) % n);
}

/** The next integer in [0, n), unbiased; n from 1. */
export function below(n: u32): u32 {
  const last = lastBelow(n);
  let bits = next();
  while (bits > last) bits = next();
  return bits % n;
}
