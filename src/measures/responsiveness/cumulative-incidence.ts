import { UsageError } from "../../errors.ts";

/** A time known to lie in [least, most]; cause null: still waiting at `least`. */
export interface IntervalTime {
  readonly cause: string | null;
  readonly least: number;
  readonly most: number;
}

/** Probability of one cause that lies within [from, to]; where in it the data do not say. */
export interface IncidenceMass {
  readonly cause: string;
  readonly from: number;
  readonly to: number;
  readonly mass: number;
}

/** The estimate: masses by cause, and what is left beyond the last time seen. */
export interface CumulativeIncidence {
  readonly n: number;
  readonly masses: readonly IncidenceMass[];
  readonly beyond: number;
  readonly iterations: number;
}

interface Cell {
  readonly cause: string;
  readonly from: number;
  readonly to: number;
}

const MOST_ITERATIONS = 20_000;
const TOLERANCE = 1e-10;

/**
 * The intervals on which one cause can have mass: where a left end is followed at once by a right
 * end. A censored time counts as a left end for every cause, and stands after equal right ends.
 */
function cellsOf(cause: string, times: readonly IntervalTime[]): readonly Cell[] {
  const own = times.filter((time) => time.cause === cause);
  const ends = [
    ...own.map(({ least }) => ({ at: least, kind: 0 })),
    ...own.map(({ most }) => ({ at: most, kind: 1 })),
    ...times.filter((time) => time.cause === null).map(({ least }) => ({ at: least, kind: 2 })),
  ].sort((a, b) => (a.at === b.at ? a.kind - b.kind : a.at < b.at ? -1 : 1));
  return ends.flatMap((end, index): Cell[] => {
    const next = ends[index + 1];
    const opens = end.kind !== 1 && next?.kind === 1;
    return opens ? [{ cause, from: end.at, to: next.at }] : [];
  });
}

/** Which cells a time can lie in, and whether it can lie beyond them all. */
function compatible(time: IntervalTime, cells: readonly Cell[]): readonly number[] {
  return cells.flatMap((cell, index) => {
    if (time.cause === null) {
      // Open at the left: an event at the very time of censoring came before it.
      const after = cell.from >= time.least && !(cell.to === time.least);
      return after ? [index] : [];
    }
    const within = cell.cause === time.cause && cell.from >= time.least && cell.to <= time.most;
    return within ? [index] : [];
  });
}

/**
 * The cumulative incidence of competing causes from interval-censored times: the nonparametric
 * maximum-likelihood estimate by self-consistency (Turnbull 1976,
 * doi:10.1111/j.2517-6161.1976.tb01597.x; for competing causes Hudgens, Satten and Longini 2001,
 * doi:10.1111/j.0006-341X.2001.00074.x). With exact and right-censored times it is the estimate
 * of Aalen and Johansen. Times are in any unit,
 * from 0; an interval without an end has `most` infinite. A cause known to have ended a wait is
 * never treated as censoring.
 */
export function cumulativeIncidence(times: readonly IntervalTime[]): CumulativeIncidence {
  for (const { least, most } of times) {
    if (!(least >= 0 && most >= least)) {
      throw new UsageError(`[${least}, ${most}] is not a time known within bounds`);
    }
  }
  const causes = [
    ...new Set(times.flatMap(({ cause }) => (cause === null ? [] : [cause]))),
  ].sort();
  const cells = causes.flatMap((cause) => cellsOf(cause, times));
  const beyond = cells.length;
  const open = times.map((time) => [
    ...compatible(time, cells),
    ...(time.cause === null ? [beyond] : []),
  ]);
  let mass = new Float64Array(beyond + 1).fill(1 / (beyond + 1));
  let iterations = 0;
  for (let change = 1; change > TOLERANCE && iterations < MOST_ITERATIONS; iterations += 1) {
    const next = new Float64Array(beyond + 1);
    for (const indices of open) {
      let total = 0;
      for (const index of indices) total += mass[index]!;
      for (const index of indices) next[index]! += mass[index]! / total / times.length;
    }
    change = 0;
    for (const [index, value] of next.entries()) {
      change = Math.max(change, Math.abs(value - mass[index]!));
    }
    mass = next;
  }
  const masses = cells.map((cell, index) => ({ ...cell, mass: mass[index]! }));
  return {
    n: times.length,
    masses: masses.filter((row) => row.mass > TOLERANCE),
    beyond: times.length === 0 ? 0 : mass[beyond]!,
    iterations,
  };
}

/** Bounds on the probability that a cause came by a time: masses that straddle it are open. */
export function incidenceAt(
  { masses }: CumulativeIncidence,
  cause: string,
  time: number,
): { readonly least: number; readonly most: number } {
  let least = 0;
  let most = 0;
  for (const row of masses) {
    if (row.cause !== cause) continue;
    if (row.to <= time) least += row.mass;
    if (row.from <= time) most += row.mass;
  }
  return { least, most };
}
