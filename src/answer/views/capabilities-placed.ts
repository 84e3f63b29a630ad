import type { Organisation } from "../../record/organisation.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Finding, Row } from "../answer.ts";
import {
  MEANS_NOTES,
  type MeansName,
  type MeansOfYear,
  meansByYear,
} from "../means-of-members.ts";
import { counted, fixed, listed, percent } from "../text.ts";
import type { ViewContext } from "../view.ts";
import { CONCENTRATION_COLUMNS, concentrationCells } from "./capabilities-rows.ts";

/** An organisation with how a means is spread over its members. */
export interface Placed {
  readonly organisation: Organisation;
  readonly found: MeansOfYear;
}

/** Every organisation with a value of a means in a year, the most concentrated first. */
export function inYear(record: CasusRecord, means: MeansName, year: number): readonly Placed[] {
  return record.organisations
    .flatMap((organisation) => {
      const found = meansByYear(record, organisation, means).find((one) => one.year === year);
      return found === undefined ? [] : [{ organisation, found }];
    })
    .sort((a, b) => b.found.share - a.found.share);
}

/** Their rows, ranked by the share of the largest member. */
export function placedRows(
  record: CasusRecord,
  placed: readonly Placed[],
  level: number,
): Row[] {
  return placed.map(({ organisation, found }) => ({
    rank: 1 + placed.filter((other) => other.found.share > found.share).length,
    organisation: organisation.id,
    short: organisation.short,
    kind: organisation.kind,
    ...concentrationCells(record, found, level),
  }));
}

/** Columns of these rows. */
export const PLACED_COLUMNS = [
  { name: "rank", label: "Rank" },
  { name: "organisation", label: "Id" },
  { name: "short", label: "Organisation" },
  { name: "kind", label: "Kind" },
  ...CONCENTRATION_COLUMNS,
];

function shareText(row: Row, level: number): string {
  const share = percent(Number(row["share"]));
  const [lower, upper] = [row["lower"], row["upper"]];
  if (typeof lower !== "number" || typeof upper !== "number") return share;
  return `${share} (${Math.round(level * 100)} % interval ${fixed(lower)} to ${fixed(upper)})`;
}

/** What one means says of an organisation in a year, held against the other organisations. */
export function meansFinding(
  { record, query }: Pick<ViewContext, "record" | "query">,
  organisation: Organisation,
  found: MeansOfYear,
): Finding {
  const { means, year, missing } = found;
  const { level } = query;
  const row = concentrationCells(record, found, level);
  const { label } = MEANS_NOTES[means];
  const placed = inYear(record, means, year);
  const rank = 1 + placed.filter((other) => other.found.share > found.share).length;
  const names = missing.map((key) => record.states.name(key, `${year}-12-31`));
  const gap =
    missing.length === 0
      ? ""
      : ` ${listed(names)} without a value: the share is ${percent(Number(row["least"]))} at ` +
        "the least if none of them had more than the largest.";
  const ratio = found.share < 1 ? found.share / (1 - found.share) : null;
  return {
    id: `means-${means}`,
    text:
      `At the end of ${year} ${String(row["largest_name"])} had ${shareText(row, level)} of the ` +
      `${label} of ${organisation.short}'s ${counted(found.members - missing.length, "member")}` +
      (missing.length === 0 ? "" : " with a value") +
      (ratio === null ? "" : `, ${fixed(ratio, 1)} times what the others had together`) +
      `.${gap}`,
    value: found.share,
    lower: row["lower"] as number | null,
    upper: row["upper"] as number | null,
    level: row["lower"] === null ? null : level,
    n: found.members - missing.length,
    comparison:
      `Rank ${rank} of ${counted(placed.length, "organisation")} of the record with a value that ` +
      `year, by the share of their largest member (median ` +
      `${percent(placed[Math.floor(placed.length / 2)]!.found.share)}).`,
    method: "Share and concentration",
    evidence: [`/alliances/${organisation.id}/capabilities`],
  };
}
