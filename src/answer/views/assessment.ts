import { dayOf } from "../../dates/day-of.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { Column, Coverage, Draft } from "../answer.ts";
import { type Body, organisationBody } from "../body.ts";
import { organisationOf } from "../lookup.ts";
import { DEFAULT_QUERY } from "../query-text.ts";
import { gapCaveats, similarityMethod, VOTE_SOURCES, voteCoverage } from "../shared-notes.ts";
import type { View, ViewContext } from "../view.ts";
import { organisationSources } from "./alliance.ts";
import {
  alignmentPart,
  cohesionPart,
  membersPart,
  type Part,
  splitsPart,
} from "./assessment-parts.ts";
import { blocMethod } from "./blocs-method.ts";
import { blocParts } from "./blocs.ts";
import { breakMethod, sinceWhenParts } from "./breaks.ts";
import { cohesionMethod } from "./cohesion.ts";
import { dependencePart } from "./dependence.ts";
import { dominancePart } from "./dominance.ts";
import { durabilityPart, readingsPart } from "./durability-part.ts";
import { emergencySession } from "./emergency-session.ts";
import { influenceParts } from "./influence.ts";
import { positionsPart } from "./positions-part.ts";
import { CONDUCT_METHOD, conductParts, conductSources } from "./track-record.ts";

const FINDING_COLUMNS: readonly Column[] = [
  { name: "id", label: "Id" },
  { name: "text", label: "Finding" },
  { name: "value", label: "Value", digits: 6 },
  { name: "lower", label: "Lower", digits: 6 },
  { name: "upper", label: "Upper", digits: 6 },
  { name: "level", label: "Level", digits: 3 },
  { name: "n", label: "n" },
  { name: "comparison", label: "Comparison" },
  { name: "method", label: "Method" },
  { name: "evidence", label: "Evidence" },
];

/** `/alliances/{id}/assessment`: what the record says of one organisation, in findings. */
export const assessmentView: View = {
  path: "/alliances/{id}/assessment",
  describe:
    "the assessment of an organisation in findings with intervals: members, alignment, cohesion, positions, splits, blocs, influence, dependence, conduct, durability",
  example: "/alliances/csto/assessment",
  parameters: ["measure", "convention", "level", "draws", "seed"],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: async (context) => {
    const { record } = context;
    const body = organisationBody(record, context.path["id"] ?? "");
    const organisation = body.organisation!;
    const whole = voteCoverage(record);
    const ended =
      organisation.ended === null ? whole.to : dayBefore(dayOf(organisation.ended.date));
    const covers = {
      from: dayOf(organisation.founded.date),
      to: ended < whole.to ? ended : whole.to,
    };
    const bounded: ViewContext = {
      ...context,
      query: { ...context.query, from: null, to: covers.to },
    };
    // An end shows on the day itself; the votes of an organisation end on the day before.
    const seenOn = organisation.ended === null ? covers.to : whole.to;
    const steps: readonly (readonly [what: string, compute: () => Part | Promise<Part>])[] = [
      ["members", () => membersPart(context, body, organisation, covers)],
      ["alignment", () => alignmentPart(bounded, body, covers)],
      ["cohesion", () => cohesionPart(bounded, body)],
      ["positions", () => positionsPart(context, body)],
      ["breaks", () => sinceWhenParts(bounded, body)],
      ["splits", () => splitsPart(context, body, covers)],
      ["blocs", () => blocParts(context, body)],
      ["dominance", () => dominancePart(context, body)],
      ["influence", () => influenceParts(bounded, body)],
      ["dependence", () => dependencePart(context, body)],
      [
        "conduct",
        () => ({ ...conductParts(context, body), sources: conductSources(context, body) }),
      ],
      ["durability", () => durabilityPart(context, body, organisation, seenOn)],
      ["readings", () => readingsPart(context, body)],
      ["emergency session", () => emergencySession(context, body)],
    ];
    const parts: Part[] = [];
    const draft = (): Draft =>
      assessmentOf(context, { bounded, body, organisation, covers, parts });
    for (const [done, [what, compute]] of steps.entries()) {
      context.signal?.throwIfAborted();
      context.progress?.(done, steps.length, what);
      parts.push(await compute());
      if (done < steps.length - 1) context.partial?.(draft());
    }
    context.progress?.(steps.length, steps.length, "done");
    return draft();
  },
};

/** The assessment that some parts make: all of them, or the first. */
function assessmentOf(
  context: ViewContext,
  {
    bounded,
    body,
    organisation,
    covers,
    parts,
  }: {
    /** The context up to the last day that the assessment covers. */
    readonly bounded: ViewContext;
    readonly body: Body;
    readonly organisation: Organisation;
    readonly covers: Coverage;
    readonly parts: readonly Part[];
  },
): Draft {
  const { record, query } = context;
  const findings = parts.flatMap((part) => part.findings);
  return {
    title: `Assessment of ${organisation.name}`,
    summary: {
      id: organisation.id,
      members: body.membersOn(covers.to).length,
      largest: body.largestOn(covers.to)?.state ?? null,
      findings: findings.length,
      measure: query.measure,
      convention: query.convention,
    },
    columns: FINDING_COLUMNS,
    rows: findings.map(({ evidence, ...finding }) => ({
      ...finding,
      evidence: evidence.join(" "),
    })),
    sections: parts.flatMap((part) => part.sections),
    findings,
    figure: null,
    method: [
      ...similarityMethod(query.measure, query.convention, { ...DEFAULT_QUERY, ...query }),
      ...cohesionMethod(context).filter(({ name }) => name !== "Interval"),
      ...parts.flatMap(({ method = [] }) => method),
      ...breakMethod(bounded),
      ...blocMethod(context),
      ...CONDUCT_METHOD,
    ],
    sources: [
      ...VOTE_SOURCES,
      "bsv-2017",
      "vdem-v16",
      ...organisationSources(organisation),
      ...(organisation.budgetShares ?? []).flatMap(({ sources }) => sources),
      ...parts.flatMap(({ sources = [] }) => sources),
      ...record.allianceSurvival.sources,
    ],
    caveats: [
      "UN votes show what a state said in public, not what it did; a resolution's text and the price of a vote differ from one roll call to the next.",
      ...gapCaveats(covers),
      ...[organisation.notes].filter((note) => note !== null),
    ],
    covers,
  };
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
