// Moves of nodes between communities; the plain twin is ../../move-nodes.ts. The caller lays out
// the memory; every pointer is a byte address.

/** A move must gain more than rounding could. */
const LEAST_GAIN: f64 = 1e-12;

/** The links of a node become those of another community: one row loses what the other gains. */
@inline
function passLinks(weights: usize, from: usize, to: usize, bytes: usize): void {
  for (let b: usize = 0; b < bytes; b += 8) {
    const weight = load<f64>(weights + b);
    store<f64>(from + b, load<f64>(from + b) - weight);
    store<f64>(to + b, load<f64>(to + b) + weight);
  }
}

/**
 * Moves the nodes of a graph of `n` nodes, visited in `order` (i32), to the community of largest
 * gain until none gains; writes the community of each to `own` (i32). `weights` and the scratch
 * `links` have n x n doubles, `degrees` and `sums` n doubles, `sizes`, `list` and `place` n i32.
 */
export function moveNodes(
  weights: usize,
  n: i32,
  order: usize,
  own: usize,
  links: usize,
  degrees: usize,
  sums: usize,
  sizes: usize,
  list: usize,
  place: usize,
): void {
  const row = <usize>n << 3;
  memory.copy(links, weights, row * n);
  let total: f64 = 0;
  for (let i = 0; i < n; i++) {
    let degree: f64 = 0;
    const end = weights + <usize>(i + 1) * row;
    for (let at = end - row; at < end; at += 8) degree += load<f64>(at);
    store<f64>(degrees + (<usize>i << 3), degree);
    store<f64>(sums + (<usize>i << 3), degree);
    total += degree;
    const at = <usize>i << 2;
    store<i32>(own + at, i);
    store<i32>(sizes + at, 1);
    store<i32>(list + at, i);
    store<i32>(place + at, i);
  }
  let count = n;
  for (let moved = true; moved; ) {
    moved = false;
    for (let k = 0; k < n; k++) {
      const i = load<i32>(order + (<usize>k << 2));
      const node = <usize>i << 3;
      const from = load<i32>(own + (<usize>i << 2));
      const degree = load<f64>(degrees + node);
      const share = degree / total;
      const home = links + <usize>from * row;
      const loop = load<f64>(weights + <usize>i * row + node);
      const sumAt = sums + (<usize>from << 3);
      const stay = load<f64>(home + node) - loop - share * (load<f64>(sumAt) - degree);
      let best = from;
      let most = stay + LEAST_GAIN * total;
      for (let at = list, last = list + (<usize>count << 2); at < last; at += 4) {
        const c = load<i32>(at);
        const linked = load<f64>(links + <usize>c * row + node);
        const gain = linked - share * load<f64>(sums + (<usize>c << 3));
        if (gain > most && c != from) {
          best = c;
          most = gain;
        }
      }
      if (best == from) continue;
      moved = true;
      store<i32>(own + (<usize>i << 2), best);
      store<f64>(sumAt, load<f64>(sumAt) - degree);
      const there = sums + (<usize>best << 3);
      store<f64>(there, load<f64>(there) + degree);
      passLinks(weights + <usize>i * row, home, links + <usize>best * row, row);
      const grown = sizes + (<usize>best << 2);
      store<i32>(grown, load<i32>(grown) + 1);
      const shrunk = sizes + (<usize>from << 2);
      store<i32>(shrunk, load<i32>(shrunk) - 1);
      if (load<i32>(shrunk) != 0) continue;
      count--;
      const hole = load<i32>(place + (<usize>from << 2));
      const filler = load<i32>(list + (<usize>count << 2));
      store<i32>(list + (<usize>hole << 2), filler);
      store<i32>(place + (<usize>filler << 2), hole);
    }
  }
}
