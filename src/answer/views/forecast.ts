import { UsageError } from "../../errors.ts";
import { type ComparedVote, comparedVotes } from "../../measures/forecast/base-comparison.ts";
import type { VoteShares } from "../../measures/forecast/base-rates.ts";
import { createForecaster } from "../../measures/forecast/create-forecaster.ts";
import { FIRST_FORECAST_DAY } from "../../measures/forecast/forecast-settings.ts";
import type {
  GivenOthers,
  RollCallForecast,
  VoteForecast,
} from "../../measures/forecast/roll-call-forecast.ts";
import type { CasusRecord } from "../../record/record.ts";
import { type RollCall, VOTE_NAMES } from "../../record/votes.ts";
import type { StateKey } from "../../states/state.ts";
import type { Section } from "../answer.ts";
import { organisationBody } from "../body.ts";
import { headOf } from "../head-of.ts";
import { organisationOf, rollCallAddress, rollCallIndex } from "../lookup.ts";
import { gapCaveats, VOTE_SOURCES } from "../shared-notes.ts";
import { counted } from "../text.ts";
import type { View } from "../view.ts";
import {
  FORECAST_CAVEATS,
  FORECAST_COLUMNS,
  FORECAST_METHOD,
  GIVEN_COLUMNS,
  GIVEN_TEXT,
  scoreSummary,
  verdict,
} from "./forecast-notes.ts";

const SESSION = "ES-11";

function forecastRow(
  record: CasusRecord,
  made: RollCallForecast,
  { voter, shares, climatology, persistence, cast }: VoteForecast,
) {
  const { votes } = record;
  const key = votes.voters[voter]!;
  const of = (probabilities: VoteShares): number | null =>
    cast === null ? null : probabilities[cast === 1 ? 0 : cast === 2 ? 1 : 2];
  return {
    state: key,
    name: record.states.name(key, votes.rollCalls[made.index]!.date),
    forecast_yes: shares[0],
    forecast_abstain: shares[1],
    forecast_no: shares[2],
    vote: VOTE_NAMES[votes.cells[made.index * votes.voters.length + voter]!]!,
    p_cast: of(shares),
    climatology_p: of(climatology),
    persistence_p: of(persistence),
    majority_p: of(made.all),
  };
}

function givenRow(record: CasusRecord, date: string, { voter, shares, cast }: GivenOthers) {
  const key = record.votes.voters[voter]!;
  return {
    state: key,
    name: record.states.name(key, date),
    given_yes: shares[0],
    given_abstain: shares[1],
    given_no: shares[2],
    vote: VOTE_NAMES[cast],
    p_cast: shares[cast === 1 ? 0 : cast === 2 ? 1 : 2],
  };
}

/** What the forecast of a roll call rests on, in a sentence. */
function basis({ votes }: CasusRecord, made: RollCallForecast): string {
  const { kind, rollCalls } = made.forerunners;
  const last = votes.rollCalls[rollCalls.at(-1) ?? -1];
  if (last === undefined) {
    const { items = 0, topic = null } = made.reference ?? {};
    const like = topic === null ? "of any topic" : `of topic ${topic}`;
    return `No earlier vote on the text or a related one: the mean over ${counted(items, "new text")} ${like}.`;
  }
  const what = kind === "text" ? "the same text" : "related ones";
  return (
    `${counted(rollCalls.length, "earlier vote")} on ${what}, the last ${rollCallAddress(last)} ` +
    `(${last.date}).`
  );
}

/** Names members that belong to the organisation but not to the General Assembly. */
function votelessCaveat(
  { states }: CasusRecord,
  voteless: readonly StateKey[],
  day: string,
): string[] {
  const names = voteless.map((state) => states.name(state, day));
  return names.length === 0
    ? []
    : [`Without a vote in the General Assembly, so not forecast: ${names.join(", ")}.`];
}

/** @throws UsageError where a roll call cannot be forecast without hindsight, or not at all. */
function requireForecastable({ date, partial }: RollCall): void {
  if (partial === true) {
    throw new UsageError("only some votes of this roll call are known; it is not forecast.");
  }
  if (date >= FIRST_FORECAST_DAY) return;
  throw new UsageError(`a roll call of ${date} is not forecast.`, {
    hint: `Choose one from ${FIRST_FORECAST_DAY} on: the forecast's constants were chosen on earlier votes.`,
  });
}

const byCast = (a: { p_cast: number | null }, b: { p_cast: number | null }): number =>
  (a.p_cast ?? 2) - (b.p_cast ?? 2);

