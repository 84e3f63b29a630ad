import { dayOf } from "../../dates/day-of.ts";
import { seededRandom } from "../../kernels/random.ts";
import { oneBloc } from "../../measures/blocs/one-bloc.ts";
import { votingBlocs, type VotingBlocs } from "../../measures/blocs/voting-blocs.ts";
import type { Coverage, Draft, Figure, Finding, Row, Section } from "../answer.ts";
import { organisationBody, type Body } from "../body.ts";
import { headOf } from "../head-of.ts";
import { organisationOf } from "../lookup.ts";
import type { Query } from "../query.ts";
import { DEFAULT_QUERY, formatQuery } from "../query-text.ts";
import { periodsOf, selectRollCalls } from "../selection.ts";
import { gapCaveats, VOTE_SOURCES, voteCoverage } from "../shared-notes.ts";
import type { View, ViewContext } from "../view.ts";
import { organisationSources } from "./alliance.ts";
import { blocFindings, evidenceFinding } from "./blocs-findings.ts";
import { blocMethod, NULLS, PERIOD_DRAWS, RANDOM_GROUPS, SPAN_DRAWS } from "./blocs-method.ts";
import {
  BLOC_COLUMNS,
  blocRows,
  MEMBER_COLUMNS,
  memberRows,
  STATE_COLUMNS,
  stateRows,
} from "./blocs-rows.ts";
import { strataOf } from "./strata.ts";

const PARAMETERS = ["from", "to", "topic", "convention", "level", "seed"] as const;

/** Years of the span where an address names none. */
const SPAN_YEARS = 10;
/** The span of an address: as asked, else the ten years up to its end. */
function spanOf({ record, query }: ViewContext, body: Body | null): Coverage {
  const ended = body?.organisation?.ended;
  const whole = voteCoverage(record, query);
  const end = ended === null || ended === undefined ? null : dayOf(ended.date);
  const to = end !== null && end < whole.to ? end : whole.to;
  const decade = `${String(Number(to.slice(0, 4)) - SPAN_YEARS).padStart(4, "0")}${to.slice(4)}`;
  const from = query.from ?? (decade < whole.from ? whole.from : decade);
  return { from: from > to ? to : from, to };
}

function blocsOf(
  { record, query, kernels }: ViewContext,
  rollCalls: Int32Array,
  draws: number,
  nulls: number,
): VotingBlocs {
  const random = seededRandom(query.seed);
  const { convention, level } = query;
  const options = { convention, level, kernels, random, draws, nulls };
  return votingBlocs(record.votes, rollCalls, options);
}

/** The members of a body on a day as columns of the record. */
function membersOn({ record }: ViewContext, body: Body, day: string): readonly number[] {
  return body
    .membersOn(day)
    .map((state) => record.votes.voters.indexOf(state))
    .filter((voter) => voter >= 0);
}

/** The last day of a span on which a body had members: its end is a day too late. */
function dayWithin(body: Body, { from, to }: Coverage): string {
  if (body.membersOn(to).length > 0 || body.organisation === null) return to;
  const before = new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000)
    .toISOString()
    .slice(0, 10);
  return before < from ? from : before;
}

/** The blocs of a whole span, with the place of a body in them. */
function spanBlocs(context: ViewContext, body: Body, span: Coverage) {
  const { record, query } = context;
  const inner: Query = { ...query, ...span };
  const rollCalls = selectRollCalls(record.votes, inner);
  const blocs = blocsOf(context, rollCalls, SPAN_DRAWS, NULLS);
  const day = dayWithin(body, span);
  const members = membersOn(context, body, day);
  const largest = body.largestOn(day)?.state ?? null;
  const placed = oneBloc(blocs, members, {
    random: seededRandom(query.seed),
    groups: RANDOM_GROUPS,
    strata: strataOf(record, span.from),
    kernels: context.kernels,
  });
  const { topic, convention, level, seed } = query;
  const asked = { ...DEFAULT_QUERY, topic, convention, level, seed, ...span };
  const address = `${body.base}/blocs${formatQuery(asked)}`;
  return { span, blocs, day, members, largest, placed, address };
}

