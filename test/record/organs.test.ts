import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RecordError } from "../../src/errors.ts";
import { parseOrgans, type OrganFiles } from "../../src/record/parse-organs.ts";
import { caseContext } from "./case-files.ts";

const context = caseContext();
const shipped: OrganFiles = {
  organs: readFileSync("data/organs.yaml", "utf8"),
  forces: readFileSync("data/forces.yaml", "utf8"),
  exercises: readFileSync("data/exercises.yaml", "utf8"),
};

function faultOf(change: Partial<OrganFiles>): RecordError {
  try {
    parseOrgans({ ...shipped, ...change }, context);
  } catch (error) {
    if (error instanceof RecordError) return error;
    throw error;
  }
  throw new Error("the files were accepted");
}

describe("organs, forces and gatherings", () => {
  const tables = parseOrgans(shipped, context);

  it("cover at least six organisations with an organ and its rule", () => {
    expect(new Set(tables.organs.map(({ organisation }) => organisation)).size).toBeGreaterThan(
      6,
    );
  });

  it("keep every size of a force that was seen, as an interval", () => {
    const crrf = tables.forces.find(({ id }) => id === "csto-crrf")!;
    expect(crrf.sizes.map(({ least, most }) => [least, most])).toEqual([
      [18000, 18000],
      [null, 20000],
      [22000, 22000],
      [17000, null],
    ]);
    expect(crrf.threats).not.toContain("internal");
  });

  it("date what a member did at a gathering", () => {
    const missed = tables.gatherings
      .filter(({ stances }) =>
        stances.some(({ state, stance }) => state === "ARM" && stance === "absent"),
      )
      .map(({ date }) => date.text);
    expect(missed).toEqual(["2023-11-23", "2024-11-28", "2025-11-27"]);
  });

  it.each([
    [
      "an unknown treaty",
      { forces: shipped.forces.replace("treaty: csto-crrf-2009", "treaty: x-1") },
      /not a treaty/u,
    ],
    [
      "an unknown article",
      { organs: shipped.organs.replace('cst-1992, article: "3"', 'cst-1992, article: "33"') },
      /Article 33/u,
    ],
    [
      "an unknown organ",
      { forces: shipped.forces.replace("decides: csto-council", "decides: nobody") },
      /not an organ/u,
    ],
    [
      "an unknown organisation",
      { exercises: shipped.exercises.replace("organisation: csto", "organisation: cstx") },
      /not an organisation/u,
    ],
    [
      "an unknown state",
      { exercises: shipped.exercises.replace("state: KAZ", "state: KZK") },
      /not a state/u,
    ],
    [
      "a size upside down",
      { forces: shipped.forces.replace("most: 18000", "most: 17") },
      /least must not be above/u,
    ],
    [
      "an id used twice",
      { exercises: shipped.exercises.replace("id: interaction-2009", "id: rubezh-2004") },
      /used twice/u,
    ],
    [
      "an end before the beginning",
      { forces: shipped.forces.replace('to: "2024"', 'to: "1999"') },
      /ends before it begins/u,
    ],
  ] as const)("refuse %s, with file and line", (_, change, message) => {
    const fault = faultOf(change);
    expect(fault.message).toMatch(message);
    expect(fault.where).toMatch(/^data\/(?:organs|forces|exercises)\.yaml:\d+$/u);
  });
});
