import type { CasusRecord } from "../../record/record.ts";
import type { Section } from "../answer.ts";
import { rollCallAddress } from "../lookup.ts";
import type { Positions } from "../positions.ts";

/** The roll calls that tell the two ends apart most: by the size of their discrimination. */
export function discriminatingSection(
  record: CasusRecord,
  { items }: Positions,
  limit: number,
): Section {
  const first = [...items]
    .filter(({ categories }) => categories.length > 1)
    .sort((a, b) => Math.abs(b.discrimination) - Math.abs(a.discrimination))
    .slice(0, limit);
  return {
    id: "discriminating",
    title: "Roll calls that discriminate most",
    text: [
      "By the absolute discrimination of the item; positive: states at the high end vote no. Linked repetitions of a text are one item, shown by its last vote.",
    ],
    findings: [],
    address: null,
    columns: [
      { name: "address", label: "Address" },
      { name: "date", label: "Date" },
      { name: "title", label: "Title" },
      { name: "linked", label: "Linked votes" },
      { name: "discrimination", label: "Discrimination", digits: 3 },
      { name: "yes", label: "Yes" },
      { name: "no", label: "No" },
      { name: "abstain", label: "Abstain" },
    ],
    rows: first.map(({ rollCalls, discrimination }) => {
      const rollCall = record.votes.rollCalls[rollCalls.at(-1)!]!;
      return {
        address: rollCallAddress(rollCall),
        date: rollCall.date,
        title: rollCall.title,
        linked: rollCalls.length,
        discrimination,
        yes: rollCall.yes,
        no: rollCall.no,
        abstain: rollCall.abstain,
      };
    }),
    figure: null,
  };
}
