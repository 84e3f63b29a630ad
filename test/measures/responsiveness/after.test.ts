import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEventDate } from "../../../src/dates/parse-event-date.ts";
import { DAY } from "../../../src/dates/event-date.ts";
import { caseDate } from "../../../src/measures/responsiveness/case-events.ts";
import { leaderTenure } from "../../../src/measures/responsiveness/leader-tenure.ts";
import { matchedDifference } from "../../../src/measures/responsiveness/matched-difference.ts";
import type { LeaderSpell } from "../../../src/record/leader-spell.ts";
import type { StateKey } from "../../../src/states/state.ts";
import { record } from "../../laboratory.ts";

describe("the difference between a case and its matched cases", () => {
  it("is worked by hand: 0.5 against 0.1, 0.0 and -0.1", () => {
    const found = matchedDifference(0.5, [0.1, 0, -0.1])!;
    expect(found.matched).toBeCloseTo(0, 12);
    expect(found.difference).toBeCloseTo(0.5, 12);
    // In turn 0.5, -0.033, -0.167 and -0.3: only the case itself is so far from 0.
    expect(found.p).toBe(0.25);
    expect(found.smallestP).toBe(0.25);
  });

  it("is none without a matched case, and can show nothing with one", () => {
    expect(matchedDifference(1, [])).toBeNull();
    expect(matchedDifference(1, [0])).toMatchObject({ difference: 1, p: 1, smallestP: 1 });
  });

  const changes = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
    minLength: 1,
    maxLength: 20,
  });
  const change = fc.double({ min: -2, max: 2, noNaN: true });

  it("attains no smaller p than it says, and does not hang on the order or the origin", () => {
    fc.assert(
      fc.property(change, changes, (own, matched) => {
        const found = matchedDifference(own, matched)!;
        expect(found.p).toBeGreaterThanOrEqual(found.smallestP - 1e-12);
        expect(found.p).toBeLessThanOrEqual(1);
        const turned = matchedDifference(own, matched.toReversed())!;
        expect(turned.difference).toBeCloseTo(found.difference, 9);
      }),
    );
  });

  it("attains its smallest p at the far end", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), (n) => {
        const found = matchedDifference(
          9,
          Array.from({ length: n }, (_, i) => i / n),
        )!;
        expect(found.p).toBeCloseTo(1 / (n + 1), 12);
        expect(found.p).toBe(found.smallestP);
      }),
    );
  });
});

describe("the tenure of a leader after a call", () => {
  const spell = (leader: string, start: string, end: string | null): LeaderSpell => ({
    id: leader,
    state: "KGZ" as StateKey,
    leader,
    start: parseEventDate(start),
    end: end === null ? null : parseEventDate(end),
    source: "test",
  });
  const leaders = [
    spell("First", "2005-04-11", "2010-04-07"),
    spell("Second", "2010-04-07", "2011-12-01"),
    spell("Third", "2011-12-01", "2021-02/.."),
  ];
  const tenure = (day: string) => leaderTenure(leaders, "KGZ" as StateKey, parseEventDate(day));

  it("is an interval of days to the end of the spell", () => {
    const { leader, lag } = tenure("2010-06-12");
    expect(leader).toBe("Second");
    expect([lag!.least / DAY, lag!.most / DAY]).toEqual([536, 538]);
  });

  it("is open at the top for a leader still in office when the list was made", () => {
    const { leader, lag } = tenure("2020-10-06");
    expect(leader).toBe("Third");
    expect(lag).toMatchObject({ most: Infinity });
    expect(lag!.least / DAY).toBe(117);
  });

  it("is withheld, with the reason, where the list does not decide it", () => {
    expect(tenure("2010-04-07").withheld).toMatch(/more than one leader/u);
    expect(tenure("2022-01-05").withheld).toMatch(/made before the call/u);
    expect(tenure("2001-01-01").withheld).toMatch(/no leader of the list/u);
    const unknown = leaderTenure(
      [spell("Only", "2000-01-01", null)],
      "KGZ" as StateKey,
      parseEventDate("2001-01-01"),
    );
    expect(unknown.withheld).toMatch(/does not say when/u);
  });
});

describe("the date of a case", () => {
  it("is that of the call, else of the start of the crisis, and finite at both ends", () => {
    for (const item of record.cases) {
      const date = caseDate(item)!;
      expect(date.latest).toBeGreaterThan(date.earliest);
      expect(Number.isFinite(date.latest - date.earliest)).toBe(true);
      const appeal = item.events.find(({ type }) => type === "appeal");
      if (appeal !== undefined && Number.isFinite(appeal.date.earliest)) {
        expect(date.earliest).toBe(appeal.date.earliest);
      }
    }
  });
});
