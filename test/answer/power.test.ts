import { describe, expect, it } from "vitest";
import { membershipsOn } from "../../src/record/membership.ts";
import { VOTE } from "../../src/record/votes.ts";
import type { StateKey } from "../../src/states/state.ts";
import { answerOf, record } from "../laboratory.ts";

const section = async (address: string, id: string) =>
  (await answerOf(address)).sections.find((one) => one.id === id)!.rows;

describe("/alliances/{id}/power", () => {
  it("says that under consensus all are equal, the largest included", async () => {
    const { rows, findings, summary } = await answerOf("/alliances/csto/power?at=2022-01-05");
    expect(summary).toMatchObject({
      members: 6,
      rule: "consensus",
      quota: 6,
      least_blocking: 1,
    });
    const main = rows.filter((row) => row["rule"] === "consensus");
    expect(main.map((row) => row["state"])).toEqual(["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"]);
    for (const row of main) {
      // One of the 2^5 votes of the others is in favour throughout.
      expect(row["banzhaf"]).toBe(1 / 32);
      expect(row["shapley_shubik"]).toBe(1 / 6);
      expect([row["prevent"], row["veto"], row["votes"]]).toEqual([1, true, 1]);
    }
    const text = findings.find(({ id }) => id === "symmetry-consensus")!.text;
    expect(text).toContain("Russia included; all are equal by symmetry");
    expect(text).toContain("dominance must be sought in conduct");
  });

  it("takes the rules of the text in force: a limited format since 2012", async () => {
    const now = await section("/alliances/csto/power?at=2024-06-01", "rules");
    const limited = now.find((row) => row["rule"] === "consensus-minus-abstainers")!;
    expect(limited["articles"]).toContain("csto-charter-2002 12(limited format)");
    expect(limited["binds_abstainers"]).toBe(false);
    const own = now.find((row) => row["rule"] === "each-for-itself")!;
    expect(own["banzhaf"]).toBeNull();
    const before = await section("/alliances/csto/power?at=1995-01-01", "rules");
    expect(before.map((row) => row["rule"])).not.toContain("consensus-minus-abstainers");
  });

  it("counts the lone objectors by hand", async () => {
    const rows = await section("/alliances/csto/power?from=2010&to=2016", "conduct");
    const organisation = record.organisations.find(({ id }) => id === "csto")!;
    const { voters, cells, rollCalls } = record.votes;
    const alone = new Map<StateKey, number>();
    for (const [index, { date, partial }] of rollCalls.entries()) {
      if (date < "2010-01-01" || date > "2016-12-31" || partial === true) continue;
      const votes = membershipsOn(organisation, date).map(({ state }) => ({
        state,
        code: cells[index * voters.length + voters.indexOf(state)],
      }));
      if (votes.some(({ code }) => code === VOTE.unknown)) continue;
      const against = votes.filter(({ code }) => code === VOTE.no);
      if (against.length === 1) {
        const [{ state }] = against as [(typeof against)[number]];
        alone.set(state, (alone.get(state) ?? 0) + 1);
      }
    }
    for (const row of rows) {
      const found = Number(row["alone"]);
      const counted = alone.get(row["state"] as StateKey) ?? 0;
      // A lone abstainer among absentees is alone too, without an objection.
      expect(found).toBeGreaterThanOrEqual(counted);
      expect(found - counted).toBeLessThanOrEqual(2);
    }
    expect(rows[0]).toMatchObject({ state: "RUS", largest: true });
    expect(rows[0]!["lower"]).toBeLessThan(rows[0]!["share"] as number);
  });

  it("asks what has ended for its last day, and gives no index without a count", async () => {
    const pact = await answerOf("/alliances/warsaw-pact/power");
    expect(pact.summary).toMatchObject({ at: "1991-06-30", members: 6, rule: "unanimity" });
    const rio = await answerOf("/alliances/rio-treaty/power?at=1962-01-31");
    expect(rio.summary).toMatchObject({
      members: 21,
      quota: 14,
      veto: false,
      least_blocking: 8,
    });
    const anzus = await answerOf("/alliances/anzus/power?at=1980-01-01");
    expect(anzus.rows).toEqual([]);
    expect(anzus.caveats.join(" ")).toContain("is a count of members: no index is given");
    const none = await answerOf("/alliances/csto/power?at=1985-01-01");
    expect(none.caveats).toContain("CSTO has no member on 1985-01-01.");
  });
});

describe("/alliances/{id}/power given positions", () => {
  it("makes the two extremes the pivots under consensus, whoever is large", async () => {
    const rows = await section("/alliances/csto/power?at=2022-01-05", "given-positions");
    expect(rows.map((row) => row["state"])).toEqual(["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"]);
    for (const column of ["from_low", "from_high"]) {
      const sum = rows.reduce((all, row) => all + Number(row[column]), 0);
      expect(sum).toBeCloseTo(1, 9);
    }
    const order = rows.toSorted((a, b) => Number(a["position"]) - Number(b["position"]));
    const most = (column: string) =>
      rows.toSorted((a, b) => Number(b[column]) - Number(a[column]))[0]!["state"];
    // A coalition that grows from the low end is complete only with the highest member.
    expect(most("from_low")).toBe(order.at(-1)!["state"]);
    expect(most("from_high")).toBe(order[0]!["state"]);
  });

  it("gives each the product of the others' shares in favour under consensus", async () => {
    const rows = await section(
      "/alliances/csto/power?at=2022-01-05&from=2010",
      "given-positions",
    );
    for (const row of rows) {
      const others = rows
        .filter((other) => other !== row)
        .reduce((product, other) => product * Number(other["in_favour"]), 1);
      expect(row["decides"]).toBeCloseTo(others, 10);
    }
  });

  it("uses no vote of the day's year or after it", async () => {
    const rows = await section("/alliances/csto/power?at=2022-12-31", "given-positions");
    const early = await section("/alliances/csto/power?at=2022-01-01", "given-positions");
    expect(rows.map((row) => row["position"])).toEqual(early.map((row) => row["position"]));
  });

  it("says how often the largest is one of the two, beside other organisations", async () => {
    const { findings } = await answerOf("/alliances/csto/power?at=2022-01-05");
    const finding = findings.find(({ id }) => id === "pivots")!;
    expect(finding.text).toContain("standard deviations");
    expect(finding.comparison).toContain("other organisations on the same day");
    expect(finding.value).toBeGreaterThanOrEqual(0);
    expect(finding.value).toBeLessThanOrEqual(1);
  });

  it("places nobody where there is no member, or under a rule that is no count", async () => {
    for (const address of ["/alliances/csto/power?at=1985-01-01", "/alliances/anzus/power"]) {
      const { sections } = await answerOf(address);
      expect(sections.map(({ id }) => id)).not.toContain("given-positions");
    }
  });
});
