// Links of kappa between voters, in bit masks; the plain twin is ../../kappa-links.ts. The caller
// lays out the memory; every pointer is a byte address.

/** Writes to `out`, a row of `stride` bytes a voter, the cells at `picked` places (u32) of each. */
export function gatherColumns(
  columns: usize,
  length: i32,
  voters: i32,
  places: usize,
  picked: i32,
  out: usize,
  stride: usize,
): void {
  for (let v = 0; v < voters; v++) {
    for (let k = 0; k < picked; k++) {
      store<u8>(out + k, load<u8>(columns + load<u32>(places + (<usize>k << 2))));
    }
    columns += length;
    out += stride;
  }
}

/** One bit for each of 64 cells: whether it holds the code. */
@inline
function bitsOf(cells: usize, code: v128): u64 {
  return (
    <u64>i8x16.bitmask(i8x16.eq(v128.load(cells), code)) |
    (<u64>i8x16.bitmask(i8x16.eq(v128.load(cells, 16), code)) << 16) |
    (<u64>i8x16.bitmask(i8x16.eq(v128.load(cells, 32), code)) << 32) |
    (<u64>i8x16.bitmask(i8x16.eq(v128.load(cells, 48), code)) << 48)
  );
}

/** Packs `words` times 64 cells to as many triples of 64-bit words: yes, any vote, no. */
export function packColumns(
  cells: usize,
  words: i32,
  absentAsAbstain: i32,
  planes: usize,
): void {
  for (let w = 0; w < words; w++) {
    const yes = bitsOf(cells, i8x16.splat(1));
    const no = bitsOf(cells, i8x16.splat(3));
    let any = yes | no | bitsOf(cells, i8x16.splat(2));
    if (absentAsAbstain != 0) any |= bitsOf(cells, i8x16.splat(4));
    store<u64>(planes, yes);
    store<u64>(planes, any, 8);
    store<u64>(planes, no, 16);
    cells += 64;
    planes += 24;
  }
}

/**
 * Kappa from joint counts where `n` reaches `fewest` and kappa is above 0, else 0: `same` is how
 * often both said yes or both no, less how often one said yes and the other no.
 */
@inline
function link(n: i32, xYes: i32, xNo: i32, yYes: i32, yNo: i32, same: i32, fewest: i32): f64 {
  if (n < fewest) return 0;
  const squares = xYes + xNo + yYes + yNo;
  const observed = <f64>n * <f64>(squares - 2 * same);
  const product = <f64>(xYes - xNo) * <f64>(yYes - yNo);
  const kappa = 1.0 - observed / (<f64>n * <f64>squares - 2.0 * product);
  return kappa > 0 ? kappa : 0;
}

/** The links of every pair of voters as a symmetric matrix of doubles with a zero diagonal. */
export function kappaLinks(
  planes: usize,
  voters: i32,
  words: i32,
  fewest: i32,
  out: usize,
): void {
  const bytes = <usize>words * 24;
  const row = <usize>voters << 3;
  let x = planes;
  for (let i = 0; i < voters; i++) {
    const end = x + bytes;
    let across = out + <usize>i * (row + 8);
    let down = across;
    store<f64>(across, 0);
    let y = end;
    for (let j = i + 1; j < voters; j++) {
      let n = 0, xYes = 0, xNo = 0, yYes = 0, yNo = 0, same = 0;
      for (let p = x; p < end; p += 24, y += 24) {
        const xy = load<u64>(p);
        const xv = load<u64>(p, 8);
        const xn = load<u64>(p, 16);
        const yy = load<u64>(y);
        const yv = load<u64>(y, 8);
        const yn = load<u64>(y, 16);
        n += <i32>popcnt(xv & yv);
        xYes += <i32>popcnt(xy & yv);
        xNo += <i32>popcnt(xn & yv);
        yYes += <i32>popcnt(xv & yy);
        yNo += <i32>popcnt(xv & yn);
        same += <i32>popcnt((xy & yy) | (xn & yn)) - <i32>popcnt((xy & yn) | (xn & yy));
      }
      const weight = link(n, xYes, xNo, yYes, yNo, same, fewest);
      store<f64>((across += 8), weight);
      store<f64>((down += row), weight);
    }
    x = end;
  }
}
