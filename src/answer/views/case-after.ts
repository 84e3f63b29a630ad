import type { Column, Coverage, Row, Section } from "../answer.ts";
import { DEFAULT_QUERY } from "../query-text.ts";
import { gapCaveats, similarityMethod, VOTE_SOURCES, voteCoverage } from "../shared-notes.ts";
import type { View, ViewContext } from "../view.ts";
import {
  AFTER_METHOD,
  changeFinding,
  differenceFinding,
  groupOf,
} from "./case-after-findings.ts";
import {
  type AfterCase,
  afterCase,
  type AfterPair,
  changeOf,
  matchedCases,
  yearsApart,
} from "./case-after-match.ts";
import { TENURE_METHOD, tenurePart } from "./case-tenure.ts";
import { caseSources } from "./case-text.ts";
import { caseOf, selectCases, withEventsAt } from "./cases-selection.ts";

const VALUE_COLUMNS: readonly Column[] = [
  { name: "n_before", label: "Roll calls before" },
  { name: "n_after", label: "Roll calls after" },
  { name: "before", label: "Kappa before", digits: 3 },
  { name: "before_lower", label: "Lower", digits: 3 },
  { name: "before_upper", label: "Upper", digits: 3 },
  { name: "after", label: "Kappa after", digits: 3 },
  { name: "after_lower", label: "Lower", digits: 3 },
  { name: "after_upper", label: "Upper", digits: 3 },
  { name: "change", label: "Change", digits: 3 },
  { name: "lower", label: "Lower", digits: 3 },
  { name: "upper", label: "Upper", digits: 3 },
];

const CASE_COLUMNS: readonly Column[] = [
  { name: "case", label: "Case" },
  { name: "title", label: "Title" },
  { name: "group", label: "Group" },
  { name: "years_apart", label: "Years apart", digits: 1 },
  { name: "outcome", label: "Outcome" },
  { name: "pairs", label: "Pairs compared" },
  ...VALUE_COLUMNS,
];

function values(change: AfterCase["change"]): Row {
  const [before, after, moved] = [change?.before, change?.after, change?.change];
  return {
    n_before: change?.n.before ?? null,
    n_after: change?.n.after ?? null,
    before: before?.value ?? null,
    before_lower: before?.lower ?? null,
    before_upper: before?.upper ?? null,
    after: after?.value ?? null,
    after_lower: after?.lower ?? null,
    after_upper: after?.upper ?? null,
    change: moved?.value ?? null,
    lower: moved?.lower ?? null,
    upper: moved?.upper ?? null,
  };
}

const pairName = ({ state, partner }: AfterPair): string => `${state}-${partner}`;

function caseRowOf(one: AfterCase, own: AfterCase, group: string): Row {
  return {
    case: one.item.id,
    title: one.item.title,
    group,
    years_apart: one === own ? null : yearsApart(own.date, one.date),
    outcome: one.item.outcome,
    pairs: one.pairs
      .filter(({ compared }) => compared)
      .map(pairName)
      .join(" "),
    ...values(one.change),
  };
}

function pairSection(context: ViewContext, own: AfterCase): Section {
  return {
    id: "pairs",
    title: "Each pair, before and after",
    text: [
      `Before: ${own.before.from} to ${own.before.to}; after: ${own.after.from} to ` +
        `${own.after.to}. Helpers besides the largest member are shown and not compared.`,
    ],
    findings: ["alignment-after"],
    address: null,
    columns: [
      { name: "state", label: "State" },
      { name: "partner", label: "With" },
      { name: "role", label: "Partner is" },
      { name: "compared", label: "Compared" },
      ...VALUE_COLUMNS,
    ],
    rows: own.pairs.map((pair) => ({
      state: pair.state,
      partner: pair.partner,
      role: pair.role,
      compared: pair.compared,
      ...values(changeOf(context, [pair], own)),
    })),
    figure: null,
  };
}

/** The part of both windows that the votes cover; all votes where they cover none of it. */
function coveredOf({ before, after }: AfterCase, covers: Coverage): Coverage {
  const from = before.from < covers.from ? covers.from : before.from;
  const to = after.to > covers.to ? covers.to : after.to;
  return from > to ? covers : { from, to };
}

/** `/cases/{id}/after`: what came after a case. */
export const caseAfterView: View = {
  path: "/cases/{id}/after",
  describe:
    "what came after a case: alignment with the helper before and after, against matched cases, " +
    "and how long the leader stayed",
  example: "/cases/kaz-2022-01/after",
  parameters: ["confidence", "coding", "convention", "level", "draws", "seed"],
  canonical: (record, { id = "" }) => ({ id: caseOf(record, id).id }),
  compute: (context) => {
    const { record, path, query } = context;
    const item = withEventsAt(caseOf(record, path["id"] ?? ""), query.confidence);
    const base = `/cases/${item.id}/after`;
    const own = afterCase(context, item);
    const covers = voteCoverage(record);
    const shared = {
      title: `${item.title}: what came after`,
      columns: CASE_COLUMNS,
      method: [
        ...AFTER_METHOD,
        TENURE_METHOD,
        ...similarityMethod("kappa", query.convention, query),
      ],
      covers,
    };
    if (own === null) {
      const caveats = ["No event of the case is of this confidence."];
      return { ...shared, rows: [], sources: caseSources([item]), caveats };
    }
    const nothing = { organisation: null, threat: null, outcome: null, decider: null } as const;
    const all = selectCases(record, {
      ...DEFAULT_QUERY,
      ...nothing,
      confidence: query.confidence,
    });
    const matched = matchedCases(context, own, all);
    const tenure = tenurePart(record, own, matched, base);
    const findings = [
      changeFinding(record, own, query.level, base),
      differenceFinding(context, own, matched, base),
      tenure.finding,
    ];
    const group = groupOf(item, query.coding);
    const covered = coveredOf(own, covers);
    return {
      ...shared,
      summary: {
        id: item.id,
        outcome: item.outcome,
        coding: query.coding,
        before_from: own.before.from,
        before_to: own.before.to,
        after_from: own.after.from,
        after_to: own.after.to,
        change: own.change?.change.value ?? null,
        difference: findings[1]?.value ?? null,
        matched: matched.length,
      },
      rows: [
        caseRowOf(own, own, "this case"),
        ...matched.map((one) => caseRowOf(one, own, group)),
      ],
      sections: [pairSection(context, own), ...tenure.sections],
      findings,
      figure: {
        kind: "ranks",
        title: "Change of kappa, this case and the matched ones",
        label: "case",
        value: "change",
        lower: "lower",
        upper: "upper",
        highlight: item.id,
        xLabel: "Change of kappa",
        domain: null,
        rule: 0,
      },
      sources: [...VOTE_SOURCES, ...caseSources([own, ...matched].map((one) => one.item))],
      caveats: [
        "What came after is not what the help brought about: states that are helped differ from " +
          "those that are not, and other things happen in six years.",
        "UN votes show what a state said in public, not what it did.",
        ...(own.after.to > covers.to
          ? [`The years after are covered to ${covers.to} only.`]
          : []),
        ...gapCaveats(covered),
      ],
      covers: covered,
    };
  },
};
