import { seededRandom } from "../../kernels/random.ts";
import { gameOfRule } from "../../measures/influence/game-of-rule.ts";
import { pivotality } from "../../measures/influence/pivotality.ts";
import { pivotShares, pivotsOnLine } from "../../measures/influence/pivots-on-line.ts";
import { normalDraws } from "../../measures/positions/draw-normal.ts";
import type { FilteredPositions } from "../../measures/positions/filter-positions.ts";
import { quantiles } from "../../measures/statistics/quantile.ts";
import type { DecisionRule } from "../../record/organisation.ts";
import { VOTE } from "../../record/votes.ts";
import type { StateKey } from "../../states/state.ts";
import type { Finding, MethodNote, Row, Section } from "../answer.ts";
import { type Body, organisationBody } from "../body.ts";
import { selectRollCalls } from "../selection.ts";
import { percent, withInterval } from "../text.ts";
import type { ViewContext } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { ruleName } from "./power-rules.ts";

/** How power is told where positions are known. */
export const POSITIONS_METHOD: readonly MethodNote[] = [
  {
    name: "Pivots on the line",
    text:
      "The members in the order of their positions, drawn from what the votes up to the last " +
      "session before the day tell: the pivot of either side is the one whose support completes " +
      "a winning coalition that grows from that side. Between the two pivots lies what no " +
      "proposal can change, whoever sets the agenda; under consensus the pivots are the two " +
      "extremes. Members without votes in the three sessions before are left out, and the rule " +
      "taken among the others. It knows one dimension and no payment.",
    reference: "Krehbiel 1998, Pivotal Politics",
  },
  {
    name: "Chance to decide",
    text:
      "The chance that a decision hangs on the member when each is in favour as often as it " +
      "voted yes in the Assembly, of the votes that it cast over the years asked for, and " +
      "independently of the others, which members of one alliance are not. With one half for " +
      "each it would be the Banzhaf index.",
    reference: "Owen 1972, doi:10.1287/mnsc.18.5.64",
  },
];

/** Sessions before the day in which a member must have voted. */
const REACH = 3;
const CLASS_DRAWS = 200;

interface Placed {
  readonly state: StateKey;
  readonly mean: number;
  readonly sd: number;
}

/** Where members stood by the votes of the sessions that opened in an earlier year. */
function placed(
  { record }: ViewContext,
  filtered: FilteredPositions,
  members: readonly StateKey[],
  at: string,
): readonly Placed[] {
  const last = Math.min(Number(at.slice(0, 4)) - 1946, filtered.first + filtered.sessions - 1);
  return members.flatMap((state): Placed[] => {
    const voter = record.votes.voters.indexOf(state);
    if (voter < 0) return [];
    for (let back = 0; back < REACH; back += 1) {
      const time = last - back - filtered.first;
      const cell = voter * filtered.sessions + time;
      if (time < 0 || filtered.seen[cell] !== 1) continue;
      // Over sessions without votes the walk goes on.
      const variance = filtered.variance[cell]! + back * filtered.evolution;
      return [{ state, mean: filtered.mean[cell]!, sd: Math.sqrt(variance) }];
    }
    return [];
  });
}

function drawn(
  members: readonly Placed[],
  draws: number,
  seed: number,
): readonly Float64Array[] {
  const normal = normalDraws(seededRandom(seed));
  return Array.from({ length: draws }, () =>
    Float64Array.from(members, ({ mean, sd }) => mean + sd * normal()),
  );
}

interface Gridlock {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly width: number;
  readonly lower: number;
  readonly upper: number;
}

function gridlock(
  rule: DecisionRule,
  members: readonly Placed[],
  { draws, level, seed }: { draws: number; level: number; seed: number },
): Gridlock | null {
  const game = members.length < 2 ? null : gameOfRule(rule, members.length);
  if (game === null) return null;
  const positions = drawn(members, draws, seed);
  const shares = pivotShares(game, positions);
  const widths = positions.map((line) => {
    const { fromLow, fromHigh } = pivotsOnLine(game, line);
    return Math.abs(line[fromLow]! - line[fromHigh]!);
  });
  const tail = (1 - level) / 2;
  const [lower, upper] = quantiles(widths, [tail, 1 - tail]);
  return {
    low: shares.fromLow,
    high: shares.fromHigh,
    width: widths.reduce((sum, width) => sum + width, 0) / widths.length,
    lower: lower!,
    upper: upper!,
  };
}

/** Share of yes among the votes that a state cast on a selection; null without a vote. */
function inFavour({ record, query }: ViewContext, states: readonly StateKey[]) {
  const { votes } = record;
  const selection = selectRollCalls(votes, query);
  return states.map((state) => {
    const voter = votes.voters.indexOf(state);
    let [yes, cast] = [0, 0];
    for (const index of selection) {
      const code = votes.cells[index * votes.voters.length + voter]!;
      if (code !== VOTE.yes && code !== VOTE.abstain && code !== VOTE.no) continue;
      cast += 1;
      if (code === VOTE.yes) yes += 1;
    }
    return cast === 0 ? null : yes / cast;
  });
}

