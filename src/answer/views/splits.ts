import { mostSplitting } from "../../measures/cohesion/most-splitting.ts";
import { recurringSplits } from "../../measures/cohesion/recurring-splits.ts";
import { sideShare } from "../../measures/cohesion/side-share.ts";
import { splits, type Split } from "../../measures/cohesion/splits.ts";
import type { CasusRecord } from "../../record/record.ts";
import { VOTE_NAMES } from "../../record/votes.ts";
import type { Column, Row, Section } from "../answer.ts";
import { groupBody, groupStates, organisationBody, type Body } from "../body.ts";
import { organisationOf, rollCallAddress } from "../lookup.ts";
import { selectRollCalls } from "../selection.ts";
import { gapCaveats, VOTE_SOURCES, voteCoverage } from "../shared-notes.ts";
import { counted, percent } from "../text.ts";
import type { View, ViewContext } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { organisationSources } from "./alliance.ts";
import { isNamed } from "./table-rows.ts";

const PARAMETERS = ["from", "to", "topic", "q", "limit", "level"] as const;

/** Columns of a list of splits. */
export const SPLIT_COLUMNS: readonly Column[] = [
  { name: "address", label: "Address" },
  { name: "date", label: "Date" },
  { name: "symbol", label: "Symbol" },
  { name: "title", label: "Title" },
  { name: "agreement_index", label: "Agreement index", digits: 4 },
  { name: "yes", label: "Yes" },
  { name: "no", label: "No" },
  { name: "abstain", label: "Abstain" },
  { name: "absent", label: "Absent" },
];

/** One roll call and how a body divided on it. */
export function splitRow(record: CasusRecord, split: Split): Row {
  const rollCall = record.votes.rollCalls[split.rollCall]!;
  const keys = (voters: readonly number[]): string =>
    voters.map((voter) => record.votes.voters[voter]).join(" ");
  return {
    address: rollCallAddress(rollCall),
    date: rollCall.date,
    symbol: rollCall.symbol,
    title: rollCall.title,
    agreement_index: split.agreement,
    yes: keys(split.yes),
    no: keys(split.no),
    abstain: keys(split.abstain),
    absent: keys([...split.absent, ...split.unknown].sort((a, b) => a - b)),
  };
}

/** Splits that return, as a section. */
export function recurringSection(
  record: CasusRecord,
  found: readonly Split[],
  limit: number,
): Section {
  const keys = (voters: readonly number[]): string =>
    voters.map((voter) => record.votes.voters[voter]).join(" ");
  return {
    id: "recurring",
    title: "Splits that recur",
    text: [
      "Which members stood together, whichever side voted yes; three times or more, unanimous votes left out. The same " +
        "division with another absentee counts as another.",
    ],
    findings: [],
    address: null,
    columns: [
      { name: "sides", label: "Sides" },
      { name: "count", label: "Times" },
      {
        name: "opposed",
        label: "Yes against no",
        note: "on how many of them some voted yes against others' no",
      },
      { name: "first", label: "First" },
      { name: "last", label: "Last" },
    ],
    rows: recurringSplits(found)
      .slice(0, limit)
      .map(({ sides, count, opposed, first, last }) => ({
        sides: sides.map(keys).join(" | "),
        count,
        opposed,
        first: record.votes.rollCalls[first]!.date,
        last: record.votes.rollCalls[last]!.date,
      })),
    figure: null,
  };
}

