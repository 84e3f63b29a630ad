import { seededRandom } from "../../kernels/random.ts";
import { cohesion, type Cohesion } from "../../measures/cohesion/cohesion.ts";
import { type GroupTallies, groupTallies } from "../../measures/cohesion/group-tallies.ts";
import { meanPairAgreement } from "../../measures/cohesion/mean-pair-agreement.ts";
import {
  besideRandomGroups,
  placeGroup,
} from "../../measures/cohesion/random-group-cohesion.ts";
import { once } from "../../record/once.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Column, Row } from "../answer.ts";
import { groupBody, groupStates, organisationBody, type Body } from "../body.ts";
import { organisationOf } from "../lookup.ts";
import { periodName, recalled } from "../memo.ts";
import { type AnswerPeriod, memberSpells, periodsOf, selectRollCalls } from "../selection.ts";
import { gapCaveats, VOTE_SOURCES, voteCoverage } from "../shared-notes.ts";
import { withInterval } from "../text.ts";
import type { View, ViewContext } from "../view.ts";
import { organisationSources } from "./alliance.ts";
import { strataOf } from "./strata.ts";

const PARAMETERS = ["from", "to", "topic", "by", "level", "draws", "seed"] as const;
const GROUP_DRAWS = 200;

const COLUMNS: readonly Column[] = [
  { name: "period", label: "Period" },
  { name: "year", label: "Year", note: "a session stands at the year in which it opened" },
  { name: "from", label: "First vote" },
  { name: "to", label: "Last vote" },
  {
    name: "members",
    label: "Members",
    note: "that belonged to the body and the UN in the period",
  },
  { name: "n", label: "n", note: "roll calls on which two members or more voted" },
  {
    name: "agreement_index",
    label: "Agreement index",
    digits: 6,
    note: "mean; 1 all alike, 0 a three-way split",
  },
  { name: "lower", label: "Lower", digits: 6 },
  { name: "upper", label: "Upper", digits: 6 },
  { name: "rice", label: "Rice index", digits: 6, note: "mean of |yes - no| / (yes + no)" },
  {
    name: "pairs_alike",
    label: "Pairs alike",
    digits: 6,
    note: "mean share of pairs of members that voted alike; does not favour small groups",
  },
  {
    name: "unanimous",
    label: "Unanimous",
    digits: 6,
    note: "share of roll calls on which all who voted did so alike",
  },
  {
    name: "q05",
    label: "5 %",
    digits: 6,
    note: "quantile of the agreement index over roll calls",
  },
  {
    name: "median",
    label: "Median",
    digits: 6,
    note: "quantile of the agreement index over roll calls",
  },
  {
    name: "q95",
    label: "95 %",
    digits: 6,
    note: "quantile of the agreement index over roll calls",
  },
  {
    name: "rank",
    label: "Rank",
    note: "among the organisations with a value in the period, by pairs alike",
  },
  { name: "ranked", label: "Of" },
  {
    name: "random_median",
    label: "Random groups",
    digits: 6,
    note: "median agreement index of random groups of the same size",
  },
  {
    name: "random_p",
    label: "p (random)",
    digits: 6,
    note: "share of random groups at least as cohesive, +1 corrected",
  },
  {
    name: "matched_median",
    label: "Matched groups",
    digits: 6,
    note: "median of random groups of the same regions and regimes; empty where not matchable",
  },
  { name: "matched_p", label: "p (matched)", digits: 6 },
];

/** The votes of every organisation's members on all roll calls of the address, by its id. */
type TalliesOfAll = ReadonlyMap<string, GroupTallies>;

/** Share of pairs alike of every organisation in a period. */
function pairsOfAll(
  talliesOfAll: TalliesOfAll,
  period: AnswerPeriod,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [id, tallies] of talliesOfAll) {
    const pairs = meanPairAgreement(tallies, period.rollCalls);
    if (pairs !== null) found.set(id, pairs);
  }
  return found;
}

function families(record: CasusRecord): Int32Array {
  return Int32Array.from(record.votes.rollCalls, ({ family }) => family);
}

function rankAmong(
  body: Body,
  own: number | null,
  pairs: ReadonlyMap<string, number>,
): { rank: number | null; ranked: number } {
  const others = [...pairs]
    .filter(([id]) => id !== body.organisation?.id)
    .map(([, value]) => value);
  if (own === null) return { rank: null, ranked: others.length };
  return {
    rank: 1 + others.filter((value) => value > own + 1e-12).length,
    ranked: others.length + 1,
  };
}

