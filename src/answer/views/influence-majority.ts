import { dayOf } from "../../dates/day-of.ts";
import { seededRandom } from "../../kernels/random.ts";
import { bootstrapMean } from "../../measures/cohesion/bootstrap-mean.ts";
import {
  type MajorityOfOthers,
  majorityOfOthers,
} from "../../measures/influence/majority-of-others.ts";
import type { VoteRecord } from "../../record/votes.ts";
import type { Finding, MethodNote, Row, Section } from "../answer.ts";
import type { Body } from "../body.ts";
import { firstOn, selectRollCalls } from "../selection.ts";
import { counted, fixed, percent } from "../text.ts";
import type { ViewContext } from "../view.ts";

/** How the majority of the others is told. */
export const MAJORITY_METHOD: MethodNote = {
  name: "With the majority of the others",
  text:
    "Of the contested roll calls of a member's membership on which it voted, the share on which " +
    "it voted as the largest side of the other members did. Contested: three members or more " +
    "voted, not all alike. Yes, abstain and no are three sides; an absence leaves the roll call " +
    "out for that member, and is counted apart; so are roll calls on which the others tie. The " +
    "difference pairs, roll call by roll call, the largest member with the mean of the other " +
    "members, each held against the majority without itself. Interval: percentile over draws of " +
    "families of repeated texts; withheld below ten families.",
  reference: "Field and Welsh 2007, doi:10.1111/j.1467-9868.2007.00593.x",
};

/** The largest member at a roll call, as a voter. */
export function leaderByRollCall(
  votes: VoteRecord,
  body: Body,
): (rollCall: number) => number | null {
  const voterOf = new Map(votes.voters.map((state, voter) => [state, voter]));
  const rows = (body.organisation?.largest ?? []).toSorted((a, b) =>
    dayOf(a.from) < dayOf(b.from) ? -1 : 1,
  );
  const starts = rows.map(({ from }) => firstOn(votes, dayOf(from)));
  return (rollCall) => {
    const at = starts.findLastIndex((start) => start <= rollCall);
    return at < 0 ? null : (voterOf.get(rows[at]!.state) ?? null);
  };
}

/** One roll call on which the largest member and another are held against the others. */
export interface PairedMajority {
  readonly rollCall: number;
  readonly largest: number;
  /** Mean over the other members. */
  readonly others: number;
}

