import type { CasusRecord } from "../../record/record.ts";
import { CAPABILITIES, type Capability } from "../../scenario/bargaining/capability.ts";
import { spatialChoices, SPATIAL_DEFAULTS } from "../../scenario/bargaining/spatial-options.ts";
import type { CallRun } from "../../scenario/run-call.ts";
import type { Finding, MethodNote, Section } from "../answer.ts";
import type { Query } from "../query.ts";
import { counted, fixed } from "../text.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import {
  bargainingBacktestFindings,
  bargainingScores,
  CAPABILITY_WORDS,
} from "./scenario-bargaining-backtest.ts";

/** How members bargain before they answer. */
export const BARGAINING_METHOD: MethodNote = {
  name: "Bargaining",
  text:
    "The issue is how far to go for the appellant, from 0 to 1. Each member stands at its chance to " +
    "be in favour by the choice model (by the base rate where no choice is estimated), the " +
    "appellant at 1. Salience is equal, since no table of it ships. Capability is the largest member's " +
    "share of the members' GDP and, of every other, the mean of the rest, as on record before the day; " +
    "equal where it is not on record of every member concerned, or with capability=equal. They press each other by the spatial model of politics; what it adds to a member's log odds of " +
    `being in favour is added at every draw. Choices: ${spatialChoices(SPATIAL_DEFAULTS).join("; ")}.`,
  reference:
    "KAPSARC Toolkit for Behavioral Analysis, Wise, Lester and Efird 2015; /bargaining",
};

/** What bargaining cannot say. */
export const BARGAINING_CAVEATS: readonly string[] = [
  "Bargaining is an alternative to the choice model, not an improvement that the record shows: its " +
    "back-test stands beside it. It is deterministic and adds no uncertainty of its own.",
  "Positions are estimated and salience is equal: who cares more is not in it, outsiders take no part, " +
    "and of who is strong only the largest member's share ships.",
];

/** Says where a query weighs members that, by its model, do not bargain. */
export function idleCapabilityCaveat({ model, capability }: Query): readonly string[] {
  return model === "bargaining" || capability === "means"
    ? []
    : [
        `capability=${capability} has no effect here: only members that bargain are weighed ` +
          "(model=bargaining).",
      ];
}

function pathSection(record: CasusRecord, run: CallRun): Section {
  const { stakeholders, path, capability } = run.bargained().stances;
  const { call } = run.plan;
  return {
    id: "bargaining",
    title: "Positions, turn by turn",
    text: [
      "From 0, nothing, to 1, all that is asked for. Capability: " +
        `${CAPABILITIES[capability]}. ` +
        (path.stopped === "quiet"
          ? "It ended because moves had died down."
          : "It ended at the last turn that is run, with moves still made."),
    ],
    findings: ["bargaining"],
    address: null,
    columns: [
      { name: "turn", label: "Turn" },
      { name: "state", label: "State" },
      { name: "name", label: "Name" },
      { name: "position", label: "Position", digits: 4 },
      { name: "capability", label: "Capability", digits: 4, note: "only ratios matter" },
      { name: "median", label: "Median of all", digits: 4 },
      { name: "mean", label: "Mean of all", digits: 4 },
    ],
    rows: path.turns.flatMap(({ turn, positions, median, mean }) =>
      stakeholders.map(({ id, capability: weight }, k) => ({
        turn,
        state: id,
        name: record.states.name(id as typeof call.appellant, call.at),
        position: positions[k]!,
        capability: weight,
        median,
        mean,
      })),
    ),
    figure: {
      kind: "series",
      title: "Positions, turn by turn",
      x: "turn",
      y: "position",
      lower: null,
      upper: null,
      series: "name",
      xLabel: "Turn",
      yLabel: "How far to go",
      domain: [0, 1],
      rule: null,
    },
  };
}

/** What bargaining did to a call: its back-test first, then who moved and how far. */
export function bargainingPart(
  record: CasusRecord,
  run: CallRun,
  asked: Capability,
): { readonly sections: readonly Section[]; readonly findings: readonly Finding[] } {
  const { path, capability } = run.bargained().stances;
  const weights =
    capability === asked
      ? CAPABILITY_WORDS[capability]
      : "equal capability, since the members' means are not on record before the day";
  const [first, last] = [path.turns[0], path.turns.at(-1)];
  const moved: readonly Finding[] =
    first === undefined || last === undefined
      ? []
      : [
          {
            id: "bargaining",
            text:
              `Bargaining moves the median from ${fixed(first.median)} to ${fixed(last.median)} and ` +
              `the mean from ${fixed(first.mean)} to ${fixed(last.mean)} in ` +
              `${counted(last.turn, "turn")}, with ${weights} and equal salience.`,
            value: last.median,
            ...WITHOUT_INTERVAL,
            n: last.positions.length,
            comparison: `where the choice model has them: ${fixed(first.median)}`,
            method: "Bargaining",
            evidence: ["/bargaining"],
          },
        ];
  return {
    sections: [bargainingScores(record), pathSection(record, run)],
    findings: [...bargainingBacktestFindings(record, undefined, [capability]), ...moved],
  };
}
