import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/kernels/random.ts";
import { alignmentChange } from "../../../src/measures/alignment/alignment-change.ts";
import { bootstrapDyad } from "../../../src/measures/alignment/bootstrap-dyad.ts";
import { dyadAlignment } from "../../../src/measures/alignment/dyad-alignment.ts";
import { record } from "../../laboratory.ts";

const { votes } = record;
const voter = (key: string): number => votes.voters.findIndex((state) => state === key);
const between = (from: string, to: string): readonly number[] =>
  votes.rollCalls.flatMap(({ date, partial }, index) =>
    date >= from && date <= to && partial !== true ? [index] : [],
  );
const windows = {
  before: between("2019-01-01", "2021-12-31"),
  after: between("2022-01-01", "2024-05-31"),
};
const options = (seed = 1) => ({
  convention: "pairwise" as const,
  draws: 400,
  level: 0.9,
  random: seededRandom(seed),
});
const pair = [voter("ARM"), voter("RUS")] as const;

describe("the change of alignment", () => {
  it("is the difference of the kappas of both windows, each as the dyad has it", () => {
    const { before, after, change } = alignmentChange(votes, [pair], windows, options());
    const kappa = (rollCalls: readonly number[]) =>
      dyadAlignment(votes, ...pair, rollCalls, options()).kappa!;
    expect(before.value).toBeCloseTo(kappa(windows.before), 12);
    expect(after.value).toBeCloseTo(kappa(windows.after), 12);
    expect(change.value).toBeCloseTo(after.value! - before.value!, 12);
    expect(change.lower!).toBeLessThan(change.value!);
    expect(change.upper!).toBeGreaterThan(change.value!);
    // Of two independent windows the change is less sure than either.
    const width = ({ lower, upper }: { lower: number | null; upper: number | null }) =>
      upper! - lower!;
    expect(width(change)).toBeGreaterThan(Math.max(width(before), width(after)));
  });

  it("has in each window the interval of the dyad's own bootstrap", () => {
    const { before } = alignmentChange(votes, [pair], windows, options(5));
    const { intervals } = bootstrapDyad(votes, ...pair, windows.before, options(5));
    expect(before).toMatchObject({
      lower: intervals.kappa!.lower,
      upper: intervals.kappa!.upper,
    });
  });

  it("turns its sign with the windows, and averages over dyads", () => {
    const there = alignmentChange(votes, [pair], windows, options());
    const back = alignmentChange(
      votes,
      [pair],
      { before: windows.after, after: windows.before },
      options(),
    );
    expect(back.change.value).toBeCloseTo(-there.change.value!, 12);
    const other = [voter("KAZ"), voter("RUS")] as const;
    const [one, two] = [pair, other].map((dyad) =>
      alignmentChange(votes, [dyad], windows, options()),
    );
    const both = alignmentChange(votes, [pair, other], windows, options());
    expect(both.change.value).toBeCloseTo((one!.change.value! + two!.change.value!) / 2, 12);
  });

  it("withholds what too few votes cannot give", () => {
    const few = { before: windows.before.slice(0, 5), after: windows.after };
    const { before, change } = alignmentChange(votes, [pair], few, options());
    expect([before.lower, change.lower, change.upper]).toEqual([null, null, null]);
    const none = alignmentChange(votes, [pair], { before: [], after: [] }, options());
    expect(none.change).toEqual({ value: null, lower: null, upper: null });
    expect(none.n).toEqual({ before: 0, after: 0 });
  });
});
