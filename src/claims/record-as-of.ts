import { dayOf } from "../dates/day-of.ts";
import type { EventDate } from "../dates/event-date.ts";
import type { Organisation } from "../record/organisation.ts";
import type { CasusRecord } from "../record/record.ts";
import type { Treaty } from "../record/treaty.ts";
import type { VoteRecord } from "../record/votes.ts";
import { caseAsOf } from "./case-as-of.ts";
import { endOf, hadHappened } from "./text-span.ts";

/** A span that ends after the day has no end yet. */
function openSpan<T extends { readonly from: string; readonly to: string | null }>(
  spans: readonly T[],
  day: string,
): readonly T[] {
  return spans
    .filter(({ from }) => dayOf(from) <= day)
    .map((span) => (span.to !== null && dayOf(span.to) > day ? { ...span, to: null } : span));
}

function organisationAsOf(organisation: Organisation, day: string): Organisation | null {
  if (dayOf(organisation.founded.date) > day) return null;
  const { inForce, ended } = organisation;
  return {
    ...organisation,
    inForce: inForce !== null && dayOf(inForce.date) > day ? null : inForce,
    ended: ended !== null && dayOf(ended.date) > day ? null : ended,
    largest: openSpan(organisation.largest, day),
    memberships: openSpan(organisation.memberships, day).map((spell) =>
      spell.to === null ? { ...spell, toEvent: null } : spell,
    ),
    suspensions: openSpan(organisation.suspensions, day),
  };
}

function treatyAsOf(treaty: Treaty, end: number): Treaty | null {
  if (treaty.signed.date.earliest >= end) return null;
  const later = (date: EventDate): boolean => date.earliest >= end;
  const versions = treaty.versions
    .filter(({ from }) => !later(from))
    .map((version) =>
      version.to !== null && later(version.to) ? { ...version, to: null } : version,
    );
  const ids = new Set(versions.map(({ id }) => id));
  const { inForce, ended } = treaty;
  return {
    ...treaty,
    inForce: inForce !== null && later(inForce.date) ? null : inForce,
    ended: ended !== null && later(ended.date) ? null : ended,
    versions,
    provisions: treaty.provisions.filter((provision) =>
      provision.versions.some((version) => ids.has(version)),
    ),
  };
}

function votesAsOf({ voters, rollCalls, cells }: VoteRecord, day: string): VoteRecord {
  const later = rollCalls.findIndex(({ date }) => date > day);
  const count = later < 0 ? rollCalls.length : later;
  return {
    voters,
    rollCalls: rollCalls.slice(0, count),
    cells: cells.subarray(0, count * voters.length),
  };
}

const some = <T>(value: T | null): readonly T[] => (value === null ? [] : [value]);

/**
 * The record as it stood at the end of a day: only what had surely happened by then. An event whose
 * date may lie after the day is left out; an end that came later is still open. What was coded with
 * hindsight (the outcome of a case that went on) becomes unknown.
 */
export function recordAsOf(record: CasusRecord, day: string): CasusRecord {
  const end = endOf(day);
  const happened = ({ date }: { readonly date: EventDate }): boolean => hadHappened(date, end);
  const begun = <T extends { readonly from: EventDate; readonly to: EventDate | null }>(
    spans: readonly T[],
  ): readonly T[] =>
    spans
      .filter(({ from }) => from.earliest < end)
      .map((span) =>
        span.to !== null && span.to.earliest >= end ? { ...span, to: null } : span,
      );
  const isOver = (year: number): boolean => `${year}-12-31` <= day;
  const running = Number(day.slice(0, 4));
  const lastOver = isOver(running) ? running : running - 1;
  const votes = votesAsOf(record.votes, day);
  const kept = new Set(votes.rollCalls.map(({ rcid }) => rcid));
  return {
    ...record,
    // Fitted to what came later too.
    positions: () => null,
    stanceModels: () => null,
    // Durations of missions (missionDurations) stay whole: their table has no dates.
    regimes: record.regimes
      .filter(({ fromYear }) => isOver(fromYear))
      .map((spell) => ({ ...spell, toYear: Math.min(spell.toYear, lastOver) })),
    organisations: record.organisations.flatMap((item) => some(organisationAsOf(item, day))),
    treaties: record.treaties.flatMap((treaty) => some(treatyAsOf(treaty, end))),
    cases: record.cases.flatMap((item) => some(caseAsOf(item, end))),
    stances: record.stances.filter(happened),
    participation: record.participation.filter(happened),
    organs: begun(record.organs),
    forces: begun(record.forces).map((force) => ({
      ...force,
      sizes: force.sizes.filter(happened),
    })),
    gatherings: record.gatherings.filter(happened),
    means: record.means.filter(({ year }) => isOver(year)),
    exposures: record.exposures.map((table) => ({
      ...table,
      rows: table.rows.filter(([year]) => isOver(year)),
    })),
    votes,
    disagreements: record.disagreements.filter(({ rcid }) => kept.has(rcid)),
  };
}
