import { describe, expect, it } from "vitest";
import { parseScenarios } from "../../src/record/parse-scenarios.ts";

const context = {
  isState: (key: string) => ["RUS", "UKR", "ARM"].includes(key),
  isSource: () => true,
  isOrganisation: (id: string) => id === "csto",
  isClaim: (id: string) => id === "my-article/3",
};
const scenario = (lines: string): string =>
  `- id: one\n  version: 1\n  since: "2026-01-01"\n  title: T\n  question: Q\n${lines}`;
const CALL =
  "  call: { alliance: csto, appellant: RUS, threat: external, adversary: UKR, left: ARM }\n";
const parse = (text: string) => parseScenarios("data/scenarios/x.yaml", text, context);

describe("parseScenarios", () => {
  it("fills in what a file leaves out, and lets a variant say otherwise", () => {
    const [one] = parse(
      scenario(
        `${CALL}  variants:\n    - { label: no adversary, adversary: null, left: null, place: outside }\n`,
      ),
    );
    expect(one!.call).toEqual({
      alliance: "csto",
      appellant: "RUS",
      at: null,
      threat: "external",
      place: "inside",
      adversary: "UKR",
      instrument: "troops",
      mandate: false,
      left: "ARM",
    });
    expect(one!.variants[0]!.call).toMatchObject({
      adversary: null,
      left: null,
      place: "outside",
      appellant: "RUS",
    });
  });

  it.each([
    [scenario(CALL.replace("csto", "nowhere")), /x\.yaml:6.*not an organisation/u],
    [scenario(CALL.replace("UKR", "XYZ")), /x\.yaml:6.*not a state's key/u],
    [scenario(CALL.replace("external", "loud")), /must be external, internal/u],
    [scenario(`${CALL}  claims: [csto-2022/999]\n`), /x\.yaml:7.*not a claim/u],
    [scenario(CALL) + scenario(CALL), /"one" is used twice/u],
    [scenario(CALL).replace("version: 1", "version: 0"), /version.*counts from 1/u],
  ])("refuses a fault with its line (%#)", (text, pattern) => {
    let line = "";
    try {
      parse(text);
    } catch (error) {
      line = (error as { line: string }).line;
    }
    expect(line).toMatch(pattern);
  });
});
