import { formatLag } from "../../dates/lag.ts";
import type { Case } from "../../record/case.ts";
import type { CasusRecord } from "../../record/record.ts";
import { conformance, type ConformanceRow } from "../../treaty/conformance.ts";
import type { ConstraintStatus } from "../../treaty/constraint-result.ts";
import { instrumentFit } from "../../treaty/instrument-fit.ts";
import type { Column, MethodNote, Row } from "../answer.ts";
import { organisationLookup } from "./cases-selection.ts";

/** Columns of the rows of constraints replayed. */
export const CONFORMANCE_COLUMNS: readonly Column[] = [
  { name: "case", label: "Case" },
  { name: "treaty", label: "Treaty" },
  { name: "version", label: "Text of" },
  { name: "article", label: "Article" },
  { name: "constraint", label: "Constraint" },
  { name: "says", label: "Duty" },
  {
    name: "status",
    label: "Answer",
    note: "satisfied, violated, not-triggered or undecidable",
  },
  { name: "events", label: "Events used" },
  { name: "lag", label: "Lag" },
  { name: "turning", label: "The fact that would change it" },
  { name: "reading", label: "How open words were read" },
  { name: "confidence", label: "Confidence of the provision" },
];

/** One constraint replayed, as a row. */
export function conformanceRow(row: ConformanceRow): Row {
  return {
    case: row.case,
    treaty: row.treaty.id,
    version: row.version,
    article: row.provision.article,
    constraint: row.constraint.id,
    says: row.constraint.says,
    status: row.status,
    events: row.events.join(" "),
    lag: row.lag === null ? null : formatLag(row.lag),
    turning: row.turning,
    reading: row.constraint.reading,
    confidence: row.provision.confidence,
  };
}

/** The constraints that some cases are judged under, replayed. */
export function replay(record: CasusRecord, cases: readonly Case[]): readonly ConformanceRow[] {
  const lookup = organisationLookup(record);
  return cases.flatMap((item) => conformance(item, record.treaties, lookup));
}

/** How many constraints have each answer. */
export function statusCounts(
  rows: readonly ConformanceRow[],
): Readonly<Record<ConstraintStatus, number>> {
  const count = (status: ConstraintStatus): number =>
    rows.filter((row) => row.status === status).length;
  return {
    satisfied: count("satisfied"),
    violated: count("violated"),
    "not-triggered": count("not-triggered"),
    undecidable: count("undecidable"),
  };
}

/** Columns of the rows of means. */
export const INSTRUMENT_COLUMNS: readonly Column[] = [
  { name: "case", label: "Case" },
  { name: "instrument", label: "Force or means" },
  { name: "available", label: "At hand" },
  { name: "used", label: "Decided or sent" },
  { name: "claimed", label: "Threat as claimed" },
  { name: "coded", label: "Threat as coded" },
  { name: "mandates", label: "Opened by", note: "empty: no mandate on record" },
  { name: "mandated", label: "Threats that these name" },
  { name: "fits_claimed", label: "Fits the claim", note: "undecidable: mandate not on record" },
  { name: "fits_coded", label: "Fits the coding" },
  { name: "fits_place", label: "May act there", note: "inside or outside the treaty area" },
];

/** The means of some cases, held against their mandates. */
export function instrumentRows(record: CasusRecord, cases: readonly Case[]): readonly Row[] {
  const lookup = organisationLookup(record);
  return cases.flatMap((item) =>
    instrumentFit(item, record.treaties, record.forces, lookup).map((fit) => ({
      case: item.id,
      instrument: fit.instrument,
      available: fit.available,
      used: fit.used,
      claimed: item.threat.claimed.join(" "),
      coded: item.threat.coded,
      mandates: fit.mandates.join("; "),
      mandated: fit.mandated.join(" "),
      fits_claimed: fit.fitsClaimed,
      fits_coded: fit.fitsCoded,
      fits_place: fit.fitsPlace,
    })),
  );
}

/** How a case is replayed against a treaty. */
export const CONFORMANCE_METHOD: readonly MethodNote[] = [
  {
    name: "Constraints replayed",
    text:
      "Each duty is a constraint on the order of events (response, precedence and so on), " +
      "read in the text in force " +
      "on the day of the call, or of the first event where nobody called. Satisfied and " +
      "violated are decided by dated " +
      "events; a missing event is undecidable unless a source states that it did not happen. " +
      "The first recorded event of a kind since the one that sets the duty off counts as the " +
      "first, as in the lags of a case. Not triggered: no event on record sets the duty off.",
    reference: "Pesic and van der Aalst 2006, doi:10.1007/11837862_18",
  },
  {
    name: "Means against mandates",
    text:
      "A force fits a threat where its mandate names that kind of threat; a means that is no " +
      "force of the record, where an article in force that day opens it and names the threat. It " +
      "compares words coded from texts, not what a force could do.",
    reference: null,
  },
];
