import type { View } from "../../answer/view.ts";
import { voteCoverage } from "../../answer/shared-notes.ts";
import { counted } from "../../answer/text.ts";
import { CLAIM_METHOD } from "./claim-notes.ts";

/** `/claims`: the texts whose claims are tested. */
export const claimsView: View = {
  path: "/claims",
  describe: "the texts whose claims are tested on the record, with how many claims each makes",
  example: "/claims",
  parameters: [],
  canonical: (_record, path) => path,
  compute: ({ record }) => {
    const rows = record.claims.map(({ id, title, text, claims }) => ({
      id,
      address: `/claims/${id}`,
      title,
      text: text.title,
      author: text.author,
      publisher: text.publisher,
      date: text.date,
      url: text.url,
      claims: claims.length,
      predictions: claims.filter(({ kind }) => kind === "prediction").length,
    }));
    const claims = rows.reduce((sum, row) => sum + row.claims, 0);
    return {
      title: `${counted(rows.length, "text")} with ${counted(claims, "claim")}`,
      summary: { texts: rows.length, claims },
      columns: [
        { name: "id", label: "Claims" },
        { name: "address", label: "Address" },
        { name: "title", label: "Title" },
        { name: "text", label: "Text checked" },
        { name: "author", label: "Author" },
        { name: "publisher", label: "Publisher" },
        { name: "date", label: "Date" },
        { name: "url", label: "Web address" },
        { name: "claims", label: "Claims" },
        { name: "predictions", label: "Predictions" },
      ],
      rows,
      figure: {
        kind: "ranks",
        title: "Claims by text",
        label: "title",
        value: "claims",
        lower: null,
        upper: null,
        highlight: null,
        xLabel: "Claims",
        domain: null,
        rule: 0,
      },
      method: CLAIM_METHOD,
      sources: [],
      caveats: ["The texts were chosen to try the method on, and are no sample of anything."],
      covers: voteCoverage(record),
    };
  },
};
