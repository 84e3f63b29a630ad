import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, type EventDate } from "../../src/dates/event-date.ts";
import { checkConstraint } from "../../src/treaty/check-constraint.ts";
import { TEMPLATES } from "../../src/record/treaty.ts";
import { caseWith, constraintOf, eventOf, selector, treatyOfTwoTexts } from "./build-case.ts";

const treaty = treatyOfTwoTexts();
const context = { treaty, parties: treaty.parties };
const START = Date.UTC(2001, 0, 1);

const span = (from: number, width: number): EventDate => ({
  text: `${from}+${width}`,
  earliest: START + from * DAY,
  latest: START + (from + width) * DAY,
  precision: "interval",
  qualified: false,
});

const dated = fc.record({
  from: fc.integer({ min: 0, max: 30 }),
  width: fc.integer({ min: 1, max: 4 }),
});

describe("checkConstraint", () => {
  it("never turns satisfied into violated, or back, when a date becomes less certain", () => {
    fc.assert(
      fc.property(
        dated,
        dated,
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
        fc.constantFrom(...TEMPLATES),
        fc.option(fc.integer({ min: 1, max: 15 })),
        (cause, effect, before, after, template, days) => {
          const rule = constraintOf(
            template,
            selector(["statement"]),
            selector(["consultation"]),
            days === null ? null : days * DAY,
          );
          const statusOf = (slack: number, more: number): string => {
            const events = [
              eventOf("statement", "2001", { date: span(cause.from, cause.width) }),
              eventOf("consultation", "2001", {
                date: span(effect.from - slack, effect.width + slack + more),
              }),
            ];
            return checkConstraint(rule, caseWith(events), context).status;
          };
          const wide = statusOf(before, after);
          expect([statusOf(0, 0), "undecidable"]).toContain(wide);
        },
      ),
    );
  });
});
