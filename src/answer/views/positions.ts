import { votingState } from "../lookup.ts";
import { type Position, positionsOf } from "../positions.ts";
import { gapCaveats, VOTE_SOURCES, voteCoverage } from "../shared-notes.ts";
import { counted } from "../text.ts";
import type { View } from "../view.ts";
import { discriminatingSection } from "./discriminating.ts";
import {
  POSITION_CAVEATS,
  POSITION_COLUMNS,
  positionMethod,
  positionRow,
} from "./positions-notes.ts";

/** The year shown where none is named and all would be too many to draw. */
function lastYear(rows: readonly Position[]): number {
  return rows.reduce((last, { year }) => Math.max(last, year), 0);
}

/** `/positions`: where every state stands. */
export const positionsView: View = {
  path: "/positions",
  describe:
    "where every state stands, session by session, with intervals; any topic, period or set of states",
  example: "/positions?year=2014",
  parameters: ["from", "to", "topic", "by", "level", "state", "year"],
  canonical: (_record, path) => path,
  compute: async (context) => {
    const { record, query } = context;
    const wanted = query.state.map((key) => votingState(record, key).voter);
    const fit = await positionsOf(context);
    const rows = fit.rows.filter(
      ({ voter, year }) =>
        (wanted.length === 0 || wanted.includes(voter)) &&
        (query.year === null || year === query.year),
    );
    const shown = query.year ?? lastYear(fit.rows);
    const then = rows
      .filter(({ year }) => year === shown)
      .sort((a, b) => b.position - a.position)
      .map((row) => positionRow(record, row, query));
    const covers = voteCoverage(record, query);
    return {
      title: "Where states stand in the UN General Assembly",
      summary: {
        states: new Set(rows.map(({ voter }) => voter)).size,
        rows: rows.length,
        votes: fit.votes,
        items: fit.items.length,
        evolution: fit.evolution,
        passes: fit.passes,
        converged: fit.converged,
      },
      columns: POSITION_COLUMNS,
      rows: rows.map((row) => positionRow(record, row, query)),
      sections: [
        {
          id: "ranked",
          title: `From the end of the United States, ${query.by === "all" ? "whole period" : shown}`,
          text: [
            `${counted(then.length, "state")} with votes; neighbours whose intervals overlap are not told apart.`,
          ],
          findings: [],
          address: null,
          columns: POSITION_COLUMNS,
          rows: then,
          figure: {
            kind: "ranks",
            title: `Positions, ${query.by === "all" ? "whole period" : shown}`,
            label: "name",
            value: "position",
            lower: "lower",
            upper: "upper",
            highlight: null,
            xLabel: "Position",
            domain: null,
            rule: 0,
          },
        },
        discriminatingSection(record, fit, 15),
      ],
      method: positionMethod(fit, query),
      sources: [...VOTE_SOURCES, "bsv-2017"],
      caveats: [...POSITION_CAVEATS, ...gapCaveats(covers)],
      covers,
    };
  },
};
