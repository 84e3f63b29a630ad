import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RecordError } from "../../src/errors.ts";
import { parseStances } from "../../src/record/parse-stances.ts";
import { isFindable } from "../../src/record/source-ref.ts";
import { caseContext } from "./case-files.ts";

const context = caseContext();
const FILE = "data/stances.yaml";
const GOOD = `- id: kaz-one
  alliance: csto
  state: KAZ
  date: "2022-06-17"
  speaker: president
  who: Tokayev
  subject: recognition-dnr-lnr
  kind: recognition
  stance: against-largest
  text: Kazakhstan will not recognise them.
  confidence: high
  sources: ["https://example.org/a"]
- id: kaz-two
  alliance: csto
  state: KAZ
  date: "2022-03"
  speaker: president
  subject: ukraine-2022
  kind: leader-call
  stance: neutral
  counterpart: UKR
  text: A call.
  conflicts: [{ date: "2022-03-03", sources: [{ cite: A paper }] }]
  confidence: low
  sources: [general-knowledge]
`;

function faultOf(text: string): RecordError {
  try {
    parseStances(FILE, text, context);
  } catch (error) {
    if (error instanceof RecordError) return error;
    throw error;
  }
  throw new Error("the file was accepted");
}

describe("a table of stances", () => {
  it("is read in the order of time, with conflicts beside the rows", () => {
    const rows = parseStances(FILE, GOOD, context);
    expect(rows.map(({ id }) => id)).toEqual(["kaz-two", "kaz-one"]);
    expect(rows[0]).toMatchObject({ side: "neutral", counterpart: "UKR", who: null });
    expect(rows[0]!.conflicts[0]!.date!.text).toBe("2022-03-03");
  });

  it.each([
    ["a wrong date", 'date: "2022-06-17"', 'date: "2022-13-17"', 4, /is not a date/u],
    ["an unknown state", "state: KAZ", "state: KZA", 3, /"KZA" is not a state.*Near: .*KAZ/u],
    ["an unknown alliance", "alliance: csto", "alliance: csot", 2, /not an organisation/u],
    ["an unknown side", "against-largest", "hostile", 9, /needs a stance: with-largest/u],
    ["an unknown kind", "kind: recognition", "kind: speech", 8, /needs a kind: recognition/u],
    ["an unknown subject", "recognition-dnr-lnr", "war", 7, /needs a subject: ukraine-2014/u],
    [
      "an unknown source",
      "general-knowledge",
      "no-such-source",
      25,
      /not a source of the record/u,
    ],
    [
      "no source",
      'sources: ["https://example.org/a"]',
      "sources: []",
      12,
      /at least one source/u,
    ],
    [
      "an unfounded high confidence",
      "confidence: low",
      "confidence: high",
      24,
      /cannot be of high/u,
    ],
    ["an id used twice", "id: kaz-two", "id: kaz-one", 13, /Two rows are called "kaz-one"/u],
    ["a call to nobody", "  counterpart: UKR\n", "", 19, /needs a counterpart/u],
    [
      "two speakers",
      "state: KAZ",
      "state: KAZ\n  organisation: csto",
      1,
      /either a state or an org/u,
    ],
  ])("is refused with file, line and mend for %s", (_, good, bad, line, message) => {
    const text = GOOD.replace(good, bad);
    expect(text).not.toBe(GOOD);
    const fault = faultOf(text);
    expect(fault.line).toMatch(message);
    expect(fault.where).toBe(`${FILE}:${line}`);
  });
});

describe("the stances of the record", () => {
  const rows = parseStances(FILE, readFileSync(FILE, "utf8"), context);

  it("cover every member of the CSTO and stay within 2014 to 2025", () => {
    const states = new Set(rows.map(({ state }) => state));
    for (const state of ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"]) {
      expect(states.has(state as never)).toBe(true);
    }
    for (const { date } of rows)
      expect(date.text.slice(0, 4) >= "2014" && date.text < "2026").toBe(true);
  });

  it("code no side of the largest member or of an organisation", () => {
    const odd = rows.filter(
      ({ state, side }) => (state === null || state === "RUS") && side !== "n/a",
    );
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it("name a source that can be found again in every row", () => {
    const bare = rows.filter(({ sources }) => !sources.some(isFindable));
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it("keep both read-outs of the call of 26 February 2022", () => {
    const row = rows.find(({ id }) => id === "kgz-2022-02-26")!;
    expect(row).toMatchObject({
      kind: "leader-call",
      counterpart: "RUS",
      side: "with-largest",
    });
    expect(row.conflicts).toHaveLength(1);
  });
});
