import { describe, expect, it } from "vitest";
import { parseEventDate } from "../../src/dates/parse-event-date.ts";
import type { RecordError } from "../../src/errors.ts";
import { applyOverlay } from "../../src/record/apply-overlay.ts";
import { readCrises, readLeaders } from "../../src/record/read-spells.ts";
import { record } from "../laboratory.ts";

const CRISES = "id,state,start,end,kind,source\n";
const LEADERS = "id,state,leader,start,end,source\n";
const crises = (rows: string) =>
  readCrises(new Map([["data/crises.csv", `${CRISES}${rows}`]]), record.states);
const leaders = (rows: string) =>
  readLeaders(new Map([["data/leaders.csv", `${LEADERS}${rows}`]]), record.states);

describe("crises and leaders of an overlay", () => {
  it("read dates as intervals, an empty end as not known", () => {
    const [first, second] = crises(
      "a,ARM,2020-09-27,2020-11-10,interstate,X\nb,ARM,2022-09,,interstate,X\n",
    );
    expect(first).toMatchObject({ id: "a", state: "ARM", kind: "interstate", source: "X" });
    expect(first!.start).toEqual(parseEventDate("2020-09-27"));
    expect(first!.end).toEqual(parseEventDate("2020-11-10"));
    expect(second!.start).toEqual(parseEventDate("2022-09"));
    expect(second!.end).toBeNull();
    const [leader] = leaders("l,KAZ,A name,2019-03-20,2021-02/..,X\n");
    expect(leader).toMatchObject({ leader: "A name", end: { latest: Infinity } });
  });

  it("stand in the record with an overlay, and nowhere without", () => {
    const files = new Map([["data/crises.csv", `${CRISES}a,ARM,2020-09-27,,interstate,X\n`]]);
    expect(applyOverlay(record, files, "0").overlay).toMatchObject({
      crises: [{ id: "a" }],
      leaders: [],
      cases: [],
    });
    expect(record.overlay).toBeNull();
  });

  it.each([
    ["a,QQQ,2020-09-27,,x,X\n", /crises\.csv:2: "QQQ" is not the key of a state/u],
    ["a,ARM,27 Sep,,x,X\n", /crises\.csv:2: start "27 Sep" is not a date/u],
    ["a,ARM,2020-02-30,,x,X\n", /start "2020-02-30" is not a date/u],
    ["a,ARM,2020-09-27,2020-09-26,x,X\n", /end 2020-09-26 lies before the start/u],
    ["a,ARM,2020-09-27,,,X\n", /the cell "kind" is empty/u],
    ["a,ARM,2020,,x,X\na,ARM,2021,,x,X\n", /crises\.csv:3: the id "a" stands twice/u],
  ])("refuse a fault with file and line (%#)", (rows, message) => {
    let line = "";
    try {
      crises(rows);
    } catch (error) {
      line = (error as RecordError).line;
    }
    expect(line).toMatch(message);
  });

  it("refuse a table of another kind", () => {
    expect(() =>
      readLeaders(new Map([["data/leaders.csv", `${CRISES}a,ARM,2020,,x,X\n`]]), record.states),
    ).toThrow(/column "leader" is missing/u);
  });
});