/** How often each member stands with the body's largest side, as a section. */
export function sideSection(
  { record, query }: ViewContext,
  body: Body,
  selection: Int32Array,
): Section {
  const rows = sideShare(record.votes, body.spells, selection, query.level).map((row) => ({
    state: record.votes.voters[row.voter]!,
    name: record.states.name(record.votes.voters[row.voter]!),
    share: row.share,
    lower: row.lower,
    upper: row.upper,
    n: row.n,
    undecided: row.undecided,
    not_voting: row.notVoting,
  }));
  return {
    id: "sides",
    title: "Who stands with the largest side",
    text: [
      "Share of contested roll calls (the members not unanimous) on which a state voted as the largest side of the members did; " +
        "ties and unknown majorities are counted apart. Exact interval (Clopper and Pearson 1934), which takes roll calls as independent: " +
        "repeated texts make it too short.",
    ],
    findings: [],
    address: null,
    columns: [
      { name: "state", label: "State" },
      { name: "name", label: "Name" },
      { name: "share", label: "Share", digits: 4 },
      { name: "lower", label: "Lower", digits: 4 },
      { name: "upper", label: "Upper", digits: 4 },
      { name: "n", label: "n" },
      { name: "undecided", label: "Undecided" },
      { name: "not_voting", label: "Not voting" },
    ],
    rows: rows.filter(({ n, undecided, not_voting: absent }) => n + undecided + absent > 0),
    figure: {
      kind: "ranks",
      title: `With the largest side of ${body.short}`,
      label: "name",
      value: "share",
      lower: "lower",
      upper: "upper",
      highlight: null,
      xLabel: "Share of contested roll calls",
      domain: [0, 1],
      rule: null,
    },
  };
}

function splitsDraft(context: ViewContext, body: Body) {
  const { record, query } = context;
  const selection = selectRollCalls(record.votes, query).filter((index) =>
    isNamed(query.q, record.votes.rollCalls[index]!),
  );
  const found = splits(record.votes, body.spells, selection);
  const voted = found.filter(({ agreement }) => agreement !== null);
  const contested = voted.filter(({ agreement }) => agreement! < 1);
  const covers = voteCoverage(record, query);
  const share = voted.length === 0 ? null : contested.length / voted.length;
  return {
    title: `How ${body.name} splits in the UN General Assembly`,
    summary: {
      roll_calls: voted.length,
      contested: contested.length,
      contested_share: share,
      shown: Math.min(query.limit, contested.length),
    },
    columns: SPLIT_COLUMNS,
    rows: mostSplitting(found, { limit: query.limit }).map((split) => splitRow(record, split)),
    sections: [recurringSection(record, found, 25), sideSection(context, body, selection)],
    findings: [
      {
        id: "contested",
        text:
          share === null
            ? `${body.short}: no roll call on which two members voted.`
            : `${body.short}: members were not unanimous on ${contested.length} of ${counted(voted.length, "roll call")} (${percent(share)}).`,
        value: share,
        ...WITHOUT_INTERVAL,
        n: voted.length,
        comparison: null,
        method: "Count of contested roll calls",
        evidence: [`${body.base}/splits`],
      },
    ],
    figure: null,
    method: [
      {
        name: "Count of contested roll calls",
        text: `A roll call is contested where two members or more voted and not all alike (codes: ${VOTE_NAMES.slice(1, 4).join(", ")}). A count of this record, without an interval.`,
        reference: null,
      },
    ],
    sources: [
      ...VOTE_SOURCES,
      ...(body.organisation === null ? [] : organisationSources(body.organisation)),
    ],
    caveats: gapCaveats(covers),
    covers,
  };
}

/** `/alliances/{id}/splits`. */
export const allianceSplitsView: View = {
  path: "/alliances/{id}/splits",
  describe:
    "the roll calls that split an organisation most, the splits that recur, who stands with whom",
  example: "/alliances/csto/splits",
  parameters: PARAMETERS,
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: (context) =>
    splitsDraft(context, organisationBody(context.record, context.path["id"] ?? "")),
};

/** `/groups/{states}/splits`. */
export const groupSplitsView: View = {
  path: "/groups/{states}/splits",
  describe:
    "the roll calls that split any set of states most, the splits that recur, who stands with whom",
  example: "/groups/KAZ~KGZ~TJK~TKM~UZB/splits",
  parameters: PARAMETERS,
  canonical: (record, { states = "" }) => ({ states: groupStates(record, states).join("~") }),
  compute: (context) =>
    splitsDraft(context, groupBody(context.record, context.path["states"] ?? "")),
};
