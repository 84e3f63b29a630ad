import type { CasusRecord } from "../../record/record.ts";
import type { Call, HeldStance } from "../../scenario/call.ts";
import { runCall, simulationBy } from "../../scenario/run-call.ts";
import { createRunMemory, type RunMemory } from "../../scenario/run-memory.ts";
import { sensitivityOf } from "../../scenario/sensitivity.ts";
import type { StateKey } from "../../states/state.ts";
import type { Draft, Finding } from "../answer.ts";
import { organisationOf } from "../lookup.ts";
import { recalled } from "../memo.ts";
import { VOTE_SOURCES, voteCoverage } from "../shared-notes.ts";
import type { ViewContext } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { organisationSources } from "./alliance.ts";
import { caseSources, treatySources } from "./case-text.ts";
import {
  BARGAINING_CAVEATS,
  BARGAINING_METHOD,
  bargainingPart,
  idleCapabilityCaveat,
} from "./scenario-bargaining.ts";
import {
  backtestFindings,
  backtestSection,
  beatsBaseRate,
  calibrationSection,
} from "./scenario-backtest-parts.ts";
import {
  outcomeFindings,
  pivotalFinding,
  planFinding,
  sensitivityPart,
} from "./scenario-findings.ts";
import { SCENARIO_CAVEATS, SCENARIO_METHOD } from "./scenario-method.ts";
import {
  branchesPart,
  isExtrapolation,
  kindsOf,
  precedentFinding,
  precedentSection,
  timesPart,
} from "./scenario-precedents.ts";
import {
  contributorsSection,
  MEMBER_COLUMNS,
  memberRows,
  modelSection,
  outcomeSection,
  planSection,
  routesSection,
} from "./scenario-sections.ts";

function heldFinding(
  record: CasusRecord,
  held: ReadonlyMap<StateKey, HeldStance>,
  at: string,
): readonly Finding[] {
  if (held.size === 0) return [];
  const words = [...held].map(
    ([state, stance]) => `${record.states.name(state, at)} ${stance}`,
  );
  return [
    {
      id: "held",
      text: `Fixed, and not drawn from any model: ${words.join(", ")}.`,
      value: held.size,
      ...WITHOUT_INTERVAL,
      n: null,
      comparison: null,
      method: "Simulation",
      evidence: [],
    },
  ];
}

/** What earlier answers about calls on the record computed. */
export const runMemoryOf = (context: Pick<ViewContext, "memo" | "record">): RunMemory =>
  recalled(context, "runs of calls", () => createRunMemory());

