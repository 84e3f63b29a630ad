import { concentrationIndices } from "../../measures/means/concentration-indices.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Column, MethodNote, Row } from "../answer.ts";
import type { MeansOfYear } from "../means-of-members.ts";

/** Columns of how a means is spread over members. */
export const CONCENTRATION_COLUMNS: readonly Column[] = [
  { name: "members", label: "Members" },
  {
    name: "missing",
    label: "Without a value",
    note: "members that the source has no value of",
  },
  { name: "largest", label: "Largest" },
  { name: "largest_name", label: "Name" },
  { name: "share", label: "Share of the largest", digits: 4, note: "of the known members" },
  { name: "lower", label: "Lower", digits: 4, note: "for the source's own errors" },
  { name: "upper", label: "Upper", digits: 4 },
  {
    name: "least",
    label: "Least",
    digits: 4,
    note: "the share if each member without a value had as much as the largest",
  },
  { name: "ratio", label: "Largest to the rest", digits: 3 },
  { name: "hhi", label: "HHI", digits: 4, note: "1/n for equals, 1 where one has all" },
  { name: "hhi_least", label: "HHI at least", digits: 4 },
  { name: "hhi_most", label: "HHI at most", digits: 4 },
  { name: "hhi_normalised", label: "HHI normalised", digits: 4 },
  { name: "con", label: "CON", digits: 4, note: "Ray and Singer's concentration, 0 to 1" },
];

/** The cells of these columns. */
export function concentrationCells(
  { states }: CasusRecord,
  found: MeansOfYear,
  level: number,
): Row {
  const { normalised, con, ratio, interval, bounds } = concentrationIndices(found, level);
  const { members, missing, largest, share, hhi, year } = found;
  return {
    members,
    missing: missing.join(" "),
    largest,
    largest_name: states.name(largest, `${year}-12-31`),
    share,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
    least: bounds.share.least,
    ratio,
    hhi,
    hhi_least: bounds.hhi.least,
    hhi_most: bounds.hhi.most,
    hhi_normalised: normalised,
    con,
  };
}

/** How the measures of power by means are made. */
export const CAPABILITY_METHOD: readonly MethodNote[] = [
  {
    name: "Share and concentration",
    text:
      "Share of the largest s among the members at the end of the year whose value is known; HHI, " +
      "the sum of squared shares; normalised (HHI - 1/n) / (1 - 1/n); CON, its square root; the " +
      "largest to all others together s / (1 - s). A year outside the source has no row, and no " +
      "value is carried into another year.",
    reference: "Ray and Singer 1973, doi:10.1177/004912417300100403; Hirschman 1964",
  },
  {
    name: "Interval",
    text:
      "For the errors that the source states of its estimates, taken as independent between members, " +
      "by the delta method on the scale of log odds. Where the source errs alike for all members " +
      "the interval is too wide. None where the source states no errors.",
    reference: null,
  },
  {
    name: "Members without a value",
    text:
      "They are named, not taken as zero. Bounds of share and HHI let each have anything from " +
      "nothing to as much as the largest.",
    reference: null,
  },
];
