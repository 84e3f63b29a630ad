import { describe, expect, it } from "vitest";
import type { CodeSystem, StateIdentity, StateKey } from "../../src/states/state.ts";
import { createStateTable } from "../../src/states/state-table.ts";
import { rows, table } from "./load-states.ts";

const key = (text: string): StateKey => text as StateKey;

describe("byCode", () => {
  it.each<[CodeSystem, string | number, string, string | undefined]>([
    ["cow", 365, "1980-01-01", "RUS"],
    ["iso3", "SUN", "1991-12-24", "RUS"],
    ["iso3", "SUN", "1991-12-25", undefined],
    ["iso3", "RUS", "1991-12-24", undefined],
    ["iso3", "RUS", "1991-12-25", "RUS"],
    ["cow", 260, "1990-10-02", "DEU"],
    ["cow", 260, "1990-10-03", undefined],
    ["cow", 255, "1990-10-02", undefined],
    ["cow", 255, "1990-10-03", "DEU"],
    ["gw", 260, "2017-12-31", "DEU"],
    ["cow", 265, "1990-10-02", "DDR"],
    ["cow", 265, "1990-10-03", undefined],
    ["cow", 678, "1990-05-21", "YEM"],
    ["cow", 679, "1990-05-21", undefined],
    ["cow", 679, "1990-05-22", "YEM"],
    ["gw", 678, "2000-01-01", "YEM"],
    ["cow", 680, "1990-05-21", "YMD"],
    ["cow", 680, "1990-05-22", undefined],
    ["cow", 345, "1991-01-01", "YUG"],
    ["cow", 345, "2003-02-03", "YUG"],
    ["cow", 345, "2003-02-04", "SCG"],
    ["cow", 345, "2006-06-02", "SCG"],
    ["cow", 345, "2006-06-03", "SRB"],
    ["gw", 340, "2010-01-01", "SRB"],
    ["cow", 341, "2006-06-03", "MNE"],
    ["cow", 347, "2008-02-17", "XKX"],
    ["cow", 315, "1992-12-31", "CSK"],
    ["cow", 316, "1993-01-01", "CZE"],
    ["cow", 317, "1993-01-01", "SVK"],
    ["cow", 710, "1949-09-30", "TWN"],
    ["cow", 710, "1949-10-01", "CHN"],
    ["cow", 713, "1971-10-24", "TWN"],
    ["cow", 510, "1964-04-25", "TZA"],
    ["cow", 511, "1964-04-25", "ZAN"],
    ["cow", 511, "1964-04-26", undefined],
    ["cow", 652, "1958-02-21", "SYR"],
    ["cow", 652, "1960-01-01", undefined],
    ["cow", 652, "1961-09-29", "SYR"],
    ["cow", 651, "1960-01-01", "EGY"],
    ["cow", 531, "1993-05-24", "ERI"],
    ["cow", 626, "2011-07-08", undefined],
    ["cow", 626, "2011-07-09", "SSD"],
    ["cow", 369, "1946-01-01", "UKR"],
    ["cow", 370, "1946-01-01", "BLR"],
    ["iso3", "BYS", "1980-01-01", "BLR"],
    ["iso3", "ZAR", "1985-01-01", "COD"],
    ["iso3", "VNM", "1975-01-01", "RVN"],
    ["iso3", "VNM", "1976-07-02", "VNM"],
    ["cow", 771, "1971-12-16", "BGD"],
    ["cow", 999, "2000-01-01", undefined],
  ])("%s %s on %s is %s", (system, code, date, expected) => {
    expect(table.byCode(system, code, date)).toBe(expected);
  });
});

