import { VOTE_NAMES, type RollCall } from "../../record/votes.ts";
import { rollCallAddress, rollCallIndex, votingState } from "../lookup.ts";
import { selectRollCalls } from "../selection.ts";
import { gapCaveats, VOTE_SOURCES, voteCoverage } from "../shared-notes.ts";
import { counted, listed } from "../text.ts";
import type { Section } from "../answer.ts";
import type { View, ViewContext } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { similarPart } from "./similar-roll-calls.ts";
import { splitByOrganisation } from "./split-by-organisation.ts";
import { isNamed } from "./table-rows.ts";

/** What tells roll calls apart; the votes asked for stand next, since they are the question. */
const NAMING_COLUMNS = [
  { name: "address", label: "Address" },
  { name: "date", label: "Date" },
  { name: "title", label: "Title" },
];

const OTHER_COLUMNS = [
  { name: "yes", label: "Yes" },
  { name: "no", label: "No" },
  { name: "abstain", label: "Abstain" },
  { name: "absent", label: "Absent" },
  { name: "session", label: "Session" },
  { name: "symbol", label: "Symbol" },
  { name: "topics", label: "Topics", note: "empty: coded, none applies; -: nobody coded it" },
  { name: "complete", label: "Complete" },
  { name: "source", label: "Source" },
];

/** A roll call as a row of a list. */
function rollCallRow(rollCall: RollCall) {
  return {
    address: rollCallAddress(rollCall),
    date: rollCall.date,
    title: rollCall.title,
    yes: rollCall.yes,
    no: rollCall.no,
    abstain: rollCall.abstain,
    absent: rollCall.absent,
    session: rollCall.special ?? String(rollCall.session),
    symbol: rollCall.symbol,
    topics: rollCall.topics === null ? "-" : rollCall.topics.join(" "),
    complete: rollCall.complete,
    source: rollCall.source,
  };
}

