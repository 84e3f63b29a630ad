import { expect, it } from "vitest";
import { emptyCaveats } from "../../src/answer/empty-caveats.ts";
import { record } from "../laboratory.ts";

const ask = (id: string, from: string, to: string): readonly string[] =>
  emptyCaveats({
    record,
    path: { id },
    address: `/alliances/${id}/cohesion`,
    covers: { from, to },
  });

it("says that an organisation had no member in the span, and since when it has", () => {
  expect(ask("csto", "1950-01-01", "1960-12-31")).toEqual([
    "Nothing is computed: CSTO has no member from 1950-01-01 to 1960-12-31 (the first belongs " +
      "since 1992-05-15).",
  ]);
  expect(ask("warsaw-pact", "2000-01-01", "2010-12-31")[0]).toMatch(/has no member/u);
});

it("says no such thing where a membership begins within the span", () => {
  for (const [from, to] of [
    ["1990-01-01", "1992-05-15"],
    ["2001-01-01", "2001-01-02"],
  ] as const) {
    expect(ask("csto", from, to)).toEqual([expect.stringMatching(/^Nothing in this record/u)]);
  }
});
