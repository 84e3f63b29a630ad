import { UsageError } from "../../errors.ts";
import { logGamma } from "../statistics/log-gamma.ts";

/** One call: its stratum, the group compared, and whether it was answered. */
export interface StratifiedOutcome {
  readonly stratum: string;
  readonly group: string;
  readonly answered: boolean;
}

/** The result of an exact conditional test. */
export interface ExactTest {
  readonly groups: readonly {
    readonly group: string;
    readonly answered: number;
    readonly calls: number;
    /** Answers expected in this group were the groups treated alike within strata. */
    readonly expected: number;
  }[];
  /** Null where the margins leave one arrangement only, or too many to list. */
  readonly p: number | null;
  /** The smallest p that any outcome with these margins could have. */
  readonly smallestP: number | null;
  /** Strata with both outcomes and two groups: the only ones that say anything. */
  readonly informative: number;
  readonly withheld: string | null;
}

const MOST_VECTORS = 200_000;
/** Arrangements whose probabilities differ by less count as equally likely, as in R. */
const RELATIVE = 1 + 1e-7;

const logChoose = (n: number, k: number): number =>
  logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** Probabilities of the answered counts by group, given the margins of one stratum. */
function stratumVectors(sizes: readonly number[], answered: number): Map<string, number> {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const found = new Map<string, number>();
  const place = (
    group: number,
    left: number,
    counts: readonly number[],
    logP: number,
  ): void => {
    if (group === sizes.length) {
      if (left === 0) found.set(counts.join(","), Math.exp(logP - logChoose(total, answered)));
      return;
    }
    for (let k = 0; k <= Math.min(left, sizes[group]!); k += 1) {
      place(group + 1, left - k, [...counts, k], logP + logChoose(sizes[group]!, k));
    }
  };
  place(0, answered, [], 0);
  return found;
}

const add = (a: string, b: string): string => {
  const others = b.split(",");
  return a
    .split(",")
    .map((value, index) => Number(value) + Number(others[index]))
    .join(",");
};

function convolve(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) {
  const sums = new Map<string, number>();
  for (const [left, p] of a) {
    for (const [right, q] of b) {
      const key = add(left, right);
      sums.set(key, (sums.get(key) ?? 0) + p * q);
    }
  }
  return sums;
}

/**
 * The exact conditional test that groups are answered alike within strata: the answered calls of
 * each stratum are dealt out among its calls in every possible way, and p is the probability of the
 * arrangements no likelier than the one observed (two-sided, summed over strata). One stratum and
 * two groups: Fisher's exact test; two groups: the exact Cochran-Mantel-Haenszel test; more groups:
 * Freeman and Halton (1951, doi:10.1093/biomet/38.1-2.141). The smallest attainable p says what
 * the design could show at best. Withheld where the margins allow one arrangement only.
 */
export function stratifiedExact(outcomes: readonly StratifiedOutcome[]): ExactTest {
  const names = [...new Set(outcomes.map(({ group }) => group))].sort();
  if (names.some((name) => name === "")) throw new UsageError("a group needs a name");
  const strata = [...new Set(outcomes.map(({ stratum }) => stratum))].sort();
  const expected = new Float64Array(names.length);
  let distribution = new Map([[names.map(() => 0).join(","), 1]]);
  let informative = 0;
  for (const stratum of strata) {
    const own = outcomes.filter((row) => row.stratum === stratum);
    const sizes = names.map((name) => own.filter(({ group }) => group === name).length);
    const answered = own.filter((row) => row.answered).length;
    for (const [index, size] of sizes.entries()) {
      expected[index]! += (size * answered) / own.length;
    }
    const vectors = stratumVectors(sizes, answered);
    if (vectors.size > 1) informative += 1;
    if (distribution.size * vectors.size > MOST_VECTORS) {
      return {
        groups: [],
        p: null,
        smallestP: null,
        informative,
        withheld: "too many arrangements",
      };
    }
    distribution = convolve(distribution, vectors);
  }
  const groups = names.map((group, index) => {
    const own = outcomes.filter((row) => row.group === group);
    const answered = own.filter((row) => row.answered).length;
    return { group, answered, calls: own.length, expected: expected[index]! };
  });
  if (distribution.size < 2) {
    const withheld = "every arrangement of these calls gives the same result";
    return { groups, p: null, smallestP: null, informative, withheld };
  }
  const observed = distribution.get(groups.map(({ answered }) => answered).join(",")) ?? 0;
  const all = [...distribution.values()];
  const tail = (limit: number): number =>
    Math.min(
      1,
      all.filter((p) => p <= limit * RELATIVE).reduce((sum, p) => sum + p, 0),
    );
  let least = 1;
  for (const p of all) least = Math.min(least, p);
  return { groups, p: tail(observed), smallestP: tail(least), informative, withheld: null };
}
