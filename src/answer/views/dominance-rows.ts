import { dayOf } from "../../dates/day-of.ts";
import { type CaseConduct, caseConduct } from "../../measures/influence/case-conduct.ts";
import { type EqualTurns, equalTurns } from "../../measures/influence/equal-turns.ts";
import { caseDate } from "../../measures/responsiveness/case-events.ts";
import type { Gathering } from "../../record/organ.ts";
import { largestOn, membershipsOn } from "../../record/membership.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { StateKey } from "../../states/state.ts";

/** A case with the part that the largest member of its day had in it. */
export interface LargestCase extends CaseConduct {
  readonly day: string;
  readonly largest: StateKey;
  readonly members: number;
}

/** A gathering that was held, with its host. */
export interface Hosted {
  readonly gathering: Gathering;
  readonly day: string;
  readonly largest: StateKey;
  readonly members: number;
  readonly host: StateKey;
}

/** What the largest member of an organisation did in the record. */
export interface Dominance {
  readonly cases: readonly LargestCase[];
  /** Cases of the organisation in which its largest member was in trouble itself. */
  readonly ownTrouble: number;
  readonly hosted: readonly Hosted[];
  /** Gatherings that were held and whose host no source gives, or that had several. */
  readonly hostUnknown: number;
  readonly commands: EqualTurns | null;
  readonly hosting: EqualTurns | null;
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The cases and gatherings of an organisation from the side of its largest member. */
export function dominanceOf(record: CasusRecord, organisation: Organisation): Dominance {
  const own = record.cases.filter((item) => item.organisation === organisation.id);
  let ownTrouble = 0;
  const cases = own.flatMap((item): LargestCase[] => {
    const date = caseDate(item);
    if (date === null) return [];
    const day = iso(date.earliest);
    const largest = largestOn(organisation, day)?.state;
    const members = membershipsOn(organisation, day).length;
    if (largest === undefined || members < 2) return [];
    // Nobody sends troops to itself, or decides on its own call as one member among others.
    if (item.concerned.includes(largest)) {
      ownTrouble += 1;
      return [];
    }
    return [{ ...caseConduct(item, largest), day, largest, members }];
  });
  const held = record.gatherings.filter(
    (row) => row.organisation === organisation.id && row.outcome === "held",
  );
  const hosted = held.flatMap((gathering): Hosted[] => {
    const day = dayOf(gathering.date.text);
    const hosts = gathering.stances.filter(({ stance }) => stance === "hosted");
    const largest = largestOn(organisation, day)?.state;
    const members = membershipsOn(organisation, day).length;
    if (hosts.length !== 1 || largest === undefined || members < 2) return [];
    return [{ gathering, day, largest, members, host: hosts[0]!.state }];
  });
  const commanded = cases.filter(({ command }) => command !== null);
  return {
    cases,
    ownTrouble,
    hosted,
    hostUnknown: held.length - hosted.length,
    commands: equalTurns(
      commanded.filter(({ command }) => command === true).length,
      commanded.map(({ members }) => members),
    ),
    hosting: equalTurns(
      hosted.filter(({ host, largest }) => host === largest).length,
      hosted.map(({ members }) => members),
    ),
  };
}

/** In how many cases the largest member sent more than half of the people. */
export interface MajoritySent {
  readonly yes: number;
  readonly no: number;
  readonly undecidable: number;
  /** Mean of the lower and of the upper bounds; null without a case. */
  readonly least: number | null;
  readonly most: number | null;
}

/** Counts, three-valued, the cases in which the largest member sent more than half. */
export function majoritySent(cases: readonly LargestCase[]): MajoritySent {
  const known = cases.flatMap(({ troops }) => troops ?? []);
  const yes = known.filter(({ least }) => least > 0.5).length;
  const no = known.filter(({ most }) => most <= 0.5).length;
  const mean = (values: readonly number[]): number | null =>
    values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
  return {
    yes,
    no,
    undecidable: known.length - yes - no,
    least: mean(known.map(({ least }) => least)),
    most: mean(known.map(({ most }) => most)),
  };
}
