import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RecordError } from "../../src/errors.ts";
import type { Organisation } from "../../src/record/organisation.ts";
import { organisationSchema } from "../../src/record/organisation-schema.ts";
import { parseParticipation } from "../../src/record/parse-participation.ts";
import { readYaml } from "../../src/record/read-yaml.ts";
import { factContext } from "./case-files.ts";

const NAMES = [
  "african-union",
  "arab-league",
  "cis",
  "csto",
  "ecowas",
  "gcc",
  "guam",
  "nato",
  "warsaw-pact",
];

const organisations = new Map<string, Organisation>(
  NAMES.map((name) => {
    const path = `data/organisations/${name}.yaml`;
    return [name, readYaml(path, readFileSync(path, "utf8"), organisationSchema).value];
  }),
);
const context = { ...factContext(), organisations };
const FILE = "data/participation.yaml";
const GOOD = `- event: csto-summit-2023-11
  organisation: csto
  title: Summit
  kind: summit
  date: "2023-11-23"
  confidence: high
  sources: ["https://example.org/a"]
  states:
    - { state: ARM, present: declined, level: none, text: Stays away. }
    - { state: [BLR, KAZ], present: yes, level: head-of-state }
    - state: TJK
      present: unknown
      level: none
      confidence: low
      sources: [general-knowledge]
`;

function faultOf(text: string): RecordError {
  try {
    parseParticipation(FILE, text, context);
  } catch (error) {
    if (error instanceof RecordError) return error;
    throw error;
  }
  throw new Error("the file was accepted");
}

describe("a table of participation", () => {
  it("is read into one row a state and event", () => {
    const rows = parseParticipation(FILE, GOOD, context);
    expect(rows.map(({ id, present }) => [id, present])).toEqual([
      ["csto-summit-2023-11-arm", "declined"],
      ["csto-summit-2023-11-blr", "yes"],
      ["csto-summit-2023-11-kaz", "yes"],
      ["csto-summit-2023-11-tjk", "unknown"],
    ]);
    expect(rows.map(({ confidence }) => confidence)).toEqual(["high", "high", "high", "low"]);
  });

  it.each([
    ["a wrong date", "2023-11-23", "2023-11-31", 5, /is not a date/u],
    [
      "an unknown organisation",
      "organisation: csto",
      "organisation: otsc",
      2,
      /not an organisation.*Known: african/u,
    ],
    [
      "a state that is no member",
      "state: ARM",
      "state: UZB",
      9,
      /UZB is not a member on the day/u,
    ],
    [
      "a reason that is not needed",
      "text: Stays",
      "outside: Stays",
      9,
      /ARM is a member on the day/u,
    ],
    ["a state that stands twice", "[BLR, KAZ]", "[BLR, ARM]", 10, /ARM stands twice/u],
    [
      "an unknown level",
      "level: head-of-state",
      "level: king",
      10,
      /needs a level: head-of-state/u,
    ],
    ["a level of the absent", "present: yes", "present: no", 10, /has no level/u],
    [
      "an unfounded high confidence",
      "confidence: low",
      "confidence: high",
      11,
      /cannot be of high/u,
    ],
  ])("is refused with file, line and mend for %s", (_, good, bad, line, message) => {
    const text = GOOD.replace(good, bad);
    expect(text).not.toBe(GOOD);
    const fault = faultOf(text);
    expect(fault.line).toMatch(message);
    expect(fault.where).toBe(`${FILE}:${line}`);
  });

  it("is refused where nobody stayed to compare with", () => {
    const text = GOOD.split("\n").slice(0, 9).join("\n");
    expect(faultOf(text).line).toMatch(
      /needs two states or more.*Add the members that stayed/u,
    );
  });
});

describe("the participation of the record", () => {
  const rows = parseParticipation(FILE, readFileSync(FILE, "utf8"), context);

  it("covers nine organisations, each with states that came beside any that stayed away", () => {
    expect([...new Set(rows.map(({ organisation }) => organisation))].toSorted()).toEqual(
      NAMES,
    );
    for (const name of NAMES) {
      const own = rows.filter(({ organisation }) => organisation === name);
      expect(own.filter(({ present }) => present === "yes").length).toBeGreaterThan(1);
    }
  });

  it("has Armenia away from the three summits of 2023 to 2025 and the five others present", () => {
    for (const event of ["csto-summit-2023-11", "csto-summit-2024-11", "csto-summit-2025-11"]) {
      const own = rows.filter((row) => row.event === event);
      expect(
        own.filter(({ present }) => present === "declined").map(({ state }) => state),
      ).toEqual(["ARM"]);
      expect(own.filter(({ present }) => present === "yes")).toHaveLength(5);
    }
  });
});
