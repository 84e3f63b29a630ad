import {
  expectedUtilityChoices,
  EXPECTED_UTILITY_DEFAULTS,
} from "../../scenario/bargaining/expected-utility-options.ts";
import {
  REFERENCE_CASES,
  type ReferenceCase,
} from "../../scenario/bargaining/reference-cases.ts";
import { spatialChoices, SPATIAL_DEFAULTS } from "../../scenario/bargaining/spatial-options.ts";
import {
  BARGAINING_MODELS,
  type ChoiceRun,
  varyChoices,
} from "../../scenario/bargaining/vary-choices.ts";
import type { Finding, MethodNote, Row, Section } from "../answer.ts";
import { counted, fixed, listed } from "../text.ts";
import type { View } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";

const METHOD: readonly MethodNote[] = [
  {
    name: "Expected-utility model",
    text:
      "Each round every stakeholder compares what it expects of challenging each rival with what " +
      "it thinks the rival expects of challenging it, by its own risk exponent, and takes one " +
      `offer. Open choices: ${expectedUtilityChoices(EXPECTED_UTILITY_DEFAULTS).join("; ")}.`,
    reference:
      "Bueno de Mesquita 1994, 1997, doi:10.1080/03050629708434909; Scholz, Calbert and Smith " +
      "2011, doi:10.1177/0951629811418142",
  },
  {
    name: "Spatial model of politics",
    text:
      "Each turn every stakeholder challenges the one from which it expects most, the two " +
      "positions are interpolated into a bargain, and a probabilistic Condorcet election of all " +
      "picks among the bargains that each is part of. Open choices: " +
      `${spatialChoices(SPATIAL_DEFAULTS).join("; ")}.`,
    reference: "KAPSARC Toolkit for Behavioral Analysis, Wise, Lester and Efird 2015",
  },
  {
    name: "Outcome",
    text:
      "The weighted median of the positions at the end, weights capability times salience; the " +
      "weighted mean beside it. A run ends once a turn moves all together less than 1/50 of what " +
      "the first did, or after 20 turns.",
    reference: "Black 1958",
  },
];

interface Run extends ChoiceRun {
  readonly item: ReferenceCase;
}

const lastOf = ({ path }: ChoiceRun) => path.turns.at(-1)!;

/** Differences from the medians that are published, signed. */
const apart = (run: Run): readonly number[] =>
  run.item.published.map(({ median }) => lastOf(run).median - median);

function within(run: Run): boolean | null {
  const { tolerance } = run.item;
  return tolerance === null ? null : apart(run).every((one) => Math.abs(one) <= tolerance);
}

/** The largest distance from the published course of the median, over the turns that both have. */
function pathGap({ item, path }: Run): number | null {
  if (item.path === null) return null;
  const gaps = item.path.flatMap((median, turn) => {
    // A run that has ended stands where it ended.
    const own = path.turns[Math.min(turn, path.turns.length - 1)]!;
    return Math.abs(own.median - median);
  });
  return Math.max(...gaps);
}

function rowOf(run: Run): Row {
  const { turns, stopped } = run.path;
  const { median, mean } = lastOf(run);
  return {
    case: run.item.id,
    model: BARGAINING_MODELS[run.model],
    choice: run.choice ?? "defaults",
    meaning: run.meaning,
    turns: turns.length - 1,
    stopped,
    median,
    mean,
    published: run.item.published[0]!.median,
    difference: apart(run)[0]!,
    within: within(run),
    path_gap: pathGap(run),
  };
}

/** Which run keeps nearest to the published course of the median; nothing where none is published. */
function onTheWay(runs: readonly Run[]): string {
  const gaps = runs.flatMap((run) => {
    const gap = pathGap(run);
    return gap === null ? [] : [{ run, gap }];
  });
  const best = gaps.toSorted((a, b) => a.gap - b.gap)[0];
  return best === undefined
    ? ""
    : ` On the way ${best.run.choice ?? "every default"} keeps nearest to the published course, ` +
        `at most ${fixed(best.gap)} apart.`;
}

function caseFinding(item: ReferenceCase, runs: readonly Run[]): readonly Finding[] {
  return (["expected-utility", "spatial"] as const).map((model) => {
    const own = runs.filter((run) => run.item === item && run.model === model);
    const plain = own.find(({ choice }) => choice === null)!;
    const medians = own.map((run) => lastOf(run).median);
    const nearest = own.toSorted((a, b) => Math.abs(apart(a)[0]!) - Math.abs(apart(b)[0]!))[0]!;
    const printed = item.published.map(({ by, median }) => `${fixed(median)} (${by})`);
    const tolerance =
      item.tolerance === null
        ? ""
        : ` Within ${item.tolerance} of all of them: ` +
          `${own.filter((run) => within(run) === true).length} of ${counted(own.length, "run")}` +
          `${within(plain) === true ? ", the defaults among them" : ", the defaults not among them"}.`;
    return {
      id: `${item.id}-${model}`,
      text:
        `${item.title}, ${BARGAINING_MODELS[model]}: the median ends at ` +
        `${fixed(lastOf(plain).median)} by the defaults, published ${listed(printed)}.` +
        `${tolerance} One open choice turned at a time moves it over ` +
        `${fixed(Math.min(...medians))} to ${fixed(Math.max(...medians))}; nearest to the first ` +
        `published is ${nearest.choice ?? "every default"} with ${fixed(lastOf(nearest).median)}.` +
        onTheWay(own),
      value: lastOf(plain).median,
      ...WITHOUT_INTERVAL,
      n: item.stakeholders.length,
      comparison: `published: ${listed(printed)}`,
      method: model === "spatial" ? "Spatial model of politics" : "Expected-utility model",
      evidence: ["/bargaining"],
    };
  });
}

