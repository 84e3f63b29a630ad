import { assert, integer, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { attendances } from "../../../src/measures/durability/attendance.ts";
import { beforeExit } from "../../../src/measures/durability/before-exit.ts";
import { dormancy } from "../../../src/measures/durability/dormancy.ts";
import { membershipSpells } from "../../../src/measures/durability/membership-spells.ts";
import { participationIndex } from "../../../src/measures/durability/participation-index.ts";
import { signsOfLife } from "../../../src/measures/durability/signs-of-life.ts";
import { record } from "../../laboratory.ts";

const organisation = (id: string) => record.organisations.find((one) => one.id === id)!;

describe("participationIndex", () => {
  it("is withheld below three events, and exact from there", () => {
    expect(participationIndex(2, 2, 0.9)).toMatchObject({ value: null, lower: null, known: 2 });
    const none = participationIndex(0, 3, 0.9);
    // Of no success in three the upper end is 1 - 0.05^(1/3).
    expect(none.value).toBe(0);
    expect(none.upper).toBeCloseTo(1 - Math.cbrt(0.05), 10);
  });

  it("lies in its interval, and its complement mirrors it", () => {
    assert(
      property(integer({ min: 3, max: 60 }), nat(60), (known, some) => {
        const present = Math.min(some, known);
        const one = participationIndex(present, known, 0.9);
        const other = participationIndex(known - present, known, 0.9);
        expect(one.lower!).toBeLessThanOrEqual(one.value!);
        expect(one.upper!).toBeGreaterThanOrEqual(one.value!);
        expect(one.lower!).toBeCloseTo(1 - other.upper!, 10);
      }),
    );
  });
});

describe("attendances", () => {
  const at = "2025-12-01";
  const of = (id: string, day = at) =>
    attendances(
      organisation(id),
      record.participation,
      membershipSpells([organisation(id)], day),
      day,
    );

  it("keeps out exclusions of suspended members, and counts absences of choice", () => {
    const mali = of("ecowas").filter(({ state }) => String(state) === "MLI");
    expect(mali.map(({ event, present }) => [event, present])).toEqual([
      ["ecowas-summit-2024-12", false],
    ]);
    // Armenia's own freeze of 2024 does not excuse it.
    const armenia = of("csto").filter(
      ({ state, day }) => String(state) === "ARM" && day > "2024-03-01",
    );
    expect(armenia.length).toBeGreaterThan(2);
    expect(armenia.every(({ present }) => !present)).toBe(true);
  });

  it("knows of an exit only from its day on", () => {
    const niger = (day: string) =>
      of("ecowas", day).find(({ state }) => String(state) === "NER")!;
    expect(niger("2025-02-01").left).toBe("2025-01-29");
    expect(niger("2025-01-01")).toMatchObject({ left: null, before: null });
  });
});

describe("beforeExit", () => {
  const row = (event: string, state: string, present: boolean, before: number | null) => ({
    organisation: "x",
    event,
    day: "2000-01-01",
    state: state as never,
    present,
    left: before === null ? null : "2003-01-01",
    before,
  });

  it("is Fisher's test at one event", () => {
    // One leaver away, four others there: 1 of 5 arrangements.
    const rows = [
      row("a", "A", false, 2),
      ...["B", "C", "D", "E"].map((state) => row("a", state, true, null)),
    ];
    const { against, own, exits } = beforeExit(rows);
    expect(exits).toBe(1);
    expect(against.p).toBeCloseTo(0.2, 12);
    expect(against.smallestP).toBeCloseTo(0.2, 12);
    expect(own.p).toBeNull();
  });

  it("takes events further off than five years as the leaver's own past", () => {
    const rows = [
      row("a", "A", true, 9),
      row("b", "A", true, 8),
      row("c", "A", false, 4),
      row("c", "B", true, null),
    ];
    const { own, against } = beforeExit(rows);
    expect(own.p).toBeCloseTo(1 / 3, 12);
    expect(against.p).toBeCloseTo(1, 12);
  });
});

describe("dormancy", () => {
  const organs = record.organs;
  const of = (id: string, since: string, at: string) =>
    dormancy(organisation(id), organs, signsOfLife(organisation(id), record), { since, at });

  it("tells an end in law from a silence that the record cannot read", () => {
    expect(of("warsaw-pact", "1986-01-01", "1995-01-01")).toMatchObject({
      legal: "ended",
      dormant: null,
    });
    expect(of("anzus", "2020-01-01", "2025-01-01").dormant).toBe("undecidable");
    const csto = of("csto", "2020-01-01", "2025-12-01");
    expect(csto.dormant).toBe("no");
    expect(csto.last.session?.to).toBe("2025-11-27");
    expect(of("csto", "1980-01-01", "1990-01-01").legal).toBe("not-begun");
  });

  it("does not see a sign of later days", () => {
    const then = of("seato", "1970-01-01", "1975-12-31");
    expect(then.last.session?.to).toBe("1975-09-24");
    expect(then.last.exercise).toBeNull();
  });

  it("is dormant where every organ had ended while it had not", () => {
    const seato = organisation("seato");
    const whole = { ...seato, ended: null };
    const found = dormancy(whole, organs, [], { since: "1975-01-01", at: "1980-01-01" });
    expect(found).toMatchObject({ legal: "in-being", dormant: "yes" });
    const without = dormancy(whole, [], [], { since: "1975-01-01", at: "1980-01-01" });
    expect(without.dormant).toBe("undecidable");
  });
});
