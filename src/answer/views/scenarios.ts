import { VOTE_SOURCES, voteCoverage } from "../shared-notes.ts";
import type { Draft } from "../answer.ts";
import type { View } from "../view.ts";
import { analysisText, pathFinding, pathsSection, scenarioRow } from "./scenario-analysis.ts";
import { runMemoryOf, scenarioAnswer } from "./scenario-answer.ts";
import { backtestFindings, backtestSection } from "./scenario-backtest-parts.ts";
import { heldOf } from "./scenario-call.ts";
import { SCENARIO_CAVEATS, SCENARIO_METHOD } from "./scenario-method.ts";
import { namedScenario, pathsOf } from "./scenario-named.ts";
import { MEMBER_COLUMNS } from "./scenario-sections.ts";

/** `/scenarios`: the named scenarios of the record. */
export const scenariosView: View = {
  path: "/scenarios",
  describe: "the named, versioned scenarios of the record, each a question that people ask",
  example: "/scenarios",
  parameters: [],
  canonical: () => ({}),
  compute: ({ record }) => ({
    title: "Scenarios",
    summary: { scenarios: record.scenarios.length },
    columns: [
      { name: "id", label: "Id" },
      { name: "title", label: "Title" },
      { name: "alliance", label: "Alliance" },
      { name: "appellant", label: "Caller" },
      { name: "threat", label: "Threat" },
      { name: "place", label: "Place" },
      { name: "adversary", label: "Adversary" },
      { name: "at", label: "Day", note: "empty: the last day of the record's votes" },
      { name: "version", label: "Version" },
      { name: "since", label: "Of" },
      { name: "variants", label: "Variants" },
      { name: "question", label: "Question" },
      { name: "address", label: "Address" },
      { name: "release", label: "Record" },
    ],
    rows: record.scenarios.map((scenario) => scenarioRow(record, scenario)),
    method: SCENARIO_METHOD,
    sources: [...VOTE_SOURCES],
    caveats: SCENARIO_CAVEATS,
    covers: voteCoverage(record),
  }),
};

/** `/scenarios/{id}`: a named scenario, run, with its variants and an analysis made by rules. */
export const scenarioView: View = {
  path: "/scenarios/{id}",
  describe:
    "a named scenario: its path under the texts in force, the likely outcome, its variants side by " +
    "side, and an analysis written by rules from what was computed",
  example: "/scenarios/csto-article-2022",
  parameters: ["hold", "model", "capability", "calls", "level", "seed"],
  canonical: (record, { id = "" }) => ({ id: namedScenario(record, id).id }),
  compute: (context): Draft => {
    const { record, path, query } = context;
    const scenario = namedScenario(record, path["id"] ?? "");
    const held = heldOf(record, query);
    const memory = runMemoryOf(context);
    const paths = pathsOf(record, scenario, held, { ...query, memory });
    const open = paths.find(({ refused }) => refused === null);
    const own = pathFinding(paths);
    const summary = {
      scenario: scenario.id,
      version: scenario.version,
      since: scenario.since,
      open: paths[0]?.refused === null,
      path: open?.label ?? null,
    };
    const shared = {
      title: scenario.title,
      method: SCENARIO_METHOD,
    };
    const draft: Draft =
      open === undefined
        ? {
            ...shared,
            summary,
            columns: MEMBER_COLUMNS,
            rows: [],
            sections: [backtestSection(record)],
            findings: backtestFindings(record),
            sources: [...VOTE_SOURCES],
            caveats: SCENARIO_CAVEATS,
            covers: voteCoverage(record),
          }
        : scenarioAnswer(
            { ...context, partial: undefined },
            open.call,
            heldFor(held, open.call.appellant),
            memory,
          );
    const findings = [...(draft.findings ?? [])];
    // What the back-test says stays first; whether the path is open at all comes next.
    const at = findings.findIndex(({ method }) => method !== "Back-test");
    findings.splice(at < 0 ? findings.length : at, 0, own);
    return {
      ...draft,
      ...shared,
      summary: { ...summary, ...draft.summary },
      findings,
      sections: [
        {
          id: "analysis",
          title: "Analysis",
          text: analysisText(scenario, paths, findings),
          findings: [],
          address: null,
          columns: [],
          rows: [],
          figure: null,
        },
        pathsSection(paths),
        ...(draft.sections ?? []),
      ],
      caveats: [...scenario.assumes.map((one) => `Assumed: ${one}`), ...(draft.caveats ?? [])],
    };
  },
};

/** The stances held by hand, without that of the caller itself. */
function heldFor(
  held: ReturnType<typeof heldOf>,
  appellant: string,
): ReturnType<typeof heldOf> {
  return new Map([...held].filter(([state]) => state !== appellant));
}
