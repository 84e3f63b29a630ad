import { BACKTESTS, type BacktestKind } from "../../scenario/backtest.ts";
import { favourOf } from "../../scenario/bargaining/bargain-stances.ts";
import { scenarioLaboratory } from "../../scenario/laboratory.ts";
import type { Column, Row } from "../answer.ts";
import { VOTE_SOURCES, voteCoverage } from "../shared-notes.ts";
import type { View } from "../view.ts";
import { caseSources } from "./case-text.ts";
import { FORECAST_COLUMNS } from "./scenario-backtest-columns.ts";
import {
  backtestFindings,
  calibrationSection,
  SCORE_COLUMNS,
  scoreRows,
} from "./scenario-backtest-parts.ts";
import { BARGAINING_METHOD } from "./scenario-bargaining.ts";
import {
  bargainingBacktestFindings,
  bargainingScores,
} from "./scenario-bargaining-backtest.ts";
import {
  covariateGainsFindings,
  covariateGainsSection,
  covariatesSection,
} from "./scenario-covariates.ts";
import { SCENARIO_CAVEATS, SCENARIO_METHOD } from "./scenario-method.ts";

const share = (name: string, label: string): Column => ({ name, label, digits: 4 });

/** `/scenarios/backtest`: how often the models of stances would have been right. */
export const scenarioBacktestView: View = {
  path: "/scenarios/backtest",
  describe:
    "how often the models behind the scenarios would have been right on the cases on record, each " +
    "kept out of its own forecast, against the base rate",
  example: "/scenarios/backtest",
  parameters: ["level"],
  canonical: () => ({}),
  compute: ({ record, query }) => {
    const laboratory = scenarioLaboratory(record);
    const { observations, cases } = laboratory.all;
    const seen = observations.filter(({ stance }) => stance !== "not-seen");
    const tests = (Object.keys(BACKTESTS) as BacktestKind[]).flatMap((kind) => {
      return laboratory.tested(kind)?.test ?? [];
    });
    const organisations = [...new Set(observations.map((row) => row.organisation))].sort();
    return {
      title: "Back-test of the models of members' stances",
      summary: {
        cases: cases.length,
        stances: seen.length,
        not_seen: observations.length - seen.length,
        record: record.release,
        last: cases.at(-1)?.day ?? null,
      },
      columns: SCORE_COLUMNS,
      rows: scoreRows(record, query.level),
      sections: [
        bargainingScores(record, query.level),
        covariateGainsSection(record, query.level),
        covariatesSection(record),
        calibrationSection(record, query.level),
        {
          id: "stances",
          title: "Stances on record, by organisation",
          text: ["Members asked in calls on organisations; not seen is no opposition."],
          findings: [],
          address: "/cases",
          columns: [
            { name: "organisation", label: "Organisation" },
            { name: "cases", label: "Cases" },
            { name: "contributed", label: "Contributed" },
            { name: "supported", label: "Supported" },
            { name: "abstained", label: "Abstained" },
            { name: "dissented", label: "Objected" },
            { name: "seen", label: "Seen" },
            { name: "not_seen", label: "Not seen" },
          ],
          rows: organisations.map((organisation): Row => {
            const own = observations.filter((row) => row.organisation === organisation);
            const count = (stance: string): number =>
              own.filter((row) => row.stance === stance).length;
            return {
              organisation,
              cases: new Set(own.map((row) => row.case)).size,
              contributed: count("contributed"),
              supported: count("supported"),
              abstained: count("abstained"),
              dissented: count("dissented"),
              seen: own.length - count("not-seen"),
              not_seen: count("not-seen"),
            };
          }),
          figure: null,
        },
        {
          id: "forecasts",
          title: "Every stance with its forecasts",
          text: ["Each by both models without its own case; forward from earlier cases only."],
          findings: [],
          address: null,
          columns: [
            ...FORECAST_COLUMNS,
            { name: "state", label: "State" },
            { name: "stance", label: "Stance" },
            share("in_favour", "In favour, choice"),
            share("contributed", "With means, choice"),
            share("base_in_favour", "In favour, base rate"),
            share("base_contributed", "With means, base rate"),
          ],
          rows: tests.flatMap(({ kind, rows }) =>
            rows.map((row): Row => ({
              test: kind,
              case: row.case,
              organisation: row.organisation,
              day: row.day,
              state: row.state,
              stance: row.stance,
              in_favour: favourOf(row.choice),
              contributed: row.choice.contributed,
              base_in_favour: favourOf(row.base),
              base_contributed: row.base.contributed,
            })),
          ),
          figure: null,
        },
        {
          id: "outcomes",
          title: "Every case with its forecasts",
          text: [
            "Cases whose rule in force is one count of votes. Decision: help of any kind came; forces: " +
              "troops, or air, sea or partial forces.",
          ],
          findings: [],
          address: null,
          columns: [
            ...FORECAST_COLUMNS,
            { name: "rule", label: "Rule" },
            { name: "adopted", label: "Decision" },
            { name: "came", label: "Forces" },
            share("adopted_choice", "Decision, choice"),
            share("adopted_base", "Decision, base rate"),
            share("adopted_plain", "Decision, plain share"),
            share("came_choice", "Forces, choice"),
            share("came_base", "Forces, base rate"),
            share("came_plain", "Forces, plain share"),
          ],
          rows: tests.flatMap(({ kind, outcomes }) =>
            outcomes.map((row): Row => ({
              test: kind,
              case: row.case,
              organisation: row.organisation,
              day: row.day,
              rule: row.rule,
              adopted: row.adopted,
              came: row.came,
              adopted_choice: row.choice.adopted,
              adopted_base: row.base.adopted,
              adopted_plain: row.plain.adopted,
              came_choice: row.choice.came,
              came_base: row.base.came,
              came_plain: row.plain.came,
            })),
          ),
          figure: null,
        },
      ],
      findings: [
        ...backtestFindings(record, query.level, ["left-out", "forward"]),
        ...bargainingBacktestFindings(record, query.level),
        ...covariateGainsFindings(record, query.level),
      ],
      figure: null,
      method: [...SCENARIO_METHOD, BARGAINING_METHOD],
      sources: [...VOTE_SOURCES, ...caseSources(cases.map(({ item }) => item))],
      caveats: [
        ...SCENARIO_CAVEATS,
        ...tests.flatMap(({ kind, withheld }) =>
          withheld.length === 0
            ? []
            : [
                `${BACKTESTS[kind]}: no choice is estimated for ${withheld.length} cases with fewer ` +
                  `than 150 stances to rest on: ${withheld.join(", ")}.`,
              ],
        ),
      ],
      covers: voteCoverage(record),
    };
  },
};
