import { type Siding, sidingWith } from "../../measures/influence/siding-with.ts";
import type { Finding, MethodNote, Row, Section } from "../answer.ts";
import type { Body } from "../body.ts";
import { selectRollCalls } from "../selection.ts";
import { counted, percent } from "../text.ts";
import type { ViewContext } from "../view.ts";
import { familyMean, leaderByRollCall } from "./influence-majority.ts";

/** How siding with the largest member is told. */
export const SIDING_METHOD: MethodNote = {
  name: "Siding with the largest member",
  text:
    "On each roll call on which the largest member voted, the share of the other members that " +
    "voted as it did, of those that voted, and the same share of the states outside; yes, " +
    "abstain and no are three sides, absences are left out. Roll calls are sorted by the share " +
    "outside: alone means below one quarter. The excess is the members' share less that outside " +
    "on the same roll call; where most states vote with the largest it can only be small. " +
    "Interval: percentile over draws of families of repeated texts; withheld below ten families.",
  reference: "Field and Welsh 2007, doi:10.1111/j.1467-9868.2007.00593.x",
};

/** Bands of the share of states outside that vote as the largest member does. */
const BANDS = [
  { band: "alone", label: "alone: below 25 %", from: 0, to: 0.25 },
  { band: "few", label: "25 to below 50 %", from: 0.25, to: 0.5 },
  { band: "many", label: "50 to below 75 %", from: 0.5, to: 0.75 },
  { band: "world", label: "with the world: 75 % or more", from: 0.75, to: 2 },
] as const;

const outsideShare = ({ outsideSame, outsideCast }: Siding): number =>
  outsideSame / outsideCast;
const memberShare = ({ same, cast }: Siding): number => same / cast;
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** What an organisation's members did where the largest was alone. */
export interface AloneShare {
  readonly n: number;
  readonly members: number | null;
  readonly outside: number | null;
}

/** The roll calls on which the largest member was alone. */
export function aloneShare(rows: readonly Siding[]): AloneShare {
  const alone = rows.filter((row) => outsideShare(row) < BANDS[0].to);
  return {
    n: alone.length,
    members: mean(alone.map(memberShare)),
    outside: mean(alone.map(outsideShare)),
  };
}

/** Whether members side with the largest when it is alone. */
export interface SidingPart {
  readonly section: Section;
  readonly findings: readonly Finding[];
  readonly all: readonly Siding[];
}

function bandRows(context: ViewContext, all: readonly Siding[]): readonly Row[] {
  return BANDS.map(({ band, label, from, to }) => {
    const rows = all.filter((row) => outsideShare(row) >= from && outsideShare(row) < to);
    const at = rows.map(({ rollCall }) => rollCall);
    const share = familyMean(context, at, rows.map(memberShare));
    const excess = familyMean(
      context,
      at,
      rows.map((row) => memberShare(row) - outsideShare(row)),
    );
    return {
      band,
      label,
      n: rows.length,
      members: share.mean,
      lower: share.lower,
      upper: share.upper,
      outside: mean(rows.map(outsideShare)),
      excess: excess.mean,
      excess_lower: excess.lower,
      excess_upper: excess.upper,
    };
  });
}

function textOf(body: Body, rows: readonly Row[]): string {
  const of = (row: Row): string =>
    `on ${counted(Number(row["n"]), "roll call")} ` +
    (row["members"] === null
      ? "(none)"
      : `the other members voted with it to ${percent(Number(row["members"]))}` +
        (row["lower"] === null
          ? ""
          : ` [${percent(Number(row["lower"]))}, ${percent(Number(row["upper"]))}]`) +
        `, the states outside to ${percent(Number(row["outside"]))}`);
  const [alone, world] = [rows[0]!, rows.at(-1)!];
  const lower = alone["excess_lower"] as number | null;
  const upper = alone["excess_upper"] as number | null;
  const reading =
    lower === null || upper === null
      ? "Too few families of texts for an interval of the excess."
      : lower > 0
        ? "Members side with it beyond the states outside where it is alone."
        : upper < 0
          ? "Where it is alone, members side with it less than the states outside."
          : "Where it is alone, members are not told apart from the states outside.";
  return (
    `${body.short}: where fewer than one state outside in four voted as the largest member did, ` +
    `${of(alone)}; where three in four or more did, ${of(world)}. ${reading}`
  );
}

/** Whether members side with the largest more when it is alone than when it is with the world. */
export function sidingPart(context: ViewContext, body: Body): SidingPart {
  const { record, query } = context;
  const { votes } = record;
  const all = sidingWith(
    votes,
    body.spells,
    selectRollCalls(votes, query),
    leaderByRollCall(votes, body),
  );
  const rows = bandRows(context, all);
  const alone = rows[0]!;
  const base = `${body.base}/influence`;
  const findings: readonly Finding[] =
    all.length === 0
      ? []
      : [
          {
            id: "siding-alone",
            text: textOf(body, rows),
            value: alone["excess"] as number | null,
            lower: alone["excess_lower"] as number | null,
            upper: alone["excess_upper"] as number | null,
            level: alone["excess_lower"] === null ? null : query.level,
            n: Number(alone["n"]),
            comparison:
              alone["outside"] === null
                ? null
                : `States outside on the same roll calls: ${percent(Number(alone["outside"]))}.`,
            method: SIDING_METHOD.name,
            evidence: [base],
          },
        ];
  return {
    all,
    findings,
    section: {
      id: "siding",
      title: "Do members side with the largest when it is alone?",
      text: [
        "Roll calls by how many states outside voted as the largest member did. Votes are public: " +
          "a member may side with it out of conviction, habit or debt.",
      ],
      findings: findings.map(({ id }) => id),
      address: base,
      columns: [
        { name: "band", label: "Band" },
        { name: "label", label: "States outside that voted as it did" },
        { name: "n", label: "n", note: "roll calls" },
        {
          name: "members",
          label: "Members",
          digits: 6,
          note: "mean share that voted as it did",
        },
        {
          name: "lower",
          label: "Lower",
          digits: 6,
          note: "empty: below ten families of texts",
        },
        { name: "upper", label: "Upper", digits: 6 },
        {
          name: "outside",
          label: "Outside",
          digits: 6,
          note: "the same of the states outside",
        },
        { name: "excess", label: "Excess", digits: 6, note: "members less outside" },
        { name: "excess_lower", label: "Lower", digits: 6 },
        { name: "excess_upper", label: "Upper", digits: 6 },
      ],
      rows,
      figure: {
        kind: "ranks",
        title: `${body.short}: members that vote with the largest, beyond the states outside`,
        label: "label",
        value: "excess",
        lower: "excess_lower",
        upper: "excess_upper",
        highlight: BANDS[0].label,
        xLabel: "Members' share less that of the states outside",
        domain: null,
        rule: 0,
      },
    },
  };
}
