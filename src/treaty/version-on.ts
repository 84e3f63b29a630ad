import { DAY, type EventDate } from "../dates/event-date.ts";
import type { Ternary } from "../dates/lag.ts";
import type { Treaty, TreatyVersion } from "../record/treaty.ts";

/** A version of a treaty that was, or may have been, the text in force. */
export interface VersionInForce {
  readonly version: TreatyVersion;
  readonly inForce: Exclude<Ternary, "no">;
}

/** Whether a moment lies on or after the day of a boundary that is known within bounds. */
export function reached(moment: EventDate, boundary: EventDate): Ternary {
  const last = Math.max(boundary.earliest, boundary.latest - DAY);
  if (moment.earliest >= last) return "yes";
  return moment.latest <= boundary.earliest ? "no" : "undecidable";
}

/** Whether a version was the text in force on a date. */
export function versionHolds(treaty: Treaty, version: TreatyVersion, date: EventDate): Ternary {
  if (treaty.inForce === null) return "no";
  const begun = reached(date, version.from);
  const end = version.to ?? treaty.ended?.date ?? null;
  const over = end === null ? "no" : reached(date, end);
  if (begun === "no" || over === "yes") return "no";
  return begun === "yes" && over === "no" ? "yes" : "undecidable";
}

/**
 * The versions of a treaty that were in force on a date, or may have been where the date or the
 * day of the change is not known well enough: one in the plain case, none before the treaty's entry
 * into force or after its end.
 */
export function versionsOn(treaty: Treaty, date: EventDate): readonly VersionInForce[] {
  return treaty.versions.flatMap((version): VersionInForce[] => {
    const inForce = versionHolds(treaty, version, date);
    return inForce === "no" ? [] : [{ version, inForce }];
  });
}

/** The one version of a treaty surely in force on a date; null where none is, or two may be. */
export function versionOn(treaty: Treaty, date: EventDate): TreatyVersion | null {
  const [first, ...others] = versionsOn(treaty, date);
  return first?.inForce === "yes" && others.length === 0 ? first.version : null;
}
