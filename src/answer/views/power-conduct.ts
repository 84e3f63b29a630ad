import { seededRandom } from "../../kernels/random.ts";
import { bootstrapMean } from "../../measures/cohesion/bootstrap-mean.ts";
import type { CountedRule } from "../../measures/influence/three-way-power.ts";
import {
  type RuleReplay,
  type TurnedDecisions,
  turnedDecisions,
} from "../../measures/influence/turned-decisions.ts";
import type { StateKey } from "../../states/state.ts";
import type { Finding, Row, Section } from "../answer.ts";
import type { Body } from "../body.ts";
import { selectRollCalls } from "../selection.ts";
import { counted, percent } from "../text.ts";
import { ruleName } from "./power-rules.ts";
import type { ViewContext } from "../view.ts";

/** Who alone would have stopped the organisation, on its members' own votes. */
export interface ConductPower {
  readonly section: Section;
  readonly findings: readonly Finding[];
}

const sum = (flags: Uint8Array): number => flags.reduce((all, flag) => all + flag, 0);

/** The members on a day, looked up once a day. */
function remembered(body: Body): (day: string) => readonly StateKey[] {
  const days = new Map<string, readonly StateKey[]>();
  return (day) => {
    const known = days.get(day) ?? body.membersOn(day);
    days.set(day, known);
    return known;
  };
}

function memberRow(
  { record, query, kernels }: ViewContext,
  { state, rollCalls, turns, alone }: TurnedDecisions,
  { at, largest }: { readonly at: string; readonly largest: StateKey | null },
): Row {
  const families = rollCalls.map((index) => record.votes.rollCalls[index]!.family);
  const { draws, level, seed } = query;
  const times = sum(alone);
  // What never happened does not vary between draws: an interval of no width would mislead.
  const found =
    times === 0
      ? { mean: 0, lower: null, upper: null }
      : bootstrapMean(alone, families, { draws, level, random: seededRandom(seed), kernels });
  return {
    state,
    name: record.states.name(state, at),
    largest: state === largest,
    roll_calls: rollCalls.length,
    turns: sum(turns),
    alone: times,
    share: found.mean,
    lower: found.lower,
    upper: found.upper,
  };
}

function textOf(replay: RuleReplay, rows: readonly Row[], body: Body, rule: string): string {
  const failed = replay.rollCalls - replay.adopted;
  const alone = rows.reduce((all, row) => all + Number(row["alone"]), 0);
  const first = rows[0]!;
  const largest = rows.find((row) => row["largest"] === true);
  const start =
    `On ${counted(replay.rollCalls, "roll call")} of the General Assembly, ${rule} in ` +
    `${body.short} would have failed ${failed} times on its members' own votes. `;
  if (alone === 0) {
    return (
      `${start}Never would one member alone have been the cause: where a count of those in ` +
      "favour falls short, several could have turned it."
    );
  }
  const share = (row: Row): string =>
    `${String(row["name"])} ${String(row["alone"])} times (${percent(Number(row["share"]))} of ` +
    "the roll calls of its membership)";
  return (
    `${start}One member alone would have been the cause most often in the case of ${share(first)}` +
    (largest === undefined || largest === first
      ? "."
      : `; the largest member, ${share(largest)}.`)
  );
}

/**
 * The rule replayed over the members' votes in the Assembly; null where no member voted. The
 * members of the day asked for are shown; each over the roll calls of its membership.
 */
export function conductPower(
  context: ViewContext,
  body: Body,
  rule: CountedRule,
  at: string,
): ConductPower | null {
  const { record, query } = context;
  const selection = selectRollCalls(record.votes, query);
  const replay = turnedDecisions(record.votes, selection, rule, remembered(body));
  const members = new Set(body.membersOn(at));
  const largest = body.largestOn(at)?.state ?? null;
  const rows = replay.members
    .filter(({ state }) => members.has(state))
    .map((member) => memberRow(context, member, { at, largest }))
    .sort(
      (a, b) => Number(b["share"]) - Number(a["share"]) || (a["state"]! < b["state"]! ? -1 : 1),
    );
  if (rows.length === 0) return null;
  const own = rows.find((row) => row["largest"] === true) ?? rows[0]!;
  const others = rows.filter((row) => row !== own).map((row) => Number(row["share"]));
  const name = String(own["name"]);
  const finding: Finding = {
    id: "conduct-alone",
    text: textOf(replay, rows, body, ruleName(rule)),
    value: own["share"] as number,
    lower: own["lower"] as number | null,
    upper: own["upper"] as number | null,
    level: own["lower"] === null ? null : query.level,
    n: own["roll_calls"] as number,
    comparison:
      others.length === 0
        ? null
        : `value: ${name}; the other members of ${at}: ` +
          `${percent(Math.min(...others))} to ${percent(Math.max(...others))}`,
    method: "Rule replayed over Assembly votes",
    evidence: [`${body.base}/power`, `${body.base}/splits`],
  };
  return {
    findings: [finding],
    section: {
      id: "conduct",
      title: "By conduct: on whom alone the rule would have failed",
      text: [
        `Each member's share of the roll calls on which ${ruleName(rule)} would have failed on ` +
          "the members' votes, would not had this member been in favour, and no other member " +
          "could have turned it; under consensus the lone objector. None of these texts was " +
          "put to the organisation; members seldom block there what they can settle before.",
      ],
      findings: [finding.id],
      address: null,
      columns: [
        { name: "state", label: "State" },
        { name: "name", label: "Name" },
        { name: "largest", label: "Largest member" },
        { name: "roll_calls", label: "Roll calls", note: "as a member of both bodies" },
        { name: "turns", label: "Could turn", note: "fails, and would not with it in favour" },
        {
          name: "alone",
          label: "Fails on it alone",
          note: "the same, and nobody else could turn it",
        },
        { name: "share", label: "Share", digits: 6 },
        {
          name: "lower",
          label: "Lower",
          digits: 6,
          note: "empty: never, or below ten families of texts",
        },
        { name: "upper", label: "Upper", digits: 6 },
      ],
      rows,
      figure: {
        kind: "ranks",
        title: `On whom alone the rule of ${body.short} would have failed`,
        label: "name",
        value: "share",
        lower: "lower",
        upper: "upper",
        highlight: largest === null ? null : record.states.name(largest, at),
        xLabel: "Share of the roll calls of its membership",
        domain: null,
        rule: null,
      },
    },
  };
}
