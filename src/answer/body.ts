import { UsageError } from "../errors.ts";
import { fixedMembers, type MemberSpell } from "../measures/cohesion/member-spell.ts";
import { largestOn, membersEver, membershipsOn } from "../record/membership.ts";
import type { Organisation } from "../record/organisation.ts";
import type { CasusRecord } from "../record/record.ts";
import type { StateKey } from "../states/state.ts";
import { organisationOf, votingState } from "./lookup.ts";
import { memberSpells } from "./selection.ts";

/** A set of states that an address asks about: an organisation with dated members, or a fixed group. */
export interface Body {
  /** `/alliances/csto` or `/groups/KAZ~KGZ~TJK`. */
  readonly base: string;
  readonly name: string;
  readonly short: string;
  readonly organisation: Organisation | null;
  readonly spells: readonly MemberSpell[];
  /** Every state that ever belonged to it and has votes in the record. */
  readonly everVoting: readonly StateKey[];
  readonly membersOn: (day: string) => readonly StateKey[];
  /** The largest member on a day and the criterion, or null for a group. */
  readonly largestOn: (
    day: string,
  ) => { readonly state: StateKey; readonly criterion: string } | null;
}

/** An organisation as a body. */
export function organisationBody(record: CasusRecord, id: string): Body {
  const organisation = organisationOf(record, id);
  return {
    base: `/alliances/${organisation.id}`,
    name: organisation.name,
    short: organisation.short,
    organisation,
    spells: memberSpells(record.votes, organisation),
    everVoting: membersEver(organisation).filter((state) =>
      record.votes.voters.includes(state),
    ),
    membersOn: (day) => membershipsOn(organisation, day).map(({ state }) => state),
    largestOn: (day) => largestOn(organisation, day) ?? null,
  };
}

/** The canonical form of the states of a group: upper case, sorted, each once. */
export function groupStates(record: CasusRecord, text: string): readonly StateKey[] {
  const parts = text.split("~").filter(Boolean);
  if (parts.length > 250)
    throw new UsageError(`${parts.length} states are too many for a group.`, {
      hint: "Name up to 250.",
    });
  const keys = [...new Set(parts.map((part) => votingState(record, part).key))].sort();
  if (keys.length < 2) {
    throw new UsageError(`${JSON.stringify(text.slice(0, 60))} is not a group.`, {
      hint: 'Name two states or more, joined by "~", such as KAZ~KGZ~TJK.',
    });
  }
  return keys;
}

/** A fixed set of states as a body. */
export function groupBody(record: CasusRecord, text: string): Body {
  const keys = groupStates(record, text);
  const voters = keys.map((key) => record.votes.voters.indexOf(key));
  const names = keys.map((key) => record.states.name(key));
  const shown =
    names.length > 6
      ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more`
      : names.join(", ");
  return {
    base: `/groups/${keys.join("~")}`,
    name: shown,
    short: "the group",
    organisation: null,
    spells: fixedMembers(record.votes, voters),
    everVoting: keys,
    membersOn: () => keys,
    largestOn: () => null,
  };
}
