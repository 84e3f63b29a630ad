import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CodeSystem, StateIdentity } from "../../src/states/state.ts";
import { editDistance } from "../../src/states/edit-distance.ts";
import { rows, table } from "./load-states.ts";

const SYSTEMS: readonly CodeSystem[] = ["cow", "gw", "iso3"];
const holds = ({ from, to }: StateIdentity, date: string): boolean =>
  from <= date && (to === "" || date < to);
const day = fc
  .date({ min: new Date("1800-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("the shipped table of states", () => {
  const changes = [
    ...new Set(rows.states.flatMap(({ from, to }) => [from, to]).filter((d) => d !== "")),
  ].sort();

  it("gives a key one identity, and a code one holder, on every day of change", () => {
    expect(changes.length).toBeGreaterThan(150);
    for (const date of changes) {
      const alive = rows.states.filter((row) => holds(row, date));
      expect(new Set(alive.map((row) => row.key)).size, date).toBe(alive.length);
      for (const system of SYSTEMS) {
        const codes = alive.map((row) => row[system]).filter((code) => code !== "");
        expect(new Set(codes).size, `${system} ${date}`).toBe(codes.length);
      }
    }
  });

  it("answers byCode and identity as a search of the rows does", () => {
    fc.assert(
      fc.property(fc.constantFrom(...rows.states), day, (row, date) => {
        expect(table.identity(row.key, date)).toEqual(
          rows.states.find((other) => other.key === row.key && holds(other, date)),
        );
        for (const system of SYSTEMS) {
          if (row[system] === "") continue;
          expect(table.byCode(system, row[system], date)).toBe(
            rows.states.find((other) => other[system] === row[system] && holds(other, date))
              ?.key,
          );
        }
      }),
    );
  });

  it("gives every United Nations member an identity on the first and last day of each spell", () => {
    for (const { key, from, to, event } of rows.unMembership) {
      if (event === "barred" || event === "observer") continue;
      expect(table.identity(key, from), `${key} ${from}`).toBeDefined();
      const last = new Date(Date.parse(to === "" ? "2025-12-31" : to) - 86_400_000);
      const lastDay = last.toISOString().slice(0, 10);
      expect(table.identity(key, lastDay), `${key} ${lastDay}`).toBeDefined();
    }
  });

  it("suggests up to three known keys for any text, and the key itself for its names", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const near = table.nearest(text);
        expect(near.length).toBeLessThanOrEqual(3);
        expect(near.every((key) => table.has(key))).toBe(true);
      }),
    );
    for (const { key, name, short } of rows.states) {
      for (const text of [key, name, short]) expect(table.nearest(text), text).toContain(key);
    }
  });
});

describe("editDistance", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });

  it("is a metric", () => {
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
    );
  });

  it.each([
    ["kitten", "sitting", 3],
    ["", "abc", 3],
    ["mali", "malawi", 2],
  ])("from %s to %s is %i", (a, b, expected) => {
    expect(editDistance(a, b)).toBe(expected);
  });
});
