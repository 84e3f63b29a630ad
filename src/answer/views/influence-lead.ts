import { seededRandom } from "../../kernels/random.ts";
import {
  FEWEST_SESSIONS,
  leadLag,
  type LeadLag,
  leadLagIntervals,
  type LeadStep,
} from "../../measures/influence/lead-lag.ts";
import { placeboLeaders, type PlaceboTest } from "../../measures/influence/placebo-leaders.ts";
import type { FilteredPositions } from "../../measures/positions/filter-positions.ts";
import type { Column, Finding, MethodNote, Row, Section } from "../answer.ts";
import type { Body } from "../body.ts";
import { counted, fixed, percent, withInterval } from "../text.ts";
import type { ViewContext } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { leadSteps, type MemberStep } from "./influence-steps.ts";

/** Who moves toward whom: the result of a body. */
export interface LeadPart {
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
  /** The largest member's value; null where withheld. */
  readonly own: LeadLag | null;
  readonly placebo: PlaceboTest | null;
}

/** How lead and lag are told. */
export const LEAD_METHOD: readonly MethodNote[] = [
  {
    name: "Share of the gap closed",
    text:
      "Of the gap between the largest member and another at a session, the share that the other " +
      "closes by the next session (follow) and the share that the largest closes (lead), pooled " +
      "over sessions and members: least squares of a change on the gap without a constant, " +
      "weighted by how much of a change the session's votes tell. " +
      "Positions are filtered: from the votes up to the session, none later; a change is where " +
      "the next session's own votes put the state, less that, and less the mean change of the " +
      "states outside. An error in the position at the start then does not come back as a move " +
      "toward the other. The items are those of the whole record's fit. Interval: each draw " +
      "resamples the sessions and draws the error of every change anew, which makes it rather " +
      `too wide. Withheld below ${FEWEST_SESSIONS} sessions.`,
    reference:
      "Granger 1969, doi:10.2307/1912791; Engle and Granger 1987, doi:10.2307/1913236; Berkson " +
      "1950, doi:10.1080/01621459.1950.10483349; Kalman 1960, doi:10.1115/1.3662552",
  },
  {
    name: "States in the largest member's place",
    text:
      "Randomisation inference: every state outside the organisation, with votes in nine tenths " +
      "of the sessions and a mean squared gap to the members between half and twice that of the " +
      "largest, is put in its place, with the same followers in the same sessions. Whatever " +
      "else draws gaps together (a walk's own return, common movements, errors) is in their " +
      "values too. p is two-sided; its smallest value is 2 over the number of placebos plus one.",
    reference:
      "Fisher 1935, The Design of Experiments; Rosenbaum 2002, doi:10.1007/978-1-4757-3692-2",
  },
];

const VALUE_COLUMNS: readonly Column[] = [
  { name: "sessions", label: "Sessions", note: "with the next; members of both years' ends" },
  { name: "pairs", label: "Pairs", note: "sessions times others" },
  { name: "gap", label: "Mean squared gap", digits: 4, note: "squared standard deviations" },
  {
    name: "follow",
    label: "Others close",
    digits: 4,
    note: "share of the gap by the next session; negative: they move away",
  },
  { name: "follow_lower", label: "Lower", digits: 4 },
  { name: "follow_upper", label: "Upper", digits: 4 },
  { name: "lead", label: "It closes", digits: 4, note: "share of the gap that it closes" },
  { name: "lead_lower", label: "Lower", digits: 4 },
  { name: "lead_upper", label: "Upper", digits: 4 },
  { name: "difference", label: "Difference", digits: 4, note: "others close less it closes" },
  { name: "difference_lower", label: "Lower", digits: 4 },
  { name: "difference_upper", label: "Upper", digits: 4 },
];

