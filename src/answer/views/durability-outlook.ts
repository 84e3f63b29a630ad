import type { Spell } from "../../measures/durability/membership-spells.ts";
import type { AllianceSurvival } from "../../record/alliance-survival.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { Finding, MethodNote, Row, Section } from "../answer.ts";
import { valuesOfStates } from "../values-of-states.ts";
import type { ViewContext } from "../view.ts";
import { MEMBERSHIP_METHOD, membershipOutlook } from "./membership-outlook.ts";
import { OUTLOOK_METHOD, outlookFinding, outlookRows, outlookSection } from "./outlook.ts";
import {
  calibrationSection,
  coefficientSection,
  testFinding,
  testSection,
} from "./outlook-test.ts";

/** What durability says of the years ahead. */
interface Ahead {
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
  readonly method: readonly MethodNote[];
  readonly sources: readonly string[];
  readonly summary: Row;
}

/** What the years ahead are computed from. */
interface AheadInput {
  readonly organisation: Organisation;
  readonly peers: readonly Organisation[];
  /** Memberships of the class, as seen on the day. */
  readonly spells: readonly Spell[];
  readonly at: string;
  readonly base: string;
}

/** Whether the model did better than the base rate out of time, in one sentence. */
export function modelVerdict({ tests }: AllianceSurvival): string {
  return tests[0]!.horizons.every(({ difference }) => difference.upper < 0)
    ? "Out of time the model did better than the base rate."
    : "Out of time the model is not shown to do better than the base rate.";
}

const HEADLINES = ["base_1", "base_5", "base_10", "model_1", "model_5", "model_10"] as const;

/**
 * Predicted survival of the organisation and its memberships, and first how the model of it did
 * out of time. Nothing on a day that lies within the years fitted, where it would be hindsight.
 */
export async function durabilityOutlook(
  context: ViewContext,
  { organisation, peers, spells, at, base }: AheadInput,
): Promise<Ahead> {
  const { record, query } = context;
  const { level } = query;
  const survival = record.allianceSurvival;
  const none = Object.fromEntries(HEADLINES.map((name) => [name, null]));
  const tested = [testFinding(base, survival)];
  const test = [
    testSection(base, survival),
    calibrationSection(base, survival),
    coefficientSection(base, survival, level),
  ];
  const sources = [...survival.sources];
  if (at <= `${survival.fitted.to}-12-31`) {
    const method = OUTLOOK_METHOD;
    return { sections: test, findings: tested, method, sources, summary: none };
  }
  const of = await valuesOfStates(context);
  const alliances = peers.filter(({ kind }) => kind === "alliance");
  const rows = outlookRows(record, alliances, of, { at, level });
  const own = rows.find((row) => row["organisation"] === organisation.id);
  const members = membershipOutlook({
    record,
    peers,
    organisation,
    spells,
    of,
    at,
    level,
    base,
  });
  return {
    sections: [outlookSection(base, rows), ...members.sections, ...test],
    findings: [
      ...tested,
      ...(own === undefined
        ? []
        : [
            outlookFinding(organisation.short, base, own, {
              rows,
              level,
              tested: modelVerdict(survival),
            }),
          ]),
      ...members.findings,
    ],
    method: [...OUTLOOK_METHOD, MEMBERSHIP_METHOD],
    sources,
    summary: Object.fromEntries(HEADLINES.map((name) => [name, own?.[name] ?? null])),
  };
}
