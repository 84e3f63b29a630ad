import type { EventDate } from "../dates/event-date.ts";
import type { Provision, Treaty } from "../record/treaty.ts";
import { versionsOn } from "./version-on.ts";

/** A provision of the text in force, and whether it surely was part of it. */
export interface ProvisionInForce {
  readonly provision: Provision;
  /** The version it was read in; the first where two may have been in force. */
  readonly version: string;
  /** False where the date does not decide between two texts and only one of them holds it. */
  readonly certain: boolean;
}

/** The provisions of a treaty that stood in the text in force on a date. */
export function provisionsOn(treaty: Treaty, date: EventDate): readonly ProvisionInForce[] {
  const texts = versionsOn(treaty, date);
  // Two texts on either side of one boundary cover the date between them.
  const covered = texts.length > 1 || texts[0]?.inForce === "yes";
  return treaty.provisions.flatMap((provision): ProvisionInForce[] => {
    const own = texts.filter(({ version }) => provision.versions.includes(version.id));
    if (own.length === 0) return [];
    const certain = covered && own.length === texts.length;
    return [{ provision, version: own[0]!.version.id, certain }];
  });
}