describe("name", () => {
  it.each([
    ["RUS", "1991-12-24", "Soviet Union"],
    ["RUS", "1991-12-25", "Russia"],
    ["DEU", "1989-11-09", "West Germany"],
    ["EGY", "1967-06-05", "UAR"],
    ["YEM", "1970-01-01", "North Yemen"],
    ["MYS", "1963-09-15", "Malaya"],
    ["MYS", "1963-09-16", "Malaysia"],
    ["COD", "1997-05-16", "Zaire"],
    ["TZA", "1962-01-01", "Tanganyika"],
    ["CIV", "1985-10-05", "Côte d'Ivoire"],
    ["TUR", "1850-01-01", "Turkey"],
    ["SSD", "1990-01-01", "South Sudan"],
  ])("of %s on %s is %s", (state, date, expected) => {
    expect(table.name(key(state), date)).toBe(expected);
  });

  it("is the latest without a date", () => {
    expect(table.name(key("RUS"))).toBe("Russia");
    expect(table.name(key("DDR"))).toBe("East Germany");
    expect(table.name(key("YUG"))).toBe("Yugoslavia");
    expect(table.name(key("YUG"), "2025-12-18")).toBe("Yugoslavia");
    expect(table.name(key("YUG"), "1999-01-01")).toBe("FR Yugoslavia");
  });

  it("refuses an unknown key and suggests a near one", () => {
    expect(() => table.name(key("Rusia"))).toThrow(/unknown state "Rusia"/u);
    expect(() => table.name(key("Rusia"))).toThrow(
      expect.objectContaining({ code: "not-found", hint: "Did you mean RUS?" }),
    );
  });
});

// The United Nations counted Yugoslavia until 2000, one more than here from late 1992.
describe("isUnMember", () => {
  it.each([
    ["RUS", "1945-10-24", true],
    ["RUS", "1991-12-26", true],
    ["UKR", "1946-01-01", true],
    ["BLR", "1991-01-01", true],
    ["ARM", "1992-03-01", false],
    ["ARM", "1992-03-02", true],
    ["DDR", "1973-09-17", false],
    ["DDR", "1973-09-18", true],
    ["DDR", "1990-10-02", true],
    ["DDR", "1990-10-03", false],
    ["DEU", "1973-09-18", true],
    ["YMD", "1990-05-21", true],
    ["YMD", "1990-05-22", false],
    ["TWN", "1971-10-24", true],
    ["TWN", "1971-10-25", false],
    ["CHN", "1971-10-24", false],
    ["CHN", "1971-10-25", true],
    ["IDN", "1965-01-19", true],
    ["IDN", "1965-12-01", false],
    ["IDN", "1966-09-28", true],
    ["SYR", "1958-02-21", true],
    ["SYR", "1960-01-01", false],
    ["SYR", "1961-10-13", true],
    ["EGY", "1960-01-01", true],
    ["YUG", "1992-09-22", true],
    ["YUG", "1995-01-01", false],
    ["YUG", "2000-11-01", true],
    ["YUG", "2003-02-04", false],
    ["SCG", "2003-02-04", true],
    ["SCG", "2006-06-03", false],
    ["SRB", "2006-06-03", true],
    ["MNE", "2006-06-27", false],
    ["MNE", "2006-06-28", true],
    ["CSK", "1992-12-31", true],
    ["CSK", "1993-01-01", false],
    ["CZE", "1993-01-18", false],
    ["SVK", "1993-01-19", true],
    ["ZAN", "1964-04-25", true],
    ["ZAN", "1964-04-26", false],
    ["TZA", "1961-12-14", true],
    ["SGP", "1965-09-21", true],
    ["BGD", "1974-09-17", true],
    ["SEN", "1960-09-28", true],
    ["SSD", "2011-07-14", true],
    ["XKX", "2025-01-01", false],
    ["PSE", "2025-01-01", false],
    ["VAT", "2025-01-01", false],
    ["CHE", "2002-09-09", false],
  ])("of %s on %s is %s", (state, date, expected) => {
    expect(table.isUnMember(key(state), date)).toBe(expected);
  });

  it.each([
    ["1945-12-31", 51],
    ["1946-12-31", 55],
    ["1950-12-31", 60],
    ["1955-12-31", 76],
    ["1957-12-31", 82],
    ["1960-12-31", 99],
    ["1965-12-31", 117],
    ["1970-12-31", 127],
    ["1973-12-31", 135],
    ["1980-12-31", 154],
    ["1984-12-31", 159],
    ["1991-12-31", 166],
    ["1994-12-31", 184],
    ["2002-12-31", 191],
    ["2011-12-31", 193],
    ["2025-12-31", 193],
  ])("on %s holds for %i states", (date, expected) => {
    expect(table.all().filter((state) => table.isUnMember(state, date))).toHaveLength(expected);
  });
});

it("keeps South Africa a member while its delegation was barred", () => {
  const state = key("ZAF");
  expect(
    ["1974-11-11", "1974-11-12", "1994-06-22", "1994-06-23"].map((d) =>
      table.isBarred(state, d),
    ),
  ).toEqual([false, true, true, false]);
  expect(table.isUnMember(state, "1980-01-01")).toBe(true);
});

