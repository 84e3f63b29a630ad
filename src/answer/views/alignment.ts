import { UsageError } from "../../errors.ts";
import { seededRandom } from "../../kernels/random.ts";
import { bootstrapDyad } from "../../measures/alignment/bootstrap-dyad.ts";
import { dyadAlignment } from "../../measures/alignment/dyad-alignment.ts";
import { groupAlignment } from "../../measures/alignment/group-alignment.ts";
import { MEASURE_NOTES } from "../../measures/alignment/measure-notes.ts";
import type { StateKey } from "../../states/state.ts";
import type { Column, Figure, Finding, Row } from "../answer.ts";
import { groupBody, groupStates, organisationBody, type Body } from "../body.ts";
import { organisationOf, votingState } from "../lookup.ts";
import type { MeasureName } from "../parameters.ts";
import { type AnswerPeriod, periodsOf, selectRollCalls } from "../selection.ts";
import {
  gapCaveats,
  MEASURE_KEYS,
  SIMILARITY_FIELDS,
  similarityMethod,
  VOTE_SOURCES,
  voteCoverage,
} from "../shared-notes.ts";
import { fixed, percent, withInterval } from "../text.ts";
import type { View, ViewContext } from "../view.ts";
import { organisationSources } from "./alliance.ts";

const PARAMETERS = [
  "from",
  "to",
  "topic",
  "measure",
  "convention",
  "by",
  "level",
  "draws",
  "seed",
  "state",
] as const;

const COLUMNS: readonly Column[] = [
  { name: "state", label: "State" },
  {
    name: "with",
    label: "With",
    note: "the state it is compared with; empty: mean over all pairs of members",
  },
  { name: "period", label: "Period" },
  { name: "year", label: "Year", note: "a session stands at the year in which it opened" },
  { name: "from", label: "First vote" },
  { name: "to", label: "Last vote" },
  { name: "n", label: "n", note: "jointly recorded votes" },
  ...SIMILARITY_FIELDS,
  {
    name: "lower",
    label: "Lower",
    digits: 6,
    note: "of the measure named in the summary; empty where withheld",
  },
  {
    name: "upper",
    label: "Upper",
    digits: 6,
    note: "of the measure named in the summary; empty where withheld",
  },
];

/** The measures of one pair of states in one period, as a row. */
export function dyadRow(
  { record, query }: ViewContext,
  pair: readonly [StateKey, StateKey],
  period: AnswerPeriod,
  rollCalls: readonly number[],
): Row | null {
  const { votes } = record;
  const [a, b] = pair.map((key) => votes.voters.indexOf(key)) as [number, number];
  const values = dyadAlignment(votes, a, b, rollCalls, query);
  if (values.n === 0) return null;
  const { intervals } = bootstrapDyad(votes, a, b, rollCalls, {
    ...query,
    random: seededRandom(query.seed),
  });
  const interval = intervals[MEASURE_KEYS[query.measure]];
  return {
    state: pair[0],
    with: pair[1],
    period: period.label,
    year: period.year,
    from: period.from,
    to: period.to,
    n: values.n,
    ...Object.fromEntries(
      Object.entries(MEASURE_KEYS).map(([name, key]) => [name, values[key]]),
    ),
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
  };
}

/** The mean over all pairs of the body's members in one period, as a row. */
function meanRow(
  { record, query, kernels }: ViewContext,
  body: Body,
  period: AnswerPeriod,
): Row | null {
  const { votes } = record;
  const members = body
    .membersOn(period.to)
    .map((key) => votes.voters.indexOf(key))
    .filter((voter) => voter >= 0);
  if (members.length < 2) return null;
  const values = groupAlignment(votes, members, Array.from(period.rollCalls), {
    ...query,
    kernels,
    random: seededRandom(query.seed),
  });
  const interval = values.intervals[MEASURE_KEYS[query.measure]];
  return {
    state: "mean",
    with: null,
    period: period.label,
    year: period.year,
    from: period.from,
    to: period.to,
    n: values.n,
    ...Object.fromEntries(
      Object.entries(MEASURE_KEYS).map(([name, key]) => [name, values[key]]),
    ),
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
  };
}

/** The roll calls of a period during which a state belonged to the body. */
function during(body: Body, voter: number, period: AnswerPeriod): readonly number[] {
  const spells = body.spells.filter((spell) => spell.voter === voter);
  return Array.from(period.rollCalls).filter((index) =>
    spells.some(({ from, to }) => index >= from && index < to),
  );
}