/** The whole answer of a call: what the back-test says first, then the path, then the outcome. */
export function scenarioAnswer(
  context: ViewContext,
  call: Call,
  held: ReadonlyMap<StateKey, HeldStance>,
  memory: RunMemory = runMemoryOf(context),
): Draft {
  const { record, query } = context;
  const { calls, seed, level, capability } = query;
  const options = { calls, seed, level, capability, memory };
  const run = runCall(record, call, held, options);
  const shown = simulationBy(run, query.model);
  const bargaining =
    query.model === "bargaining" ? bargainingPart(record, run, capability) : null;
  const { plan, models, base } = run;
  const organisation = organisationOf(record, call.alliance);
  const { short } = organisation;
  const kinds = kindsOf(record, run);
  const treaties = record.treaties.filter((treaty) => treaty.organisation === call.alliance);
  const covers = voteCoverage(record);
  const seen = models.observations.filter(({ stance }) => stance !== "not-seen").length;
  const own = models.observations.filter(
    (row) => row.organisation === call.alliance && row.stance !== "not-seen",
  ).length;
  const name = (state: StateKey): string => record.states.name(state, call.at);
  const against = call.adversary === null ? "" : ` against ${name(call.adversary)}`;
  const known = {
    title: `${name(call.appellant)} calls on ${short}${against}`,
    summary: {
      alliance: call.alliance,
      appellant: call.appellant,
      at: call.at,
      threat: call.threat,
      place: call.place,
      adversary: call.adversary,
      instrument: call.instrument,
      mandate: call.mandate,
      organ: plan.decision.organ,
      rule: plan.rule,
      article: plan.decision.article,
      model: bargaining !== null ? "bargaining" : shown === base ? "base-rate" : "choice",
      beats_base_rate: beatsBaseRate(record),
      extrapolation: isExtrapolation(kinds),
      members: plan.asked.length + 1,
      stances: seen,
      own_stances: own,
      calls: shown.calls,
      seed: query.seed,
      adopted: shown.adopted.share,
      adopted_lower: shown.adopted.lower,
      adopted_upper: shown.adopted.upper,
      adopted_mc: shown.adopted.monteCarlo,
      came: shown.came.share,
      came_lower: shown.came.lower,
      came_upper: shown.came.upper,
      came_mc: shown.came.monteCarlo,
      base_adopted: base.adopted.share,
      base_came: base.came.share,
      plain_adopted: run.plain.of === 0 ? null : run.plain.adopted / run.plain.of,
      plain_came: run.plain.of === 0 ? null : run.plain.came / run.plain.of,
    },
    columns: MEMBER_COLUMNS,
    rows: memberRows(record, run, shown),
    sections: [
      backtestSection(record),
      ...(bargaining?.sections ?? []),
      planSection(run),
      outcomeSection(run, query.level, bargaining !== null),
      contributorsSection(shown, base),
    ],
    findings: [
      ...backtestFindings(record),
      ...(bargaining?.findings ?? []),
      precedentFinding(kinds, short, call.at),
      planFinding(run),
      ...heldFinding(record, run.held, call.at),
      ...outcomeFindings(record, run, shown, query),
      pivotalFinding(record, run, shown),
    ],
    figure: {
      kind: "ranks",
      title: "In favour, by member",
      label: "name",
      value: "in_favour",
      lower: "in_favour_lower",
      upper: "in_favour_upper",
      highlight: plan.largest === null ? null : name(plan.largest),
      xLabel: "Share of the simulated calls",
      domain: [0, 1],
      rule: null,
    },
    method: [...SCENARIO_METHOD, ...(bargaining === null ? [] : [BARGAINING_METHOD])],
    sources: [
      ...VOTE_SOURCES,
      ...organisationSources(organisation),
      ...treatySources(treaties),
      ...caseSources(models.cases.map(({ item }) => item)),
    ],
    caveats: [
      ...idleCapabilityCaveat(query),
      ...SCENARIO_CAVEATS,
      ...(bargaining === null ? [] : BARGAINING_CAVEATS),
      ...plan.assumptions,
      ...(models.cases.length === 0
        ? ["No case is on record before the day: the base rate is its prior alone."]
        : []),
      ...(models.choice === null
        ? [
            `${seen} stances are on record before ${call.at}, below 150: the base rate alone speaks.`,
          ]
        : [
            `${own} of the ${seen} stances are of ${short}'s own members; the others are of other ` +
              "organisations' and stand for them as far as the model lets them.",
          ]),
    ],
    covers: { from: covers.from, to: call.at < covers.from ? covers.to : call.at },
  } satisfies Draft;
  // What would follow can be read while it is worked out what that hangs on.
  context.partial?.(known);
  const times = recalled(context, `times of calls before ${call.at} ${seed} ${level}`, () =>
    timesPart(run, query),
  );
  const after = `${call.alliance} before ${call.at} for ${call.instrument}`;
  const branches = recalled(context, `what came after calls on ${after}`, () =>
    branchesPart(record, run, short),
  );
  const sensitivity = sensitivityPart(
    sensitivityOf(record, run, held, { ...options, model: query.model }),
    shown,
  );
  return {
    ...known,
    sections: [
      ...known.sections,
      times.section,
      sensitivity.section,
      branches.section,
      precedentSection(kinds, short, query, call.instrument),
      routesSection(run),
      modelSection(run),
      calibrationSection(record),
    ],
    findings: [...known.findings, sensitivity.finding, times.finding, ...branches.findings],
  };
}
