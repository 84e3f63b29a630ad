import { describe, expect, it } from "vitest";
import { expectedExits } from "../../../src/measures/durability/expected-exits.ts";
import {
  membershipSpells,
  organisationSpells,
  type Spell,
} from "../../../src/measures/durability/membership-spells.ts";
import { rateBeyond } from "../../../src/measures/durability/spell-rates.ts";
import { record } from "../../laboratory.ts";

const spell = (organisation: string, years: number, end: Spell["end"]): Spell => ({
  organisation,
  state: "ARM" as unknown as NonNullable<Spell["state"]>,
  from: "1990-01-01",
  to: end === null ? null : `${2000 + Math.floor(years)}-01-01`,
  end,
  years,
});
const many = (n: number, ...rest: Parameters<typeof spell>): Spell[] =>
  Array.from({ length: n }, () => spell(...rest));

describe("rateBeyond", () => {
  it("is withheld on nine exits in its years, and the plain share on ten", () => {
    const rest = [...many(10, "b", 30, null), ...many(5, "c", 2, "dissolution")];
    const nine = rateBeyond([...many(9, "a", 6, "exit"), ...rest], "exit", 0.9);
    expect(nine(0, 10).withheld).toBe("9 recorded at 0.0 to 10.0 years; 10 are needed");
    const ten = rateBeyond([...many(10, "a", 6, "exit"), ...rest], "exit", 0.9);
    // Of 20 that reached 3 years 10 left.
    expect(ten(3, 5).value).toBeCloseTo(0.5, 12);
    // Of 25 from the start, 5 of which dissolved at 2 years: 20/25 of one half.
    expect(ten(0, 10).value).toBeCloseTo(0.4, 12);
    expect(ten(3, 2).value).toBeNull();
    expect(ten(0, 40).withheld).toBe("no spell was followed that far");
  });
});

describe("expectedExits", () => {
  it("is the share of those at risk at each exit", () => {
    const spells = [
      spell("a", 1, "exit"),
      spell("a", 9, null),
      spell("b", 5, "exit"),
      spell("b", 9, null),
    ];
    const found = expectedExits(spells, "a", 0.9)!;
    expect(found.expected).toBeCloseTo(2 / 4 + 1 / 3, 12);
    expect(found).toMatchObject({ observed: 1, all: 2, days: 1 });
    expect(expectedExits(spells, "z", 0.9)).toBeNull();
    expect(expectedExits(many(3, "a", 2, null), "a", 0.9)).toBeNull();
  });
});

describe("membershipSpells", () => {
  it("ends with the organisation what has no end of its own, and keeps a return apart", () => {
    const of = (id: string, at: string) =>
      membershipSpells(
        record.organisations.filter((one) => one.id === id),
        at,
      );
    const uzbek = of("csto", "2020-01-01").filter(({ state }) => String(state) === "UZB");
    expect(uzbek.map(({ from, to, end }) => [from, to, end])).toEqual([
      ["1992-05-15", "1999-04-20", "exit"],
      ["2006-06-23", "2012-12-19", "exit"],
    ]);
    expect(uzbek[0]!.years).toBeCloseTo(6.93, 2);
    expect(of("seato", "2020-01-01").every(({ end }) => end !== null)).toBe(true);
    expect(of("seato", "1970-01-01").every(({ end }) => end === null)).toBe(true);
    const lives = organisationSpells(record.organisations, "1990-01-01");
    const ended = lives
      .filter(({ end }) => end !== null)
      .map(({ organisation }) => organisation);
    expect(ended).toEqual(["cento", "seato"]);
  });
});
