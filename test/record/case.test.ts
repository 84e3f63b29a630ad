import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "../../src/dates/event-date.ts";
import { lagBetween } from "../../src/dates/lag.ts";
import { RecordError } from "../../src/errors.ts";
import type { Case, CaseEvent } from "../../src/record/case.ts";
import { parseCase } from "../../src/record/parse-case.ts";
import { caseContext, caseFiles, readCases } from "./case-files.ts";

const context = caseContext();

const GOOD = `id: xyz-2001-02
title: An example
organisation: csto
treaties: [cst-1992]
concerned: [KAZ]
appellant: { states: [KAZ], authentic: yes }
addressee: { kind: organ, ids: [csto-council] }
decider: organ
threat: { claimed: [external], coded: internal }
place: { state: KAZ, inside_treaty_area: true }
articles_invoked: [{ treaty: cst-1992, article: "4" }]
outcome: troops
zone: "+06:00"
events:
  - id: appeal
    type: appeal
    date: "2001-02-03"
    actor: KAZ
    text: Kazakhstan calls.
    confidence: high
    sources: [{ cite: A newspaper of the day }]
  - id: decision
    type: decision
    date: "2001-02-04"
    actor: csto-council
    text: The Council decides.
    confidence: high
    sources: [{ cite: A newspaper of the day }]
confidence: high
coder: test
`;

const FILE = "data/cases/xyz-2001-02.yaml";
const lineWith = (text: string, part: string, from = 0): number =>
  text.slice(0, text.indexOf(part, from)).split("\n").length;

function faultOf(text: string): RecordError {
  try {
    parseCase(FILE, text, context);
  } catch (error) {
    if (error instanceof RecordError) return error;
    throw error;
  }
  throw new Error("the file was accepted");
}

