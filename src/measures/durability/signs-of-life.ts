import { dayOf } from "../../dates/day-of.ts";
import type { EventDate } from "../../dates/event-date.ts";
import type { Case, EventType } from "../../record/case.ts";
import type { Gathering, Organ } from "../../record/organ.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { ParticipationRow } from "../../record/participation.ts";

/** The kinds of signs that an organisation is alive. */
export const SIGNS = ["session", "exercise", "decision", "accession"] as const;

/** A kind of sign that an organisation is alive. */
export type Sign = (typeof SIGNS)[number];

/** The tables of a record in which signs are looked for. */
export interface SignTables {
  readonly cases: readonly Case[];
  readonly organs: readonly Organ[];
  readonly gatherings: readonly Gathering[];
  readonly participation: readonly ParticipationRow[];
}

/** One dated sign. */
export interface SeenSign {
  readonly sign: Sign;
  /** The first and the last day that it can have been. */
  readonly from: string;
  readonly to: string;
  readonly what: string;
}

const EVENT_SIGNS: { readonly [K in EventType]?: Sign } = {
  session: "session",
  consultation: "session",
  decision: "decision",
  refusal: "decision",
  mandate: "decision",
};

const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10);

function seen(sign: Sign, date: EventDate, what: string): SeenSign[] {
  const { earliest, latest } = date;
  if (!Number.isFinite(earliest) || !Number.isFinite(latest)) return [];
  return [{ sign, from: dayAt(earliest), to: dayAt(latest - 1), what }];
}

/**
 * The dated signs of life of an organisation in a record: sessions of its organs, exercises held,
 * decisions taken by it or its organs on a case (a refusal is one), and entries of members after
 * the founding. A sign of which the date is open at one end is left out.
 */
export function signsOfLife(
  organisation: Organisation,
  { cases, organs, gatherings, participation }: SignTables,
): readonly SeenSign[] {
  const own = <T extends { readonly organisation: string }>(rows: readonly T[]): readonly T[] =>
    rows.filter((row) => row.organisation === organisation.id);
  const actors = new Set([organisation.id, ...own(organs).map(({ id }) => id)]);
  const founded = dayOf((organisation.inForce ?? organisation.founded).date);
  const came = new Map(
    own(participation)
      .filter((row) => row.present === "yes" && row.outside === null)
      .map((row) => [row.event, row]),
  );
  return [
    ...own(gatherings)
      .filter(({ outcome }) => outcome === "held")
      .flatMap(({ kind, date, name }) => seen(kind, date, name)),
    ...[...came.values()].flatMap(({ kind, date, title }) =>
      kind === "summit" || kind === "exercise"
        ? seen(kind === "summit" ? "session" : "exercise", date, title)
        : [],
    ),
    ...cases.flatMap((item) =>
      item.events.flatMap((event) => {
        const sign = EVENT_SIGNS[event.type];
        const by = event.actors.some((actor) => actors.has(actor));
        return sign === undefined || !by
          ? []
          : seen(sign, event.date, `${item.id}: ${event.type}`);
      }),
    ),
    ...organisation.memberships.flatMap(({ state, from }): SeenSign[] => {
      const day = dayOf(from);
      return day <= founded
        ? []
        : [{ sign: "accession", from: day, to: day, what: `${state} enters` }];
    }),
  ];
}
