import { seededRandom } from "../../kernels/random.ts";
import { changePoints, type ChangePoints } from "../../measures/breaks/change-points.ts";
import {
  yearlyAlignment,
  yearlyCohesion,
  type YearlyValue,
} from "../../measures/breaks/yearly-values.ts";
import type { Body } from "../body.ts";
import { periodsOf, selectRollCalls } from "../selection.ts";
import { MEASURE_KEYS } from "../shared-notes.ts";
import type { ViewContext } from "../view.ts";

/** Draws behind each year's standard error, and simulated series behind each p. */
export const YEAR_DRAWS = 200;
export const TEST_DRAWS = 199;
/** Fewest years between breaks, and most breaks in a series. */
export const FEWEST_YEARS_OF_SEGMENT = 4;
export const MOST_BREAKS = 3;

/** A yearly series and its breaks. */
export interface BrokenSeries {
  readonly id: string;
  readonly label: string;
  readonly points: readonly YearlyValue[];
  readonly found: ChangePoints;
}

/** Looks for the breaks of a yearly series. */
export function brokenSeries(
  { query, kernels }: ViewContext,
  id: string,
  label: string,
  points: readonly YearlyValue[],
): BrokenSeries {
  const found = changePoints(
    points.map(({ value }) => value),
    {
      errors: points.map(({ error }) => error),
      minimum: FEWEST_YEARS_OF_SEGMENT,
      maximum: MOST_BREAKS,
      level: query.level,
      draws: TEST_DRAWS,
      random: seededRandom(query.seed),
      kernels,
    },
  );
  return { id, label, points, found };
}

/** The roll calls of the address, year by year. */
export function yearsOf({ record, query }: ViewContext) {
  return periodsOf(record.votes, selectRollCalls(record.votes, query), "year");
}

/** The series of a body: each member with the largest while both belong, and all together. */
export function bodySeries(
  context: ViewContext,
  body: Body,
  last: string,
): readonly BrokenSeries[] {
  const { record, query, signal, kernels } = context;
  const { votes } = record;
  const years = yearsOf(context);
  const options = { ...query, draws: YEAR_DRAWS, kernels };
  const largest = body.largestOn(last)?.state;
  const within = (state: string) => {
    const spells = body.spells.filter(({ voter }) => votes.voters[voter] === state);
    return (index: number) => spells.some(({ from, to }) => index >= from && index < to);
  };
  const series: BrokenSeries[] = [];
  if (largest !== undefined) {
    const partner = votes.voters.indexOf(largest);
    const partnerIn = within(largest);
    for (const state of body.everVoting) {
      signal?.throwIfAborted();
      if (state === largest) continue;
      const memberIn = within(state);
      const own = years.map(({ year, rollCalls }) => ({
        year,
        rollCalls: rollCalls.filter((index) => memberIn(index) && partnerIn(index)),
      }));
      const pair = [votes.voters.indexOf(state), partner] as const;
      const points = yearlyAlignment(votes, pair, own, MEASURE_KEYS[query.measure], options);
      if (points.length === 0) continue;
      const label = `${record.states.name(state, last)} - ${record.states.name(largest, last)}`;
      series.push(brokenSeries(context, `${state}-${largest}`.toLowerCase(), label, points));
    }
  }
  const together = yearlyCohesion(votes, body.spells, years, options);
  if (together.length > 0) {
    series.push(brokenSeries(context, "agreement-index", "Agreement index", together));
  }
  return series;
}

/** Whether a series is the agreement index of all members, not a pair. */
export const isIndex = ({ id }: BrokenSeries): boolean => id === "agreement-index";