function valueCells(
  { query }: ViewContext,
  filtered: FilteredPositions,
  steps: readonly LeadStep[],
): Row {
  const { draws, level, seed } = query;
  const found = leadLag(filtered, steps);
  const stated = found !== null && found.sessions >= FEWEST_SESSIONS ? found : null;
  const ends =
    stated === null
      ? null
      : leadLagIntervals(filtered, steps, { draws, level, random: seededRandom(seed) });
  return {
    sessions: found?.sessions ?? 0,
    pairs: found?.pairs ?? 0,
    gap: stated?.gap ?? null,
    follow: stated?.follow ?? null,
    follow_lower: ends?.follow[0] ?? null,
    follow_upper: ends?.follow[1] ?? null,
    lead: stated?.lead ?? null,
    lead_lower: ends?.lead[0] ?? null,
    lead_upper: ends?.lead[1] ?? null,
    difference: stated?.difference ?? null,
    difference_lower: ends?.difference[0] ?? null,
    difference_upper: ends?.difference[1] ?? null,
  };
}

/** Members by how much more the others close the gap to each than it closes. */
function leaderRows(
  { record }: ViewContext,
  filtered: FilteredPositions,
  steps: readonly MemberStep[],
): readonly Row[] {
  const members = [...new Set(steps.flatMap((step) => step.members))].sort((a, b) => a - b);
  const lastLargest = steps.at(-1)?.largest ?? null;
  return members
    .map((voter) => {
      const found = leadLag(filtered, leadSteps(steps, voter));
      const stated = found !== null && found.sessions >= FEWEST_SESSIONS ? found : null;
      const state = record.votes.voters[voter]!;
      return {
        state,
        name: record.states.name(state),
        largest: voter === lastLargest,
        sessions: found?.sessions ?? 0,
        gap: stated?.gap ?? null,
        follow: stated?.follow ?? null,
        lead: stated?.lead ?? null,
        difference: stated?.difference ?? null,
      };
    })
    .sort(
      (a, b) =>
        (b.difference ?? -Infinity) - (a.difference ?? -Infinity) ||
        (a.state < b.state ? -1 : 1),
    );
}

function followerRows(
  context: ViewContext,
  filtered: FilteredPositions,
  steps: readonly MemberStep[],
): readonly Row[] {
  const { record } = context;
  const all = leadSteps(steps);
  const members = [...new Set(all.flatMap(({ followers }) => followers))].sort((a, b) => a - b);
  return members.map((voter) => {
    const state = record.votes.voters[voter]!;
    const own = all
      .filter(({ followers }) => followers.includes(voter))
      .map((step) => ({ ...step, followers: [voter] }));
    return {
      state,
      name: record.states.name(state),
      ...valueCells(context, filtered, own),
    };
  });
}

const side = (lower: number | null, upper: number | null): -1 | 0 | 1 =>
  lower === null || upper === null ? 0 : lower > 0 ? 1 : upper < 0 ? -1 : 0;

function leadText(body: Body, own: Row, placebo: PlaceboTest | null, name: string): string {
  const cell = (key: string): number | null => own[key] as number | null;
  const share = (key: string): string =>
    withInterval(cell(key)!, cell(`${key}_lower`), cell(`${key}_upper`));
  const direction = side(cell("difference_lower"), cell("difference_upper"));
  const reading =
    direction > 0
      ? `The others moved toward ${name} more than it toward them`
      : direction < 0
        ? `${name} moved toward the others more than they toward it`
        : "The interval of the difference holds zero: neither side is seen to move more toward the other";
  const ranked =
    placebo === null
      ? "Too few states outside are comparable for a test."
      : `Of ${counted(placebo.placebos, "comparable state")} outside, put in its place, ` +
        `${placebo.above} have a difference as large or larger and ${placebo.below} one as ` +
        `small or smaller (p = ${fixed(placebo.p)}, smallest attainable ${fixed(placebo.smallest)})` +
        (direction !== 0 && placebo.p > 0.1
          ? ": such a difference is common among them."
          : ".");
  return (
    `${body.short}, ${counted(Number(own["sessions"]), "session")}: of its gap to ${name} the ` +
    `other members close ${share("follow")} by the next session, ${name} closes ` +
    `${share("lead")} of the gap to them. ${reading} (difference ${share("difference")}). ${ranked}`
  );
}

function rankText(rows: readonly Row[], name: string): string | null {
  const stated = rows.filter((row) => row["difference"] !== null);
  const rank = stated.findIndex((row) => row["largest"] === true) + 1;
  return rank === 0 || stated.length < 2
    ? null
    : `${name} is number ${rank} of ${stated.length} members by the same difference.`;
}

