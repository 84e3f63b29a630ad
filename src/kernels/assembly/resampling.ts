// Bootstrap weights by binomial draws; the plain twin is ../multinomial-weights.ts. The caller lays
// out the memory; every pointer is a byte address.
import { keepRandom, next, resumeRandom } from "./resampling/random";
export { drawGroups } from "./resampling/draw-groups";
export { familyMeans } from "./resampling/family-means";
export { partitionDraws } from "./resampling/partition-draws";
export { groupMeans, turnRows } from "./resampling/group-means";

const MOST_TRIALS: i32 = 512;
const SCALE: f64 = 4294967296;
/** Bytes of a row of probabilities, from no trial to the most. */
const ROW: usize = 8 * 513;

/** The probability of no success in n trials, for n up to `most`, at `none`. */
function fillNone(none: usize, probability: f64, most: i32): void {
  let term: f64 = 1;
  for (let n = 0; n <= most; n++) {
    store<f64>(none + (<usize>n << 3), term);
    term *= 1 - probability;
  }
}

/** The least k whose cumulative probability exceeds the draw. */
function successesOf(none: usize, odds: f64, trials: i32, draw: f64): i32 {
  let term = load<f64>(none + (<usize>trials << 3));
  let sum = term;
  let k = 0;
  while (k < trials && sum * SCALE <= SCALE - 1 && draw >= sum * SCALE) {
    term *= (<f64>(trials - k) / <f64>(k + 1)) * odds;
    sum += term;
    k++;
  }
  return k;
}

/** The cumulative probabilities for a number of trials, in units of 2^-32; returns the last place. */
function fillTable(table: usize, none: usize, odds: f64, trials: i32): i32 {
  let term = load<f64>(none + (<usize>trials << 3));
  let sum: f64 = 0;
  let k = 0;
  while (k < trials) {
    sum += term;
    if (sum * SCALE > SCALE - 1) break;
    store<f64>(table + (<usize>k << 3), sum * SCALE);
    term *= (<f64>(trials - k) / <f64>(k + 1)) * odds;
    k++;
  }
  store<f64>(table + (<usize>k << 3), SCALE);
  return k;
}

function lookUp(table: usize, last: i32, start: i32, draw: f64): i32 {
  let k = min(start, last);
  while (draw >= load<f64>(table + (<usize>k << 3))) k++;
  while (k > 0 && draw < load<f64>(table + (<usize>(k - 1) << 3))) k--;
  return k;
}

/**
 * How often each of `draws` resamples of all units hits each of `groups` groups, as rows of
 * `draws` integers at `out`. `sizes` holds the groups' sizes; `state` the four words of the random
 * source, before and after. `none` and `odds` are scratch for a row of 513 doubles and for a double
 * a group, `missed` for a byte a group, `tables` for two rows.
 */
export function multinomialWeights(
  sizes: usize,
  groups: i32,
  draws: i32,
  state: usize,
  none: usize,
  odds: usize,
  missed: usize,
  tables: usize,
  out: usize,
): void {
  resumeRandom(state);
  let units = 0;
  for (let k = 0; k < groups; k++) units += load<i32>(sizes + (<usize>k << 2));
  const most = min(units, MOST_TRIALS);
  let left = units;
  let mean: f64 = 0;
  for (let k = 0; k < groups; k++) {
    const size = load<i32>(sizes + (<usize>k << 2));
    const share = <f64>size / <f64>left;
    left -= size;
    if (left == 0) break;
    const probability = share > 0.5 ? 1 - share : share;
    store<u8>(missed + <usize>k, share > 0.5 ? 1 : 0);
    store<f64>(odds + (<usize>k << 3), probability / (1 - probability));
    fillNone(none + <usize>k * ROW, probability, most);
    if (k == 0) mean = probability;
  }
  // The first group has the same trials in every resample, and the most.
  const rest = units % MOST_TRIALS;
  let lastFull = 0;
  let lastRest = 0;
  if (groups > 1) {
    if (units >= MOST_TRIALS) lastFull = fillTable(tables, none, load<f64>(odds), MOST_TRIALS);
    lastRest = fillTable(tables + ROW, none, load<f64>(odds), rest);
  }
  for (let r = 0; r < draws; r++) {
    let trials = units;
    for (let k = 0; k < groups && trials > 0; k++) {
      let hits = trials;
      if (k < groups - 1) {
        let successes = 0;
        for (let open = trials; open > 0; open -= MOST_TRIALS) {
          const some = min(open, MOST_TRIALS);
          const draw = <f64>next();
          if (k == 0) {
            const full = some == MOST_TRIALS;
            successes += lookUp(
              full ? tables : tables + ROW,
              full ? lastFull : lastRest,
              <i32>(<f64>some * mean),
              draw,
            );
          } else {
            successes += successesOf(
              none + <usize>k * ROW,
              load<f64>(odds + (<usize>k << 3)),
              some,
              draw,
            );
          }
        }
        hits = load<u8>(missed + <usize>k) == 1 ? trials - successes : successes;
      }
      store<i32>(out + ((<usize>k * draws + r) << 2), hits);
      trials -= hits;
    }
  }
  keepRandom(state);
}
