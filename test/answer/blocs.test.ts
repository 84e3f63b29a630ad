import { describe, expect, it } from "vitest";
import { organisationBody } from "../../src/answer/body.ts";
import { DEFAULT_QUERY } from "../../src/answer/query-text.ts";
import { resolveAddress } from "../../src/answer/resolve-address.ts";
import { blocParts } from "../../src/answer/views/blocs.ts";
import { sinceWhenParts } from "../../src/answer/views/breaks.ts";
import { answerOf, kernels, record } from "../laboratory.ts";

const context = {
  record,
  kernels,
  path: {},
  query: DEFAULT_QUERY,
  signal: null,
  progress: null,
};

describe("/alliances/{id}/blocs", () => {
  it("takes the last ten years where nothing is said, and the last ten of one that ended", async () => {
    const csto = await answerOf("/alliances/csto/blocs?by=all");
    expect(csto.summary).toMatchObject({ members: 6, largest: "RUS" });
    const to = String(csto.summary["to"]);
    expect(csto.summary["from"]).toBe(`${Number(to.slice(0, 4)) - 10}${to.slice(4)}`);
    const pact = await answerOf("/alliances/warsaw-pact/blocs?by=all");
    expect(pact.summary).toMatchObject({ to: "1991-07-01", members: 6 });
  });

  it("gives one row a member and year, and the whole span in its first part", async () => {
    const answer = await answerOf("/alliances/csto/blocs?from=2019&to=2020&by=year");
    expect(answer.rows.map((row) => `${row["period"]} ${row["state"]}`)).toHaveLength(12);
    expect(new Set(answer.rows.map((row) => row["period"]))).toEqual(new Set(["2019", "2020"]));
    const [members, blocs] = answer.sections;
    expect(members?.rows).toHaveLength(6);
    const placed = blocs?.rows.reduce((sum, row) => sum + Number(row["size"]), 0);
    expect(placed).toBe(answer.summary["states"]);
    for (const row of answer.rows) {
      const share = row["with_largest"];
      if (row["state"] === "RUS") expect(share).toBeNull();
      else expect(Number(share)).toBeLessThanOrEqual(1);
    }
  });

  it("holds the members against random groups and says what the draws allow", async () => {
    const { findings, summary } = await answerOf("/alliances/nato/blocs?by=all");
    const one = findings.find(({ id }) => id === "one-bloc");
    expect(one?.comparison).toContain("Random groups");
    expect(one?.value).toBe(summary["modal_share"]);
    const all = Number(summary["all_together"]);
    const words =
      all >= 0.95 ? "they vote in one bloc" : all <= 0.05 ? "do not vote" : "not settled";
    expect(one?.text).toContain(words);
  });

  it("withholds where too few texts came to a vote", async () => {
    const answer = await answerOf("/alliances/csto/blocs?from=2022-03-01&to=2022-03-31");
    expect(answer.findings.map(({ id }) => id)).toEqual(["blocs"]);
    expect(answer.findings[0]?.text).toContain("no blocs are sought");
    expect(answer.sections).toEqual([]);
  });
});

describe("/blocs", () => {
  it("places every state that votes, numbered by size", async () => {
    const { rows, summary, findings } = await answerOf("/blocs?from=2015&to=2024");
    expect(rows).toHaveLength(Number(summary["states"]));
    const sizes = rows.map((row) => Number(row["size"]));
    const blocs = rows.map((row) => Number(row["bloc"])).filter((bloc) => bloc > 0);
    expect(blocs).toEqual(blocs.toSorted((a, b) => a - b));
    expect(sizes[0]).toBe(Math.max(...sizes));
    expect(Number(summary["null_p"])).toBeLessThanOrEqual(0.05);
    expect(Number(summary["bundled"])).toBeGreaterThan(Number(summary["null_largest"]));
    expect(findings[0]?.text).toContain("bloc");
  });

  it("is the address that the parts of an alliance name", async () => {
    const { sections } = await answerOf("/alliances/csto/blocs?from=2019&to=2020&by=year");
    const resolved = resolveAddress(record, sections[1]!.address!);
    expect(resolved.canonical).toBe("/blocs?from=2019&to=2020");
  });
});

describe("breaks", () => {
  it("gives segments that cover each series once, in order", async () => {
    const { rows, summary, sections } = await answerOf("/alliances/csto/breaks");
    const ids = [...new Set(rows.map((row) => row["id"]))];
    expect(ids).toContain("kaz-rus");
    expect(ids).toContain("agreement-index");
    expect(ids).toHaveLength(Number(summary["series"]));
    expect(rows.length - ids.length).toBe(summary["breaks"]);
    for (const id of ids) {
      const own = rows.filter((row) => row["id"] === id);
      const years = own.reduce((sum, row) => sum + Number(row["years"]), 0);
      const label = own[0]?.["series"];
      expect(sections[0]?.rows.filter((row) => row["series"] === label)).toHaveLength(years);
      for (const [k, row] of own.slice(1).entries()) {
        expect(Number(row["from_year"])).toBeGreaterThan(Number(own[k]!["to_year"]));
        expect(Number(row["break_lower"])).toBeLessThanOrEqual(Number(row["from_year"]));
        expect(Number(row["break_upper"])).toBeGreaterThanOrEqual(Number(row["from_year"]));
        expect(Number(row["p"])).toBeLessThanOrEqual(0.05);
      }
    }
  });

  it("says of a dyad since when, with the interval, or that no break is found", async () => {
    for (const dyad of ["usa-rus", "arm-rus"]) {
      const { findings, rows } = await answerOf(`/dyads/${dyad}/breaks`);
      expect(findings).toHaveLength(Math.max(1, rows.length - 1));
      for (const finding of findings) {
        if (rows.length === 1) expect(finding.text).toContain("no break found");
        else expect(finding.text).toContain(`[${finding.lower}, ${finding.upper}]`);
      }
    }
  });

  it("says so where there are too few years", async () => {
    const { findings, rows } = await answerOf("/dyads/fra-deu/breaks?from=2015&to=2020");
    expect(rows).toHaveLength(1);
    expect(findings[0]?.id).toBe("breaks-withheld");
  });
});

describe("parts of an assessment", () => {
  const body = organisationBody(record, "csto");

  it.each([
    ["blocs", blocParts(context, body)],
    ["breaks", sinceWhenParts(context, body)],
  ])("name findings and addresses that exist: %s", (_, { sections, findings }) => {
    expect(sections.length).toBeGreaterThan(0);
    const ids = findings.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(sections.flatMap((section) => section.findings)).toEqual(ids);
    for (const { address, columns, rows } of sections) {
      expect(resolveAddress(record, address!).canonical).toBe(address);
      const names = columns.map(({ name }) => name);
      for (const row of rows) expect(names).toEqual(expect.arrayContaining(Object.keys(row)));
    }
    for (const { evidence } of findings) {
      for (const address of evidence)
        expect(() => resolveAddress(record, address)).not.toThrow();
    }
  });
});
