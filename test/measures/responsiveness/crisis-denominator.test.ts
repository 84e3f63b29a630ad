import { describe, expect, it } from "vitest";
import { parseEventDate } from "../../../src/dates/parse-event-date.ts";
import {
  crisesOfMembers,
  crisisDenominator,
} from "../../../src/measures/responsiveness/crisis-denominator.ts";
import { clopperPearson } from "../../../src/measures/statistics/clopper-pearson.ts";
import type { Case } from "../../../src/record/case.ts";
import type { Crisis } from "../../../src/record/crisis.ts";
import type { Organisation } from "../../../src/record/organisation.ts";
import type { StateKey } from "../../../src/states/state.ts";
import { record } from "../../laboratory.ts";

const crisis = (id: string, state: string, start: string, end: string | null): Crisis => ({
  id,
  state: state as StateKey,
  start: parseEventDate(start),
  end: end === null ? null : parseEventDate(end),
  kind: "test",
  source: "test",
});

/** A case of the record under another date and outcome. */
function caseOn(date: string, called: boolean, outcome: Case["outcome"]): Case {
  const base = record.cases.find(({ id }) => id === "kaz-2022-01")!;
  const event = base.events.find(({ type }) => type === (called ? "appeal" : "crisis-start"))!;
  return {
    ...base,
    id: `test-${date}`,
    appellant: called ? base.appellant : null,
    outcome,
    events: [{ ...event, date: parseEventDate(date) }],
  };
}

const OPTIONS = { coding: "help", level: 0.9, slack: 0 } as const;

describe("called of crises", () => {
  const crises = [
    crisis("a", "KAZ", "2001-01-01", "2001-02-01"),
    crisis("b", "KAZ", "2002-01-01", "2002-02-01"),
    crisis("c", "KAZ", "2003-01-01", "2003-02-01"),
    crisis("d", "KAZ", "2004-01-01", "2004-02-01"),
    crisis("e", "UZB", "2001-01-01", "2001-02-01"),
  ];
  const cases = [
    caseOn("2001-01-05", true, "troops"),
    caseOn("2002-01-05", true, "refused"),
    caseOn("2003-01-05", false, "no-appeal"),
    caseOn("2004-02-11", true, "troops"),
  ];

  it("tells answered, called, uncalled and unrecorded crises apart", () => {
    const { outcomes, called, answered, uncalled, unmatchedCalls } = crisisDenominator(
      crises,
      cases,
      OPTIONS,
    );
    expect(outcomes.map(({ status }) => status)).toEqual([
      "answered",
      "called",
      "no-call",
      "no-case",
      "no-case",
    ]);
    expect(called).toMatchObject({ count: 2, of: 5, share: 0.4 });
    expect(called.exact).toEqual(clopperPearson(2, 5, 0.9));
    expect(answered).toMatchObject({ count: 1, of: 5, share: 0.2 });
    expect(uncalled).toBe(3);
    expect(unmatchedCalls.map(({ id }) => id)).toEqual(["test-2004-02-11"]);
  });

  it("widens by days about a crisis, and withholds shares below five crises", () => {
    const wide = crisisDenominator(crises, cases, { ...OPTIONS, slack: 30 });
    expect(wide.called.count).toBe(3);
    expect(wide.unmatchedCalls).toEqual([]);
    const few = crisisDenominator(crises.slice(0, 4), cases, OPTIONS);
    expect(few.called).toEqual({ count: 2, of: 4, share: null, exact: null });
  });

  it("knows a date open at one end by its other end alone", () => {
    const open = [caseOn("../2004-01-05", true, "troops")];
    const { outcomes } = crisisDenominator(crises, open, OPTIONS);
    expect(outcomes.map(({ status }) => status)).toEqual([
      "no-case",
      "no-case",
      "no-case",
      "answered",
      "no-case",
    ]);
  });

  it("counts a crisis only while its state was a member", () => {
    const csto = record.organisations.find(({ id }) => id === "csto")!;
    const found = crisesOfMembers(
      [
        crisis("in", "UZB", "2006-12", null),
        crisis("before", "UZB", "2001-01-01", "2001-02-01"),
        crisis("never", "USA", "2010-01-01", null),
        crisis("joins within", "UZB", "2001-01-01", "2010-01-01"),
        crisis("still before", "UZB", "2013-01-01", null),
      ],
      csto,
    );
    expect(found.map(({ id }) => id)).toEqual(["in", "joins within"]);
    const pact: Organisation = record.organisations.find(({ id }) => id === "warsaw-pact")!;
    expect(crisesOfMembers([crisis("after", "POL", "1999-01-01", null)], pact)).toEqual([]);
  });
});
