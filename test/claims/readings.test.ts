import { describe, expect, it } from "vitest";
import { fillTest } from "../../src/claims/readings/fill-test.ts";
import { readingVerdict } from "../../src/claims/readings/reading-verdict.ts";
import { type Found, tellApart } from "../../src/claims/readings/tell-apart.ts";
import { outcomeOf } from "../../src/claims/outcome.ts";
import { RecordError } from "../../src/errors.ts";
import { parseReadings } from "../../src/record/parse-readings.ts";
import { answerOf, record } from "../laboratory.ts";

const GOOD = `organisations: [csto, nato]
readings:
  - { id: one, name: One, says: This., literature: [A] }
  - { id: two, name: Two, says: That., literature: [B] }
implications:
  - id: acts
    text: It acts.
    why: Because.
    expects: { one: yes, two: no }
    test:
      type: event-exists
      rows: { address: "/alliances/{organisation}/record", where: { outcome: troops } }
`;
const known = new Set(["csto", "nato"]);

describe("parseReadings", () => {
  it("reads a table", () => {
    const { implications } = parseReadings("readings.yaml", GOOD, known);
    expect(implications[0]).toMatchObject({ id: "acts", requires: null });
  });

  it.each([
    ["an organisation that is none", "[csto, nato]", "[csto, efta]", 1, "not an organisation"],
    ["an id twice", "id: two", "id: one", 4, "used twice"],
    ["a stranger", "two: no }", "three: no }", 9, '"three" is not a reading'],
    ["no expectation", "{ one: yes, two: no }", "{}", 9, "No reading expects"],
    ["a maybe", "two: no }", "two: maybe }", 9, "needs yes or no"],
    ["an unknown slot", "{organisation}", "{country}", 11, '"{country}" stands for nothing'],
    ["both", "why: Because.", "why: Because.\n    requires: x", 6, "either a test"],
  ])("refuses %s with its line", (_, from, to, line, message) => {
    const text = GOOD.replace(from, to);
    expect(text).not.toBe(GOOD);
    let error: unknown = null;
    try {
      parseReadings("readings.yaml", text, known);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(RecordError);
    expect((error as RecordError).message).toContain(message);
    expect((error as RecordError).where).toBe(`readings.yaml:${line}`);
  });
});

describe("fillTest", () => {
  const { test } = parseReadings("readings.yaml", GOOD, known).implications[0]!;
  const slots = { organisation: "csto", largest: null, recent: "2015", last: "2025-12-18" };

  it("puts the organisation in every text, and is null where a slot is empty", () => {
    const filled = fillTest(test!, slots);
    expect(JSON.stringify(filled)).toContain("/alliances/csto/record");
    const needy = JSON.parse(
      JSON.stringify(test).replace("troops", "{largest}"),
    ) as typeof test;
    expect(fillTest(needy!, slots)).toBeNull();
    expect(JSON.stringify(fillTest(needy!, { ...slots, largest: "RUS" }))).toContain('"RUS"');
  });
});

describe("tellApart", () => {
  const reading = (id: string) => ({ id, name: id, says: "", literature: [] });
  const found = (
    expects: Record<string, "yes" | "no">,
    value: "yes" | "no" | "undecidable",
  ): Found => ({
    implication: { id: `i-${value}`, text: "", why: "", expects, test: null, requires: "x" },
    outcome: outcomeOf(value, { observed: "", evidence: [], turning: "" }),
  });
  const readings = [reading("a"), reading("b"), reading("c")];

  it("needs an implication that one expects and the other excludes, and decided", () => {
    const pairs = tellApart(readings, [
      found({ a: "yes", b: "no" }, "no"),
      found({ a: "yes", c: "no" }, "undecidable"),
      found({ b: "yes", c: "yes" }, "yes"),
    ]);
    expect(pairs.map(({ apart }) => apart)).toEqual([true, false, false]);
    expect(pairs[0]).toMatchObject({ forFirst: [], forSecond: ["i-no"], reason: null });
    expect(pairs[1]!.reason).toContain("is not decided");
    expect(pairs[2]!.reason).toContain("no implication is expected by one");
  });

  it("gives opposed expectations opposed verdicts", () => {
    for (const value of ["yes", "no", "mixed", "undecidable", "open"] as const) {
      const [one, other] = [readingVerdict("yes", value), readingVerdict("no", value)];
      if (value === "yes" || value === "no") expect(one).not.toBe(other);
      else expect(one).toBe(other);
    }
  });
});

// Several tests read it, and it tests seventeen implications on five organisations.
const whole = answerOf("/readings");

describe("/readings", { timeout: 240_000 }, () => {
  it("tests every implication alike on every organisation, and adds nothing up", async () => {
    const all = await whole;
    const { organisations, implications } = record.readings;
    const expected = implications.reduce(
      (sum, { expects }) => sum + Object.keys(expects).length,
      0,
    );
    expect(all.rows.length).toBe(organisations.length * expected);
    expect(all.findings.every(({ value }) => value === null)).toBe(true);
    for (const row of all.rows) {
      if (row["verdict"] === "not-decidable")
        expect(row["missing"] ?? row["turning"]).not.toBe("");
    }
    // The pact's troops in Czechoslovakia had not been called by its government.
    const pact = all.rows.filter(
      (row) =>
        row["organisation"] === "warsaw-pact" && row["implication"] === "troops-uncalled",
    );
    expect(pact.map((row) => [row["reading"], row["verdict"]])).toEqual([
      ["collective-security", "contradicted"],
      ["instrument", "supported"],
      ["insurance-of-regimes", "contradicted"],
      ["forum", "contradicted"],
    ]);
  });

  it("says of one organisation what it says of it among all", async () => {
    const [all, csto] = [await whole, await answerOf("/alliances/csto/readings")];
    expect(csto.rows).toEqual(all.rows.filter((row) => row["organisation"] === "csto"));
    // Ended, without votes of its own, without a largest member, without cases.
    for (const id of ["seato", "visegrad"]) {
      const { rows } = await answerOf(`/alliances/${id}/readings`);
      expect(rows.length).toBe(csto.rows.length);
    }
    const anzus = await answerOf("/alliances/anzus/readings");
    const uncalled = anzus.rows.filter((row) => row["implication"] === "troops-against-attack");
    expect(uncalled.every((row) => row["verdict"] === "not-decidable")).toBe(true);
  });
});
