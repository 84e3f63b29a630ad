import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "../../src/dates/event-date.ts";
import { RecordError } from "../../src/errors.ts";
import { parseTreaty } from "../../src/record/parse-treaty.ts";
import { citableArticles } from "../../src/record/treaty.ts";
import { factContext, readTreaties } from "./case-files.ts";

const context = factContext();
const FILE = "data/treaties/pact-2000.yaml";
const GOOD = `id: pact-2000
name: An example pact
organisation: null
kind: bilateral
signed: { date: "2000-01-02", sources: [{ cite: Treaty series }] }
in_force: { date: "2001-01-01", sources: [{ cite: Treaty series }] }
parties: [FRA, TGO]
versions:
  - { id: a, from: "2001-01-01", to: "2005-01-01", basis: as signed, sources: [{ cite: T }] }
  - { id: b, from: "2005-01-01", to: null, basis: as amended, sources: [{ cite: Tx1 }] }
provisions:
  - id: pact-1
    article: 1
    versions: [b]
    text: The parties consult.
    obligation: consultation
    confidence: high
    sources: [{ cite: Treaty series }]
    constraints:
      - id: pact-1-consult
        says: On a call they consult within a week.
        template: response
        when: { event: appeal, article: 1 }
        then: { event: [consultation, session], actor: [organ, member] }
        within: P1DT12H
`.replace("{ cite: T }", "{ cite: Tx1 }");

function faultOf(text: string): RecordError {
  try {
    parseTreaty(FILE, text, context);
  } catch (error) {
    if (error instanceof RecordError) return error;
    throw error;
  }
  throw new Error("the file was accepted");
}

describe("a treaty file", () => {
  it("is read into dated versions, provisions and constraints", () => {
    const treaty = parseTreaty(FILE, GOOD, context);
    expect(treaty.versions.map(({ id, to }) => [id, to?.text ?? null])).toEqual([
      ["a", "2005-01-01"],
      ["b", null],
    ]);
    const constraint = treaty.provisions[0]!.constraints[0]!;
    expect(constraint.withinMs).toBe(DAY + 12 * HOUR);
    expect(constraint.when!.articles).toEqual(["1"]);
    expect(constraint.target).toMatchObject({
      events: ["consultation", "session"],
      threats: [],
    });
  });

  it.each([
    ["a wrong date", 'to: "2005-01-01"', 'to: "2005-13-01"', /is not a date/u],
    ["an unknown state", "parties: [FRA, TGO]", "parties: [FRA, TOG]", /"TOG" is not a state/u],
    [
      "a gap that is no gap",
      'to: "2005-01-01"',
      'to: "2006-01-01"',
      /still runs when "b" begins/u,
    ],
    ["an unknown version", "versions: [b]", "versions: [c]", /Known versions: a, b/u],
    ["an unknown article", "article: 1 }", "article: 9 }", /Known articles: 1/u],
    [
      "an unknown actor",
      "actor: [organ, member]",
      "actor: [organ, XXX]",
      /"XXX" is not a state/u,
    ],
    [
      "an unknown template",
      "template: response",
      "template: reply",
      /needs a template: existence/u,
    ],
    ["a precedence with then", "template: response", "template: precedence", /needs "first"/u],
    ["a window in months", "within: P1DT12H", "within: P1M", /weeks, days, hours or minutes/u],
    [
      "a response to nothing",
      "        when: { event: appeal, article: 1 }\n",
      "",
      /needs "when"/u,
    ],
    [
      "a missing source",
      "sources: [{ cite: Treaty series }]\n    constraints",
      "sources: []\n    constraints",
      /at least one source/u,
    ],
    ["an id used twice", "id: pact-1-consult", "id: pact-1", /used twice/u],
    ["another file's id", "id: pact-2000", "id: pact-2001", /Call the file pact-2001.yaml/u],
  ])("is refused with file, line and mend for %s", (_, good, bad, message) => {
    const text = GOOD.replace(good, bad);
    expect(text).not.toBe(GOOD);
    const fault = faultOf(text);
    expect(fault.line).toMatch(message);
    expect(fault.where).toMatch(/^data\/treaties\/pact-2000\.yaml:\d+$/u);
  });
});

describe("the treaties of the record", () => {
  const treaties = readTreaties(context);

  it("hold the Collective Security Treaty in two versions", () => {
    const cst = treaties.find(({ id }) => id === "cst-1992")!;
    expect(cst.versions.map(({ from }) => from.text)).toEqual(["1994-04-20", "2012-12-19"]);
    const fourth = cst.provisions.filter(({ article }) => article === "4");
    expect(fourth.map(({ versions }) => versions)).toEqual([["1992"], ["2010"]]);
    expect(fourth.map(({ trigger }) => trigger!.threats.includes("internal"))).toEqual([
      false,
      true,
    ]);
    expect([...citableArticles(cst)]).toEqual(expect.arrayContaining(["2", "2(2)", "4", "11"]));
  });

  it("never use an id of a provision or constraint twice", () => {
    const ids = treaties.flatMap(({ provisions }) =>
      provisions.flatMap(({ id, constraints }) => [id, ...constraints.map((row) => row.id)]),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("say how they read words that leave a window open", () => {
    const bare = treaties
      .flatMap(({ provisions }) => provisions.flatMap(({ constraints }) => constraints))
      .filter(({ within, reading }) => within !== null && reading === null);
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});
