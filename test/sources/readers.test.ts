import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ATOP } from "../../src/sources/atop.ts";
import { COW_TRADE } from "../../src/sources/cow-trade.ts";
import { FARISS } from "../../src/sources/fariss.ts";
import { NMC } from "../../src/sources/nmc.ts";
import { prepareSource } from "../../src/sources/prepare-source.ts";
import type { Provider } from "../../src/sources/provider.ts";
import { recogniseParts } from "../../src/sources/recognise.ts";
import { SIPRI } from "../../src/sources/sipri.ts";
import { sourceTable } from "../../src/sources/source-table.ts";
import { sourceText } from "../../src/sources/source-text.ts";
import { record } from "../laboratory.ts";
import { bytesOf, madeAtop, madeNmc, readMade } from "./made-files.ts";

const SHARED = "../shared/data";
const sharedIsThere = existsSync(SHARED);

/** Reads files of the shared folder as a user would bring them. */
function readShared<T>(provider: Provider<T>, ...files: readonly string[]) {
  const tables = files.map((file) =>
    sourceTable(file, sourceText(file, new Uint8Array(readFileSync(`${SHARED}/${file}`)))),
  );
  return provider.read(recogniseParts(provider, tables), record.states);
}

describe("National Material Capabilities", () => {
  it("reads numbers, -9 as missing, and the edition by its last year", () => {
    const { tables, version, from, to } = readMade(NMC, [madeNmc()]);
    expect({ version, from, to }).toEqual({ version: "7.0", from: 2021, to: 2022 });
    expect(tables.find(({ state, year }) => state === "KAZ" && year === 2022)).toEqual({
      state: "KAZ",
      year: 2022,
      milex: 1,
      milper: 2,
      irst: 3,
      pec: 4,
      tpop: 5,
      upop: null,
      cinc: 0.005,
    });
  });

  it.skipIf(!sharedIsThere)("reads edition 7.0 whole, and Russia's 86 % of 2016", () => {
    const { tables, version } = readShared(NMC, "cow_capabilities/cow_nmc_v7.csv.gz");
    expect(version).toBe("7.0");
    const cinc = ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"].map(
      (key) => tables.find(({ state, year }) => state === key && year === 2016)!.cinc!,
    );
    const sum = cinc.reduce((all, value) => all + value, 0);
    expect(sum).toBeCloseTo(0.0424, 4);
    expect(cinc[4]! / sum).toBeCloseTo(0.86, 2);
  });
});

describe("estimates of GDP and population", () => {
  it.skipIf(!sharedIsThere)("are read whole, and refused where they are cut", () => {
    const file = "dependence/gdp_population_country_year.csv.gz";
    const { tables, from, to } = readShared(FARISS, file);
    expect({ from, to }).toEqual({ from: 1816, to: 2019 });
    expect(tables.find(({ state, year }) => state === "ARM" && year === 2019)).toMatchObject({
      population: expect.closeTo(2.957, 3) as number,
    });
    const text = sourceText(file, new Uint8Array(readFileSync(`${SHARED}/${file}`)));
    const lines = text.split("\n");
    const half = `${lines.slice(0, lines.length / 2).join("\n")}\n`;
    expect(() => readMade(FARISS, [{ file: "half.csv", text: half }])).toThrow(/truncated/u);
  });
});

describe("bilateral trade", () => {
  const header = "ccode1,ccode2,year,flow1,flow2";
  const rows = ["365,371,2013,1,", "371,705,2013,-9,-9", "705,710,2014,3,4"];
  const made = { file: "trade.csv", text: `${header}\n${rows.join("\n")}\n` };

  it("adds both directions, and leaves out what is missing", () => {
    const { tables, version } = readMade(COW_TRADE, [made]);
    expect(version).toBe("4.0");
    expect(tables).toEqual([
      { a: "RUS", b: "ARM", year: 2013, amount: 1 },
      { a: "KAZ", b: "CHN", year: 2014, amount: 7 },
    ]);
  });

  it.each([
    [
      made.text.replace(",2014,", ",2009,"),
      /its last year is 2013, that of version 4\.0 is 2014/u,
    ],
    [made.text.replace("705,710", "100,710"), /its rows stop at country 371 in 2014/u],
    [made.text.replace(",3,4", ",-3,4"), /a flow is negative/u],
  ])("is refused where it is cut or of another version", (text, message) => {
    expect(() => readMade(COW_TRADE, [{ file: "trade.csv", text }])).toThrow(message);
  });
});

