import { VOTE, VOTE_NAMES } from "../../record/votes.ts";
import type { StateKey } from "../../states/state.ts";
import type { Column, Finding, Row } from "../answer.ts";
import type { Body } from "../body.ts";
import { rollCallAddress } from "../lookup.ts";
import { listed } from "../text.ts";
import type { ViewContext } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import type { Part } from "./assessment-parts.ts";

const COLUMNS: readonly Column[] = [
  { name: "address", label: "Address" },
  { name: "symbol", label: "Resolution" },
  { name: "date", label: "Date" },
  { name: "title", label: "Title" },
  { name: "state", label: "State" },
  { name: "vote", label: "Vote" },
];

function sides(rows: readonly Row[], vote: string): string {
  return listed(rows.filter((row) => row["vote"] === vote).map((row) => String(row["state"])));
}

/**
 * The eleventh emergency special session (on Ukraine, since 2022) in full: how each member of a
 * body voted on every roll call of it, and how often as the largest member did. Empty where none did.
 */
export function emergencySession({ record }: ViewContext, body: Body): Part {
  const { votes } = record;
  const rows: Row[] = [];
  const sums: string[] = [];
  const same = new Map<StateKey, { same: number; of: number }>();
  let calls = 0;
  for (const [index, rollCall] of votes.rollCalls.entries()) {
    if (rollCall.special !== "ES-11" || rollCall.partial === true) continue;
    const members = body.membersOn(rollCall.date).toSorted();
    const largest = body.largestOn(rollCall.date)?.state;
    const code = (key: StateKey): number => {
      const voter = votes.voters.indexOf(key);
      return voter < 0 ? VOTE.notMember : votes.cells[index * votes.voters.length + voter]!;
    };
    const own: Row[] = members
      .filter((key) => code(key) !== VOTE.notMember)
      .map((key) => ({
        address: rollCallAddress(rollCall),
        symbol: rollCall.symbol,
        date: rollCall.date,
        title: rollCall.title,
        state: key,
        vote: VOTE_NAMES[code(key)]!,
      }));
    if (own.length === 0) continue;
    calls += 1;
    rows.push(...own);
    sums.push(
      `${rollCall.symbol} (${rollCall.date}): yes ${sides(own, "yes")}; no ${sides(own, "no")}; ` +
        `abstain ${sides(own, "abstain")}; absent ${sides(own, "absent")}.`,
    );
    for (const key of members) {
      if (key === largest || largest === undefined || code(key) === VOTE.notMember) continue;
      const count = same.get(key) ?? { same: 0, of: 0 };
      count.of += 1;
      if (code(key) === code(largest)) count.same += 1;
      same.set(key, count);
    }
  }
  if (calls === 0) return { sections: [], findings: [] };
  const covered = votes.rollCalls.at(-1)!.date;
  const largest = body.largestOn(covered)?.state;
  const findings: Finding[] =
    largest === undefined
      ? []
      : [
          {
            id: "es-11",
            text:
              `On ${calls} roll calls of the emergency session on Ukraine, as ${record.states.name(largest)} voted: ` +
              `${listed([...same].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `${record.states.name(key)} ${count.same} of ${count.of}`))}.`,
            value: calls,
            ...WITHOUT_INTERVAL,
            n: calls,
            comparison:
              "A full count of the session's roll calls in this record; no interval, since nothing is sampled.",
            method: "Count of identical votes (absence is a vote of its own)",
            evidence: ["/rollcalls?q=ES-11"],
          },
        ];
  return {
    sections: [
      {
        id: "es-11",
        title: "The emergency session on Ukraine (ES-11), in full",
        text: body.membersOn(covered).length > 12 ? [] : sums,
        findings: findings.map(({ id }) => id),
        address: null,
        columns: COLUMNS,
        rows,
        figure: {
          kind: "votes",
          title: "Votes in the emergency session on Ukraine",
          x: "symbol",
          y: "state",
          vote: "vote",
        },
      },
    ],
    findings,
  };
}
