import { NotFoundError } from "../errors.ts";
import { filterPositions } from "../measures/positions/filter-positions.ts";
import { fitPositions } from "../measures/positions/fit-positions.ts";
import { linkItems } from "../measures/positions/link-items.ts";
import { normalSpan } from "../measures/positions/normal-span.ts";
import type { Anchors } from "../measures/positions/position-data.ts";
import { positionDataFromVotes } from "../measures/positions/position-data-from-votes.ts";
import { positionRollCalls } from "../measures/positions/position-roll-calls.ts";
import type { DefaultPositions } from "../record/default-positions.ts";
import type { CasusRecord } from "../record/record.ts";
import type { Query } from "./query.ts";
import { selectRollCalls } from "./selection.ts";
import type { ViewContext } from "./view.ts";

/** One voter's position in one period. */
export interface Position {
  readonly voter: number;
  /** The session's number or the year. */
  readonly period: number;
  readonly year: number;
  readonly position: number;
  readonly se: number;
  readonly lower: number;
  readonly upper: number;
  readonly n: number;
}

/** A fitted item: one roll call, or several linked ones. */
export interface PositionItem {
  /** Indices of its roll calls. */
  readonly rollCalls: readonly number[];
  /** Vote codes seen, ascending (1 yes, 2 abstain, 3 no). */
  readonly categories: readonly number[];
  /** Positive where a high position makes "no" likely. */
  readonly discrimination: number;
  readonly cutPoints: readonly number[];
}

/** Positions of a set of votes, and what they were fitted on. */
export interface Positions {
  readonly rows: readonly Position[];
  readonly items: readonly PositionItem[];
  readonly evolution: number;
  readonly passes: number;
  readonly converged: boolean;
  readonly votes: number;
  /** Whether they ship with the record. */
  readonly shipped: boolean;
}

/** The query of the fit that a record ships. */
export const WHOLE = { from: null, to: null, topic: null, by: "session" } as const;

type FitQuery = Pick<Query, "from" | "to" | "topic" | "by" | "level">;

const yearOf = (period: number, by: Query["by"]): number =>
  by === "session" ? period + 1945 : period;

function anchorsOf(
  record: CasusRecord,
  voters: readonly number[] | undefined,
): Anchors | undefined {
  const [high, low] = ["USA", "RUS"].map((key) => record.votes.voters.indexOf(key as never));
  const has = (voter: number | undefined): voter is number =>
    voter !== undefined && voter >= 0 && (voters === undefined || voters.includes(voter));
  if (!has(high)) return undefined;
  return has(low) ? { high, low } : { high };
}

/**
 * Fits positions to the roll calls that a query selects, on all voters or on some; nothing of a
 * record's shipped fit is used. High is the end of the United States.
 *
 * @throws UsageError where the votes do not determine positions.
 */
async function fitQuery(
  { record, kernels }: Pick<ViewContext, "record" | "kernels">,
  query: FitQuery,
  voters?: readonly number[],
): Promise<Positions> {
  const { votes } = record;
  const usable = new Set(positionRollCalls(votes.rollCalls));
  const rollCallIndices = Array.from(selectRollCalls(votes, query)).filter((index) =>
    usable.has(index),
  );
  if (rollCallIndices.length === 0) {
    throw new NotFoundError(
      "the address selects no roll call that positions can be fitted on.",
      {
        hint: "Take from, to or topic out; no vote of 2025 has a topic.",
      },
    );
  }
  const time = (index: number): number => {
    const { session, date } = votes.rollCalls[index]!;
    return query.by === "session"
      ? session
      : query.by === "year"
        ? Number(date.slice(0, 4))
        : 0;
  };
  const first = Math.min(...rollCallIndices.map(time));
  const data = positionDataFromVotes(votes, {
    rollCallIndices,
    ...(voters === undefined ? {} : { voters }),
    periodOf: (_, index) => time(index) - first,
  });
  const anchors = anchorsOf(record, voters);
  const options = { level: query.level, ...(anchors === undefined ? {} : { anchors }) };
  const fit = fitPositions(data, options, await kernels.positions());
  const linked = linkItems(rollCallIndices.map((index) => votes.rollCalls[index]!));
  const members = new Map<number, number[]>();
  for (const [at, index] of rollCallIndices.entries()) {
    const item = linked[at]!;
    members.set(item, [...(members.get(item) ?? []), index]);
  }
  const startYear = Number(votes.rollCalls[rollCallIndices[0]!]!.date.slice(0, 4));
  const { rows, items } = fit;
  return {
    rows: Array.from(rows.voter, (voter, i) => {
      const period = rows.period[i]! + first;
      return {
        voter,
        period,
        year: query.by === "all" ? startYear : yearOf(period, query.by),
        position: rows.position[i]!,
        se: rows.se[i]!,
        lower: rows.lower[i]!,
        upper: rows.upper[i]!,
        n: rows.n[i]!,
      };
    }),
    items: Array.from(items.item, (item, j) => ({
      rollCalls: members.get(item) ?? [],
      categories: Array.from(
        items.category.subarray(items.categoryStart[j], items.categoryStart[j + 1]),
      ),
      discrimination: items.discrimination[j]!,
      cutPoints: Array.from(
        items.cutPoints.subarray(
          items.categoryStart[j]! - j,
          items.categoryStart[j + 1]! - j - 1,
        ),
      ),
    })),
    evolution: fit.evolution,
    passes: fit.passes,
    converged: fit.converged,
    votes: fit.votes,
    shipped: false,
  };
}

