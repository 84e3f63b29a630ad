import { NotFoundError } from "../../errors.ts";
import { VOTE_NAMES } from "../../record/votes.ts";
import type { Section } from "../answer.ts";
import { rollCallAddress, votingState } from "../lookup.ts";
import { type Positions, positionsOf } from "../positions.ts";
import { gapCaveats, VOTE_SOURCES, voteCoverage } from "../shared-notes.ts";
import { withInterval } from "../text.ts";
import type { View, ViewContext } from "../view.ts";
import { itemResponse } from "./item-response.ts";
import {
  POSITION_CAVEATS,
  POSITION_COLUMNS,
  positionMethod,
  positionRow,
} from "./positions-notes.ts";

const PULLS = 15;

/** The votes of one period that pull a state's position most. */
function pullSection(
  { record }: ViewContext,
  voter: number,
  fit: Positions,
  period: number,
): Section {
  const here = fit.rows.find((row) => row.voter === voter && row.period === period)!;
  const { votes } = record;
  const pulls = fit.items.flatMap((item) =>
    item.rollCalls
      .filter((index) => votes.rollCalls[index]!.session === period)
      .flatMap((index) => {
        const code = votes.cells[index * votes.voters.length + voter]!;
        const response = itemResponse(item, here.position).find((one) => one.code === code);
        return response === undefined ? [] : [{ index, ...response }];
      }),
  );
  return {
    id: "pulls",
    title: `Votes that moved it most in session ${period}`,
    text: [
      "The slope of each vote's log-likelihood at the position estimated: positive pulls towards the end of the United States. The pulls of all votes and of the neighbouring sessions balance at the estimate.",
    ],
    findings: [],
    address: null,
    columns: [
      { name: "address", label: "Address" },
      { name: "date", label: "Date" },
      { name: "title", label: "Title" },
      { name: "vote", label: "Vote" },
      { name: "probability", label: "P(vote cast)", digits: 3 },
      { name: "pull", label: "Pull", digits: 3 },
    ],
    rows: pulls
      .sort((a, b) => Math.abs(b.pull) - Math.abs(a.pull) || a.index - b.index)
      .slice(0, PULLS)
      .map(({ index, code, probability, pull }) => {
        const rollCall = votes.rollCalls[index]!;
        return {
          address: rollCallAddress(rollCall),
          date: rollCall.date,
          title: rollCall.title,
          vote: VOTE_NAMES[code]!,
          probability,
          pull,
        };
      }),
    figure: null,
  };
}

/** `/states/{key}/position`: one state over time. */
export const statePositionView: View = {
  path: "/states/{key}/position",
  describe:
    "where a state stands, period by period, with intervals, and the votes that moved it most",
  example: "/states/kaz/position",
  parameters: ["from", "to", "topic", "by", "level"],
  canonical: (record, { key = "" }) => ({ key: votingState(record, key).key.toLowerCase() }),
  compute: async (context) => {
    const { record, path, query } = context;
    const { key, voter } = votingState(record, path["key"] ?? "");
    const fit = await positionsOf(context);
    const rows = fit.rows.filter((row) => row.voter === voter);
    const last = rows.at(-1);
    const name = record.states.name(key);
    if (last === undefined) {
      throw new NotFoundError(`${name} cast no vote on these roll calls.`, {
        hint: "Widen from and to, or take topic out.",
      });
    }
    const covers = voteCoverage(record, query);
    const when =
      query.by === "session"
        ? `session ${last.period}`
        : query.by === "year"
          ? String(last.period)
          : "the whole period";
    return {
      title: `Where ${name} stands in the UN General Assembly`,
      summary: {
        state: key,
        periods: rows.length,
        period: last.period,
        position: last.position,
        se: last.se,
        lower: last.lower,
        upper: last.upper,
        n: last.n,
      },
      columns: POSITION_COLUMNS,
      rows: rows.map((row) => positionRow(record, row, query)),
      sections: query.by === "session" ? [pullSection(context, voter, fit, last.period)] : [],
      findings: [
        {
          id: "position",
          text: `${name} in ${when}: ${withInterval(last.position, last.lower, last.upper)} standard deviations from the mean of all states and periods, over ${last.n} votes.`,
          value: last.position,
          lower: last.lower,
          upper: last.upper,
          level: query.level,
          n: last.n,
          comparison: null,
          method: "Dynamic ordinal ideal points",
          evidence: [`/states/${key.toLowerCase()}/position`],
        },
      ],
      figure: {
        kind: "series",
        title: `Position of ${name}`,
        x: "year",
        y: "position",
        lower: "lower",
        upper: "upper",
        series: null,
        xLabel: "Year",
        yLabel: "Position (standard deviations)",
        domain: null,
        rule: 0,
      },
      method: positionMethod(fit, query),
      sources: [...VOTE_SOURCES, "bsv-2017"],
      caveats: [...POSITION_CAVEATS, ...gapCaveats(covers)],
      covers,
    };
  },
};