/** Rows of each member with the largest member (or of each pair of a fixed group). */
export function alignmentRows(context: ViewContext, body: Body): readonly Row[] {
  const { record, query } = context;
  const periods = periodsOf(record.votes, selectRollCalls(record.votes, query), query.by);
  const wanted = query.state.map((key) => votingState(record, key).key);
  const rows: Row[] = [];
  for (const period of periods) {
    const largest = body.largestOn(period.to)?.state;
    const pairs: (readonly [StateKey, StateKey])[] = [];
    for (const [i, a] of body.everVoting.entries()) {
      if (largest !== undefined) {
        if (a !== largest) pairs.push([a, largest]);
      } else for (const b of body.everVoting.slice(i + 1)) pairs.push([a, b]);
    }
    for (const pair of pairs) {
      if (wanted.length > 0 && !pair.some((key) => wanted.includes(key))) continue;
      const [a, b] = pair.map((key) => record.votes.voters.indexOf(key)) as [number, number];
      const joint = new Set(during(body, b, period));
      const row = dyadRow(
        context,
        pair,
        period,
        during(body, a, period).filter((index) => joint.has(index)),
      );
      if (row !== null) rows.push(row);
    }
    const mean = wanted.length > 0 ? null : meanRow(context, body, period);
    if (mean !== null) rows.push(mean);
  }
  return rows;
}

/** How the series of a measure are drawn. */
export function alignmentFigure(title: string, measure: MeasureName): Figure {
  const { label } = MEASURE_NOTES[MEASURE_KEYS[measure]];
  return {
    kind: "series",
    title,
    x: "year",
    y: measure,
    lower: "lower",
    upper: "upper",
    series: "state",
    xLabel: "Year",
    yLabel: label,
    domain: null,
    rule: measure.startsWith("s_") || measure === "agreement" ? null : 0,
  };
}

/** One finding: the value of a row, worded by its interval. */
export function alignmentFinding(
  context: ViewContext,
  row: Row,
  base: string,
  comparison: string | null,
): Finding {
  const { record, query } = context;
  const value = row[query.measure] as number | null;
  const lower = row["lower"] as number | null;
  const upper = row["upper"] as number | null;
  const { label } = MEASURE_NOTES[MEASURE_KEYS[query.measure]];
  const names = [row["state"], row["with"]].map((key) =>
    record.states.name(key as StateKey, String(row["to"])),
  );
  const when =
    query.by === "all"
      ? `from ${row["from"]} to ${row["to"]}`
      : query.by === "year"
        ? `in ${row["period"]}`
        : `in session ${row["period"]}`;
  const corrected =
    query.measure === "kappa" || query.measure === "pi" || query.measure === "alignment";
  const reading =
    value === null || lower === null || upper === null || !corrected
      ? ""
      : lower > 0
        ? ", more alike than their own habits alone would make them"
        : upper < 0
          ? ", less alike than their own habits alone would make them"
          : ", not told apart from chance";
  const text =
    value === null
      ? `${names[0]} and ${names[1]} ${when}: ${label} is not defined over ${row["n"]} joint votes.`
      : `${names[0]} and ${names[1]} ${when}: ${label} ${withInterval(value, lower, upper)} over ${row["n"]} joint votes${reading}.`;
  return {
    id: `alignment-${String(row["state"]).toLowerCase()}-${String(row["with"]).toLowerCase()}-${row["period"]}`,
    text,
    value,
    lower,
    upper,
    level: lower === null ? null : query.level,
    n: row["n"] as number,
    comparison,
    method: label,
    evidence: [`${base}/alignment`],
  };
}

function alignmentDraft(context: ViewContext, body: Body) {
  const { record, query } = context;
  const rows = alignmentRows(context, body);
  const covers = voteCoverage(record, query);
  const last = rows.at(-1);
  const latest = rows.filter((row) => row["period"] === last?.["period"]);
  const largest = body.largestOn(covers.to);
  const { label } = MEASURE_NOTES[MEASURE_KEYS[query.measure]];
  const mean = latest.find((row) => row["state"] === "mean");
  return {
    title:
      largest === null
        ? `Alignment within ${body.name} in the UN General Assembly`
        : `Alignment of ${body.short} members with ${record.states.name(largest.state)} in the UN General Assembly`,
    summary: {
      measure: query.measure,
      convention: query.convention,
      by: query.by,
      largest: largest?.state ?? null,
      largest_criterion: largest?.criterion ?? null,
      latest_period: (last?.["period"] as string | undefined) ?? null,
      latest_mean: (mean?.[query.measure] as number | undefined) ?? null,
      rows: rows.length,
    },
    columns: COLUMNS,
    rows,
    findings: latest
      .filter((row) => row["state"] !== "mean")
      .slice(0, 60)
      .map((row) => alignmentFinding(context, row, body.base, null)),
    figure: alignmentFigure(`${label}: ${body.short}`, query.measure),
    method: similarityMethod(query.measure, query.convention, query),
    sources: [
      ...VOTE_SOURCES,
      ...(body.organisation === null ? [] : organisationSources(body.organisation)),
    ],
    caveats: [
      ...gapCaveats(covers),
      ...(query.topic === null
        ? []
        : ["Topics are Voeten's; no vote of 2025 and few special-session votes are coded."]),
    ],
    covers,
  };
}

