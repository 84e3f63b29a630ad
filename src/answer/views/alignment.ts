import { MEASURE_NOTES } from "../../measures/alignment/measure-notes.ts";
import { groupBody, groupStates, organisationBody, type Body } from "../body.ts";
import { organisationOf } from "../lookup.ts";
import {
  gapCaveats,
  MEASURE_KEYS,
  similarityMethod,
  VOTE_SOURCES,
  voteCoverage,
} from "../shared-notes.ts";
import type { View, ViewContext } from "../view.ts";
import { organisationSources } from "./alliance.ts";
import { alignmentFigure, alignmentFinding } from "./alignment-finding.ts";
import { ALIGNMENT_COLUMNS, alignmentRows } from "./alignment-rows.ts";

/** Parameters of the similarity views. */
export const ALIGNMENT_PARAMETERS = [
  "from",
  "to",
  "topic",
  "measure",
  "convention",
  "by",
  "level",
  "draws",
  "seed",
  "state",
] as const;

function alignmentDraft(context: ViewContext, body: Body) {
  const { record, query } = context;
  const rows = alignmentRows(context, body);
  const covers = voteCoverage(record, query);
  const last = rows.at(-1);
  const latest = rows.filter((row) => row["period"] === last?.["period"]);
  const largest = body.largestOn(covers.to);
  const { label } = MEASURE_NOTES[MEASURE_KEYS[query.measure]];
  const mean = latest.find((row) => row["state"] === "mean");
  return {
    title:
      largest === null
        ? `Alignment within ${body.name} in the UN General Assembly`
        : `Alignment of ${body.short} members with ${record.states.name(largest.state)} in the UN General Assembly`,
    summary: {
      measure: query.measure,
      convention: query.convention,
      by: query.by,
      largest: largest?.state ?? null,
      largest_criterion: largest?.criterion ?? null,
      latest_period: (last?.["period"] as string | undefined) ?? null,
      latest_mean: (mean?.[query.measure] as number | undefined) ?? null,
      rows: rows.length,
    },
    columns: ALIGNMENT_COLUMNS,
    rows,
    findings: latest
      .filter((row) => row["state"] !== "mean")
      .slice(0, 60)
      .map((row) => alignmentFinding(context, row, body.base, null)),
    figure: alignmentFigure(`${label}: ${body.short}`, query.measure),
    method: similarityMethod(query.measure, query.convention, query),
    sources: [
      ...VOTE_SOURCES,
      ...(body.organisation === null ? [] : organisationSources(body.organisation)),
    ],
    caveats: [
      ...gapCaveats(covers),
      ...(query.topic === null
        ? []
        : ["Topics are Voeten's; no vote of 2025 and few special-session votes are coded."]),
    ],
    covers,
  };
}

/** `/alliances/{id}/alignment`: each member with the largest member, period by period. */
export const allianceAlignmentView: View = {
  path: "/alliances/{id}/alignment",
  describe:
    "similarity of each member's votes with the largest member's, period by period, and the mean over all pairs",
  example: "/alliances/csto/alignment",
  parameters: ALIGNMENT_PARAMETERS,
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: (context) =>
    alignmentDraft(context, organisationBody(context.record, context.path["id"] ?? "")),
};

/** `/groups/{states}/alignment`: every pair of a set of states. */
export const groupAlignmentView: View = {
  path: "/groups/{states}/alignment",
  describe:
    "similarity of votes of every pair in any set of states, and the mean over all pairs",
  example: "/groups/KAZ~KGZ~TJK~TKM~UZB/alignment",
  parameters: ALIGNMENT_PARAMETERS,
  canonical: (record, { states = "" }) => ({ states: groupStates(record, states).join("~") }),
  compute: (context) =>
    alignmentDraft(context, groupBody(context.record, context.path["states"] ?? "")),
};
