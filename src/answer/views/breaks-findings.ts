import { MEASURE_NOTES } from "../../measures/alignment/measure-notes.ts";
import type { Finding } from "../answer.ts";
import { MEASURE_KEYS } from "../shared-notes.ts";
import { counted, fixed, listed } from "../text.ts";
import type { ViewContext } from "../view.ts";
import { isIndex, type BrokenSeries } from "./breaks-series.ts";

/** How many of the other members' series have a break in the same years. */
function alongside(
  series: readonly BrokenSeries[],
  own: BrokenSeries,
  lower: number,
  upper: number,
): string | null {
  const others = series.filter(
    (other) => other !== own && !isIndex(other) && other.found.withheld === null,
  );
  if (others.length === 0) return null;
  const same = others.filter(({ points, found }) =>
    found.breaks.some(({ index }) => {
      const { year } = points[index]!;
      return year >= lower && year <= upper;
    }),
  ).length;
  return `${same} of the ${counted(others.length, "other pair")} of members with the largest have a break in ${lower}-${upper}.`;
}

/** One finding for each break, for each series without one, and for those too short. */
export function breakFindings(
  { query }: ViewContext,
  base: string,
  series: readonly BrokenSeries[],
): readonly Finding[] {
  const { label: measure } = MEASURE_NOTES[MEASURE_KEYS[query.measure]];
  const evidence = [`${base}/breaks`];
  const method = "Change points";
  const nameOf = (own: BrokenSeries): string =>
    isIndex(own) ? "Mean agreement index of all members" : `${own.label}, ${measure}`;
  const breaks = series.flatMap((own) =>
    own.found.breaks.map((one): Finding => {
      const [year, lower, upper] = [one.index, one.lower, one.upper].map(
        (index) => own.points[index]!.year,
      ) as [number, number, number];
      const way = one.after < one.before ? "lower" : "higher";
      return {
        id: `break-${own.id}-${year}`,
        text: `${nameOf(own)}: ${way} since ${year} [${lower}, ${upper}], mean ${fixed(one.before)} before and ${fixed(one.after)} after (p ${one.p.toFixed(3)}).`,
        value: year,
        lower,
        upper,
        level: query.level,
        n: own.found.n,
        comparison: alongside(series, own, lower, upper),
        method,
        evidence,
      };
    }),
  );
  const steady = series.filter(
    ({ found }) => found.breaks.length === 0 && found.withheld === null,
  );
  const blank = { value: null, lower: null, upper: null, level: null };
  const rest = steady.map(({ found, points, ...own }): Finding => {
    const tested =
      found.p === null || found.proposed === 0
        ? "BIC proposes none"
        : `p of no break at all ${found.p.toFixed(3)}`;
    const [mean] = found.levels;
    return {
      ...blank,
      id: `no-break-${own.id}`,
      text: `${nameOf({ ...own, found, points })}: no break found in ${points[0]!.year}-${points.at(-1)!.year} (${tested}); mean ${mean === undefined ? "not known" : fixed(mean)}.`,
      n: found.n,
      comparison: `Correlation of neighbouring years allowed for: ${fixed(found.correlation)}. A shift smaller than the scatter of the years is not found.`,
      method,
      evidence,
    };
  });
  const short = series.filter(({ found }) => found.withheld !== null);
  const withheld: readonly Finding[] =
    short.length === 0
      ? []
      : [
          {
            ...blank,
            id: "breaks-withheld",
            text: `Too few years with a value to look for breaks: ${listed(short.map(({ label, found }) => `${label} (${found.n})`))}.`,
            n: short.length,
            comparison: null,
            method,
            evidence,
          },
        ];
  return [...breaks, ...rest, ...withheld];
}
