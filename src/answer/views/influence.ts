import { dayOf } from "../../dates/day-of.ts";
import { organisationBody, type Body } from "../body.ts";
import { filteredPositionsOf } from "../filtered-positions.ts";
import { headOf } from "../head-of.ts";
import { organisationOf } from "../lookup.ts";
import { gapCaveats, VOTE_SOURCES, voteCoverage } from "../shared-notes.ts";
import type { View, ViewContext } from "../view.ts";
import { organisationSources } from "./alliance.ts";
import type { Part } from "./assessment-parts.ts";
import { influenceClass } from "./influence-class.ts";
import { LEAD_METHOD, leadPart } from "./influence-lead.ts";
import { MAJORITY_METHOD, majorityPart } from "./influence-majority.ts";
import { SIDING_METHOD, sidingPart } from "./influence-siding.ts";
import { memberSteps } from "./influence-steps.ts";

const COLUMNS = [
  { name: "year", label: "Year" },
  { name: "largest", label: "Largest member", note: "at the last of the roll calls" },
  { name: "name", label: "Name" },
  { name: "n", label: "n", note: "contested roll calls on which it and another member count" },
  {
    name: "share",
    label: "With the majority of the others",
    digits: 6,
    note: "share of n on which the largest member voted as the largest side of the others",
  },
  { name: "lower", label: "Lower", digits: 6, note: "empty: below ten families of texts" },
  { name: "upper", label: "Upper", digits: 6 },
  {
    name: "others",
    label: "Other members",
    digits: 6,
    note: "mean of the same share, each against the majority without itself",
  },
];

const FIGURE = {
  kind: "series",
  x: "year",
  y: "share",
  lower: "lower",
  upper: "upper",
  series: null,
  xLabel: "Year",
  yLabel: "Share of contested roll calls",
  domain: [0, 1],
  rule: null,
  name: "Largest member",
  references: [{ column: "others", label: "Mean of the other members" }],
} as const;

/** The parts on influence that an assessment carries; those of other organisations left out. */
export async function influenceParts(context: ViewContext, body: Body): Promise<Part> {
  const filtered = await filteredPositionsOf(context);
  const steps = memberSteps(context.record, body, filtered, context.query);
  const lead = leadPart(context, body, filtered, steps, { brief: true });
  const majority = majorityPart(context, body, { brief: true });
  const siding = sidingPart(context, body);
  return {
    sections: [
      {
        id: "influence",
        title: "Influence: with the majority of the others, year by year",
        text: [
          "The share of the contested roll calls on which the largest member voted as the largest " +
            "side of the others did, beside the mean of the other members.",
        ],
        findings: majority.findings.map(({ id }) => id),
        address: `${body.base}/influence`,
        columns: COLUMNS,
        rows: majority.rows,
        figure: { ...FIGURE, title: `${body.short}: the largest member and the majority` },
      },
      siding.section,
      ...lead.sections,
    ],
    findings: [...majority.findings, ...siding.findings, ...lead.findings],
    method: [MAJORITY_METHOD, SIDING_METHOD, ...LEAD_METHOD],
  };
}

/** `/alliances/{id}/influence`: who moves toward whom. */
export const allianceInfluenceView: View = {
  path: "/alliances/{id}/influence",
  describe:
    "who moves toward whom: the largest member and the majority of the others, siding with it " +
    "when it is alone, and the share of the gap of positions that each side closes",
  example: "/alliances/csto/influence",
  parameters: ["from", "to", "level", "draws", "seed"],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: async (context) => {
    const { record, path, query } = context;
    const body = organisationBody(record, path["id"] ?? "");
    const organisation = body.organisation!;
    const title = `Who moves toward whom in ${organisation.name}`;
    context.partial?.(headOf(title));
    const filtered = await filteredPositionsOf(context);
    const steps = memberSteps(record, body, filtered, query);
    const lead = leadPart(context, body, filtered, steps);
    context.signal?.throwIfAborted();
    const majority = majorityPart(context, body);
    const siding = sidingPart(context, body);
    context.signal?.throwIfAborted();
    const all = influenceClass(context, body, filtered);
    const covers = voteCoverage(record, {
      from: query.from ?? dayOf(organisation.founded.date),
      to: query.to ?? (organisation.ended === null ? null : dayOf(organisation.ended.date)),
    });
    const [found] = majority.findings;
    return {
      title,
      summary: {
        contested: majority.paired.length,
        majority: found?.value ?? null,
        majority_lower: found?.lower ?? null,
        majority_upper: found?.upper ?? null,
        sessions: lead.own?.sessions ?? 0,
        follow: lead.own?.follow ?? null,
        lead: lead.own?.lead ?? null,
        difference: lead.own?.difference ?? null,
        placebos: lead.placebo?.placebos ?? null,
        p: lead.placebo?.p ?? null,
        smallest_p: lead.placebo?.smallest ?? null,
        evolution: filtered.evolution,
      },
      columns: COLUMNS,
      rows: majority.rows,
      sections: [majority.section, siding.section, ...lead.sections, all.section],
      findings: [...majority.findings, ...siding.findings, ...lead.findings, ...all.findings],
      figure: {
        ...FIGURE,
        title: `${organisation.short}: the largest member and the majority`,
      },
      method: [MAJORITY_METHOD, SIDING_METHOD, ...LEAD_METHOD],
      sources: [...VOTE_SOURCES, "bsv-2017", ...organisationSources(organisation)],
      caveats: [
        "Votes in the Assembly are public and cost little: they show what a member shows, not " +
          "what it yields.",
        "No coefficient shows a cause: two states may move alike because of a third thing.",
        ...gapCaveats(covers),
      ],
      covers,
    };
  },
};