function pathSection(runs: readonly Run[]): Section {
  const shown = runs.filter(({ choice }) => choice === null);
  return {
    id: "paths",
    title: "The median, turn by turn, by the defaults",
    text: ["Published courses beside, where one is."],
    findings: [],
    address: null,
    columns: [
      { name: "case", label: "Case" },
      { name: "model", label: "Model" },
      { name: "turn", label: "Turn" },
      { name: "median", label: "Median", digits: 2 },
      { name: "mean", label: "Mean", digits: 2 },
      { name: "published", label: "Published median", digits: 2, note: "empty: none" },
    ],
    rows: shown.flatMap(({ item, model, path }) =>
      path.turns.map(({ turn, median, mean }) => ({
        case: item.id,
        model: BARGAINING_MODELS[model],
        turn,
        median,
        mean,
        published: item.path?.[turn] ?? null,
      })),
    ),
    figure: null,
  };
}

function stakeholderSection(): Section {
  return {
    id: "stakeholders",
    title: "The published inputs",
    text: REFERENCE_CASES.map(({ title, source }) => `${title}: ${source}.`),
    findings: [],
    address: null,
    columns: [
      { name: "case", label: "Case" },
      { name: "stakeholder", label: "Stakeholder" },
      { name: "position", label: "Position", digits: 1 },
      { name: "capability", label: "Capability", digits: 2 },
      { name: "salience", label: "Salience", digits: 2 },
    ],
    rows: REFERENCE_CASES.flatMap(({ id, stakeholders }) =>
      stakeholders.map((one) => ({
        case: id,
        stakeholder: one.id,
        position: one.position,
        capability: one.capability,
        salience: one.salience,
      })),
    ),
    figure: null,
  };
}

/** `/bargaining`: the bargaining models on published inputs, one open choice turned at a time. */
export const bargainingView: View = {
  path: "/bargaining",
  describe:
    "the bargaining models held against published cases: where the median ends by each choice " +
    "that the texts leave open",
  example: "/bargaining",
  parameters: [],
  canonical: () => ({}),
  compute: ({ record }) => {
    const runs = REFERENCE_CASES.flatMap((item) =>
      varyChoices(item).map((run): Run => ({ ...run, item })),
    );
    const day = record.votes.rollCalls.at(-1)?.date ?? "";
    return {
      title: "The bargaining models on published cases",
      summary: { cases: REFERENCE_CASES.length, runs: runs.length },
      columns: [
        { name: "case", label: "Case" },
        { name: "model", label: "Model" },
        { name: "choice", label: "Choice turned" },
        { name: "meaning", label: "Meaning" },
        { name: "turns", label: "Turns" },
        { name: "stopped", label: "Ended", note: "quiet: moves had died down" },
        { name: "median", label: "Median at the end", digits: 2 },
        { name: "mean", label: "Mean at the end", digits: 2 },
        {
          name: "published",
          label: "Published median",
          digits: 2,
          note: "the first published",
        },
        { name: "difference", label: "Less the published", digits: 2 },
        {
          name: "within",
          label: "Within the tolerance",
          note: "of every published median; empty: no tolerance is known",
        },
        {
          name: "path_gap",
          label: "Largest gap on the way",
          digits: 2,
          note: "from the published course of the median; empty: none is published",
        },
      ],
      rows: runs.map(rowOf),
      sections: [pathSection(runs), stakeholderSection()],
      findings: REFERENCE_CASES.flatMap((item) => caseFinding(item, runs)),
      figure: null,
      method: METHOD,
      sources: ["bueno-de-mesquita-1994", "scholz-calbert-smith-2011", "ktab-soe-policy"],
      caveats: [
        "Positions, capabilities and saliences are the sources'; no step of these models is " +
          "estimated on data, so that agreement with an outcome is agreement of two programs.",
        "The published course of SOE-Policy was logged by an early version of KTAB whose choices " +
          "are not printed with it: no run here meets it turn by turn.",
        "A widely copied version truncates the risk exponent to a whole number; no exponent is " +
          "rounded here.",
      ],
      covers: { from: day, to: day },
    };
  },
};
