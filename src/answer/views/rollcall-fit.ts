import { NotFoundError } from "../../errors.ts";
import { VOTE_NAMES } from "../../record/votes.ts";
import { rollCallAddress, rollCallIndex } from "../lookup.ts";
import { positionsOf } from "../positions.ts";
import { VOTE_SOURCES } from "../shared-notes.ts";
import { counted, fixed, percent } from "../text.ts";
import type { View } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { itemResponse } from "./item-response.ts";
import { POSITION_CAVEATS, positionMethod } from "./positions-notes.ts";

/** `/rollcalls/{id}/fit`: a roll call in the position model. */
export const rollCallFitView: View = {
  path: "/rollcalls/{id}/fit",
  describe:
    "one recorded vote in the position model: discrimination, cut points, and the votes that surprise",
  example: "/rollcalls/A-RES-ES-11-1/fit",
  parameters: [],
  canonical: (record, { id = "" }) => ({
    id: rollCallAddress(record.votes.rollCalls[rollCallIndex(record, id)]!).slice(
      "/rollcalls/".length,
    ),
  }),
  compute: async (context) => {
    const { record, path } = context;
    const index = rollCallIndex(record, path["id"] ?? "");
    const rollCall = record.votes.rollCalls[index]!;
    const fit = await positionsOf(context);
    const item = fit.items.find(({ rollCalls }) => rollCalls.includes(index));
    if (item === undefined) {
      throw new NotFoundError(
        `${rollCallAddress(rollCall)} is not part of the position model.`,
        {
          hint: "Unanimous and partly known roll calls, session 19, and amendments and paragraphs after session 44 are left out.",
        },
      );
    }
    const rows = fit.rows
      .filter(({ period }) => period === rollCall.session)
      .flatMap(({ voter, position, se }) => {
        const code = record.votes.cells[index * record.votes.voters.length + voter]!;
        const responses = itemResponse(item, position);
        const own = responses.find((response) => response.code === code);
        const key = record.votes.voters[voter]!;
        const probability = (wanted: number): number | null =>
          responses.find((response) => response.code === wanted)?.probability ?? null;
        return [
          {
            state: key,
            name: record.states.name(key, rollCall.date),
            position,
            se,
            vote: VOTE_NAMES[code]!,
            p_yes: probability(1),
            p_abstain: probability(2),
            p_no: probability(3),
            p_cast: own?.probability ?? null,
          },
        ];
      })
      .sort((a, b) => (a.p_cast ?? 2) - (b.p_cast ?? 2) || (a.state < b.state ? -1 : 1));
    const cast = rows.filter(({ p_cast: p }) => p !== null);
    const likeliest = cast.filter(
      ({ p_cast: p, p_yes: yes, p_abstain: abstain, p_no: no }) =>
        p === Math.max(yes ?? 0, abstain ?? 0, no ?? 0),
    );
    const surprising = cast.filter(({ p_cast: p }) => p! < 0.1).length;
    return {
      title: `${rollCall.symbol ?? `Roll call ${rollCall.rcid}`} in the position model`,
      summary: {
        discrimination: item.discrimination,
        cut_points: item.cutPoints.map((cut) => fixed(cut, 3)).join(" "),
        categories: item.categories.map((code) => VOTE_NAMES[code]!).join(" "),
        linked: item.rollCalls.length,
        votes: cast.length,
        correctly_classified: cast.length === 0 ? null : likeliest.length / cast.length,
        surprising,
      },
      columns: [
        { name: "state", label: "State" },
        { name: "name", label: "Name" },
        { name: "position", label: "Position", digits: 3 },
        { name: "se", label: "Standard error", digits: 3 },
        { name: "vote", label: "Vote" },
        { name: "p_yes", label: "P(yes)", digits: 3 },
        { name: "p_abstain", label: "P(abstain)", digits: 3 },
        { name: "p_no", label: "P(no)", digits: 3 },
        {
          name: "p_cast",
          label: "P(vote cast)",
          digits: 3,
          note: "small: a surprise to the model; empty: no vote cast",
        },
      ],
      rows,
      findings: [
        {
          id: "fit",
          text:
            `${rollCall.symbol ?? rollCall.rcid}: the model's likeliest vote is the one cast for ${likeliest.length} of ${counted(cast.length, "vote")} ` +
            `(${percent(cast.length === 0 ? 0 : likeliest.length / cast.length)}); ${surprising} had a probability below 0.1. The roll call itself is part of the fit.`,
          value: cast.length === 0 ? null : likeliest.length / cast.length,
          ...WITHOUT_INTERVAL,
          n: cast.length,
          comparison: null,
          method: "Dynamic ordinal ideal points",
          evidence: [rollCallAddress(rollCall)],
        },
      ],
      figure: {
        kind: "ranks",
        title: "The votes that surprise the model most",
        label: "name",
        value: "p_cast",
        lower: null,
        upper: null,
        highlight: null,
        xLabel: "Probability of the vote that was cast",
        domain: [0, 1],
        rule: null,
      },
      method: positionMethod(fit, context.query),
      sources: [...VOTE_SOURCES, "bsv-2017"],
      caveats: [
        "A fit, not a forecast: the vote explained is among the votes fitted.",
        ...POSITION_CAVEATS,
      ],
      covers: { from: rollCall.date, to: rollCall.date },
    };
  },
};
