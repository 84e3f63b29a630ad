import { describe, expect, it } from "vitest";
import type { Row } from "../../src/answer/answer.ts";
import { readExposures } from "../../src/record/read-exposures.ts";
import { answerOf, record } from "../laboratory.ts";
import { bytesOf, madeAtop } from "../sources/made-files.ts";
import { answerFrom, sharedFile, sharedIsThere, withSources } from "../sources/with-sources.ts";

const rowOf = (rows: readonly Row[], cells: Row): Row | undefined =>
  rows.find((row) => Object.entries(cells).every(([name, cell]) => row[name] === cell));

describe("/alliances/{id}/dependence", () => {
  it("says which exposures of a year are unknown, and carries none forward", async () => {
    const { sections, findings } = await answerOf("/alliances/csto/dependence?year=2015");
    const known = sections.find(({ id }) => id === "known")!.rows;
    expect(rowOf(known, { state: "ARM" })).toMatchObject({
      trade: "known",
      remittances: "known",
      arms: "unknown",
      bases: "unknown",
    });
    expect(rowOf(known, { state: "KAZ" })).toMatchObject({ trade: "unknown" });
    const text = findings.find(({ id }) => id === "unknown")!.text;
    expect(text).toContain(
      "Of 36 exposures of CSTO's members in 2015 (members by kinds) 2 are known",
    );
    const after = await answerOf("/alliances/csto/dependence?year=2025");
    expect(after.rows).toEqual([]);
  });

  it("is the share of the partner in the sum over partners, recounted", async () => {
    const table = record.exposures.find(
      ({ kind, state }) => kind === "remittances" && state === "ARM",
    )!;
    const own = table.rows.filter(([year]) => year === 2022);
    const total = own.reduce((sum, [, , amount]) => sum + amount, 0);
    const russia = own.find(([, partner]) => partner === "RUS")![2];
    const { rows, sources } = await answerOf("/alliances/csto/dependence?year=2022");
    const row = rowOf(rows, { kind: "remittances", state: "ARM" })!;
    expect(row["share"]).toBeCloseTo(russia / total, 12);
    expect(row["source"]).toBe("cba-transfers");
    expect(sources.map(({ id }) => id)).toContain("cba-transfers");
  });

  it("has members of NATO by US troops", async () => {
    const { rows, figure } = await answerOf("/alliances/nato/dependence?year=1985");
    expect(rowOf(rows, { kind: "troops", state: "DEU" })!["amount"]).toBeGreaterThan(200_000);
    expect(rowOf(rows, { kind: "troops", state: "DEU" })!["share"]).toBeNull();
    expect(figure).toMatchObject({ y: "amount" });
  });

  it("counts the alliances whose members owe defence, from the reader's ATOP", async () => {
    const end = "0,0,0,0,0,0,0,0,0,1,0,0,0,1,0,0,5.1";
    const lines = [
      `1,371,2000,1,1,${end}`,
      `1,365,2000,1,1,${end}`,
      `2,371,2000,1,1,${end}`,
      `2,703,2000,1,1,${end}`,
    ];
    const brought = withSources({
      atop: [{ file: "a.csv", bytes: bytesOf(madeAtop(lines).text) }],
    });
    const { rows } = await answerFrom(brought, "/alliances/csto/dependence?year=2010");
    // Russia is in one of the two alliances that owe Armenia defence.
    expect(rowOf(rows, { kind: "obligations", state: "ARM" })).toMatchObject({ share: 0.5 });
    expect(rowOf(rows, { kind: "obligations", state: "KGZ" })).toMatchObject({ share: 0 });
  });

  it.skipIf(!sharedIsThere)(
    "gives Russia's known share of trade in 2013 and of arms",
    async () => {
      const brought = withSources({
        "cow-trade": [sharedFile("dependence/cow_trade_v4_dyads_1945_2014.csv.gz")],
        sipri: [sharedFile("dependence/sipri_arms_to_exsoviet_1992_2014.csv")],
      });
      const { rows, sections } = await answerFrom(
        brought,
        "/alliances/csto/dependence?to=2014",
      );
      const percent = (row: Row | undefined): number => Math.round(Number(row!["share"]) * 100);
      const trade = { BLR: 53, ARM: 25, KAZ: 21, KGZ: 20, TJK: 14 };
      for (const [state, share] of Object.entries(trade)) {
        expect(percent(rowOf(rows, { kind: "trade", year: 2013, state }))).toBe(share);
      }
      const period = sections.find(({ id }) => id === "period")!.rows;
      const arms = { TJK: 96, BLR: 94, ARM: 88, KAZ: 78, KGZ: 71 };
      for (const [state, share] of Object.entries(arms)) {
        expect(percent(rowOf(period, { kind: "arms", state }))).toBe(share);
      }
      const others = sections.find(({ id }) => id === "class")!.rows;
      expect(others.filter((row) => row["kind"] === "trade").length).toBeGreaterThan(10);
    },
  );
});

describe("the tables of exposures", () => {
  const path = "data/dependence/trade.csv";
  const read = (text: string) => readExposures(new Map([[path, text]]), record.states);

  it.each([
    ["state,year,partner,amount\nQQQ,2015,RUS,1\n", /is not an exposure/u],
    ["state,year,partner,amount\nARM,15,RUS,1\n", /is not an exposure/u],
    ["state,year,partner,amount\nARM,2015,RUS,-1\n", /is not an exposure/u],
    ["state,partner\nARM,RUS\n", /the header is "state,partner"/u],
  ])("are refused with their line (%#)", (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
