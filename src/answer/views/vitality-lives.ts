import { type Dormancy, dormancy } from "../../measures/durability/dormancy.ts";
import { SIGNS, signsOfLife } from "../../measures/durability/signs-of-life.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Row, Section } from "../answer.ts";

/** Years without a sign after which an organisation may be dormant. */
export const SILENT_YEARS = 5;

/** The day since which signs of life count where none is given. */
export function silentSince(day: string): string {
  return `${String(Number(day.slice(0, 4)) - SILENT_YEARS).padStart(4, "0")}${day.slice(4)}`;
}

/** Every alliance of the record, and the organisation asked for, on a day. */
export function livesOf(
  record: CasusRecord,
  organisation: Organisation,
  span: { readonly since: string; readonly at: string },
): readonly Life[] {
  return record.organisations
    .filter(({ id, kind }) => kind === "alliance" || id === organisation.id)
    .map((one) => ({
      organisation: one,
      found: dormancy(one, record.organs, signsOfLife(one, record), span),
    }));
}

/** An organisation with what it is on a day. */
export interface Life {
  readonly organisation: Organisation;
  readonly found: Dormancy;
}

/** Every alliance of the record on the day. */
export function livesSection(base: string, lives: readonly Life[]): Section {
  const rows = lives.map(({ organisation, found }): Row => ({
    organisation: organisation.id,
    short: organisation.short,
    legal: found.legal,
    dormant: found.dormant,
    reason: found.reason,
    ...Object.fromEntries(
      SIGNS.flatMap((sign) => [
        [`last_${sign}`, found.last[sign]?.to ?? null],
        [`what_${sign}`, found.last[sign]?.what ?? null],
      ]),
    ),
  }));
  return {
    id: "organisations",
    title: "In being, dormant, ended: every alliance of the record",
    text: [
      "An empty cell is a sign that this record does not hold, not one that never was: sessions " +
        "and exercises were gathered for the CSTO more than for the others.",
    ],
    findings: ["dormancy"],
    address: base,
    columns: [
      { name: "organisation", label: "Id" },
      { name: "short", label: "Organisation" },
      { name: "legal", label: "In law" },
      { name: "dormant", label: "Dormant", note: "empty: not in being" },
      { name: "reason", label: "Why" },
      ...SIGNS.flatMap((sign) => [
        { name: `last_${sign}`, label: `Last ${sign}` },
        { name: `what_${sign}`, label: `Which ${sign}` },
      ]),
    ],
    rows,
    figure: null,
  };
}
