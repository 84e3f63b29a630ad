import { describe, expect, it } from "vitest";
import { dependenceOn } from "../../src/scenario/dependence.ts";
import type { StateKey } from "../../src/states/state.ts";
import { record } from "../laboratory.ts";

const key = (text: string) => text as StateKey;
const on = (state: string, other: string, day: string) =>
  dependenceOn(record, key(state), key(other), day);

describe("dependenceOn", () => {
  it("counts the alliances that owe defence and have the other too", () => {
    // In January 2022 the collective security treaty and the bilateral one of 1997 owed Armenia defence.
    expect(on("ARM", "KAZ", "2022-01-05").promises).toBe(1 / 2);
    expect(on("ARM", "RUS", "2022-01-05").promises).toBe(2 / 2);
    // NATO and, since Lisbon, the European Union owe it to Germany; Turkey is in the first alone.
    expect(on("DEU", "TUR", "2012-11-20").promises).toBe(1 / 2);
    expect(on("DEU", "TUR", "2003-02-09").promises).toBe(1);
    expect(on("CHE", "DEU", "2012-11-20").promises).toBeNull();
  });

  it("counts an organisation's texts as one alliance, each with its own parties", () => {
    const texts = (...parties: readonly (readonly string[])[]) =>
      parties.map((states, i) => ({
        ...record.treaties.find(({ id }) => id === "cst-1992")!,
        id: `text-${i}`,
        parties: states.map(key),
      }));
    const share = (lists: readonly (readonly string[])[], other: string) =>
      dependenceOn(
        { ...record, treaties: texts(...lists) },
        key("ARM"),
        key(other),
        "2022-01-05",
      ).promises;
    const lists = [
      ["ARM", "RUS"],
      ["ARM", "KAZ"],
      ["BLR", "RUS"],
    ];
    for (const order of [lists, lists.toReversed()]) {
      expect(["RUS", "KAZ", "BLR"].map((other) => share(order, other))).toEqual([1, 1, 0]);
    }
  });

  it("is the mean share in trade and money sent of the year before", () => {
    // 2021, thousand dollars: trade 18,808 of 8,378,194; money sent 89,282 of 2,108,935.
    const trade = 18_808 / 8_378_194;
    const money = 89_282 / 2_108_935;
    expect(on("ARM", "KAZ", "2022-01-05").economy).toBeCloseTo((trade + money) / 2, 12);
    // Trade is on record from 2007, money sent from 2013.
    const rows = record.exposures.find(
      ({ kind, state }) => kind === "trade" && state === "ARM",
    )!.rows;
    const of2009 = rows.filter(([year]) => year === 2009);
    const total = of2009.reduce((sum, [, , amount]) => sum + amount, 0);
    const own = of2009.find(([, partner]) => partner === "KGZ")![2];
    expect(on("ARM", "KGZ", "2010-06-11").economy).toBeCloseTo(own / total, 12);
    expect(on("ARM", "KGZ", "2007-12-31").economy).toBeNull();
    expect(on("KAZ", "KGZ", "2010-06-11").economy).toBeNull();
  });

  it("is the logarithm of the United States' troops, of no other state's", () => {
    // 43,393 on active duty in Germany in 2011.
    expect(on("DEU", "USA", "2012-11-20").troops).toBeCloseTo(Math.log(43_394), 12);
    expect(on("DEU", "TUR", "2012-11-20").troops).toBeNull();
    expect(on("KGZ", "RUS", "2022-01-05").troops).toBeNull();
  });

  it("knows bases from the list of 2019, for calls after it", () => {
    expect(on("KGZ", "RUS", "2022-01-05").bases).toBe(1);
    expect(on("KGZ", "KAZ", "2022-01-05").bases).toBe(0);
    expect(on("KGZ", "RUS", "2019-12-31").bases).toBeNull();
    // The list has no line of Nigeria.
    expect(on("NGA", "USA", "2022-01-05").bases).toBeNull();
  });

  it("has nothing of a state on itself", () => {
    expect(Object.values(on("USA", "USA", "2012-11-20"))).toEqual([null, null, null, null]);
  });
});