/** How often the largest member is a pivot in the other organisations, on the same day. */
function classPivots(
  context: ViewContext,
  filtered: FilteredPositions,
  own: string,
  at: string,
): readonly number[] {
  return context.record.organisations.flatMap(({ id, decisionRule }) => {
    if (id === own) return [];
    const body = organisationBody(context.record, id);
    const largest = body.largestOn(at)?.state;
    const members = placed(context, filtered, body.membersOn(at).toSorted(), at);
    const place = members.findIndex(({ state }) => state === largest);
    const found = gridlock(decisionRule, members, {
      draws: CLASS_DRAWS,
      level: context.query.level,
      seed: context.query.seed,
    });
    return found === null || place < 0 ? [] : [either(found, place)];
  });
}

/** Chance of being a pivot from either side; under rules below one half, both at once. */
const either = ({ low, high }: Gridlock, place: number): number =>
  Math.min(1, low[place]! + high[place]!);

/** Power given positions; null where the rule is no count or fewer than two members are placed. */
export function positionPower(
  context: ViewContext,
  body: Body,
  filtered: FilteredPositions,
  { rule, at }: { readonly rule: DecisionRule; readonly at: string },
): { readonly section: Section; readonly finding: Finding } | null {
  const { record, query } = context;
  const members = placed(context, filtered, body.membersOn(at).toSorted(), at);
  const found = gridlock(rule, members, query);
  if (found === null) return null;
  const largest = body.largestOn(at)?.state ?? null;
  const favour = inFavour(
    context,
    members.map(({ state }) => state),
  );
  const known = favour.every((share) => share !== null);
  const chances = known ? pivotality(gameOfRule(rule, members.length)!, favour) : null;
  const rows = members.map(({ state, mean, sd }, k): Row => ({
    state,
    name: record.states.name(state, at),
    largest: state === largest,
    position: mean,
    se: sd,
    from_low: found.low[k]!,
    from_high: found.high[k]!,
    pivot: either(found, k),
    in_favour: favour[k]!,
    decides: chances?.[k] ?? null,
  }));
  const likeliest = (column: "from_low" | "from_high"): string => {
    const [first] = rows.toSorted((a, b) => Number(b[column]) - Number(a[column]));
    return `${String(first!["name"])} (${percent(Number(first![column]))} of draws)`;
  };
  const own = rows.find((row) => row["largest"] === true);
  const others = classPivots(context, filtered, body.organisation?.id ?? "", at);
  const finding: Finding = {
    id: "pivots",
    text:
      `${body.short}, ${at}, ${ruleName(rule)}, positions told from the votes before: a proposal ` +
      `from the high end must win over ${likeliest("from_high")}, one from the low end ` +
      `${likeliest("from_low")}. Between the two nothing can be changed: ` +
      `${withInterval(found.width, found.lower, found.upper)} standard deviations. ` +
      (own === undefined
        ? "The largest member's position is not known."
        : `The largest member, ${String(own["name"])}, is one of the two in ` +
          `${percent(Number(own["pivot"]))} of the draws.`),
    value: own === undefined ? null : Number(own["pivot"]),
    ...WITHOUT_INTERVAL,
    n: members.length,
    comparison:
      others.length === 0
        ? null
        : `The largest member of other organisations on the same day, by their own rule: one of ` +
          `the two in half of the draws or more in ${others.filter((share) => share >= 0.5).length} of ` +
          `${others.length}; two of ${members.length} members by lot: ` +
          `${percent(Math.min(1, 2 / members.length))}.`,
    method: POSITIONS_METHOD[0]!.name,
    evidence: [`${body.base}/power`, `${body.base}/positions`],
  };
  return {
    finding,
    section: {
      id: "given-positions",
      title: "Given positions: whom a proposal must win over",
      text: [
        "Positions are those that the members show in the Assembly, on one line, high at the end " +
          "of the United States; what comes to a vote in the organisation may lie on another.",
      ],
      findings: [finding.id],
      address: null,
      columns: [
        { name: "state", label: "State" },
        { name: "name", label: "Name" },
        { name: "largest", label: "Largest member" },
        { name: "position", label: "Position", digits: 4, note: "by the votes before the day" },
        { name: "se", label: "Standard error", digits: 4 },
        {
          name: "from_low",
          label: "Pivot from the low end",
          digits: 4,
          note: "share of draws in which a proposal from the low end must win it over",
        },
        { name: "from_high", label: "Pivot from the high end", digits: 4 },
        { name: "pivot", label: "Either", digits: 4 },
        {
          name: "in_favour",
          label: "In favour",
          digits: 4,
          note: "share of yes among its Assembly votes of the years asked for",
        },
        { name: "decides", label: "Chance to decide", digits: 6 },
      ],
      rows,
      figure: {
        kind: "ranks",
        title: `${body.short}: chance of being the one to win over, given positions`,
        label: "name",
        value: "pivot",
        lower: null,
        upper: null,
        highlight: own === undefined ? null : String(own["name"]),
        xLabel: "Share of draws of the positions",
        domain: [0, 1],
        rule: null,
      },
    },
  };
}
