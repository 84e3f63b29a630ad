import { UsageError } from "../../errors.ts";
import type { OpenItemKernel } from "../../kernels/positions-types.ts";
import { type RollCall, VOTE, type VoteRecord } from "../../record/votes.ts";
import {
  mixed,
  type PastShares,
  pastShares,
  persistence,
  type VoteShares,
} from "./base-rates.ts";
import { type EvePositions, evePositions } from "./eve-positions.ts";
import { FORECAST_SETTINGS, type ForecastSettings } from "./forecast-settings.ts";
import { type Forerunners, forerunnersOf } from "./forerunners.ts";
import { knownBefore } from "./known-before.ts";
import { likelyVotes, type OwnPart } from "./likely-votes.ts";
import { newTexts } from "./new-texts.ts";
import { type EarlierVote, ownDeviation, type StepTables } from "./own-deviation.ts";
import type { CastVote, GivenOthers, RollCallForecast } from "./roll-call-forecast.ts";
import {
  fitItems,
  type PositionsByVote,
  positionsByVote,
  type TextItem,
} from "./text-items.ts";

/** Fewest new texts of a topic that stand for a new one; below, all new texts do. */
const FEWEST_OF_TOPIC = 10;

/** What is known on the eve of a day; shared by the roll calls of that day. */
interface Eve {
  readonly positions: EvePositions;
  readonly past: PastShares;
  /** New texts of the sessions before and their items, fitted when first asked for. */
  readonly newTexts: () => readonly { readonly rollCall: RollCall; readonly item: TextItem }[];
}

/** What is known on the eve of one roll call. */
interface Question {
  readonly index: number;
  readonly target: RollCall;
  readonly eve: Eve;
  readonly forerunners: Forerunners;
  /** The forerunners' items. */
  readonly items: readonly TextItem[];
  /** Own parts by voter, as they are asked for. */
  readonly own: Map<number, OwnPart>;
}

/** Makes forecasts; keeps what was known on the eve of the last day asked for. */
export interface Forecaster {
  /** The forecast of every member's vote on a roll call, from the eve of its day. */
  readonly forecast: (index: number) => RollCallForecast;
  /**
   * The easier question: each vote cast, given all other votes on the same roll call. The item is
   * fitted to the others' votes (at positions of the eve), the state's own vote left out.
   */
  readonly givenOthers: (index: number, voters: readonly number[]) => readonly GivenOthers[];
}

const castOf = (code: number): CastVote | null =>
  code >= VOTE.yes && code <= VOTE.no ? (code as CastVote) : null;

/**
 * Forecasts of votes from what was known before the day of a roll call.
 *
 * Positions: `fitPositions` over the sessions up to the day. Text: the item of the last vote on
 * the same text, its cut points drifting; else the mean over related votes; else over the new
 * texts of the sessions before, of the same topic where coded. A state's own earlier votes on
 * the text or related ones enter through its deviation there. No vote of the day or after it
 * enters, and no parameter is fitted to the roll call. Shares of yes, abstain and no, sum 1;
 * unit: probability. Bailey, Strezhnev and Voeten 2017, doi:10.1177/0022002715595700, for the
 * model of votes.
 *
 * @throws UsageError where the votes before the day do not determine positions.
 */
