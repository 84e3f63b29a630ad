import { NotFoundError } from "../errors.ts";
import type { Organisation } from "../record/organisation.ts";
import type { CasusRecord } from "../record/record.ts";
import type { RollCall } from "../record/votes.ts";
import { editDistance } from "../states/edit-distance.ts";
import type { StateKey } from "../states/state.ts";

/** A text of this length that stands in a name is meant for it: "Collective Security". */
const SHORTEST_PART = 3;

/** Up to three names nearest to a text, by edits over any of the names' spellings or as a part of one. */
export function nearestNames(
  text: string,
  names: readonly (readonly string[])[],
): readonly string[] {
  const wanted = text.toLowerCase().slice(0, 60);
  const editsTo = (spelling: string): number =>
    wanted.length >= SHORTEST_PART && spelling.includes(wanted)
      ? 0
      : editDistance(wanted, spelling);
  return names
    .map((spellings) => ({
      name: spellings[0]!,
      edits: Math.min(...spellings.map((spelling) => editsTo(spelling.toLowerCase()))),
    }))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** The organisation with this id. @throws NotFoundError with the nearest ids. */
export function organisationOf(record: CasusRecord, id: string): Organisation {
  const found = record.organisations.find(
    (organisation) => organisation.id === id.toLowerCase(),
  );
  if (found !== undefined) return found;
  const near = nearestNames(
    id,
    record.organisations.map((organisation) => [
      organisation.id,
      organisation.short,
      organisation.name,
    ]),
  );
  throw new NotFoundError(`there is no alliance ${JSON.stringify(id.slice(0, 60))}.`, {
    hint: `Nearest: ${near.join(", ")}. "/alliances" lists them all.`,
  });
}

/** The state with this key, in either case. @throws NotFoundError with the nearest keys. */
export function stateOf(record: CasusRecord, text: string): StateKey {
  const key = text.toUpperCase();
  if (record.states.has(key)) return key;
  const near = record.states
    .nearest(text.slice(0, 60))
    .map((candidate) => `${candidate} (${record.states.name(candidate)})`);
  throw new NotFoundError(`there is no state ${JSON.stringify(text.slice(0, 60))}.`, {
    hint: `${near.length === 0 ? "" : `Nearest: ${near.join(", ")}. `}"/states" lists them all.`,
  });
}

/** A state that has votes in the record, with its position among the voters. */
export function votingState(
  record: CasusRecord,
  text: string,
): { readonly key: StateKey; readonly voter: number } {
  const key = stateOf(record, text);
  const voter = record.votes.voters.indexOf(key);
  if (voter >= 0) return { key, voter };
  throw new NotFoundError(
    `${record.states.name(key)} has no vote in the General Assembly's record.`,
    {
      hint: "Choose a state that has been a member of the United Nations.",
    },
  );
}

/** The symbol of a roll call as it stands in an address: `A/RES/ES-11/1` is `A-RES-ES-11-1`. */
function slugOf(symbol: string): string {
  return symbol.replaceAll(/[^A-Za-z0-9]+/gu, "-").replaceAll(/^-|-$/gu, "");
}

/** The address of a roll call: by symbol where it has one, else by number. */
export function rollCallAddress({ symbol, rcid }: RollCall): string {
  return `/rollcalls/${symbol === null ? `rc-${rcid}` : slugOf(symbol)}`;
}

/** The position of the roll call with this symbol or `rc-<rcid>`. @throws NotFoundError */
export function rollCallIndex(record: CasusRecord, text: string): number {
  const wanted = slugOf(text).toUpperCase();
  const { rollCalls } = record.votes;
  const found = rollCalls.findIndex(
    ({ symbol, rcid }) =>
      (symbol !== null && slugOf(symbol).toUpperCase() === wanted) || wanted === `RC-${rcid}`,
  );
  if (found >= 0) return found;
  throw new NotFoundError(`there is no roll call ${JSON.stringify(text.slice(0, 60))}.`, {
    hint: 'Write its symbol ("A-RES-ES-11-1") or its number ("rc-9200"); "/rollcalls?q=" finds them.',
  });
}
