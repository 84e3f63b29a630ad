import { seededRandom } from "../../kernels/random.ts";
import { bootstrapDyad } from "../../measures/alignment/bootstrap-dyad.ts";
import {
  dyadAlignment,
  type SimilarityValues,
} from "../../measures/alignment/dyad-alignment.ts";
import { groupAlignment } from "../../measures/alignment/group-alignment.ts";
import type { Interval } from "../../measures/alignment/percentile-interval.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { StateKey } from "../../states/state.ts";
import type { Column, Row } from "../answer.ts";
import type { Body } from "../body.ts";
import { votingState } from "../lookup.ts";
import { periodName, recalled } from "../memo.ts";
import { type AnswerPeriod, periodsOf, selectRollCalls } from "../selection.ts";
import { MEASURE_KEYS, SIMILARITY_FIELDS } from "../shared-notes.ts";
import type { Query } from "../query.ts";
import type { ViewContext } from "../view.ts";

/** Columns of the similarity rows. */
export const ALIGNMENT_COLUMNS: readonly Column[] = [
  {
    name: "name",
    label: "Name",
    note: "the member compared with the largest, the pair of states, or the mean over all pairs",
  },
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

/** Two states' names, joined. */
function pairName(record: CasusRecord, pair: readonly StateKey[]): string {
  return pair.map((key) => record.states.name(key)).join(" - ");
}

/** The six measures over a period, with the interval of the one asked for. */
function measuredRow(
  names: Row,
  { label, year, from, to }: AnswerPeriod,
  values: SimilarityValues & { readonly n: number },
  interval: Interval | null,
): Row {
  return {
    ...names,
    period: label,
    year,
    from,
    to,
    n: values.n,
    ...Object.fromEntries(
      Object.entries(MEASURE_KEYS).map(([column, key]) => [column, values[key]]),
    ),
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
  };
}

/** The measures of one pair of states in one period, as a row. */
export function dyadRow(
  { record, query, kernels }: ViewContext,
  pair: readonly [StateKey, StateKey],
  name: string,
  period: AnswerPeriod,
  rollCalls: readonly number[],
): Row | null {
  const { votes } = record;
  const [a, b] = pair.map((key) => votes.voters.indexOf(key)) as [number, number];
  const values = dyadAlignment(votes, a, b, rollCalls, query);
  if (values.n === 0) return null;
  const measure = MEASURE_KEYS[query.measure];
  const { intervals } = bootstrapDyad(votes, a, b, rollCalls, {
    ...query,
    measures: [measure],
    kernels,
    random: seededRandom(query.seed),
  });
  const names = { name, state: pair[0], with: pair[1] };
  return measuredRow(names, period, values, intervals[measure]);
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
  const measure = MEASURE_KEYS[query.measure];
  const values = groupAlignment(votes, members, Array.from(period.rollCalls), {
    ...query,
    measures: [measure],
    kernels,
    random: seededRandom(query.seed),
  });
  const names = { name: "mean over all pairs of members", state: "mean", with: null };
  return measuredRow(names, period, values, values.intervals[measure]);
}

/** The roll calls of a period during which both states belonged to the body. */
function jointly(body: Body, a: number, b: number, { rollCalls }: AnswerPeriod): number[] {
  const spells = [a, b].map((voter) => body.spells.filter((spell) => spell.voter === voter));
  const found: number[] = [];
  for (let i = 0; i < rollCalls.length; i += 1) {
    const index = rollCalls[i] as number;
    const belongs = spells.every((own) =>
      own.some(({ from, to }) => index >= from && index < to),
    );
    if (belongs) found.push(index);
  }
  return found;
}

/** The pairs of a period: each member with the largest, or all pairs of a fixed group. */
function pairsOf(body: Body, period: AnswerPeriod): readonly (readonly [StateKey, StateKey])[] {
  const largest = body.largestOn(period.to)?.state;
  if (largest !== undefined) {
    return body.everVoting.filter((key) => key !== largest).map((key) => [key, largest]);
  }
  return body.everVoting.flatMap((a, i) =>
    body.everVoting.slice(i + 1).map((b): readonly [StateKey, StateKey] => [a, b]),
  );
}

/** The row of a pair over the roll calls of a period on which both belonged to the body. */
function pairRow(
  context: ViewContext,
  body: Body,
  period: AnswerPeriod,
  pair: readonly [StateKey, StateKey],
): Row | null {
  const { record } = context;
  const [a, b] = pair.map((key) => record.votes.voters.indexOf(key)) as [number, number];
  const name =
    body.largestOn(period.to) === null ? pairName(record, pair) : record.states.name(pair[0]);
  const joint = jointly(body, a, b, period);
  const compute = (): Row | null => dyadRow(context, pair, name, period, joint);
  // The whole period of a pair is the same in every group that holds the pair.
  return joint.length === period.rollCalls.length
    ? recalled(
        context,
        `pair ${name} ${pair.join(" ")} ${alignmentName(context.query, period)}`,
        compute,
      )
    : compute();
}

/** Names what the rows of a period depend on beside the body: the period and the settings. */
export function alignmentName(query: Query, period: AnswerPeriod): string {
  const { measure, convention, level, draws, seed } = query;
  return `${periodName(query, period)} ${measure} ${convention} ${level} ${draws} ${seed}`;
}

/** Rows of each member with the largest member (or of each pair of a fixed group). */
export function alignmentRows(context: ViewContext, body: Body): readonly Row[] {
  const { record, query } = context;
  const wanted = query.state.map((key) => votingState(record, key).key);
  const rows: Row[] = [];
  for (const period of periodsOf(
    record.votes,
    selectRollCalls(record.votes, query),
    query.by,
  )) {
    const name = `alignment ${body.base} ${alignmentName(query, period)}`;
    for (const pair of pairsOf(body, period)) {
      if (wanted.length > 0 && !pair.some((key) => wanted.includes(key))) continue;
      const row = recalled(context, `${name} ${pair.join(" ")}`, () =>
        pairRow(context, body, period, pair),
      );
      if (row !== null) rows.push(row);
    }
    if (wanted.length > 0) continue;
    const mean = recalled(context, `${name} mean`, () => meanRow(context, body, period));
    if (mean !== null) rows.push(mean);
  }
  return rows;
}