describe("a case file", () => {
  it("is read into dated events in the zone of the case", () => {
    const { events, threat, articlesInvoked } = parseCase(FILE, GOOD, context);
    expect(events.map(({ type }) => type)).toEqual(["appeal", "decision"]);
    expect(events[0]!.date.earliest).toBe(Date.UTC(2001, 1, 2, 18));
    expect(events[0]!.date.latest - events[0]!.date.earliest).toBe(DAY);
    expect(threat).toEqual({ claimed: ["external"], coded: "internal", note: null });
    expect(articlesInvoked[0]).toMatchObject({ treaty: "cst-1992", article: "4", text: null });
  });

  it.each([
    ["a wrong date", 'date: "2001-02-04"', 'date: "2001-02-31"', /is not a date.*Write EDTF/u],
    ["an unknown state", "concerned: [KAZ]", "concerned: [KZA]", /"KZA" is not a state's key/u],
    ["an unknown actor", "actor: csto-council", "actor: The Council", /is not a state's key/u],
    [
      "events out of order",
      'date: "2001-02-04"',
      'date: "2001-01-04"',
      /came before "appeal"/u,
    ],
    [
      "a missing source",
      "sources: [{ cite: A newspaper of the day }]",
      "sources: []",
      /at least one source/u,
    ],
    [
      "no sources at all",
      "    sources: [{ cite: A newspaper of the day }]\n",
      "",
      /list of sources/u,
    ],
    [
      "an unknown source",
      "{ cite: A newspaper of the day }",
      "no-such-source",
      /not a source of the record/u,
    ],
    [
      "an unknown article",
      'article: "4"',
      'article: "44"',
      /Article 44 .*Known articles: 1, /u,
    ],
    [
      "an unknown treaty",
      "treaties: [cst-1992]",
      "treaties: [cst-1993]",
      /not a treaty.*Known: /u,
    ],
    [
      "an unknown organisation",
      "organisation: csto",
      "organisation: ctso",
      /not an organisation/u,
    ],
    [
      "an unknown type of event",
      "type: decision",
      "type: decided",
      /needs a type: crisis-start/u,
    ],
    ["an unknown key", "coder: test", "coder: test\ncolour: red", /colour/u],
    ["two events of one id", "id: decision", "id: appeal", /Two events are called "appeal"/u],
    [
      "an appeal of nobody",
      "appellant: { states: [KAZ], authentic: yes }",
      "appellant: null",
      /needs an appellant/u,
    ],
    [
      "an appellant without a call",
      "type: appeal",
      "type: statement",
      /needs an event of type appeal/u,
    ],
    [
      "an outcome without a call",
      "outcome: troops",
      "outcome: no-appeal",
      /not without appeal/u,
    ],
    [
      "another file's id",
      "id: xyz-2001-02",
      "id: xyz-2001-03",
      /Call the file xyz-2001-03.yaml/u,
    ],
  ])("is refused with file, line and mend for %s", (_, good, bad, message) => {
    const text = GOOD.replace(good, bad);
    expect(text).not.toBe(GOOD);
    const fault = faultOf(text);
    expect(fault.line).toMatch(message);
    expect(fault.where).toMatch(/^data\/cases\/xyz-2001-02\.yaml:\d+$/u);
  });

  it.each([
    ['date: "2001-02-31"', GOOD.replace('date: "2001-02-04"', 'date: "2001-02-31"')],
    ["[KZA]", GOOD.replace("concerned: [KAZ]", "concerned: [KZA]")],
    ['article: "44"', GOOD.replace('article: "4"', 'article: "44"')],
    ['date: "2001-01-04"', GOOD.replace('date: "2001-02-04"', 'date: "2001-01-04"')],
    ["sources: []", GOOD.replace("sources: [{ cite: A newspaper of the day }]", "sources: []")],
  ])("names the very line of %s", (part, text) => {
    expect(faultOf(text).where).toBe(`${FILE}:${lineWith(text, part)}`);
  });

  it("lets a step stand before its time when dates overlap or a reason is given", () => {
    const troops = `  - id: troops
    type: deployment
    date: "2001-02-03"
    actor: RUS
    text: Troops arrive.
    confidence: low
    sources: [general-knowledge]
  - id: decision`;
    const early = GOOD.replace("  - id: decision", troops);
    expect(faultOf(early).line).toMatch(/"troops" .* came before "decision"/u);
    const reason = early.replace(
      "actor: RUS",
      "actor: RUS\n    out_of_order: They came first.",
    );
    expect(parseCase(FILE, reason, context).events[1]!.outOfOrder).toBe("They came first.");
    const overlap = early.replace('"2001-02-04"', '"2001-02"');
    expect(parseCase(FILE, overlap, context).events).toHaveLength(3);
  });

  it("refuses high confidence on a source that cannot be found again", () => {
    const text = GOOD.replace("{ cite: A newspaper of the day }", "general-knowledge");
    expect(faultOf(text).line).toMatch(/cannot be of high confidence.* lower the confidence/u);
  });

  it("keeps a contradicting source beside the event", () => {
    const other = `actor: csto-council
    conflicts:
      - date: "2001-02-06"
        sources: [{ cite: Another newspaper }]`;
    const [, decision] = parseCase(
      FILE,
      GOOD.replace("actor: csto-council", other),
      context,
    ).events;
    expect(decision!.date.text).toBe("2001-02-04");
    expect(decision!.conflicts[0]!.date!.text).toBe("2001-02-06");
  });
});

describe("the cases of the record", () => {
  const cases = readCases(context);
  const byId = new Map(cases.map((item) => [item.id, item]));
  const event = (item: Case, id: string): CaseEvent =>
    item.events.find((row) => row.id === id)!;

  it("hold every row of the first compilation once", () => {
    const codes = cases.map(({ code }) => code).filter((code) => code !== null);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThanOrEqual(101);
    expect(cases).toHaveLength(caseFiles().length);
  });

  it("never have an appeal without an appellant, nor one of no appeal with an appeal", () => {
    for (const item of cases) {
      const called = item.events.some(({ type }) => type === "appeal");
      expect([item.id, called]).toEqual([item.id, item.appellant !== null]);
    }
  });

  it("give Kazakhstan 2022 by the hour", () => {
    const kaz = byId.get("kaz-2022-01")!;
    const decision = event(kaz, "decision").date;
    const toDecision = lagBetween(event(kaz, "appeal").date, decision);
    const toTroops = lagBetween(event(kaz, "appeal").date, event(kaz, "deployment").date);
    const toSession = lagBetween(decision, event(kaz, "session").date);
    expect(toDecision.most).toBeLessThan(16 * HOUR);
    expect(toTroops.least).toBeGreaterThanOrEqual(-HOUR);
    expect(toTroops.most).toBeLessThanOrEqual(DAY + HOUR);
    expect(Math.floor(toSession.least / DAY)).toBe(4);
    expect(Math.floor(toSession.most / DAY)).toBe(4);
    expect(kaz.events.length).toBeGreaterThanOrEqual(20);
    expect(event(kaz, "appeal").conflicts).toHaveLength(2);
  });

  it("name a schema for editors", () => {
    for (const file of caseFiles()) {
      expect(readFileSync(file, "utf8").split("\n")[0]).toContain("case.schema.json");
    }
  });
});
