import type { VotingBlocs } from "../../measures/blocs/voting-blocs.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { StateKey } from "../../states/state.ts";
import type { Column, Coverage, Row } from "../answer.ts";

/** Columns of a state's place in the blocs. */
export const STATE_COLUMNS: readonly Column[] = [
  { name: "state", label: "State" },
  { name: "name", label: "Name" },
  {
    name: "bloc",
    label: "Bloc",
    note: "1 is the largest; 0: stands alone; empty: too few votes to be placed",
  },
  { name: "size", label: "States in it" },
  { name: "consensus", label: "Consensus bloc", note: "numbered by size in its own right" },
  {
    name: "stability",
    label: "Stability",
    digits: 4,
    note: "mean share of draws together with the others of its bloc; alone, share of draws alone",
  },
];

/** Columns of a member's place in the blocs. */
export const MEMBER_COLUMNS: readonly Column[] = [
  ...STATE_COLUMNS,
  {
    name: "with_largest",
    label: "With the largest",
    digits: 4,
    note: "share of draws in one bloc with the largest member; empty for itself",
  },
  { name: "blocs", label: "Blocs", note: "of two states or more, in the period" },
  { name: "modularity", label: "Modularity", digits: 6 },
];

/** Columns of the blocs themselves. */
export const BLOC_COLUMNS: readonly Column[] = [
  { name: "bloc", label: "Bloc" },
  { name: "size", label: "States" },
  { name: "stability", label: "Stability", digits: 4, note: "mean over its states" },
  { name: "members", label: "Members", note: "of the organisation asked about, in it" },
  { name: "states", label: "Which" },
];

function placeOf(record: CasusRecord, blocs: VotingBlocs, voter: number, day: string): Row {
  const state = record.votes.voters[voter]!;
  const node = blocs.voters.indexOf(voter);
  const name = record.states.name(state, day);
  if (node < 0) {
    return { state, name, bloc: null, size: null, consensus: null, stability: null };
  }
  const bloc = blocs.bloc[node]!;
  return {
    state,
    name,
    bloc,
    size: bloc === 0 ? 1 : blocs.sizes[bloc - 1]!,
    consensus: blocs.consensus[node]!,
    stability: blocs.stability[node]!,
  };
}

/** One row for each placed state, by bloc and key. */
export function stateRows(
  record: CasusRecord,
  blocs: VotingBlocs,
  { to }: Pick<Coverage, "to">,
): readonly Row[] {
  const last = blocs.sizes.length + 1;
  const order = (row: Row): number => (row["bloc"] === 0 ? last : Number(row["bloc"]));
  return Array.from(blocs.voters, (voter) => placeOf(record, blocs, voter, to)).sort(
    (a, b) => order(a) - order(b) || (String(a["state"]) < String(b["state"]) ? -1 : 1),
  );
}

/** One row for each member, with its share of draws beside the largest. */
export function memberRows(
  record: CasusRecord,
  blocs: VotingBlocs,
  members: readonly number[],
  largest: StateKey | null,
  { to }: Pick<Coverage, "to">,
): readonly Row[] {
  const { voters, together } = blocs;
  const partner = largest === null ? -1 : voters.indexOf(record.votes.voters.indexOf(largest));
  return members.map((voter) => {
    const node = voters.indexOf(voter);
    const share =
      node < 0 || partner < 0 || node === partner
        ? null
        : together[node * voters.length + partner]!;
    return {
      ...placeOf(record, blocs, voter, to),
      with_largest: share,
      blocs: blocs.withheld === null ? blocs.sizes.length : null,
      modularity: blocs.withheld === null ? blocs.modularity : null,
    };
  });
}

/** One row for each bloc, and one for the states that stand alone. */
export function blocRows(
  record: CasusRecord,
  blocs: VotingBlocs,
  span: Pick<Coverage, "to">,
  members: readonly number[],
): readonly Row[] {
  const rows = stateRows(record, blocs, span);
  const own = new Set(members.map((voter) => String(record.votes.voters[voter])));
  return [...new Set(rows.map((row) => row["bloc"]))].map((bloc) => {
    const states = rows.filter((row) => row["bloc"] === bloc);
    const sum = states.reduce((total, row) => total + Number(row["stability"]), 0);
    const keys = states.map((row) => String(row["state"]));
    return {
      bloc: bloc ?? null,
      size: states.length,
      stability: sum / states.length,
      members: own.size === 0 ? null : keys.filter((key) => own.has(key)).join(" "),
      states: keys.join(" "),
    };
  });
}
