import type { Implication, Reading } from "../../record/reading.ts";
import type { Outcome } from "../outcome.ts";
import { type ReadingVerdict, readingVerdict } from "./reading-verdict.ts";

/** What was found of one implication. */
export interface Found {
  readonly implication: Implication;
  readonly outcome: Outcome;
}

/** Two readings beside each other on one organisation. */
export interface Apart {
  readonly first: Reading;
  readonly second: Reading;
  /** Implications of which one expects that they hold and the other that they do not. */
  readonly opposed: number;
  /** Of these, the ones that the record decides, by whom they speak for. */
  readonly forFirst: readonly string[];
  readonly forSecond: readonly string[];
  /** Whether one of them is decided. */
  readonly apart: boolean;
  /** Why they are not told apart; null where they are. */
  readonly reason: string | null;
}

const verdictOn = (
  { implication, outcome }: Found,
  reading: Reading,
): ReadingVerdict | null => {
  const expected = implication.expects[reading.id];
  return expected === undefined ? null : readingVerdict(expected, outcome.value);
};

/**
 * Whether the record tells two readings apart: they are where an implication that one expects and
 * the other excludes is decided. What only one of them speaks of does not tell them apart, since
 * the other is silent on it.
 */
export function tellApart(
  readings: readonly Reading[],
  found: readonly Found[],
): readonly Apart[] {
  return readings.flatMap((first, index) =>
    readings.slice(index + 1).map((second): Apart => {
      const opposed = found.filter(({ implication: { expects } }) => {
        const [one, other] = [expects[first.id], expects[second.id]];
        return one !== undefined && other !== undefined && one !== other;
      });
      const speaksFor = (reading: Reading): readonly string[] =>
        opposed
          .filter((one) => verdictOn(one, reading) === "supported")
          .map(({ implication }) => implication.id);
      const [forFirst, forSecond] = [speaksFor(first), speaksFor(second)];
      const apart = forFirst.length + forSecond.length > 0;
      return {
        first,
        second,
        opposed: opposed.length,
        forFirst,
        forSecond,
        apart,
        reason: apart
          ? null
          : opposed.length === 0
            ? "no implication is expected by one and excluded by the other"
            : opposed.length === 1
              ? "the one implication on which they differ is not decided"
              : `none of the ${opposed.length} implications on which they differ is decided`,
      };
    }),
  );
}