describe("arms transfers", () => {
  const header = "year,supplier,supplier_ccode,recipient,recipient_ccode,tiv_million";
  const rows = ["1992,Russia,365,Armenia,371,2", "2014,Ukraine,369,Kazakhstan,705,1"];
  const text = `${header}\n${rows.join("\n")}\n`;

  it("are read by supplier, recipient and year", () => {
    const { tables, version } = readMade(SIPRI, [{ file: "arms.csv", text }]);
    expect(version).toBe("to 2014");
    expect(tables[0]).toEqual({ supplier: "RUS", recipient: "ARM", year: 1992, amount: 2 });
  });

  it("are refused where the last row is not of the last year, or a row stands twice", () => {
    const cut = `${text}1995,Russia,365,Kyrgyzstan,703,2\n`;
    expect(() => readMade(SIPRI, [{ file: "arms.csv", text: cut }])).toThrow(
      /its last row is of 1995, its last year 2014: the file is truncated/u,
    );
    const twice = `${text}${rows[1]}\n`;
    expect(() => readMade(SIPRI, [{ file: "arms.csv", text: twice }])).toThrow(/stands twice/u);
  });

  it("are told from capabilities and the other way", () => {
    const made = [{ file: "arms.csv", text }];
    expect(() => readMade(NMC, made)).toThrow(/this is a file of sipri, not of nmc/u);
    expect(() => readMade(SIPRI, [madeNmc()])).toThrow(/this is a file of nmc, not of sipri/u);
  });
});

describe("ATOP", () => {
  it("reads stays in alliances, with dates as precise as they are known", () => {
    const { tables } = readMade(ATOP, [
      madeAtop([
        "4220,704,2006,8,17,2012,6,28,0,2,0,0,3,4,1,0,0,0,1,0,0,5.1",
        "4220,371,2002,10,,0,0,0,0,2,0,0,0,0,1,0,0,0,1,1,1,5.1",
        "1005,300,1815,1,3,1815,2,8,0,0,0,1,5,,1,0,0,0,1,0,0,5.1",
      ]),
    ]);
    const [uzbekistan, armenia, austria] = tables.members;
    expect(uzbekistan).toMatchObject({ state: "UZB", from: "2006-08-17", to: "2012-06-28" });
    expect(uzbekistan).toMatchObject({ termMode: 3, termCause: 4, bilateral: false, phase: 2 });
    expect(uzbekistan!.obligations).toEqual({
      defense: true,
      offense: false,
      neutrality: false,
      nonaggression: false,
      consultation: true,
    });
    expect(armenia).toMatchObject({ state: "ARM", from: "2002-10", to: null });
    expect(armenia).toMatchObject({ conditional: true, asymmetric: true });
    expect(austria).toMatchObject({ cow: "300", state: null, termCause: null });
  });

  it.skipIf(!sharedIsThere)("reads version 5.1 whole: the CSTO's phases and members", () => {
    const { tables } = readShared(
      ATOP,
      "atop/atop5_1_member.csv.gz",
      "atop/atop5_1_alliance.csv",
      "atop/atop5_1_alliance_phase.csv.gz",
      "atop/atop5_1_institutionalization.csv",
    );
    expect(tables.members).toHaveLength(2510);
    expect(tables.alliances.filter(({ to }) => to === null)).toHaveLength(372);
    const csto = tables.phases.filter(({ atopid }) => atopid === 4220);
    expect(csto.map(({ phase, from, to }) => [phase, from, to])).toEqual([
      [1, "1992-05-15", "2002-10-07"],
      [2, "2002-10-07", null],
    ]);
    expect(csto.map(({ militaryInstitutions: built }) => built)).toEqual([2, 2]);
    const ever = new Set(
      tables.members.filter(({ atopid }) => atopid === 4220).map(({ state }) => state),
    );
    expect(ever.size).toBe(9);
    expect(tables.phases.filter((row) => row.formalInstitutions === null)).toHaveLength(1);
  });
});

describe("the store's folder of a source", () => {
  it("holds the files as they were brought, with checksums", () => {
    const bytes = bytesOf(madeNmc().text);
    const { held, folder } = prepareSource(NMC, [{ file: "/x/nmc.csv", bytes }], record.states);
    expect(folder.get("capabilities.csv")).toBe(bytes);
    expect(held.files).toMatchObject([
      { part: "capabilities", name: "nmc.csv", bytes: bytes.byteLength },
    ]);
    expect(held.files[0]!.sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(JSON.parse(new TextDecoder().decode(folder.get("source.json")))).toEqual(held);
  });
});