/** `/rollcalls/{id}/forecast`: every state's vote as it could be foreseen the day before. */
export const rollCallForecastView: View = {
  path: "/rollcalls/{id}/forecast",
  describe:
    "every state's vote on a roll call as forecast from what was known the day before, against base rates",
  example: "/rollcalls/A-RES-ES-11-4/forecast",
  parameters: [],
  canonical: (record, { id = "" }) => ({
    id: rollCallAddress(record.votes.rollCalls[rollCallIndex(record, id)]!).slice(
      "/rollcalls/".length,
    ),
  }),
  compute: async ({ record, kernels, path }) => {
    const index = rollCallIndex(record, path["id"] ?? "");
    const rollCall = record.votes.rollCalls[index]!;
    requireForecastable(rollCall);
    const forecaster = createForecaster(record.votes, await kernels.positions());
    const made = forecaster.forecast(index);
    const compared = comparedVotes(made);
    const where = rollCall.symbol ?? `roll call ${rollCall.rcid}`;
    const address = rollCallAddress(rollCall);
    const found = verdict(compared, `${where} of ${rollCall.date}`, `${address}/forecast`);
    const given = forecaster.givenOthers(
      index,
      compared.map(({ voter }) => voter),
    );
    const easier: Section = {
      id: "given-others",
      title: "The easier question: given every other state's vote",
      text: [GIVEN_TEXT],
      findings: [],
      address: null,
      columns: GIVEN_COLUMNS,
      rows: given.map((row) => givenRow(record, rollCall.date, row)).sort(byCast),
      figure: null,
    };
    return {
      title: `Forecast of ${where}${rollCall.title === null ? "" : `: ${rollCall.title}`} (${rollCall.date})`,
      summary: {
        date: rollCall.date,
        kind: made.forerunners.kind,
        last_vote_known: made.lastVote,
        votes: compared.length,
        absent: made.votes.length - compared.length,
        ...scoreSummary(found?.comparison ?? null),
      },
      columns: FORECAST_COLUMNS,
      rows: made.votes.map((vote) => forecastRow(record, made, vote)).sort(byCast),
      sections: [easier],
      findings: found === null ? [] : [found.finding],
      method: FORECAST_METHOD,
      sources: VOTE_SOURCES,
      caveats: [
        `${basis(record, made)} Positions rest on votes to ${made.lastVote}.`,
        ...FORECAST_CAVEATS,
        ...gapCaveats({ from: made.lastVote, to: rollCall.date }),
      ],
      covers: { from: rollCall.date, to: rollCall.date },
    };
  },
};

/** `/alliances/{id}/forecast`: the members' votes in the emergency session on Ukraine, foreseen. */
export const allianceForecastView: View = {
  path: "/alliances/{id}/forecast",
  describe:
    "each member's vote on every roll call of the emergency session on Ukraine, as forecast the day before",
  example: "/alliances/csto/forecast",
  parameters: [],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: async (context) => {
    const { record, kernels, path, signal, progress } = context;
    const body = organisationBody(record, path["id"] ?? "");
    const title = `${body.name}: forecasts of its members' votes in the emergency session on Ukraine`;
    context.partial?.(headOf(title));
    const { votes } = record;
    const forecaster = createForecaster(votes, await kernels.positions());
    const chosen = [...votes.rollCalls.entries()].filter(
      ([, { special, partial }]) => special === SESSION && partial !== true,
    );
    const rows = [];
    const easier = [];
    const bases: string[] = [];
    const compared: ComparedVote[] = [];
    const voteless = new Set<StateKey>();
    for (const [step, [index, rollCall]] of chosen.entries()) {
      signal?.throwIfAborted();
      progress?.(step, chosen.length, "forecasting roll calls");
      const members = body.membersOn(rollCall.date);
      const made = forecaster.forecast(index);
      const about = {
        address: rollCallAddress(rollCall),
        symbol: rollCall.symbol,
        date: rollCall.date,
        title: rollCall.title,
      };
      bases.push(`${rollCall.symbol} (${rollCall.date}): ${basis(record, made)}`);
      const own = made.votes.filter(({ voter }) => members.includes(votes.voters[voter]!));
      const voting = own.map(({ voter }) => votes.voters[voter]!);
      for (const state of members) if (!voting.includes(state)) voteless.add(state);
      rows.push(...own.map((vote) => ({ ...about, ...forecastRow(record, made, vote) })));
      compared.push(...comparedVotes({ ...made, votes: own }));
      const given = forecaster.givenOthers(
        index,
        own.map(({ voter }) => voter),
      );
      easier.push(
        ...given.map((row) => ({ ...about, ...givenRow(record, rollCall.date, row) })),
      );
    }
    const about = [
      { name: "address", label: "Address" },
      { name: "symbol", label: "Resolution" },
      { name: "date", label: "Date" },
      { name: "title", label: "Title" },
    ];
    const found = verdict(
      compared,
      `${body.short} members in the emergency session on Ukraine`,
      `${body.base}/forecast`,
    );
    const from = chosen[0]?.[1].date ?? "";
    const to = chosen.at(-1)?.[1].date ?? "";
    return {
      title,
      summary: {
        roll_calls: chosen.length,
        votes: compared.length,
        absent: rows.length - compared.length,
        ...scoreSummary(found?.comparison ?? null),
      },
      columns: [...about, ...FORECAST_COLUMNS],
      rows,
      sections: [
        {
          id: "given-others",
          title: "The easier question: given every other state's vote",
          text: [GIVEN_TEXT],
          findings: [],
          address: null,
          columns: [...about, ...GIVEN_COLUMNS],
          rows: easier,
          figure: null,
        },
      ],
      findings: found === null ? [] : [found.finding],
      method: FORECAST_METHOD,
      sources: VOTE_SOURCES,
      caveats: [
        ...(rows.length === 0
          ? ["It had no member with a vote on the days of the session; nothing is forecast."]
          : []),
        ...votelessCaveat(record, [...voteless], to),
        ...bases,
        ...FORECAST_CAVEATS,
        ...gapCaveats({ from, to }),
      ],
      covers: { from, to },
    };
  },
};