/** What the rows of all periods share, each made when first asked for. */
interface Shared {
  readonly byFamily: () => Int32Array;
  readonly talliesOfAll: () => TalliesOfAll;
}

/** The cohesion of a body in one period beside its reference classes; null with no group. */
function cohesionRow(
  context: ViewContext,
  body: Body,
  period: AnswerPeriod,
  { byFamily, talliesOfAll }: Shared,
): Row | null {
  const { record, query, kernels } = context;
  const { votes } = record;
  const tallies = groupTallies(votes, body.spells, period.rollCalls);
  const members = Math.max(0, ...tallies.size);
  if (members < 2) return null;
  const value: Cohesion = cohesion(tallies, {
    draws: query.draws,
    level: query.level,
    random: seededRandom(query.seed),
    families: byFamily(),
    kernels,
  });
  const group = placeGroup(votes, body.spells, period.rollCalls);
  const besides = (strata?: readonly (string | null)[]) =>
    besideRandomGroups(group, {
      draws: GROUP_DRAWS,
      random: seededRandom(query.seed),
      kernels,
      ...(strata === undefined ? {} : { strata }),
    });
  const plain = besides();
  const matched = besides(strataOf(record, period.from));
  // The same whatever body is asked about.
  const pairs = recalled(context, `pairs of all ${periodName(query, period)}`, () =>
    pairsOfAll(talliesOfAll(), period),
  );
  return {
    period: period.label,
    year: period.year,
    from: period.from,
    to: period.to,
    members,
    n: value.rollCalls,
    agreement_index: value.agreement,
    lower: value.interval?.lower ?? null,
    upper: value.interval?.upper ?? null,
    rice: value.rice,
    pairs_alike: value.pairs,
    unanimous: value.unanimous,
    q05: value.quantiles?.[0] ?? null,
    median: value.quantiles?.[2] ?? null,
    q95: value.quantiles?.[4] ?? null,
    ...rankAmong(body, value.pairs, pairs),
    random_median: plain.quantiles?.[2] ?? null,
    random_p: plain.p,
    matched_median: matched.quantiles?.[2] ?? null,
    matched_p: matched.p,
  };
}

/** The cohesion of a body, period by period, beside its reference classes. */
function cohesionRows(context: ViewContext, body: Body): readonly Row[] {
  const { record, query, signal } = context;
  const { votes, organisations } = record;
  const { level, draws, seed } = query;
  const selection = selectRollCalls(votes, query);
  const shared: Shared = {
    byFamily: once(() => families(record)),
    // Of all years: a slider's next span finds them made.
    talliesOfAll: once(() =>
      recalled(context, `tallies of all ${query.topic ?? "all"}`, () => {
        const whole = selectRollCalls(votes, { ...query, from: null, to: null });
        return new Map(
          organisations.map((one) => [
            one.id,
            groupTallies(votes, memberSpells(votes, one), whole),
          ]),
        );
      }),
    ),
  };
  const rows: Row[] = [];
  for (const period of periodsOf(votes, selection, query.by)) {
    signal?.throwIfAborted();
    const name = `cohesion ${body.base} ${periodName(query, period)} ${level} ${draws} ${seed}`;
    const row = recalled(context, name, () => cohesionRow(context, body, period, shared));
    if (row !== null) rows.push(row);
  }
  return rows;
}

/** The finding on a body's cohesion in one period, held against its reference classes. */
export function cohesionFinding({ query }: ViewContext, body: Body, row: Row) {
  const value = row["agreement_index"] as number | null;
  const lower = row["lower"] as number | null;
  const upper = row["upper"] as number | null;
  const when = query.by === "session" ? `session ${row["period"]}` : String(row["period"]);
  const matchedP = row["matched_p"] as number | null;
  const plainP = row["random_p"] as number | null;
  const against =
    matchedP === null
      ? "no group can be matched to it by region and regime"
      : matchedP <= 0.05
        ? `more cohesive than random groups of its regions and regimes (p ${matchedP.toFixed(3)})`
        : matchedP >= 0.95
          ? `less cohesive than most random groups of its regions and regimes (p ${matchedP.toFixed(3)})`
          : `not told apart from random groups of its regions and regimes (p ${matchedP.toFixed(3)})`;
  const rank =
    row["rank"] === null
      ? ""
      : `; rank ${row["rank"]} of ${row["ranked"]} organisations by pairs alike`;
  return {
    id: `cohesion-${row["period"]}`,
    text:
      value === null
        ? `${body.short} in ${when}: too few roll calls for a value (${row["n"]}).`
        : `${body.short} in ${when}: mean agreement index ${withInterval(value, lower, upper)} over ${row["n"]} roll calls, ${against}${rank}.`,
    value,
    lower,
    upper,
    level: lower === null ? null : query.level,
    n: row["n"] as number,
    comparison:
      plainP === null
        ? null
        : `${GROUP_DRAWS} random groups of ${row["members"]} states: p ${plainP.toFixed(3)} (least attainable ${(1 / (GROUP_DRAWS + 1)).toFixed(3)})`,
    method: "Agreement index",
    evidence: [`${body.base}/cohesion`],
  };
}

