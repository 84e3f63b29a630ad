import { dayOf } from "../../dates/day-of.ts";
import { membershipsOn } from "../../record/membership.ts";
import type { Column, Row } from "../answer.ts";
import { headOf } from "../head-of.ts";
import { organisationOf } from "../lookup.ts";
import type { View } from "../view.ts";
import { organisationSources } from "./alliance.ts";
import { caseSources } from "./case-text.ts";
import { dynamicsFindings } from "./dynamics-findings.ts";
import { DYNAMICS_CAVEATS, DYNAMICS_METHOD } from "./dynamics-notes.ts";
import { type DynamicsRun, PAST_YEARS, runDynamics } from "./dynamics-run.ts";
import { classRatesSection, yearsSection } from "./dynamics-sections.ts";
import { validationFindings, validationSections, verdictOf } from "./dynamics-validation.ts";
import { dayAsked, ruleName } from "./power-rules.ts";

const COLUMNS: readonly Column[] = [
  {
    name: "rule",
    label: "Rule",
    note: "empty: the organisation's rule is no count of members",
  },
  { name: "in_force", label: "In force" },
  { name: "answered", label: "Share answered", digits: 4 },
  { name: "lower", label: "Lower", digits: 4, note: "from the draws of the rates" },
  { name: "upper", label: "Upper", digits: 4 },
  { name: "error", label: "Monte Carlo error", digits: 5 },
  {
    name: "least",
    label: "Single future, least",
    digits: 4,
    note: "rates and chance together",
  },
  { name: "most", label: "most", digits: 4 },
  {
    name: "difference",
    label: "Against the rule in force",
    digits: 4,
    note: "on the same calls, ballots and chances; empty: the rule in force",
  },
  { name: "difference_lower", label: "Lower", digits: 4 },
  { name: "difference_upper", label: "Upper", digits: 4 },
  { name: "difference_error", label: "Monte Carlo error", digits: 5 },
  { name: "precedents", label: "Precedents", note: "calls of the class decided by the rule" },
];

const rowsOf = ({ rules, actual }: DynamicsRun): readonly Row[] =>
  rules.map(({ rule, answered, difference, precedents }) => ({
    rule: rule === null ? null : ruleName(rule),
    in_force: rule === actual,
    answered: answered?.value ?? null,
    lower: answered?.lower ?? null,
    upper: answered?.upper ?? null,
    error: answered?.error ?? null,
    least: answered?.least ?? null,
    most: answered?.most ?? null,
    difference: difference?.value ?? null,
    difference_lower: difference?.lower ?? null,
    difference_upper: difference?.upper ?? null,
    difference_error: difference?.error ?? null,
    precedents,
  }));

function summaryOf(run: DynamicsRun): Row {
  const { at, query, actual, rules, calls, remaining, lost, fit, place } = run;
  const asked = rules.find(({ rule }) => rule === (query.rule ?? actual));
  const verdict = (what: string): string | null => {
    const score = run.scores.find((one) => one.what === what);
    return score === undefined ? null : verdictOf(score);
  };
  return {
    at,
    years: query.years,
    past_calls: verdict("calls"),
    past_answers: verdict("answers"),
    past_exits: verdict("exits"),
    members: fit.histories[place]!.members.length,
    rule_in_force: actual,
    rule: query.rule ?? actual,
    calls: calls.value,
    answered: asked?.answered?.value ?? null,
    difference: asked?.difference?.value ?? null,
    members_left: remaining.at(-1)!.value,
    members_lost: lost.value,
  };
}

function ownCaveats({ organisation, at, actual, query, scores }: DynamicsRun): string[] {
  const failed = scores.filter(({ gainLower }) => !(gainLower > 0));
  return [
    ...(failed.length === 0
      ? []
      : [
          "Predictions of the past were not shown to beat one plain rate for the class in " +
            `${failed.map(({ what }) => what).join(" and ")}: take the plain rate beside them.`,
        ]),
    ...(query.years > PAST_YEARS
      ? [`Ten years at a time were held against the past; ${query.years} were not.`]
      : []),
    ...(actual === null
      ? [
          `No rule of ${organisation.short} on ${at} is a count of members: other rules are not ` +
            "compared with it.",
        ]
      : []),
    ...(actual !== null && actual !== organisation.decisionRule
      ? [
          `The file of ${organisation.short} calls its rule ${organisation.decisionRule}; ` +
            `${ruleName(actual)} is the last resort that its organs or treaties name.`,
        ]
      : []),
  ];
}

/** `/alliances/{id}/dynamics`: an organisation run for years to come, after the past was. */
export const allianceDynamicsView: View = {
  path: "/alliances/{id}/dynamics",
  describe:
    "years to come: calls, answers and members left at the record's rates, and how other rules " +
    "of decision would change them; first how such predictions of the past did",
  example: "/alliances/csto/dynamics",
  parameters: ["at", "years", "rule", "coding", "level", "draws", "seed"],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: (context) => {
    const { record, path, query } = context;
    const organisation = organisationOf(record, path["id"] ?? "");
    const at = dayAsked(organisation, query.at, record.votes.rollCalls.at(-1)?.date ?? "");
    const title = `Years to come of ${organisation.short}`;
    context.partial?.(headOf(title));
    const shared = {
      title,
      columns: COLUMNS,
      method: DYNAMICS_METHOD,
    };
    const founded = dayOf(organisation.founded.date);
    if (membershipsOn(organisation, at).length < 2 || founded >= at) {
      return {
        ...shared,
        rows: [],
        sources: organisationSources(organisation),
        caveats: [`${organisation.short} had fewer than two members on ${at}.`],
        covers: { from: founded < at ? founded : at, to: at },
      };
    }
    const run = runDynamics(context, organisation, at);
    const ids = new Set(run.fit.recorded.map(({ id }) => id));
    return {
      ...shared,
      summary: summaryOf(run),
      rows: rowsOf(run),
      sections: [...validationSections(run), yearsSection(run), classRatesSection(run)],
      findings: [...validationFindings(run), ...dynamicsFindings(run)],
      figure:
        run.actual === null
          ? null
          : {
              kind: "ranks",
              title: `Share of calls answered by rule, ${organisation.short}`,
              label: "rule",
              value: "answered",
              lower: "lower",
              upper: "upper",
              highlight: ruleName(run.actual),
              xLabel: "Share of calls answered",
              domain: [0, 1],
              rule: null,
            },
      sources: [
        ...run.peers.flatMap(organisationSources),
        ...caseSources(record.cases.filter(({ id }) => ids.has(id))),
      ],
      caveats: [...ownCaveats(run), ...DYNAMICS_CAVEATS],
      covers: {
        from: run.peers.map(({ founded: one }) => dayOf(one.date)).toSorted()[0] ?? at,
        to: at,
      },
    };
  },
};
