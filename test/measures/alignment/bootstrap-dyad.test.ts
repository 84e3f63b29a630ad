import { describe, expect, test } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { createKernels } from "../../../src/kernels/create-kernels.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import { SIMILARITY_COLUMNS } from "../../../src/kernels/similarity-indices.ts";
import { bootstrapDyad } from "../../../src/measures/alignment/bootstrap-dyad.ts";
import { dyadAlignment } from "../../../src/measures/alignment/dyad-alignment.ts";
import { groupAlignment } from "../../../src/measures/alignment/group-alignment.ts";
import { everyRollCall, votesOf } from "./votes-of.ts";

const convention = "pairwise";

/** A plain bootstrap of families, one draw of a family at a time: what the fast one stands for. */
function slowInterval(
  a: string,
  b: string,
  families: readonly number[],
  seed: number,
  draws: number,
): { lower: number; upper: number } {
  const random = seededRandom(seed);
  const votes = votesOf([a, b]);
  const names = [...new Set(families)];
  const members = names.map((name) => everyRollCall(votes).filter((r) => families[r] === name));
  const values = Array.from({ length: draws }, () => {
    const drawn = names.flatMap(() => members[random.below(names.length)] ?? []);
    return dyadAlignment(votes, 0, 1, drawn, { convention }).kappa ?? Number.NaN;
  }).sort((x, y) => x - y);
  return {
    lower: values[draws * 0.05] ?? Number.NaN,
    upper: values[draws * 0.95] ?? Number.NaN,
  };
}

describe("bootstrapDyad", () => {
  const a = "YYYYYYNNNNAAYYYYYNNNYYAAYYNNYYNY";
  const b = "YYYYYNNNNYAYYYYAYNNNYYAYYNNNYYNA";
  const families = Array.from(a).map(
    (_, index) => Math.floor(index / 2) + (index % 5 === 0 ? 100 : 0),
  );
  const votes = votesOf([a, b], families);
  const all = everyRollCall(votes);

  test("is the same for a seed, and another for another", () => {
    const first = bootstrapDyad(votes, 0, 1, all, { convention, random: seededRandom(1) });
    const again = bootstrapDyad(votes, 0, 1, all, { convention, random: seededRandom(1) });
    const other = bootstrapDyad(votes, 0, 1, all, { convention, random: seededRandom(2) });
    expect(again).toStrictEqual(first);
    expect(other.intervals.kappa).not.toStrictEqual(first.intervals.kappa);
    expect(first).toMatchObject({ level: 0.9, draws: 1000, n: 32, withheld: null });
    expect(first.families).toBe(new Set(families).size);
  });

  test("has the distribution of a plain bootstrap of families", () => {
    const options = { convention, random: seededRandom(3), draws: 20000 } as const;
    const fast = bootstrapDyad(votes, 0, 1, all, options).intervals.kappa;
    const slow = slowInterval(a, b, families, 4, 4000);
    // Both ends have a sampling error of about 0.01 at these numbers of draws.
    expect(Math.abs((fast?.lower ?? 9) - slow.lower)).toBeLessThan(0.04);
    expect(Math.abs((fast?.upper ?? 9) - slow.upper)).toBeLessThan(0.04);
  });

  test("resampling families gives wider intervals than resampling roll calls that repeat", () => {
    const repeated = votesOf(
      [a, b].map((row) =>
        Array.from(row)
          .map((letter) => letter.repeat(4))
          .join(""),
      ),
      Array.from(a).flatMap((_, index) => [index, index, index, index]),
    );
    const rows = everyRollCall(repeated);
    const width = (interval: { lower: number; upper: number } | null): number =>
      interval === null ? Number.NaN : interval.upper - interval.lower;
    const byFamily = bootstrapDyad(repeated, 0, 1, rows, {
      convention,
      random: seededRandom(5),
    });
    const byRollCall = bootstrapDyad(repeated, 0, 1, rows, {
      convention,
      random: seededRandom(5),
      families: (index) => index,
    });
    const ratio = width(byFamily.intervals.kappa) / width(byRollCall.intervals.kappa);
    // Four copies of each vote: the naive interval is half as wide as it should be.
    expect(ratio).toBeGreaterThan(1.6);
    expect(ratio).toBeLessThan(2.5);
  });

  test("a higher level gives a wider interval that holds the narrower", () => {
    const at = (level: number) =>
      bootstrapDyad(votes, 0, 1, all, { convention, level, random: seededRandom(6) }).intervals;
    const [narrow, wide] = [at(0.5), at(0.99)];
    for (const name of SIMILARITY_COLUMNS) {
      expect(wide[name]?.lower).toBeLessThan(narrow[name]?.lower ?? -9);
      expect(wide[name]?.upper).toBeGreaterThan(narrow[name]?.upper ?? 9);
    }
  });

  test("withholds below ten joint votes or ten families, and for undefined draws", () => {
    const nothing = Object.fromEntries(SIMILARITY_COLUMNS.map((name) => [name, null]));
    const few = bootstrapDyad(votes, 0, 1, all.slice(0, 9), {
      convention,
      random: seededRandom(7),
    });
    expect(few.intervals).toStrictEqual(nothing);
    expect(few.withheld).toBe("9 joint votes; 10 are needed");
    const narrow = bootstrapDyad(votes, 0, 1, all, {
      convention,
      random: seededRandom(7),
      families: (index) => index % 9,
    });
    expect(narrow.intervals).toStrictEqual(nothing);
    expect(narrow.withheld).toBe("9 families of resolutions; 10 are needed");
    // One roll call of twelve is contested: about 35 % of the draws miss it, and kappa with it.
    const even = votesOf(["YYYYYYYYYYYY", "YYYYYYYYYYYN"]);
    const rows = everyRollCall(even);
    const sparse = bootstrapDyad(even, 0, 1, rows, { convention, random: seededRandom(7) });
    expect(sparse.withheld).toBeNull();
    expect(sparse.intervals.kappa).toBeNull();
    expect(sparse.intervals.agreement?.upper).toBe(1);
  });

  test("refuses draws and levels that mean nothing", () => {
    const random = seededRandom(1);
    expect(() => bootstrapDyad(votes, 0, 1, all, { convention, random, draws: 0 })).toThrow(
      UsageError,
    );
    expect(() => bootstrapDyad(votes, 0, 1, all, { convention, random, level: 1 })).toThrow(
      "level is 1",
    );
  });
});