/** What is known of a body's place in the blocs of a span. */
export type SpanBlocs = ReturnType<typeof spanBlocs>;

const memberFigure = (body: Body, partner: string): Figure => ({
  kind: "ranks",
  title: `${body.short}: share of draws in one bloc with ${partner}`,
  label: "name",
  value: "with_largest",
  lower: null,
  upper: null,
  highlight: null,
  xLabel: "Share of draws",
  domain: [0, 1],
  rule: 0.5,
});

function sectionsOf(
  { record }: ViewContext,
  body: Body,
  found: SpanBlocs,
  findings: readonly Finding[],
): readonly Section[] {
  const { blocs, span, members, largest, address } = found;
  if (blocs.withheld !== null) return [];
  const when = `${span.from} to ${span.to}`;
  const partner = largest === null ? null : record.states.name(largest, span.to);
  return [
    {
      id: "blocs",
      title: "In which bloc each member votes",
      text: [
        `Blocs of all voting states over the roll calls from ${when}. A bloc is who votes alike more than their habits make them; its number says only its size. Stability is the mean share of draws in which a state falls together with the others of its bloc.`,
      ],
      findings: findings.map(({ id }) => id),
      address,
      columns: MEMBER_COLUMNS,
      rows: memberRows(record, blocs, members, largest, span),
      figure: partner === null ? null : memberFigure(body, partner),
    },
    {
      id: "bloc-states",
      title: "The blocs",
      text: [],
      findings: [],
      address: `/blocs${address.slice(address.indexOf("?"))}`,
      columns: BLOC_COLUMNS,
      rows: blocRows(record, blocs, span, members),
      figure: null,
    },
  ];
}

/** In which blocs a body's members vote: parts of an assessment, over its last ten years. */
export function blocParts(
  context: ViewContext,
  body: Body,
): { readonly sections: readonly Section[]; readonly findings: readonly Finding[] } {
  const found = spanBlocs(context, body, spanOf(context, body));
  const findings = blocFindings(context, body, found);
  return { sections: sectionsOf(context, body, found, findings), findings };
}

/** The rows of a body's members, session by session or year by year. */
function periodRows(context: ViewContext, body: Body, found: SpanBlocs): readonly Row[] {
  const { record, query, signal, progress } = context;
  const selection = selectRollCalls(record.votes, { ...query, ...found.span });
  const periods = periodsOf(record.votes, selection, query.by);
  return periods.flatMap((period, index) => {
    signal?.throwIfAborted();
    progress?.(index, periods.length, period.label);
    const blocs =
      query.by === "all" ? found.blocs : blocsOf(context, period.rollCalls, PERIOD_DRAWS, 0);
    const day = dayWithin(body, period);
    const largest = body.largestOn(day)?.state ?? null;
    const members = membersOn(context, body, day);
    const at = { period: period.label, year: period.year, from: period.from, to: period.to };
    return memberRows(record, blocs, members, largest, period).map((row) => ({
      ...at,
      ...row,
    }));
  });
}

/** `/alliances/{id}/blocs`: in which bloc of the Assembly each member votes. */
export const allianceBlocsView: View = {
  path: "/alliances/{id}/blocs",
  describe:
    "in which voting bloc of all states each member falls, how firmly, and whether all fall into one; the last ten years unless told",
  example: "/alliances/csto/blocs",
  parameters: [...PARAMETERS, "by"],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: (context): Draft => {
    const { record } = context;
    const body = organisationBody(record, context.path["id"] ?? "");
    const title = `${body.short} members in the voting blocs of the UN General Assembly`;
    context.partial?.(headOf(title));
    const found = spanBlocs(context, body, spanOf(context, body));
    const { blocs, placed, span, largest } = found;
    const findings = blocFindings(context, body, found);
    const partner = largest === null ? "the largest member" : record.states.name(largest);
    return {
      title,
      summary: {
        ...summaryOf(blocs, span),
        members: placed.members,
        modal_bloc: placed.modalBloc,
        modal_share: placed.modal,
        modal_lower: placed.lower,
        modal_upper: placed.upper,
        all_together: placed.all,
        pairs_together: placed.pairs,
        random_p: placed.plain?.p ?? null,
        matched_p: placed.matched?.p ?? null,
        largest,
      },
      columns: [...PERIOD_COLUMNS, ...MEMBER_COLUMNS],
      rows: periodRows(context, body, found),
      sections: sectionsOf(context, body, found, findings),
      findings,
      figure: {
        kind: "series",
        title: `Share of draws in one bloc with ${partner}`,
        x: "year",
        y: "with_largest",
        lower: null,
        upper: null,
        series: "name",
        xLabel: "Year",
        yLabel: "Share of draws",
        domain: [0, 1],
        rule: 0.5,
      },
      method: blocMethod(context),
      sources: [...VOTE_SOURCES, "vdem-v16", ...organisationSources(body.organisation!)],
      caveats: [...gapCaveats(span), BORDER, PLAIN],
      covers: span,
    };
  },
};