/** How cohesion and its reference classes are made. */
export function cohesionMethod({ query }: Pick<ViewContext, "query">) {
  return [
    {
      name: "Agreement index",
      text:
        "(max - ((yes + no + abstain) - max) / 2) / (yes + no + abstain) on each roll call on which two members or " +
        "more voted, averaged; absence is left out. Withheld below 10 roll calls.",
      reference: "Hix, Noury and Roland 2005, doi:10.1017/S0007123405000128",
    },
    {
      name: "Interval",
      text: `${Math.round(query.level * 100)} % percentile interval over ${query.draws} draws of families of repeated resolutions; it describes these roll calls. Seed ${query.seed}.`,
      reference: "Field and Welsh 2007, doi:10.1111/j.1467-9868.2007.00593.x",
    },
    {
      name: "Reference classes",
      text:
        "All organisations of the record over the same roll calls, ranked by the share of pairs alike, which does not " +
        `favour small groups; and ${GROUP_DRAWS} random groups of the same size, plain (from all states) and matched (for each ` +
        "member another state of its region and regime, members excluded). Against plain random groups every " +
        "regional bloc looks cohesive; the matched groups are the fairer comparison.",
      reference: "Phipson and Smyth 2010, doi:10.2202/1544-6115.1585",
    },
  ];
}

/** How a body's cohesion is drawn. */
const cohesionFigure = (body: Body) =>
  ({
    kind: "series",
    title: `Cohesion of ${body.short}`,
    x: "year",
    y: "agreement_index",
    lower: "lower",
    upper: "upper",
    series: null,
    xLabel: "Year",
    yLabel: "Mean agreement index",
    domain: null,
    rule: null,
    name: body.short,
    references: [
      { column: "random_median", label: "random groups" },
      { column: "matched_median", label: "matched groups" },
    ],
  }) as const;

function cohesionDraft(context: ViewContext, body: Body) {
  const rows = cohesionRows(context, body);
  const covers = voteCoverage(context.record, context.query);
  const last = rows.findLast((row) => row["agreement_index"] !== null);
  return {
    title: `Cohesion of ${body.name} in the UN General Assembly`,
    summary: {
      periods: rows.length,
      latest_period: (last?.["period"] as string | undefined) ?? null,
      agreement_index: (last?.["agreement_index"] as number | undefined) ?? null,
      lower: (last?.["lower"] as number | undefined) ?? null,
      upper: (last?.["upper"] as number | undefined) ?? null,
      rank: (last?.["rank"] as number | undefined) ?? null,
      ranked: (last?.["ranked"] as number | undefined) ?? null,
    },
    columns: COLUMNS,
    rows,
    findings: last === undefined ? [] : [cohesionFinding(context, body, last)],
    figure: cohesionFigure(body),
    method: cohesionMethod(context),
    sources: [
      ...VOTE_SOURCES,
      "vdem-v16",
      ...(body.organisation === null ? [] : organisationSources(body.organisation)),
    ],
    caveats: [
      ...gapCaveats(covers),
      "The agreement index runs higher in small groups; compare by pairs alike.",
    ],
    covers,
  };
}

/** `/alliances/{id}/cohesion`. */
export const allianceCohesionView: View = {
  path: "/alliances/{id}/cohesion",
  describe:
    "how alike the members vote, period by period, against other organisations and random groups",
  example: "/alliances/csto/cohesion",
  parameters: PARAMETERS,
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: (context) =>
    cohesionDraft(context, organisationBody(context.record, context.path["id"] ?? "")),
};

/** `/groups/{states}/cohesion`. */
export const groupCohesionView: View = {
  path: "/groups/{states}/cohesion",
  describe:
    "how alike any set of states votes, period by period, against organisations and random groups",
  example: "/groups/KAZ~KGZ~TJK~TKM~UZB/cohesion",
  parameters: PARAMETERS,
  canonical: (record, { states = "" }) => ({ states: groupStates(record, states).join("~") }),
  compute: (context) =>
    cohesionDraft(context, groupBody(context.record, context.path["states"] ?? "")),
};