describe("groupAlignment", () => {
  const rows = [
    "YYNNYANYYNAYNYNYANYY",
    "YYNNYANYYNAYNYNYANYN",
    "YNNAYANYNNAYNANYANYY",
    "NNYYNAYNNYANYNYNAYNN",
    "..................YY",
  ];
  const votes = votesOf(rows);
  const all = everyRollCall(votes);

  test("is the mean over dyads with enough joint votes", () => {
    const group = groupAlignment(votes, [0, 1, 2, 4], all, {
      convention,
      random: seededRandom(1),
    });
    const dyads = [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const;
    const mean = (name: (typeof SIMILARITY_COLUMNS)[number]): number =>
      dyads
        .map(([a, b]) => dyadAlignment(votes, a, b, all, { convention })[name] ?? Number.NaN)
        .reduce((sum, value) => sum + value, 0) / 3;
    for (const name of SIMILARITY_COLUMNS) expect(group[name]).toBeCloseTo(mean(name), 12);
    expect(group).toMatchObject({ dyads: 3, leftOut: 3, n: 20, families: 20, withheld: null });
    expect(group.defined.kappa).toBe(3);
    expect(group.intervals.kappa?.lower).toBeLessThan(group.kappa ?? -9);
    expect(group.intervals.kappa?.upper).toBeGreaterThan(group.kappa ?? 9);
  });

  test("of two members is their dyad, with the same interval", () => {
    const group = groupAlignment(votes, [0, 2], all, { convention, random: seededRandom(2) });
    const dyad = bootstrapDyad(votes, 0, 2, all, { convention, random: seededRandom(2) });
    expect(group.intervals).toStrictEqual(dyad.intervals);
  });

  test("is the same with compiled kernels", async () => {
    const kernels = await createKernels();
    const options = { convention, draws: 333 } as const;
    const plain = groupAlignment(votes, [0, 1, 2, 3, 4], all, {
      ...options,
      random: seededRandom(4),
    });
    const compiled = groupAlignment(votes, [0, 1, 2, 3, 4], all, {
      ...options,
      random: seededRandom(4),
      kernels,
    });
    expect(compiled).toStrictEqual(plain);
  });

  test("does not depend on the order of the members", () => {
    const one = groupAlignment(votes, [0, 1, 3], all, { convention, random: seededRandom(3) });
    const two = groupAlignment(votes, [3, 0, 1], all, { convention, random: seededRandom(3) });
    for (const name of SIMILARITY_COLUMNS) {
      expect(two[name]).toBeCloseTo(one[name] ?? 9, 12);
      expect(two.intervals[name]?.lower).toBeCloseTo(one.intervals[name]?.lower ?? 9, 12);
    }
  });

  test("has no value without a dyad, and refuses what is not a group", () => {
    const random = seededRandom(1);
    const none = groupAlignment(votes, [0, 4], all, { convention, random });
    expect(none).toMatchObject({ dyads: 0, leftOut: 1, kappa: null, agreement: null });
    expect(none.intervals.kappa).toBeNull();
    expect(() => groupAlignment(votes, [1], all, { convention, random })).toThrow(UsageError);
    expect(() => groupAlignment(votes, [1, 1], all, { convention, random })).toThrow(
      "cannot be compared",
    );
  });
});