const PERIOD_COLUMNS = [
  { name: "period", label: "Period" },
  { name: "year", label: "Year", note: "a session stands at the year in which it opened" },
  { name: "from", label: "First vote" },
  { name: "to", label: "Last vote" },
] as const;

const BORDER =
  "Every state is put into the bloc that fits it best, also one that stands between two: read a bloc with its stability.";
const PLAIN =
  "Against plain random groups every regional organisation falls together often; the matched groups are the fairer comparison.";

function summaryOf(blocs: VotingBlocs, span: Coverage): Row {
  return {
    from: span.from,
    to: span.to,
    roll_calls: blocs.rollCalls,
    families: blocs.families,
    states: blocs.voters.length,
    blocs: blocs.sizes.length,
    consensus_blocs: blocs.consensusSizes.length,
    modularity: blocs.withheld === null ? blocs.modularity : null,
    bundled: blocs.null?.bundled ?? null,
    null_median: blocs.null?.median ?? null,
    null_largest: blocs.null?.largest ?? null,
    null_p: blocs.null?.p ?? null,
    adjusted_rand: blocs.rand?.median ?? null,
    adjusted_rand_lower: blocs.rand?.lower ?? null,
    adjusted_rand_upper: blocs.rand?.upper ?? null,
    variation_of_information: blocs.information?.median ?? null,
  };
}

/** `/blocs`: the voting blocs of the whole Assembly over one span. */
export const blocsView: View = {
  path: "/blocs",
  describe:
    "the voting blocs of the whole Assembly over one span, with the stability of each state; the last ten years unless told",
  example: "/blocs?from=2015&to=2024",
  parameters: PARAMETERS,
  canonical: () => ({}),
  compute: (context): Draft => {
    const { record, query } = context;
    const span = spanOf(context, null);
    const rollCalls = selectRollCalls(record.votes, { ...query, ...span });
    const blocs = blocsOf(context, rollCalls, SPAN_DRAWS, NULLS);
    return {
      title: "Voting blocs of the UN General Assembly",
      summary: summaryOf(blocs, span),
      columns: STATE_COLUMNS,
      rows: stateRows(record, blocs, span),
      sections:
        blocs.withheld === null
          ? [
              {
                id: "bloc-states",
                title: "The blocs",
                text: [],
                findings: [],
                address: null,
                columns: BLOC_COLUMNS,
                rows: blocRows(record, blocs, span, []),
                figure: null,
              },
            ]
          : [],
      findings: [evidenceFinding(context, blocs, span, "/blocs")],
      figure: {
        kind: "ranks",
        title: `Stability of each state's bloc, ${span.from.slice(0, 4)}-${span.to.slice(0, 4)}`,
        label: "name",
        value: "stability",
        lower: null,
        upper: null,
        highlight: null,
        xLabel: "Mean share of draws together with its bloc",
        domain: [0, 1],
        rule: 0.5,
      },
      method: blocMethod(context).filter(({ name }) => name !== "One bloc"),
      sources: VOTE_SOURCES,
      caveats: [...gapCaveats(span), BORDER],
      covers: span,
    };
  },
};
