import { membershipSpells } from "../../measures/durability/membership-spells.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { Finding, Section } from "../answer.ts";
import type { Body } from "../body.ts";
import { valuesOfStates } from "../values-of-states.ts";
import type { ViewContext } from "../view.ts";
import type { Part } from "./assessment-parts.ts";
import { modelVerdict } from "./durability-outlook.ts";
import { OUTLOOK_METHOD, outlookFinding, outlookRows, outlookSection } from "./outlook.ts";
import { testFinding } from "./outlook-test.ts";
import { endsFinding, stateFinding } from "./vitality-findings.ts";
import { livesOf, livesSection, silentSince } from "./vitality-lives.ts";
import { VITALITY_METHOD } from "./vitality.ts";

/** Whether it is alive, and how long it is predicted to last, as a part of an assessment. */
export async function durabilityPart(
  context: ViewContext,
  body: Body,
  organisation: Organisation,
  at: string,
): Promise<Part> {
  const { record, query } = context;
  const { level } = query;
  const base = `${body.base}/durability`;
  const survival = record.allianceSurvival;
  const alliances = record.organisations.filter(({ kind }) => kind === "alliance");
  const ahead = at > `${survival.fitted.to}-12-31`;
  const rows = ahead
    ? outlookRows(record, alliances, await valuesOfStates(context), { at, level })
    : [];
  const own = rows.find((row) => row["organisation"] === organisation.id);
  const lives = livesOf(record, organisation, { since: silentSince(at), at });
  const found = lives.find((one) => one.organisation.id === organisation.id)!.found;
  const spells = membershipSpells([organisation], at);
  const endsOf = (end: string): number => spells.filter((one) => one.end === end).length;
  const findings: readonly Finding[] = [
    ...(own === undefined
      ? []
      : [
          testFinding(base, survival),
          outlookFinding(organisation.short, base, own, {
            rows,
            level,
            tested: modelVerdict(survival),
          }),
        ]),
    stateFinding(organisation.short, found, {
      base: `${body.base}/vitality`,
      at,
      dormant: lives.map((one) => one.found),
    }),
    endsFinding(
      organisation.short,
      base,
      {
        exit: endsOf("exit"),
        dissolution: endsOf("dissolution"),
        state: endsOf("state-ended"),
      },
      spells.length,
    ),
  ];
  const vitality: Section = {
    ...livesSection(`${body.base}/vitality`, lives),
    id: "vitality",
    findings: ["dormancy", "ends"],
  };
  return {
    sections: own === undefined ? [vitality] : [outlookSection(base, rows), vitality],
    findings,
    method: own === undefined ? VITALITY_METHOD : [...OUTLOOK_METHOD, ...VITALITY_METHOD],
  };
}

/** Where the readings of the organisation are tested: they read other answers and cost more. */
export function readingsPart({ record }: ViewContext, body: Body): Part {
  const { readings, implications } = record.readings;
  const of = (id: string, wanted: string): string =>
    implications
      .filter(({ expects }) => expects[id] === wanted)
      .map((one) => one.id)
      .join(" ");
  return {
    findings: [],
    sections: [
      {
        id: "readings",
        title: "Alliance or instrument?",
        text: [
          "Rival readings of what it is, and what each expects to be observed and excludes, fixed " +
            "beforehand. The address tests each on this organisation; /readings on five alike.",
        ],
        findings: [],
        address: `${body.base}/readings`,
        columns: [
          { name: "reading", label: "Reading" },
          { name: "says", label: "Says" },
          { name: "expects", label: "Expects" },
          { name: "excludes", label: "Excludes" },
        ],
        rows: readings.map(({ id, name, says }) => ({
          reading: name,
          says,
          expects: of(id, "yes"),
          excludes: of(id, "no"),
        })),
        figure: null,
      },
    ],
  };
}
