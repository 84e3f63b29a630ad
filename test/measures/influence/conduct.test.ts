import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionStance } from "../../../src/measures/influence/case-conduct.ts";
import { equalTurns } from "../../../src/measures/influence/equal-turns.ts";
import { troopShare } from "../../../src/measures/influence/troop-share.ts";
import type { Case, Contingent, MemberStance, Size } from "../../../src/record/case.ts";
import type { StateKey } from "../../../src/states/state.ts";

const key = (text: string): StateKey => text as StateKey;
const size = (least: number | null, most: number | null): Size => ({ least, most, note: null });
const sent = (state: string, personnel: Size | null): Contingent => ({
  state: key(state),
  personnel,
  units: [],
  confidence: "high",
  sources: [],
});
const stance = (state: string, how: MemberStance["stance"]): MemberStance => ({
  state: key(state),
  stance: how,
  date: null,
  note: null,
  sources: [],
});

describe("troopShare", () => {
  it("bounds a share by hand, as in Kazakhstan in 2022", () => {
    const contingents = [
      sent("RUS", size(1600, 1800)),
      sent("BLR", size(100, 100)),
      sent("ARM", size(70, 100)),
      sent("KGZ", size(150, 150)),
      sent("TJK", size(200, 200)),
    ];
    const bounds = troopShare(
      { contingents, size: size(2030, 2500), stances: [] },
      key("RUS"),
    )!;
    expect(bounds.least).toBeCloseTo(1600 / (1600 + 550), 12);
    expect(bounds.most).toBeCloseTo(1800 / (1800 + 520), 12);
  });

  it("leaves open what no source says", () => {
    const one = [sent("USA", null), sent("GBR", size(100, 100))];
    expect(troopShare({ contingents: one, size: null, stances: [] }, key("USA"))).toEqual({
      least: 0,
      most: 1,
    });
    // Of at most 500, 100 were another's: at most 400.
    expect(
      troopShare({ contingents: one, size: size(300, 500), stances: [] }, key("USA"))!.most,
    ).toBeCloseTo(0.8, 12);
    // Its own 200 to 250 of a force of 300 to 500, the others' contingents unknown.
    const known = [sent("USA", size(200, 250)), sent("GBR", null)];
    const bounds = troopShare(
      { contingents: known, size: size(300, 500), stances: [] },
      key("USA"),
    )!;
    expect(bounds.least).toBeCloseTo(200 / 500, 12);
    expect(bounds.most).toBeCloseTo(250 / 300, 12);
  });

  it("is nil for one that stood aside, open for one not seen, null where nobody was sent", () => {
    const contingents = [sent("SEN", size(100, 100))];
    const base = { contingents, size: null };
    expect(troopShare({ ...base, stances: [stance("NGA", "supported")] }, key("NGA"))).toEqual({
      least: 0,
      most: 0,
    });
    expect(troopShare({ ...base, stances: [] }, key("NGA"))).toEqual({ least: 0, most: 1 });
    expect(
      troopShare({ contingents: [], size: size(0, 0), stances: [] }, key("NGA")),
    ).toBeNull();
  });

  it("holds every share that the bounds of the contingents allow", () => {
    const number = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 6 }),
        number,
        number,
        (others, own, slack) => {
          const total = others.reduce((sum, value) => sum + value, own);
          const share = own / total;
          const bounds = troopShare(
            {
              contingents: [
                sent("AAA", size(Math.max(0, own - slack), own + slack)),
                ...others.map((value, k) =>
                  sent(`B${k}`, size(Math.max(0, value - slack), value + slack)),
                ),
              ],
              size: size(Math.max(0, total - slack), total + slack),
              stances: [],
            },
            key("AAA"),
          )!;
          expect(bounds.least).toBeLessThanOrEqual(share + 1e-12);
          expect(bounds.most).toBeGreaterThanOrEqual(share - 1e-12);
          expect(bounds.least).toBeLessThanOrEqual(bounds.most);
        },
      ),
    );
  });
});

describe("equalTurns", () => {
  it("is the exact tail by hand", () => {
    // Two of three turns among 2, 3 and 6: P(2) = 1/2 1/3 5/6 + 1/2 2/3 1/6 + 1/2 1/3 1/6, P(3) = 1/36.
    const test = equalTurns(2, [2, 3, 6])!;
    expect(test.moreOften).toBeCloseTo(8 / 36 + 1 / 36, 12);
    expect(test.expected).toBeCloseTo(1, 12);
    expect(test.p).toBeCloseTo(0.5, 12);
    expect(test.smallest).toBeCloseTo(2 / 36, 12);
  });

  it("is the binomial where the number of members stays", () => {
    const test = equalTurns(4, [6, 6, 6, 6, 6])!;
    expect(test.moreOften).toBeCloseTo((5 * 5 + 1) / 7776, 12);
    expect(equalTurns(0, [])).toBeNull();
    expect(() => equalTurns(3, [6, 6])).toThrow("3 of 2 turns");
    expect(() => equalTurns(1, [0])).toThrow("0 is not a number of members");
  });

  it("adds up to one over what can happen, and no p is under the smallest", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 }),
        (members) => {
          const tests = Array.from({ length: members.length + 1 }, (_, k) =>
            equalTurns(k, members)!,
          );
          const chances = tests.map(
            ({ moreOften }, k) => moreOften - (tests[k + 1]?.moreOften ?? 0),
          );
          expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 10);
          for (const { p, smallest } of tests)
            expect(p).toBeGreaterThanOrEqual(smallest - 1e-12);
        },
      ),
    );
  });
});

describe("decisionStance", () => {
  const item = (actors: readonly string[], stances: readonly MemberStance[]): Case =>
    ({ events: [{ type: "decision", actors }], stances }) as unknown as Case;

  it("tells alone, with, aside, against and not seen apart", () => {
    expect(decisionStance(item(["RUS"], []), key("RUS"))).toBe("alone");
    expect(decisionStance(item(["csto-council"], []), key("RUS"))).toBe("not-seen");
    expect(decisionStance(item(["ZAF", "BWA"], []), key("ZAF"))).toBe("with");
    const stances = [
      stance("USA", "abstained"),
      stance("FRA", "dissented"),
      stance("BOL", "contributed"),
    ];
    expect(
      ["USA", "FRA", "BOL"].map((s) => decisionStance(item(["oas"], stances), key(s))),
    ).toEqual(["aside", "against", "with"]);
    expect(decisionStance({ events: [], stances } as unknown as Case, key("USA"))).toBeNull();
  });
});
