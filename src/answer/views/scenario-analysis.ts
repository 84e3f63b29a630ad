import type { NamedScenario } from "../../record/named-scenario.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { SimulatedShare } from "../../scenario/simulated-share.ts";
import type { Column, Finding, Row, Section } from "../answer.ts";
import { counted, listed, simulatedShare } from "../text.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { callAddress } from "./scenario-call.ts";
import type { NamedPath } from "./scenario-named.ts";

/** What an interval says of one half: never more than it allows. */
function against(share: SimulatedShare, what: string): string {
  if (share.lower > 0.5) return `${what} is more likely than not`;
  if (share.upper < 0.5) return `${what} is less likely than not`;
  return `the record does not decide whether ${what} is more or less likely than not`;
}

/** What is compared with what, where both have a path. */
function comparedText(main: NamedPath, other: NamedPath): string | null {
  if (main.shown === null || other.shown === null) return null;
  const change = other.shown.adopted.share - main.shown.adopted.share;
  const noise =
    2 *
    Math.sqrt(
      main.shown.adopted.monteCarlo * main.shown.adopted.monteCarlo +
        other.shown.adopted.monteCarlo * other.shown.adopted.monteCarlo,
    );
  const overlap =
    other.shown.adopted.lower <= main.shown.adopted.upper &&
    main.shown.adopted.lower <= other.shown.adopted.upper;
  const words =
    Math.abs(change) <= noise
      ? "no difference beyond the simulation's noise"
      : `${change > 0 ? "more" : "less"} often (${simulatedShare(other.shown.adopted.share)} against ` +
        `${simulatedShare(main.shown.adopted.share)})${overlap ? ", within the interval of the model" : ""}`;
  return `${other.label}: ${words}`;
}

/** The paragraphs of a scenario's analysis, from what was computed and by rules alone. */
export function analysisText(
  scenario: NamedScenario,
  paths: readonly NamedPath[],
  findings: readonly Finding[],
): readonly string[] {
  const [main] = paths;
  const text = (id: string): string | null =>
    findings.find((finding) => finding.id === id)?.text ?? null;
  const closed = paths.filter(({ refused }) => refused !== null);
  const openPaths = paths.filter(({ shown }) => shown !== null);
  const [first] = openPaths;
  const compared =
    first === undefined
      ? []
      : openPaths.flatMap((path) => (path === first ? [] : (comparedText(first, path) ?? [])));
  const closedText = closed.map(({ label, refused }) => `${label}: ${refused}`);
  const shown = first?.shown ?? null;
  return [
    scenario.question,
    ...(main?.refused == null
      ? []
      : [
          `The rules answer before any member does: the path is closed. ${main.refused}` +
            (first === undefined
              ? ""
              : ` What follows is the nearest open path, ${first.label}.`),
        ]),
    ...(shown === null
      ? ["No path of the scenario is open, so that no probability is given."]
      : [
          [text("plan"), text("precedents")].filter((one) => one !== null).join(" "),
          "How far to trust the figures. " +
            [text("backtest-left-out-in_favour"), text("backtest-left-out-adopted")]
              .filter((one) => one !== null)
              .join(" "),
          `By the model shown, ` +
            `${against(shown.adopted, "a decision")}, and ` +
            `${against(shown.came, "the arrival of what is asked for")}. ` +
            [text("held"), text("decision"), text("comes")]
              .filter((one) => one !== null)
              .join(" "),
          [text("pivotal"), text("sensitivity"), text("times")]
            .filter((one) => one !== null)
            .join(" "),
          [text("branch-complied"), text("branch-refused")]
            .filter((one) => one !== null)
            .join(" "),
        ]),
    ...(compared.length === 0
      ? []
      : [`Against ${first?.label}, the decision is taken: ${compared.join("; ")}.`]),
    ...(closedText.length === 0 || (closed.length === 1 && main?.refused != null)
      ? []
      : [`Closed paths. ${closedText.join(" ")}`]),
    ...(scenario.claims.length === 0
      ? []
      : [
          `Bears on the ${scenario.claims.length === 1 ? "claim" : "claims"} ` +
            `${listed(scenario.claims)}: what the record says of it stands at ` +
            `${listed(scenario.claims.map((claim) => `/claims/${claim}`))}.`,
        ]),
  ];
}

