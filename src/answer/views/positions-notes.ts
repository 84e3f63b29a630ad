import type { Column, MethodNote } from "../answer.ts";
import type { Position, Positions } from "../positions.ts";
import type { Query } from "../query.ts";
import type { CasusRecord } from "../../record/record.ts";
import { grouped } from "../text.ts";

/** Columns of position rows. */
export const POSITION_COLUMNS: readonly Column[] = [
  { name: "voter", label: "State" },
  { name: "name", label: "Name" },
  { name: "period", label: "Period", note: "a session, or a year with by=year" },
  { name: "year", label: "Year", note: "a session stands at the year in which it opened" },
  {
    name: "position",
    label: "Position",
    digits: 4,
    note: "mean 0 and standard deviation 1 over all states and periods of the fit; high is the end of the United States",
  },
  { name: "se", label: "Standard error", digits: 4 },
  { name: "lower", label: "Lower", digits: 4 },
  { name: "upper", label: "Upper", digits: 4 },
  { name: "n", label: "n", note: "votes cast on roll calls that were not unanimous" },
];

/** A position as a row. */
export function positionRow(record: CasusRecord, row: Position, query: Pick<Query, "by">) {
  const key = record.votes.voters[row.voter]!;
  return {
    voter: key,
    name: record.states.name(key, `${row.year}-12-31`),
    period: query.by === "all" ? "all" : String(row.period),
    year: row.year,
    position: row.position,
    se: row.se,
    lower: row.lower,
    upper: row.upper,
    n: row.n,
  };
}

/** How positions are made. */
export function positionMethod(fit: Positions, query: Query): readonly MethodNote[] {
  return [
    {
      name: "Dynamic ordinal ideal points",
      text:
        "P(vote <= k) = Phi(g_k - b theta) over yes, abstain, no; a state's theta is a random walk over periods, b ~ N(0, 1), " +
        "absences are not votes, unanimous roll calls carry nothing, and texts repeated within three sessions with the same " +
        "title and nearly the same tallies are one item. Votes on amendments and paragraphs after session 44, and session 19, " +
        `are left out, as in the paper. Fitted on ${grouped(fit.votes)} votes, ${grouped(fit.items.length)} items, ` +
        `${fit.passes} passes${fit.converged ? "" : ", not converged"}${fit.shipped ? "; the fit ships with the record" : "; fitted for this address"}.`,
      reference: "Bailey, Strezhnev and Voeten 2017, doi:10.1177/0022002715595700",
    },
    {
      name: "Interval of a position",
      text:
        `${Math.round(query.level * 100)} % normal interval from the observed information, the items' uncertainty included. It holds given the ` +
        "model, one dimension and the walk's variance (0.25, the published prior's value); in simulations 90 % intervals cover 88 to 91 %.",
      reference: null,
    },
  ];
}

/** What positions cannot say. */
export const POSITION_CAVEATS: readonly string[] = [
  "One dimension: two states at one position need not agree on every matter.",
  "Levels across far sessions hang on few repeated texts; before session 9 they differ from the published estimates by 0.3 to 0.9 standard deviations.",
];