describe("successions", () => {
  const to = (state: string, type: string): string[] =>
    table
      .successors(key(state))
      .filter((row) => row.type === type)
      .map((row) => row.successor);

  it("keeps the Soviet seat with Russia and lists fourteen other successors", () => {
    expect(to("RUS", "continuation")).toEqual(["RUS"]);
    expect([...to("RUS", "dissolution"), ...to("RUS", "secession")]).toHaveLength(14);
    expect(table.successors(key("RUS")).filter((row) => row.seat)).toHaveLength(1);
  });

  it("passes China's seat on 25 October 1971", () => {
    expect(table.predecessors(key("CHN"))).toMatchObject([
      { predecessor: "TWN", date: "1971-10-25", type: "seat-change", seat: true },
    ]);
  });

  it.each([
    ["YUG", "dissolution", ["HRV", "MKD", "SVN", "BIH"]],
    ["YUG", "continuation", ["YUG", "SCG"]],
    ["SCG", "continuation", ["SRB"]],
    ["SCG", "secession", ["MNE"]],
    ["SRB", "secession", ["XKX"]],
    ["CSK", "dissolution", ["CZE", "SVK"]],
    ["DDR", "union", ["DEU"]],
    ["YMD", "union", ["YEM"]],
    ["ZAN", "union", ["TZA"]],
    ["SYR", "union", ["EGY"]],
    ["EGY", "secession", ["SYR"]],
    ["ETH", "secession", ["ERI"]],
    ["SDN", "secession", ["SSD"]],
    ["MYS", "secession", ["SGP"]],
    ["PAK", "secession", ["BGD"]],
    ["MLI", "secession", ["SEN"]],
  ])("of %s by %s are %j", (state, type, expected) => {
    expect(new Set(to(state, type))).toEqual(new Set(expected));
  });

  it("leaves a successor alive on the day, and passes a seat only to a member", () => {
    for (const { successor, date, seat } of rows.successions) {
      expect(table.identity(successor, date), `${successor} ${date}`).toBeDefined();
      if (seat) expect(table.isUnMember(successor, date), `${successor} ${date}`).toBe(true);
    }
  });
});

describe("nearest", () => {
  it.each([
    ["Kazakstan", "KAZ"],
    ["Turkey", "TUR"],
    ["cote d'ivoire", "CIV"],
    ["Soviet", "RUS"],
    ["SUN", "RUS"],
    ["BYS", "BLR"],
    ["kgz", "KGZ"],
    ["Birma", "MMR"],
  ])("to %s begins with %s", (text, expected) => {
    expect(table.nearest(text)[0]).toBe(expected);
  });

  it("is empty where nothing resembles", () => {
    expect(table.nearest("qqqqqqqqq")).toEqual([]);
    expect(table.nearest(" ")).toEqual([]);
  });
});

describe("createStateTable refuses", () => {
  const base = rows.states[0] as StateIdentity;
  const none = { successions: [], unMembership: [] };
  const membership = {
    key: base.key,
    from: "1950-01-01",
    to: "",
    event: "admission",
    note: "",
    source: "x",
  } as const;

  it("identities of one key that overlap", () => {
    const states = [
      { ...base, to: "1990" },
      { ...base, from: "1989-12-31" },
    ];
    expect(() => createStateTable({ states, ...none })).toThrow(/identities of AFG overlap/u);
  });

  it("two holders of one code on one day", () => {
    const states = [base, { ...base, key: key("AFX"), from: "2001-01-01" }];
    expect(() => createStateTable({ states, ...none })).toThrow(/holders of cow 700 overlap/u);
  });

  it("memberships that overlap, but not an observer beside a member", () => {
    const twice = [membership, { ...membership, from: "1960-01-01" }];
    expect(() =>
      createStateTable({ states: [base], successions: [], unMembership: twice }),
    ).toThrow(/memberships of AFG overlap/u);
    const observer = [membership, { ...membership, event: "observer" as const }];
    const made = createStateTable({ states: [base], successions: [], unMembership: observer });
    expect(made.isUnMember(base.key, "1950-01-01")).toBe(true);
  });

  it("a row of an unknown key", () => {
    const unMembership = [{ ...membership, key: key("ZZZ") }];
    expect(() => createStateTable({ states: [base], successions: [], unMembership })).toThrow(
      /unknown state key ZZZ/u,
    );
  });
});