const DIGITS = 1e6;
const rounded = (value: number): number => Math.round(value * DIGITS) / DIGITS;

/** The default fit (every session, every state) as a record ships it, at six decimals. */
export async function defaultPositions(
  context: Pick<ViewContext, "record" | "kernels">,
): Promise<DefaultPositions> {
  const fit = await fitQuery(context, { ...WHOLE, level: 0.9 });
  const { rows, items, evolution, passes, converged, votes } = fit;
  const { rollCalls } = context.record.votes;
  const filtered = filterPositions(
    context.record.votes,
    items,
    await context.kernels.positions(),
  );
  const cells = rows.map(
    ({ voter, period }) => voter * filtered.sessions + period - filtered.first,
  );
  return {
    voter: rows.map(({ voter }) => voter),
    session: rows.map(({ period }) => period),
    position: rows.map(({ position }) => rounded(position)),
    se: rows.map(({ se }) => rounded(se)),
    n: rows.map(({ n }) => n),
    filtered: {
      position: cells.map((cell) => rounded(filtered.mean[cell]!)),
      se: cells.map((cell) => rounded(Math.sqrt(filtered.variance[cell]!))),
      evolution: rounded(filtered.evolution),
    },
    items: items.map((item) => ({
      rcids: item.rollCalls.map((index) => rollCalls[index]!.rcid),
      categories: item.categories,
      discrimination: rounded(item.discrimination),
      cutPoints: item.cutPoints.map(rounded),
    })),
    evolution,
    passes,
    converged,
    votes,
  };
}

function shippedPositions(
  record: CasusRecord,
  shipped: DefaultPositions,
  level: number,
): Positions {
  const span = normalSpan(level);
  const indexOf = new Map(record.votes.rollCalls.map(({ rcid }, index) => [rcid, index]));
  return {
    ...shipped,
    rows: shipped.voter.map((voter, i) => {
      const position = shipped.position[i]!;
      const se = shipped.se[i]!;
      const period = shipped.session[i]!;
      return {
        voter,
        period,
        year: period + 1945,
        position,
        se,
        lower: position - span * se,
        upper: position + span * se,
        n: shipped.n[i]!,
      };
    }),
    items: shipped.items.map(({ rcids, ...item }) => ({
      ...item,
      rollCalls: rcids.map((rcid) => indexOf.get(rcid)!),
    })),
    shipped: true,
  };
}

/** The positions that a query asks for: the record's own where it asks for the whole, else fitted now. */
export async function positionsOf(
  context: ViewContext,
  voters?: readonly number[],
): Promise<Positions> {
  const { record, query } = context;
  const { from, to, topic, by, level } = query;
  const whole = from === null && to === null && topic === null && by === "session";
  const shipped = record.positions();
  if (whole && voters === undefined && shipped !== null)
    return shippedPositions(record, shipped, level);
  return await fitQuery(context, query, voters);
}
