import type { ExposureKind } from "../../record/exposure.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Row } from "../answer.ts";
import { dependences, medianOf } from "./dependence-rows.ts";

/** Fewest members with a known exposure for a median. */
export const FEWEST_KNOWN = 3;

/** The same exposure of the members of every organisation to their largest, in a year. */
export function classRows(
  record: CasusRecord,
  kind: ExposureKind,
  year: number,
): readonly Row[] {
  return record.organisations
    .flatMap((organisation): Row[] => {
      const shares = dependences(record, organisation, { from: year, to: year })
        .filter((one) => one.kind === kind && one.share !== null)
        .map((one) => one.share!);
      if (shares.length === 0) return [];
      return [
        {
          kind,
          year,
          organisation: organisation.id,
          short: organisation.short,
          known: shares.length,
          median: shares.length < FEWEST_KNOWN ? null : medianOf(shares),
          least: Math.min(...shares),
          most: Math.max(...shares),
        },
      ];
    })
    .sort((a, b) => Number(b["median"] ?? -1) - Number(a["median"] ?? -1));
}

/** In words, where an organisation stands among the others with a median. */
export function classText(rows: readonly Row[], own: string): string {
  const others = rows
    .filter((row) => row["organisation"] !== own)
    .flatMap((row) => (typeof row["median"] === "number" ? [row["median"]] : []));
  return others.length === 0
    ? `No other organisation has ${FEWEST_KNOWN} members with a known exposure that year.`
    : `Members of ${others.length} other organisations to their largest member, the same year: ` +
        `median of the medians ${(medianOf(others) * 100).toFixed(0)} %.`;
}
