import type { Column, Row, Section } from "../answer.ts";
import type { DynamicsRun } from "./dynamics-run.ts";

/** The share of today's members left, year by year. */
export function yearsSection({ remaining, at, base, organisation }: DynamicsRun): Section {
  const first = Number(at.slice(0, 4));
  return {
    id: "years",
    title: "Members left, year by year",
    text: [
      "The mean over futures with limits from the draws of the rates, and the limits of a " +
        "single future. The rule of decision has no part in it.",
    ],
    findings: ["members", "exits-after-calls"],
    address: base,
    columns: [
      { name: "year", label: "Year" },
      { name: "left", label: "Share left", digits: 4 },
      { name: "lower", label: "Lower", digits: 4 },
      { name: "upper", label: "Upper", digits: 4 },
      { name: "least", label: "Single future, least", digits: 4 },
      { name: "most", label: "most", digits: 4 },
      { name: "error", label: "Monte Carlo error", digits: 5 },
    ],
    rows: remaining.map((one, k) => ({
      year: first + k + 1,
      left: one.value,
      lower: one.lower,
      upper: one.upper,
      least: one.least,
      most: one.most,
      error: one.error,
    })),
    figure: {
      kind: "series",
      title: `Share of the members of ${organisation.short} left`,
      x: "year",
      y: "left",
      lower: "lower",
      upper: "upper",
      series: null,
      xLabel: "Year",
      yLabel: "Share left",
      domain: [0, 1],
      rule: null,
      name: "Mean",
      references: [{ column: "least", label: "Least of a single future" }],
    },
  };
}

const CLASS_COLUMNS: readonly Column[] = [
  { name: "organisation", label: "Organisation" },
  { name: "years", label: "Years", digits: 1 },
  { name: "members", label: "Members" },
  { name: "calls", label: "Recorded calls" },
  { name: "calls_decade", label: "Calls in ten years", digits: 2, note: "posterior mean" },
  { name: "known", label: "Of known outcome" },
  { name: "answered", label: "Answered" },
  { name: "answered_share", label: "Share answered", digits: 3, note: "posterior mean" },
  { name: "exits", label: "Exits" },
  { name: "exit_days", label: "Days of exit" },
  {
    name: "exit_days_rate",
    label: "Days of exit in 100 member-years",
    digits: 3,
    note: "posterior mean",
  },
];

/** The rates of every organisation of the class. */
export function classRatesSection({ fit, base, at }: DynamicsRun): Section {
  return {
    id: "class",
    title: "The rates of the class",
    text: [
      `Counts of the record up to ${at}, and each organisation's rate drawn towards the class ` +
        "as far as the counts say.",
    ],
    findings: ["calls", "answered", "members"],
    address: base,
    columns: CLASS_COLUMNS,
    rows: fit.histories.map(({ id, years, members, leavers }, k): Row => ({
      organisation: id,
      years,
      members: members.length,
      calls: fit.calls.groups[k]!.count,
      calls_decade: fit.calls.means[k]! * 10,
      known: fit.answers.groups[k]!.trials,
      answered: fit.answers.groups[k]!.successes,
      answered_share: fit.answers.means[k]!,
      exits: leavers.reduce((sum, size) => sum + size, 0),
      exit_days: leavers.length,
      exit_days_rate: fit.exits.means[k]! * 100,
    })),
    figure: null,
  };
}
