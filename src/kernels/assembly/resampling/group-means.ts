// Mean agreement of groups of voters; the plain twin is ../../group-means.ts. The caller lays out
// the memory; every pointer is a byte address.

/** Turns rows of a byte a voter to columns, `stride` bytes apart, of a byte a row. */
export function turnRows(
  rows: usize,
  length: i32,
  voters: i32,
  columns: usize,
  stride: i32,
): void {
  for (let v = 0; v < voters; v++) {
    let from = rows + <usize>v;
    for (let p = 0; p < length; p++, from += voters) {
      store<u8>(columns + <usize>p, load<u8>(from));
    }
    columns += stride;
  }
}

/**
 * The mean agreement index of each of `groups` groups, to doubles at `out`. `holders` (i32) holds
 * a row of `places` voters a group, `inside` a row of `stride` bytes a place, 255 on the roll calls
 * that it covers and else 0. `stride` is a multiple of 16; `lanes` is scratch for 32 bytes.
 */
export function groupMeans(
  columns: usize,
  stride: i32,
  inside: usize,
  places: i32,
  holders: usize,
  groups: i32,
  fewestVotes: i32,
  fewestRollCalls: i32,
  lanes: usize,
  out: usize,
): void {
  for (let g = 0; g < groups; g++) {
    let sum: f64 = 0;
    let counted = 0;
    for (let block = 0; block < stride; block += 16) {
      let yes = i8x16.splat(0);
      let abstain = i8x16.splat(0);
      let no = i8x16.splat(0);
      let mask = inside + <usize>block;
      for (let k = 0; k < places; k++, mask += stride) {
        const column = columns + <usize>(load<i32>(holders + (<usize>k << 2)) * stride + block);
        const cells = v128.and(v128.load(column), v128.load(mask));
        yes = i8x16.sub(yes, i8x16.eq(cells, i8x16.splat(1)));
        abstain = i8x16.sub(abstain, i8x16.eq(cells, i8x16.splat(2)));
        no = i8x16.sub(no, i8x16.eq(cells, i8x16.splat(3)));
      }
      v128.store(lanes, i8x16.max_u(i8x16.max_u(yes, no), abstain));
      v128.store(lanes, i8x16.add(i8x16.add(yes, no), abstain), 16);
      for (let at = lanes; at < lanes + 16; at++) {
        const cast = <i32>load<u8>(at, 16);
        if (cast < fewestVotes) continue;
        sum += <f64>(3 * <i32>load<u8>(at) - cast) / <f64>(2 * cast);
        counted++;
      }
    }
    store<f64>(out, counted < fewestRollCalls ? NaN : sum / <f64>counted);
    holders += <usize>places << 2;
    out += 8;
  }
}
