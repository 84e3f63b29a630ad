import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cohesion } from "../../../src/measures/cohesion/cohesion.ts";
import { groupTallies } from "../../../src/measures/cohesion/group-tallies.ts";
import { fixedMembers } from "../../../src/measures/cohesion/member-spell.ts";
import { splits } from "../../../src/measures/cohesion/splits.ts";
import type { StateKey } from "../../../src/states/state.ts";
import { readUngaVotes, rollCallsByYear } from "../alignment/unga-votes.ts";

const GROUPS: Readonly<Record<string, string>> = {
  six: "ARM BLR KAZ KGZ RUS TJK",
  twelve: "BEL CAN DNK FRA GBR ISL ITA LUX NLD NOR PRT USA",
};

const golden = readFileSync(new URL("../../golden/cohesion.csv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split(","));

describe("cohesion in the General Assembly", () => {
  const votes = readUngaVotes();
  const years = rollCallsByYear(votes);
  const members = (name: string) =>
    fixedMembers(
      votes,
      GROUPS[name]!.split(" ").map((state) =>
        votes.voters.indexOf(state as unknown as StateKey),
      ),
    );

  it("agrees with R in every year of both lists of states", () => {
    expect(golden.length).toBeGreaterThan(100);
    for (const [name, year, rollCalls, riceRollCalls, ...numbers] of golden) {
      const selection = Int32Array.from(years.get(Number(year))!);
      const value = cohesion(groupTallies(votes, members(name!), selection));
      expect(value.rollCalls).toBe(Number(rollCalls));
      expect(value.riceRollCalls).toBe(Number(riceRollCalls));
      const ours = [
        value.agreement,
        value.rice,
        value.pairs,
        value.unanimous,
        ...value.quantiles!,
      ];
      numbers.forEach((number, index) => {
        expect(Math.abs(ours[index]! - Number(number))).toBeLessThan(1e-12);
      });
    }
  });

  it("finds how the six divided on A/RES/ES-11/1", () => {
    const rollCall = votes.rollCalls.findIndex(({ symbol }) => symbol === "A/RES/ES-11/1");
    const [split] = splits(votes, members("six"), Int32Array.of(rollCall));
    const names = (side: readonly number[]) => side.map((voter) => String(votes.voters[voter]));
    expect(names(split!.no)).toEqual(["BLR", "RUS"]);
    expect(names(split!.abstain)).toEqual(["ARM", "KAZ", "KGZ", "TJK"]);
    expect(split!.agreement).toBe(0.5);
  });
});
