import { similarRollCalls } from "../../measures/alignment/similar-roll-calls.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Section } from "../answer.ts";
import { rollCallAddress } from "../lookup.ts";
import { counted, fixed } from "../text.ts";

/** Roll calls shown: the first screen of a table. */
const SHOWN = 12;

/** The roll calls that divided the states most as one did, held against all that can be compared. */
export function similarPart(record: CasusRecord, index: number): Section {
  const { votes } = record;
  const rollCall = votes.rollCalls[index]!;
  const all = rollCall.partial === true ? [] : similarRollCalls(votes, index);
  const median = all[Math.floor(all.length / 2)];
  return {
    id: "similar",
    title: "Similar roll calls",
    text: [
      "Those that divided the states most as this one did: kappa with squared distances over the " +
        "states that voted on both. 1 is the same division, 0 what the sizes of the sides alone give.",
      median === undefined
        ? "No other roll call can be compared: too few states voted on both, or none was divided."
        : `Held against: ${counted(all.length, "roll call")} that can be compared (20 states or ` +
          `more, divided), median kappa ${fixed(median.kappa)}.`,
    ],
    findings: [],
    address: null,
    columns: [
      { name: "address", label: "Address" },
      { name: "date", label: "Date" },
      { name: "title", label: "Title" },
      { name: "kappa", label: "Kappa", digits: 4 },
      { name: "n", label: "States", note: "that voted yes, no or abstain on both" },
      {
        name: "same_text",
        label: "Same text",
        note: "whether both belong to one family of repeated resolutions",
      },
    ],
    rows: all.slice(0, SHOWN).map(({ index: other, kappa, n }) => {
      const { date, title, family } = votes.rollCalls[other]!;
      return {
        address: rollCallAddress(votes.rollCalls[other]!),
        date,
        title,
        kappa,
        n,
        same_text: family === rollCall.family,
      };
    }),
    figure: null,
  };
}
