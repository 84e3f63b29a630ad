import type { Body } from "../body.ts";
import type { ViewContext } from "../view.ts";
import type { Part } from "./assessment-parts.ts";
import { positionsDraft } from "./alliance-positions.ts";

/** Where the members stand, as a part of an assessment: the whole record's fit. */
export async function positionsPart(context: ViewContext, body: Body): Promise<Part> {
  const query = { ...context.query, from: null, to: null, topic: null, by: "session" as const };
  const draft = await positionsDraft(
    { ...context, query: { ...query, scope: "world", year: null } },
    body,
  );
  const [distances] = draft.sections;
  return {
    sections: [
      {
        id: "positions",
        title: "Positions",
        text: [
          "Ideal points of the whole Assembly (mean 0, standard deviation 1 over all states and sessions; high is the end of the United States), with intervals. One dimension: two states at one position need not agree on every matter.",
        ],
        findings: [],
        address: `${body.base}/positions`,
        columns: draft.columns,
        rows: draft.rows,
        figure: draft.figure,
      },
      ...(distances === undefined ? [] : [{ ...distances, address: `${body.base}/positions` }]),
    ],
    findings: draft.findings,
    method: draft.method,
  };
}
