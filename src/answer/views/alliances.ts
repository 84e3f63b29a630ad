import { dayOf } from "../../dates/day-of.ts";
import { membersEver, membershipsOn } from "../../record/membership.ts";
import { listed } from "../text.ts";
import type { View } from "../view.ts";

/** `/alliances`: every organisation of the record. */
export const alliancesView: View = {
  path: "/alliances",
  describe: "every organisation of the record, with its members on a day",
  example: "/alliances",
  parameters: ["at"],
  canonical: (_record, path) => path,
  compute: ({ record, query }) => {
    const lastVote = record.votes.rollCalls.at(-1)?.date ?? "";
    const at = query.at ?? lastVote;
    const rows = record.organisations.map((organisation) => {
      const members = membershipsOn(organisation, at).map(({ state }) => state);
      return {
        id: organisation.id,
        name: organisation.name,
        kind: organisation.kind,
        founded: organisation.founded.date,
        in_force: organisation.inForce?.date ?? null,
        ended: organisation.ended?.date ?? null,
        members: members.length,
        members_ever: membersEver(organisation).length,
        decision_rule: organisation.decisionRule,
        member_states: members.toSorted().join(" "),
      };
    });
    const founded = record.organisations
      .map((organisation) => dayOf(organisation.founded.date))
      .sort();
    const alliances = rows.filter(({ kind }) => kind === "alliance").length;
    return {
      title: `Alliances and comparators, members on ${at}`,
      summary: {
        organisations: rows.length,
        alliances,
        comparators: rows.length - alliances,
        at,
      },
      columns: [
        { name: "id", label: "Id" },
        { name: "name", label: "Name" },
        { name: "kind", label: "Kind", note: "comparator: no defence obligation" },
        { name: "founded", label: "Founded" },
        { name: "in_force", label: "In force" },
        { name: "ended", label: "Ended" },
        { name: "members", label: "Members" },
        { name: "members_ever", label: "Ever" },
        { name: "decision_rule", label: "Decision rule" },
        { name: "member_states", label: "Member states" },
      ],
      rows,
      figure: {
        kind: "spans",
        title: "Organisations of the record",
        label: "name",
        from: "founded",
        to: "ended",
      },
      sources: record.organisations.flatMap(({ founded: event }) => event.sources),
      caveats: [
        `An organisation's memberships are dated by one act each; ${listed(["signature", "accession", "entry into force"])} differ, and its own answer says which.`,
      ],
      covers: { from: founded[0] ?? at, to: at > lastVote ? lastVote : at },
    };
  },
};
