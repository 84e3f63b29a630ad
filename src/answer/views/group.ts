import type { CasusRecord } from "../../record/record.ts";
import type { StateKey } from "../../states/state.ts";
import { membershipsOn } from "../../record/membership.ts";
import { groupBody, groupStates } from "../body.ts";
import { counted } from "../text.ts";
import type { View } from "../view.ts";

/** A state's latest spell in the United Nations. */
function unSpell(record: CasusRecord, key: StateKey) {
  const spell = record.states.unMembership(key).at(-1);
  return {
    un_from: spell?.from ?? null,
    un_to: spell === undefined || spell.to === "" ? null : spell.to,
  };
}

/** `/groups/{states}`: any set of states. */
export const groupView: View = {
  path: "/groups/{states}",
  describe: "any set of states: who they are, and which organisations each belongs to",
  example: "/groups/KAZ~KGZ~TJK~TKM~UZB",
  parameters: ["at"],
  canonical: (record, { states = "" }) => ({ states: groupStates(record, states).join("~") }),
  compute: ({ record, path, query }) => {
    const body = groupBody(record, path["states"] ?? "");
    const at = query.at ?? record.votes.rollCalls.at(-1)?.date ?? "";
    return {
      title: `Group of ${counted(body.everVoting.length, "state")}: ${body.name}`,
      summary: { states: body.everVoting.length, at },
      columns: [
        { name: "state", label: "State" },
        { name: "name", label: "Name" },
        { name: "un_member", label: "UN member" },
        {
          name: "un_from",
          label: "UN member since",
          note: "the first day of the latest spell",
        },
        { name: "un_to", label: "Until" },
        { name: "organisations", label: "Organisations" },
      ],
      rows: body.everVoting.map((key) => ({
        state: key,
        name: record.states.name(key, at),
        un_member: record.states.isUnMember(key, at),
        ...unSpell(record, key),
        organisations: record.organisations
          .filter((organisation) =>
            membershipsOn(organisation, at).some(({ state }) => state === key),
          )
          .map(({ id }) => id)
          .join(" "),
      })),
      figure: {
        kind: "spans",
        title: "Membership of the United Nations",
        label: "name",
        from: "un_from",
        to: "un_to",
      },
      sources: ["un-members"],
      covers: { from: "1946-01-01", to: at },
    };
  },
};