/** How many of the roll calls found fall in each year, as a section with its figure. */
function countByYear(found: readonly RollCall[]): Section {
  const counts = new Map<number, number>();
  for (const { date } of found) {
    const year = Number(date.slice(0, 4));
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return {
    id: "years",
    title: "Roll calls found, by year",
    text: [
      "All that the address selects, whatever the page shows. A year without a row has none.",
    ],
    findings: [],
    address: null,
    columns: [
      { name: "year", label: "Year" },
      { name: "roll_calls", label: "Roll calls" },
    ],
    rows: [...counts]
      .sort(([a], [b]) => a - b)
      .map(([year, count]) => ({ year, roll_calls: count })),
    figure: {
      kind: "series",
      title: "Roll calls by year",
      x: "year",
      y: "roll_calls",
      lower: null,
      upper: null,
      series: null,
      xLabel: "Year",
      yLabel: "Roll calls",
      domain: null,
      rule: null,
    },
  };
}

function listOf({ record, query }: ViewContext) {
  const { votes } = record;
  const voters = query.state.map((key) => votingState(record, key));
  const found = Array.from(selectRollCalls(votes, query), (index) => ({
    index,
    rollCall: votes.rollCalls[index]!,
  }))
    .filter(({ rollCall }) => isNamed(query.q, rollCall))
    .filter(({ index }) =>
      voters.every(({ voter }) => votes.cells[index * votes.voters.length + voter] !== 0),
    )
    .reverse();
  const rows = found
    .slice(query.offset, query.offset + query.limit)
    .map(({ index, rollCall }) => ({
      ...rollCallRow(rollCall),
      ...Object.fromEntries(
        voters.map(({ key, voter }) => [
          key,
          VOTE_NAMES[votes.cells[index * votes.voters.length + voter]!]!,
        ]),
      ),
    }));
  return {
    total: found.length,
    rows,
    voters,
    byYear: countByYear(found.map(({ rollCall }) => rollCall)),
  };
}

/** `/rollcalls`: the recorded votes, newest first. */
export const rollCallsView: View = {
  path: "/rollcalls",
  describe: "recorded votes, newest first, by date, topic, text and state",
  example: "/rollcalls?q=ukraine&state=ARM~KAZ",
  parameters: ["from", "to", "topic", "state", "q", "limit", "offset"],
  canonical: (_record, path) => path,
  compute: (context) => {
    const { record, query } = context;
    const { total, rows, voters, byYear } = listOf(context);
    const covers = voteCoverage(record, query);
    return {
      title: "Recorded votes of the UN General Assembly",
      summary: { total, shown: rows.length, offset: query.offset, limit: query.limit },
      columns: [
        ...NAMING_COLUMNS,
        ...voters.map(({ key }) => ({ name: key, label: record.states.name(key) })),
        ...OTHER_COLUMNS,
      ],
      rows,
      sections: total === 0 ? [] : [byYear],
      sources: VOTE_SOURCES,
      caveats: gapCaveats(covers),
      covers,
    };
  },
};

/** `/rollcalls/{id}`: who voted how. */
export const rollCallView: View = {
  path: "/rollcalls/{id}",
  describe:
    "one recorded vote: every state's vote, the tallies, how each organisation split, and the roll " +
    "calls that divided the states alike",
  example: "/rollcalls/A-RES-ES-11-1",
  parameters: [],
  canonical: (record, { id = "" }) => ({
    id: rollCallAddress(record.votes.rollCalls[rollCallIndex(record, id)]!).slice(
      "/rollcalls/".length,
    ),
  }),
  compute: ({ record, path }) => {
    const index = rollCallIndex(record, path["id"] ?? "");
    const { votes } = record;
    const rollCall = votes.rollCalls[index]!;
    const size = votes.voters.length;
    const rows = votes.voters.flatMap((key, voter) => {
      const code = votes.cells[index * size + voter]!;
      return code === 0
        ? []
        : [
            {
              state: key,
              name: record.states.name(key, rollCall.date),
              vote: VOTE_NAMES[code]!,
            },
          ];
    });
    const unknown = rows.filter(({ vote }) => vote === "unknown").map(({ state }) => state);
    const differing = record.disagreements.filter(({ rcid }) => rcid === rollCall.rcid);
    const where = rollCall.symbol ?? `roll call ${rollCall.rcid}`;
    return {
      title: `${where}${rollCall.title === null ? "" : `: ${rollCall.title}`} (${rollCall.date})`,
      summary: {
        yes: rollCall.yes,
        no: rollCall.no,
        abstain: rollCall.abstain,
        absent: rollCall.absent,
        date: rollCall.date,
        session: rollCall.special ?? String(rollCall.session),
        symbol: rollCall.symbol,
        rcid: rollCall.rcid,
        complete: rollCall.complete,
        topics: rollCall.topics === null ? null : rollCall.topics.join(" "),
        source: rollCall.source,
      },
      columns: [
        { name: "state", label: "State" },
        { name: "name", label: "Name" },
        { name: "vote", label: "Vote" },
      ],
      rows,
      sections: [splitByOrganisation(record, index), similarPart(record, index)],
      findings: [
        {
          id: "tally",
          text:
            `${where} of ${rollCall.date}: ${rollCall.yes} yes, ${rollCall.no} no, ` +
            `${rollCall.abstain} abstain, ${rollCall.absent} absent.`,
          value: rollCall.yes,
          ...WITHOUT_INTERVAL,
          n: rollCall.yes + rollCall.no + rollCall.abstain + rollCall.absent,
          comparison: null,
          method: "Count of the recorded votes",
          evidence: [rollCallAddress(rollCall)],
        },
      ],
      method: [
        {
          name: "Count of the recorded votes",
          text: "Absence is not abstention; a state that was not a member on the day has no row.",
          reference: null,
        },
        {
          name: "Similar roll calls",
          text:
            "Kappa with squared distances between the votes of the states on two roll calls, yes, " +
            "abstain and no at equal steps. Withheld below 20 states.",
          reference: "Cohen 1968, doi:10.1037/h0026256",
        },
      ],
      sources: VOTE_SOURCES,
      caveats: [
        ...(rollCall.partial === true
          ? [
              "Only some votes of this roll call are known. It is shown, and left out of every measure.",
            ]
          : []),
        ...(unknown.length > 0 && rollCall.partial !== true
          ? [`No source gives the vote of ${listed(unknown)}.`]
          : []),
        ...(differing.length > 0
          ? [
              `The two providers differ on ${counted(differing.length, "cell")}: ` +
                `${listed(differing.map(({ state, used, library }) => `${state} (used: ${used}; Library: ${library})`))}.`,
            ]
          : []),
        "Absent does not tell absence from the loss of the vote for arrears (Charter, Article 19).",
      ],
      covers: { from: rollCall.date, to: rollCall.date },
    };
  },
};
