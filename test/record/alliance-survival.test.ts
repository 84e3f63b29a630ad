import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RecordError } from "../../src/errors.ts";
import { parseAllianceSurvival } from "../../src/record/parse-alliance-survival.ts";

const FILE = "data/alliance-survival.yaml";
const TEXT = readFileSync(FILE, "utf8");
const ATOP = "../shared/data/atop";
const GDP = "../shared/data/dependence/gdp_population_country_year.csv.gz";

describe("parseAllianceSurvival", () => {
  it("reads the shipped file", () => {
    const { models, fitted } = parseAllianceSurvival(FILE, TEXT, () => true);
    expect(models[0]!.names.length).toBe(5);
    expect(fitted).toEqual({ from: 1947, to: 2018 });
  });

  it.each([
    ["a source that is none", TEXT, "is not a source of the record"],
    [
      "a model with a name too many",
      TEXT.replace('"likeness"]', '"likeness","luck"]'),
      "6 names",
    ],
    [
      "a lost interval",
      TEXT.replace(/concordance: \[[^,]+,/u, "concordance: ["),
      "a value with",
    ],
  ])("refuses %s", (what, text, message) => {
    const known = what !== "a source that is none";
    expect(() => parseAllianceSurvival(FILE, text, () => known)).toThrow(RecordError);
    expect(() => parseAllianceSurvival(FILE, text, () => known)).toThrow(message);
  });
});

describe.skipIf(!existsSync(ATOP) || !existsSync(GDP))("against the files it came from", () => {
  it("is what the script gives, to the byte", { timeout: 180_000 }, () => {
    const files = [
      "alliance.csv",
      "alliance_phase.csv.gz",
      "member.csv.gz",
      "institutionalization.csv",
    ];
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        "scripts/fit-alliance-survival.mjs",
        "--check",
        ...files.map((name) => `${ATOP}/atop5_1_${name}`),
        GDP,
      ],
      { encoding: "utf8" },
    );
    expect(stderr).not.toContain("is not what these files give");
    expect(status).toBe(0);
  });
});