/** `/alliances/{id}/alignment`: each member with the largest member, period by period. */
export const allianceAlignmentView: View = {
  path: "/alliances/{id}/alignment",
  describe:
    "similarity of each member's votes with the largest member's, period by period, and the mean over all pairs",
  example: "/alliances/csto/alignment",
  parameters: PARAMETERS,
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: (context) =>
    alignmentDraft(context, organisationBody(context.record, context.path["id"] ?? "")),
};

/** `/groups/{states}/alignment`: every pair of a set of states. */
export const groupAlignmentView: View = {
  path: "/groups/{states}/alignment",
  describe:
    "similarity of votes of every pair in any set of states, and the mean over all pairs",
  example: "/groups/KAZ~KGZ~TJK~TKM~UZB/alignment",
  parameters: PARAMETERS,
  canonical: (record, { states = "" }) => ({ states: groupStates(record, states).join("~") }),
  compute: (context) =>
    alignmentDraft(context, groupBody(context.record, context.path["states"] ?? "")),
};

/** The two states of `arm-rus`, sorted. */
function dyadOf(
  context: Pick<ViewContext, "record">,
  text: string,
): readonly [StateKey, StateKey] {
  const parts = text.split("-");
  const keys = parts.map((part) => votingState(context.record, part).key).sort();
  return groupPair(keys, text);
}

function groupPair(keys: readonly StateKey[], text: string): readonly [StateKey, StateKey] {
  const [a, b] = keys;
  if (keys.length !== 2 || a === undefined || b === undefined || a === b) {
    throw new UsageError(`${JSON.stringify(text.slice(0, 60))} is not a dyad.`, {
      hint: 'Name two different states joined by "-", such as arm-rus.',
    });
  }
  return [a, b];
}

/** `/dyads/{dyad}/alignment`: two states, period by period. */
export const dyadAlignmentView: View = {
  path: "/dyads/{dyad}/alignment",
  describe: "similarity of two states' votes, period by period",
  example: "/dyads/arm-rus/alignment",
  parameters: PARAMETERS.filter((name) => name !== "state"),
  canonical: (record, { dyad = "" }) => ({
    dyad: dyadOf({ record }, dyad).join("-").toLowerCase(),
  }),
  compute: (context) => {
    const { record, query } = context;
    const pair = dyadOf(context, context.path["dyad"] ?? "");
    const periods = periodsOf(record.votes, selectRollCalls(record.votes, query), query.by);
    const rows = periods
      .map((period) => dyadRow(context, pair, period, Array.from(period.rollCalls)))
      .filter((row) => row !== null);
    const covers = voteCoverage(record, query);
    const base = `/dyads/${pair.join("-").toLowerCase()}`;
    const names = pair.map((key) => record.states.name(key));
    const whole = dyadRow(
      { ...context, query: { ...query, by: "all" } },
      pair,
      wholePeriod(covers),
      Array.from(selectRollCalls(record.votes, query)),
    );
    return {
      title: `${names[0]} and ${names[1]} in the UN General Assembly`,
      summary: {
        measure: query.measure,
        convention: query.convention,
        by: query.by,
        n: (whole?.["n"] as number | undefined) ?? 0,
        value: (whole?.[query.measure] as number | undefined) ?? null,
        lower: (whole?.["lower"] as number | undefined) ?? null,
        upper: (whole?.["upper"] as number | undefined) ?? null,
      },
      columns: COLUMNS,
      rows,
      findings:
        whole === null
          ? []
          : [
              alignmentFinding(
                { ...context, query: { ...query, by: "all" } },
                whole,
                base,
                agreementNote(whole),
              ),
            ],
      figure: alignmentFigure(`${names[0]} and ${names[1]}`, query.measure),
      method: similarityMethod(query.measure, query.convention, query),
      sources: VOTE_SOURCES,
      caveats: gapCaveats(covers),
      covers,
    };
  },
};

function wholePeriod({
  from,
  to,
}: {
  readonly from: string;
  readonly to: string;
}): AnswerPeriod {
  return {
    label: `${from.slice(0, 4)}-${to.slice(0, 4)}`,
    year: Number(from.slice(0, 4)),
    from,
    to,
    rollCalls: new Int32Array(0),
  };
}

/** What raw agreement would have said of the same votes. */
function agreementNote(row: Row): string {
  const agreement = row["agreement"] as number;
  return `Raw agreement over the same votes: ${percent(agreement)} (S ${fixed(row["s_abs"] as number)}).`;
}