/** The largest member at the end of the steps, in words. */
function largestName({ record }: ViewContext, steps: readonly MemberStep[]): string {
  const leaders = [...new Set(steps.flatMap(({ largest }) => largest ?? []))];
  return leaders.length === 1
    ? record.states.name(record.votes.voters[leaders[0]!]!)
    : "the largest member of the day";
}

/**
 * Who moves toward whom in a body, against states put in the largest member's place; `brief`
 * leaves out the members one by one.
 */
export function leadPart(
  context: ViewContext,
  body: Body,
  filtered: FilteredPositions,
  steps: readonly MemberStep[],
  { brief = false }: { readonly brief?: boolean } = {},
): LeadPart {
  const own = leadSteps(steps);
  const base = `${body.base}/influence`;
  const name = largestName(context, steps);
  const found = leadLag(filtered, own);
  const stated = found !== null && found.sessions >= FEWEST_SESSIONS ? found : null;
  const ever = new Set(steps.flatMap(({ members }) => members));
  const outside = context.record.votes.voters.flatMap((_, voter) =>
    ever.has(voter) ? [] : [voter],
  );
  const placebo = stated === null ? null : placeboLeaders(filtered, own, outside);
  const pooled: Row = {
    state: "all",
    name: "All others together",
    ...valueCells(context, filtered, own),
  };
  const leaders = leaderRows(context, filtered, steps);
  const rank = rankText(leaders, name);
  const finding: Finding =
    stated === null
      ? {
          id: "lead-lag",
          text:
            `${body.short}: not decidable with this record; ` +
            `${counted(found?.sessions ?? 0, "session")} with the largest member and another in ` +
            `the Assembly, ${FEWEST_SESSIONS} are needed.`,
          value: null,
          ...WITHOUT_INTERVAL,
          n: found?.sessions ?? 0,
          comparison: null,
          method: LEAD_METHOD[0]!.name,
          evidence: [base],
        }
      : {
          id: "lead-lag",
          text: leadText(body, pooled, placebo, name),
          value: stated.difference,
          lower: pooled["difference_lower"] as number | null,
          upper: pooled["difference_upper"] as number | null,
          level: context.query.level,
          n: stated.sessions,
          comparison: [
            placebo === null
              ? null
              : `States outside in its place: median ${fixed(placebo.median)}, ` +
                `${percent(placebo.above / placebo.placebos)} as large or larger.`,
            rank,
          ]
            .filter((line) => line !== null)
            .join(" "),
          method: LEAD_METHOD[0]!.name,
          evidence: [base, `${body.base}/positions`],
        };
  return {
    own: stated,
    placebo,
    findings: [finding],
    sections: [
      {
        id: "lead-lag",
        title: "Who moves toward whom",
        text: [
          "Shares of the gap closed from one session to the next. A share says that a gap grew " +
            "smaller, not who asked for it: a member may come nearer for reasons of its own.",
        ],
        findings: [finding.id],
        address: base,
        columns: [
          { name: "state", label: "State", note: "all: every other member, pooled" },
          { name: "name", label: "Name" },
          ...VALUE_COLUMNS,
        ],
        rows: brief ? [pooled] : [pooled, ...followerRows(context, filtered, steps)],
        figure: brief
          ? null
          : {
              kind: "ranks",
              title: `${body.short}: gap to ${name} that each closes, less what it closes`,
              label: "name",
              value: "difference",
              lower: "difference_lower",
              upper: "difference_upper",
              highlight: "All others together",
              xLabel: "Share of the gap by the next session, difference",
              domain: null,
              rule: 0,
            },
      },
      {
        id: "leaders",
        title: "Each member in the leader's place",
        text: [
          "The same difference with each member as the one that the others may follow, over the " +
            "sessions of its membership.",
        ],
        findings: [],
        address: base,
        columns: [
          { name: "state", label: "State" },
          { name: "name", label: "Name" },
          { name: "largest", label: "Largest member" },
          ...VALUE_COLUMNS.filter(({ name: column }) => !/_|pairs/u.test(column)),
        ],
        rows: leaders,
        figure: null,
      },
    ],
  };
}