const PATH_COLUMNS: readonly Column[] = [
  { name: "path", label: "Path" },
  { name: "open", label: "Open" },
  { name: "adopted", label: "Decision", digits: 4 },
  { name: "adopted_lower", label: "Lower", digits: 4 },
  { name: "adopted_upper", label: "Upper", digits: 4 },
  { name: "adopted_mc", label: "Monte Carlo error", digits: 4 },
  { name: "came", label: "Comes", digits: 4 },
  { name: "came_lower", label: "Lower", digits: 4 },
  { name: "came_upper", label: "Upper", digits: 4 },
  { name: "came_mc", label: "Monte Carlo error", digits: 4 },
  { name: "base_adopted", label: "Decision, base rate", digits: 4 },
  { name: "base_came", label: "Comes, base rate", digits: 4 },
  { name: "rule", label: "Rule" },
  { name: "article", label: "Decided under" },
  { name: "refused", label: "Closed because" },
  { name: "address", label: "Address" },
];

/** The scenario and its variants side by side. */
export function pathsSection(paths: readonly NamedPath[]): Section {
  return {
    id: "paths",
    title: "The scenario and what it is compared with",
    text: [
      "Each path under the texts in force on its day, the same seed. A closed path says which article " +
        "or fact closes it.",
    ],
    findings: ["path"],
    address: null,
    columns: PATH_COLUMNS,
    rows: paths.map(({ label, call, run, shown, refused }): Row => ({
      path: label,
      open: refused === null,
      adopted: shown?.adopted.share ?? null,
      adopted_lower: shown?.adopted.lower ?? null,
      adopted_upper: shown?.adopted.upper ?? null,
      adopted_mc: shown?.adopted.monteCarlo ?? null,
      came: shown?.came.share ?? null,
      came_lower: shown?.came.lower ?? null,
      came_upper: shown?.came.upper ?? null,
      came_mc: shown?.came.monteCarlo ?? null,
      base_adopted: run?.base.adopted.share ?? null,
      base_came: run?.base.came.share ?? null,
      rule: run?.plan.rule ?? null,
      article: run?.plan.decision.article ?? null,
      refused,
      address: callAddress(call),
    })),
    figure: null,
  };
}

/** Which paths of a scenario are open. */
export function pathFinding(paths: readonly NamedPath[]): Finding {
  const [main] = paths;
  const open = paths.filter(({ refused }) => refused === null).length;
  return {
    id: "path",
    text:
      main?.refused == null
        ? `The scenario's path is open, and ${open - 1} of its ${counted(paths.length - 1, "variant")}.`
        : `The scenario's path is closed: ${main.refused} ${open} of its ` +
          `${counted(paths.length - 1, "variant")} ${open === 1 ? "is" : "are"} open.`,
    value: open,
    ...WITHOUT_INTERVAL,
    n: paths.length,
    comparison: "the variants of the scenario",
    method: "Plan",
    evidence: [],
  };
}

/** Where the record's scenarios are listed. */
export function scenarioRow(record: CasusRecord, scenario: NamedScenario): Row {
  const { call } = scenario;
  return {
    id: scenario.id,
    title: scenario.title,
    alliance: call.alliance,
    appellant: call.appellant,
    threat: call.threat,
    place: call.place,
    adversary: call.adversary,
    at: call.at,
    version: scenario.version,
    since: scenario.since,
    variants: scenario.variants.length,
    question: scenario.question,
    address: `/scenarios/${scenario.id}`,
    release: record.release,
  };
}
