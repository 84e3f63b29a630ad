import type { ParameterName } from "../../answer/query.ts";
import { TOPICS } from "../../record/votes.ts";

const LABELS: Readonly<Partial<Record<ParameterName, string>>> = {
  from: "From",
  to: "To",
  topic: "Topic",
  measure: "Measure",
  convention: "Absence and unanimity",
  by: "Period",
  level: "Level of the interval",
  draws: "Draws",
  seed: "Seed",
  state: "States",
  q: "Words in title or symbol",
  at: "On the day",
  limit: "Rows at the most",
  organisation: "Organisation",
  threat: "Threat",
  outcome: "Outcome",
  decider: "Who decides",
  confidence: "Lowest confidence",
  coding: "Counts as an answer",
  alliance: "Alliance",
  appellant: "Who calls",
  adversary: "Adversary",
  hold: "Stances fixed by hand",
};

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  topic: TOPICS,
  measure: {
    kappa: "Kappa",
    pi: "Pi",
    s_abs: "S, absolute",
    s_sq: "S, squared",
    agreement: "Agreement",
    alignment: "Alignment",
  },
  by: { session: "Assembly session", year: "Calendar year", all: "Whole span" },
};

/** What a parameter is called beside its control. */
export function labelOf(name: string): string {
  const words = name.replaceAll("_", " ");
  return LABELS[name as ParameterName] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** What a value of a parameter is called in a list. */
export function valueLabel(name: string, value: string): string {
  return VALUES[name]?.[value] ?? value.replaceAll("-", " ");
}