/** Pairs the largest member of the day with the mean of the others, by roll call. */
export function pairedMajority(
  members: readonly MajorityOfOthers[],
  leaderAt: (rollCall: number) => number | null,
): readonly PairedMajority[] {
  const rows = new Map<number, { largest: number | null; sum: number; n: number }>();
  for (const { voter, rollCalls, with: sided } of members) {
    for (const [k, rollCall] of rollCalls.entries()) {
      const row = rows.get(rollCall) ?? { largest: null, sum: 0, n: 0 };
      rows.set(rollCall, row);
      if (leaderAt(rollCall) === voter) row.largest = sided[k]!;
      else {
        row.sum += sided[k]!;
        row.n += 1;
      }
    }
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .flatMap(([rollCall, { largest, sum, n }]) =>
      largest === null || n === 0 ? [] : [{ rollCall, largest, others: sum / n }],
    );
}

/** A mean over roll calls with its interval over families, or nulls. */
export function familyMean(
  { record, query, kernels }: ViewContext,
  rollCalls: readonly number[],
  values: readonly number[],
): {
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
} {
  if (values.length === 0) return { mean: null, lower: null, upper: null };
  const { draws, level, seed } = query;
  return bootstrapMean(
    values,
    rollCalls.map((index) => record.votes.rollCalls[index]!.family),
    { draws, level, random: seededRandom(seed), kernels },
  );
}

/** The share with the majority of the others, by year and by member. */
export interface MajorityPart {
  readonly rows: readonly Row[];
  readonly section: Section;
  readonly findings: readonly Finding[];
  readonly paired: readonly PairedMajority[];
}

function yearRows(
  context: ViewContext,
  paired: readonly PairedMajority[],
  leaderAt: (rollCall: number) => number | null,
): readonly Row[] {
  const { votes, states } = context.record;
  const years = new Map<number, PairedMajority[]>();
  for (const row of paired) {
    const year = Number(votes.rollCalls[row.rollCall]!.date.slice(0, 4));
    years.set(year, [...(years.get(year) ?? []), row]);
  }
  return [...years]
    .sort(([a], [b]) => a - b)
    .map(([year, rows]) => {
      const at = rows.map(({ rollCall }) => rollCall);
      const share = familyMean(
        context,
        at,
        rows.map(({ largest }) => largest),
      );
      const state = votes.voters[leaderAt(at.at(-1)!)!]!;
      return {
        year,
        largest: state,
        name: states.name(state, `${year}-12-31`),
        n: rows.length,
        share: share.mean,
        lower: share.lower,
        upper: share.upper,
        others: rows.reduce((sum, { others }) => sum + others, 0) / rows.length,
      };
    });
}

function memberRow(
  context: ViewContext,
  member: MajorityOfOthers,
  largest: number | null,
  brief: boolean,
): Row {
  const { votes, states } = context.record;
  const state = votes.voters[member.voter]!;
  const sided = Array.from(member.with);
  const found = brief
    ? {
        mean: sided.reduce((sum, one) => sum + one, 0) / sided.length,
        lower: null,
        upper: null,
      }
    : familyMean(context, Array.from(member.rollCalls), sided);
  return {
    state,
    name: states.name(state),
    largest: member.voter === largest,
    n: member.with.length,
    with: member.with.reduce((sum, one) => sum + one, 0),
    share: found.mean,
    lower: found.lower,
    upper: found.upper,
    abstained: member.abstained,
    absent: member.absent,
    tied: member.tied,
  };
}

/**
 * The largest member with or against the majority of the others, beside every member; `brief`
 * leaves out the intervals of the members' own shares.
 */
export function majorityPart(
  context: ViewContext,
  body: Body,
  { brief = false }: { readonly brief?: boolean } = {},
): MajorityPart {
  const { record, query } = context;
  const { votes } = record;
  const selection = selectRollCalls(votes, query);
  const leaderAt = leaderByRollCall(votes, body);
  const members = majorityOfOthers(votes, body.spells, selection);
  const paired = pairedMajority(members, leaderAt);
  const largest = paired.length === 0 ? null : leaderAt(paired.at(-1)!.rollCall);
  const rows = members
    .map((member) => memberRow(context, member, largest, brief))
    .filter(({ n }) => Number(n) > 0)
    .sort(
      (a, b) => Number(b["share"]) - Number(a["share"]) || (a["state"]! < b["state"]! ? -1 : 1),
    );
  const base = `${body.base}/influence`;
  const at = paired.map(({ rollCall }) => rollCall);
  const own = familyMean(
    context,
    at,
    paired.map((row) => row.largest),
  );
  const difference = familyMean(
    context,
    at,
    paired.map((row) => row.largest - row.others),
  );
  return {
    paired,
    rows: yearRows(context, paired, leaderAt),
    findings:
      largest === null || own.mean === null
        ? []
        : [
            majorityFinding(context, body, rows, {
              n: paired.length,
              own,
              difference,
              largest,
            }),
          ],
    section: {
      id: "majority",
      title: "With the majority of the others: every member",
      text: [
        "A member may be with the majority because the others follow it, or because it follows " +
          "them; the share alone does not say which.",
      ],
      findings: rows.length === 0 ? [] : ["majority"],
      address: base,
      columns: [
        { name: "state", label: "State" },
        { name: "name", label: "Name" },
        { name: "largest", label: "Largest member" },
        {
          name: "n",
          label: "n",
          note: "contested roll calls on which it voted, no tie of the others",
        },
        { name: "with", label: "With the majority" },
        { name: "share", label: "Share", digits: 6 },
        {
          name: "lower",
          label: "Lower",
          digits: 6,
          note: "empty: below ten families of texts",
        },
        { name: "upper", label: "Upper", digits: 6 },
        { name: "abstained", label: "Abstained", note: "of n; an abstention is a side" },
        {
          name: "absent",
          label: "Absent",
          note: "contested roll calls without its vote; not in n",
        },
        { name: "tied", label: "Others tied", note: "not in n" },
      ],
      rows,
      figure: {
        kind: "ranks",
        title: `${body.short}: contested roll calls with the majority of the others`,
        label: "name",
        value: "share",
        lower: "lower",
        upper: "upper",
        highlight: largest === null ? null : record.states.name(votes.voters[largest]!),
        xLabel: "Share of the contested roll calls on which it voted",
        domain: null,
        rule: null,
      },
    },
  };
}

type Interval = ReturnType<typeof familyMean>;

function majorityFinding(
  { record, query }: ViewContext,
  body: Body,
  rows: readonly Row[],
  found: { n: number; own: Interval; difference: Interval; largest: number },
): Finding {
  const { n, own, difference, largest } = found;
  const name = record.states.name(record.votes.voters[largest]!);
  const rank = rows.findIndex((row) => row["largest"] === true) + 1;
  const { mean, lower, upper } = difference;
  const interval =
    lower === null || upper === null
      ? ""
      : `, ${fixed(lower * 100, 1)} to ${fixed(upper * 100, 1)}`;
  const points = `${fixed(mean! * 100, 1)} percentage points${interval}`;
  const reading =
    lower === null || upper === null || (lower <= 0 && upper >= 0)
      ? "not told apart from the mean of the other members"
      : mean! > 0
        ? "more often than the mean of the other members"
        : "less often than the mean of the other members";
  return {
    id: "majority",
    text:
      `${body.short}: on ${counted(n, "contested roll call")} the largest member voted with the ` +
      `majority of the others on ${percent(own.mean!)}` +
      `${own.lower === null ? "" : ` [${percent(own.lower)}, ${percent(own.upper!)}]`}, ${reading} ` +
      `(${points}). Over each one's own membership, ${name} is number ${rank} of ` +
      `${rows.length} members.`,
    value: own.mean,
    lower: own.lower,
    upper: own.upper,
    level: own.lower === null ? null : query.level,
    n,
    comparison:
      `The other members on the same roll calls, each against the majority without itself: ` +
      `${percent(own.mean! - mean!)}.`,
    method: MAJORITY_METHOD.name,
    evidence: [`${body.base}/influence`, `${body.base}/splits`],
  };
}