export function createForecaster(
  votes: VoteRecord,
  open: OpenItemKernel,
  settings: ForecastSettings = FORECAST_SETTINGS,
): Forecaster {
  const size = votes.voters.length;
  const tables: StepTables = new Map();
  let last: Eve | undefined;
  let lastQuestion: Question | undefined;

  const itemsOf = (rollCalls: readonly number[], positions: EvePositions) =>
    fitItems(
      rollCalls.map((at) => positionsByVote(votes, at, positions)),
      open,
    );

  const eveOf = ({ date, session }: RollCall): Eve => {
    if (last?.positions.day === date && last.positions.session === session) return last;
    const known = knownBefore(votes, date);
    const positions = evePositions(votes, { day: date, session, known }, settings, open);
    const fitted = (): ReturnType<Eve["newTexts"]> => {
      const fresh = newTexts(votes, known, session, settings);
      const items = itemsOf(fresh, positions);
      return fresh.map((at, i) => ({
        rollCall: votes.rollCalls[at] as RollCall,
        item: items[i] as TextItem,
      }));
    };
    let fresh: ReturnType<Eve["newTexts"]> | undefined;
    last = {
      positions,
      past: pastShares(votes, date),
      newTexts: () => (fresh ??= fitted()),
    };
    return last;
  };

  const questionOf = (index: number): Question => {
    if (lastQuestion?.index === index) return lastQuestion;
    const target = votes.rollCalls[index];
    if (target === undefined) {
      throw new UsageError(
        `roll-call index ${index} is outside 0 to ${votes.rollCalls.length - 1}.`,
      );
    }
    const eve = eveOf(target);
    const forerunners = forerunnersOf(votes, index, settings);
    const items = itemsOf(forerunners.rollCalls, eve.positions);
    lastQuestion = { index, target, eve, forerunners, items, own: new Map() };
    return lastQuestion;
  };

  const believed = ({ positions }: Eve, voter: number) => ({
    mean: positions.positionIn(voter, positions.session),
    variance: positions.variance[voter] as number,
  });

  const readOwn = ({ target, eve, forerunners, items }: Question, voter: number): OwnPart => {
    const kept = forerunners.kind === "text" ? settings.kept : settings.keptRelated;
    const earlier = forerunners.rollCalls.flatMap((at, i): EarlierVote[] => {
      const vote = castOf(votes.cells[at * size + voter] as number);
      if (vote === null) return [];
      const item = items[i] as TextItem;
      const { session } = votes.rollCalls[at] as RollCall;
      const pull = item.slope * eve.positions.positionIn(voter, session);
      return [{ session, vote, lower: item.lower - pull, upper: item.upper - pull }];
    });
    const options = { kept, persistence: settings.persistence };
    const then = earlier.at(-1)?.session;
    return {
      deviation: ownDeviation(earlier, target.session, options, tables),
      kept,
      changed: then === undefined ? null : settings.evolution * (target.session - then),
    };
  };

  const ownPart = (question: Question, voter: number): OwnPart => {
    const part = question.own.get(voter) ?? readOwn(question, voter);
    question.own.set(voter, part);
    return part;
  };

  /** The items that the text may be like, and the topic where they share one. */
  const basesOf = ({ target, eve, forerunners, items }: Question) => {
    if (forerunners.kind === "text") return { bases: items.slice(-1), topic: null };
    if (forerunners.kind === "related") return { bases: items, topic: null };
    const topic = target.topics?.[0] ?? null;
    const fresh = eve.newTexts();
    const sharing = fresh.filter(
      ({ rollCall: { topics } }) => topic !== null && topics?.includes(topic) === true,
    );
    const enough = sharing.length >= FEWEST_OF_TOPIC;
    const drawn = enough ? sharing : fresh;
    return { bases: drawn.map(({ item }) => item), topic: enough ? topic : null };
  };

  const lasting = ({ eve, forerunners }: Question, voter: number): VoteShares =>
    persistence(
      votes,
      voter,
      forerunners.rollCalls,
      eve.past.own[voter] as VoteShares,
      settings.ownPersistence,
    );

  const forecast = (index: number): RollCallForecast => {
    const question = questionOf(index);
    const { eve, forerunners } = question;
    const { kind } = forerunners;
    const { bases, topic } = basesOf(question);
    const drift = { text: settings.drift, related: settings.driftRelated, none: 0 }[kind];
    const weight = {
      text: settings.lastText,
      related: settings.ownRelated,
      none: settings.ownNew,
    };
    const of = (voter: number): VoteShares => {
      const climatology = eve.past.own[voter] as VoteShares;
      if (bases.length === 0) return climatology;
      const own = kind === "none" ? null : ownPart(question, voter);
      const sums: [number, number, number] = [0, 0, 0];
      for (const item of bases) {
        const shares = likelyVotes(item, believed(eve, voter), drift, own);
        for (const k of [0, 1, 2] as const) sums[k] += shares[k] / bases.length;
      }
      return mixed(
        sums,
        kind === "text" ? lasting(question, voter) : climatology,
        weight[kind],
      );
    };
    const made = votes.voters.flatMap((_, voter) => {
      const code = votes.cells[index * size + voter] as number;
      if (code === VOTE.notMember) return [];
      return [
        {
          voter,
          shares: of(voter),
          climatology: eve.past.own[voter] as VoteShares,
          persistence: lasting(question, voter),
          cast: castOf(code),
        },
      ];
    });
    return {
      index,
      forerunners,
      reference: kind === "none" ? { items: bases.length, topic } : null,
      lastVote: eve.positions.lastVote,
      all: eve.past.all,
      votes: made,
    };
  };

  const givenOthers: Forecaster["givenOthers"] = (index, voters) => {
    const question = questionOf(index);
    const { eve, forerunners, target } = question;
    const cast = voters.flatMap((voter) => {
      const vote = castOf(votes.cells[index * size + voter] as number);
      return vote === null ? [] : [{ voter, vote }];
    });
    const all = positionsByVote(votes, index, eve.positions);
    const without = cast.map(({ voter, vote }): PositionsByVote => {
      const group = all[vote - 1] as readonly number[];
      const at = group.indexOf(eve.positions.positionIn(voter, target.session));
      const others = group.toSpliced(at, 1);
      return vote === 1
        ? [others, all[1], all[2]]
        : vote === 2
          ? [all[0], others, all[2]]
          : [all[0], all[1], others];
    });
    const items = fitItems(without, open);
    return cast.map(({ voter, vote }, i) => {
      const own = forerunners.kind === "none" ? null : ownPart(question, voter);
      const shares = likelyVotes(items[i] as TextItem, believed(eve, voter), 0, own);
      const weight = forerunners.kind === "text" ? settings.lastText : settings.ownGiven;
      return { voter, shares: mixed(shares, lasting(question, voter), weight), cast: vote };
    });
  };

  return { forecast, givenOthers };
}
