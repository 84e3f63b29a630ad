import { describe, expect, it } from "vitest";
import { meansByYear, memberValues, valuesOn } from "../../src/answer/means-of-members.ts";
import { concentration } from "../../src/measures/means/concentration.ts";
import { readMeans } from "../../src/record/read-means.ts";
import { answerOf, record } from "../laboratory.ts";
import { bytesOf, madeNmc } from "../sources/made-files.ts";
import { answerFrom, sharedFile, sharedIsThere, withSources } from "../sources/with-sources.ts";

const csto = record.organisations.find(({ id }) => id === "csto")!;

describe("/alliances/{id}/capabilities", () => {
  it("has a row for each year that its source covers, and no other", async () => {
    const { rows, covers, summary } = await answerOf("/alliances/csto/capabilities");
    const gdp = rows.filter((row) => row["means"] === "gdp");
    expect(gdp.map((row) => row["year"])).toEqual(
      Array.from({ length: 28 }, (_, index) => 1992 + index),
    );
    expect(covers).toEqual({ from: "1992-01-01", to: "2019-12-31" });
    expect(summary).toMatchObject({ means: "gdp", year: 2019, largest: "RUS" });
    for (const row of rows) {
      const [share, lower, upper] = ["share", "lower", "upper"].map((name) =>
        Number(row[name]),
      );
      expect(lower).toBeLessThan(share!);
      expect(upper).toBeGreaterThan(share!);
      expect(row["ratio"]).toBeCloseTo(share! / (1 - share!), 9);
      expect(row["hhi"]).toBeGreaterThanOrEqual(share! * share!);
    }
    expect((await answerOf("/alliances/csto/capabilities?from=2021")).rows).toEqual([]);
  });

  it("holds the finding against every organisation of the same year", async () => {
    const { findings } = await answerOf("/alliances/csto/capabilities?year=2016");
    const all = await answerOf("/capabilities?year=2016");
    const own = all.rows.find((row) => row["organisation"] === "csto")!;
    expect(findings[0]!.value).toBe(own["share"]);
    expect(findings[0]!.comparison).toContain(`Rank ${own["rank"]} of ${all.rows.length} `);
  });

  it("names members without a value and bounds the share", async () => {
    const { findings, rows } = await answerOf("/alliances/arab-league/capabilities?year=2010");
    expect(rows[0]).toMatchObject({ missing: "PSE", members: 22 });
    const share = Number(rows[0]!["share"]);
    expect(rows[0]!["least"]).toBeCloseTo(share / (1 + share), 9);
    expect(findings[0]!.text).toMatch(
      /Palestine without a value: the share is \d+ % at the least/u,
    );
  });

  it("says what it cannot decide without the reader's file", async () => {
    const { caveats, rows, sections } = await answerOf(
      "/alliances/csto/capabilities?means=cinc",
    );
    expect(rows).toEqual([]);
    expect(caveats.join(" ")).toContain('"casus source add nmc FILE" brings it');
    expect(sections[0]!.text[0]).toContain("Not decidable with this record");
  });

  it("uses the reader's file, cites it and marks the answer", async () => {
    const brought = withSources({ nmc: [{ file: "nmc.csv", bytes: bytesOf(madeNmc().text) }] });
    const address = "/alliances/csto/capabilities?means=cinc&year=2022";
    const {
      record: release,
      caveats,
      sources,
      rows,
      sections,
    } = await answerFrom(brought, address);
    expect(release).toBe(`${record.release}+sources.12345678`);
    expect(caveats[0]).toMatch(
      /^Rests on data sets that do not ship.*nmc 7\.0 \(sha256 [0-9a-f]{12}\)/u,
    );
    expect(sources.find(({ id }) => id === "cow-nmc")).toMatchObject({
      redistribution: "derived-only",
    });
    // Every state of the made file has the same.
    expect(rows[0]).toMatchObject({ members: 6, share: 1 / 6 });
    expect(rows[0]!["con"]).toBeCloseTo(0, 6);
    expect(sections[0]!.rows).toHaveLength(6);
    const other = await answerFrom(brought, "/alliances/csto");
    expect(other.caveats.join(" ")).not.toContain("Rests on data sets");
  });

  it.skipIf(!sharedIsThere)("gives Russia 86 % of the CSTO's summed CINC in 2016", async () => {
    const brought = withSources({ nmc: [sharedFile("cow_capabilities/cow_nmc_v7.csv.gz")] });
    const address = "/alliances/csto/capabilities?means=cinc&year=2016";
    const { rows, findings, sections } = await answerFrom(brought, address);
    expect(rows[0]).toMatchObject({ largest: "RUS", members: 6, missing: "" });
    expect(Number(rows[0]!["share"])).toBeCloseTo(0.86, 2);
    expect(findings[0]!.text).toContain("Russia had 86 % of the summed CINC");
    expect(sections[0]!.rows.map((row) => row["state"]).slice(0, 3)).toEqual([
      "RUS",
      "KAZ",
      "BLR",
    ]);
  });

  it.skipIf(!sharedIsThere)("ships what the estimates give", () => {
    const file = sharedFile("dependence/gdp_population_country_year.csv.gz");
    const brought = withSources({ fariss: [file] });
    for (const means of ["gdp", "population"] as const) {
      const values = memberValues(brought, means)!;
      for (const row of meansByYear(record, csto, means)) {
        const made = concentration(valuesOn(csto, row.year, values))!;
        expect(made).toMatchObject({ largest: row.largest, missing: row.missing });
        expect(made.share).toBeCloseTo(row.share, 4);
        expect(made.hhi).toBeCloseTo(row.hhi, 4);
        expect(made.se).toBeCloseTo(row.se!, 4);
      }
    }
  });
});

describe("/capabilities", () => {
  it("ranks by the share of the largest member", async () => {
    const { rows } = await answerOf("/capabilities?year=1985&means=population");
    const shares = rows.map((row) => Number(row["share"]));
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(rows.find((row) => row["organisation"] === "warsaw-pact")).toMatchObject({
      largest: "RUS",
      largest_name: "Soviet Union",
    });
  });
});

describe("the table of means", () => {
  const header = "organisation,year,means,members,missing,largest,share,se,hhi\n";
  const read = (row: string) =>
    readMeans(`${header}${row}\n`, record.states, new Set(["csto"]));

  it.each([
    ["nato,2019,gdp,6,,RUS,0.8,0.1,0.7"],
    ["csto,2019,steel,6,,RUS,0.8,0.1,0.7"],
    ["csto,2019,gdp,6,,RUS,1.8,0.1,0.7"],
    ["csto,2019,gdp,6,QQQ,RUS,0.8,0.1,0.7"],
    ["csto,2019,gdp,2,ARM,RUS,0.8,0.1,0.7"],
  ])("is refused with its line: %s", (row) => {
    expect(() => read(row)).toThrow(/is not a row of means/u);
  });

  it("is refused with another header", () => {
    expect(() => readMeans("a,b\n", record.states, new Set())).toThrow(/the header is "a,b"/u);
  });
});
