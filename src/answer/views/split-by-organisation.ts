import { agreementIndex } from "../../measures/cohesion/agreement-index.ts";
import { membershipsOn } from "../../record/membership.ts";
import type { CasusRecord } from "../../record/record.ts";
import { VOTE } from "../../record/votes.ts";
import type { Section } from "../answer.ts";

/** How the members of each organisation voted on one roll call. */
export function splitByOrganisation(record: CasusRecord, index: number): Section {
  const { votes } = record;
  const { date } = votes.rollCalls[index]!;
  const rows = record.organisations.flatMap((organisation) => {
    const byCode = new Map<number, string[]>();
    for (const { state } of membershipsOn(organisation, date)) {
      const voter = votes.voters.indexOf(state);
      const code =
        voter < 0 ? VOTE.notMember : votes.cells[index * votes.voters.length + voter]!;
      byCode.set(code, [...(byCode.get(code) ?? []), state]);
    }
    const of = (code: number): string => (byCode.get(code) ?? []).sort().join(" ");
    const n = (code: number): number => byCode.get(code)?.length ?? 0;
    const agreement = agreementIndex(n(VOTE.yes), n(VOTE.no), n(VOTE.abstain));
    if (agreement === null) return [];
    return [
      {
        organisation: organisation.id,
        agreement_index: agreement,
        yes: of(VOTE.yes),
        no: of(VOTE.no),
        abstain: of(VOTE.abstain),
        absent: of(VOTE.absent),
      },
    ];
  });
  return {
    id: "organisations",
    title: "How each organisation split",
    text: [
      "The agreement index is 1 when all who voted did so alike and 0 for a three-way split; absence is left out.",
    ],
    findings: [],
    address: null,
    columns: [
      { name: "organisation", label: "Organisation" },
      { name: "agreement_index", label: "Agreement index", digits: 4 },
      { name: "yes", label: "Yes" },
      { name: "no", label: "No" },
      { name: "abstain", label: "Abstain" },
      { name: "absent", label: "Absent" },
    ],
    rows: rows.sort(
      (a, b) =>
        a.agreement_index - b.agreement_index || (a.organisation < b.organisation ? -1 : 1),
    ),
    figure: {
      kind: "ranks",
      title: "How alike the members of each organisation voted",
      label: "organisation",
      value: "agreement_index",
      lower: null,
      upper: null,
      highlight: null,
      xLabel: "Agreement index",
      domain: [0, 1],
      rule: null,
    },
  };
}
