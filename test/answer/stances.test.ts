import { describe, expect, it } from "vitest";
import { NotFoundError } from "../../src/errors.ts";
import { answerOf, record } from "../laboratory.ts";

describe("/alliances/csto/stances", () => {
  it("keeps members, organisations and outsiders apart", async () => {
    const { rows, summary, sections } = await answerOf("/alliances/csto/stances");
    expect(rows).toHaveLength(record.stances.length);
    const of = (id: string) => rows.find((row) => row["id"] === id)!;
    expect(of("kaz-2022-06-17")).toMatchObject({
      state: "KAZ",
      member: true,
      stance: "against-largest",
    });
    expect(of("uzb-2022-02-25")["member"]).toBe(false);
    expect(of("csto-2022-02-19")).toMatchObject({ state: null, name: "csto", member: false });
    const tallies = sections.find(({ id }) => id === "by-state")!.rows;
    expect(tallies.map((row) => row["state"])).toEqual([
      "ARM",
      "BLR",
      "KAZ",
      "KGZ",
      "RUS",
      "TJK",
    ]);
    const sum = (name: string) => tallies.reduce((total, row) => total + Number(row[name]), 0);
    expect(sum("rows")).toBe(summary["rows_of_members"]);
    expect(sum("with_largest")).toBe(summary["with_largest"]);
    expect(sum("not_coded")).toBe(summary["not_coded"]);
  });

  it("counts each side of Belarus by hand for March to May 2022", async () => {
    const { rows, findings } = await answerOf(
      "/alliances/csto/stances?from=2022-03-01&to=2022-05-20&state=BLR",
    );
    expect(rows.map((row) => row["id"])).toEqual([
      "blr-2022-03-04",
      "blr-2022-03-11",
      "blr-2022-05-16",
    ]);
    const finding = findings.find(({ id }) => id === "side-blr")!;
    expect(finding).toMatchObject({ value: 2, n: 3, lower: null, upper: null });
    expect(finding.text).toBe("Belarus: of 3 coded rows, 2 with Russia, 1 neutral, 0 against.");
  });

  it("counts talks with Ukraine's president and does not call the rest silent", async () => {
    const { sections, findings, caveats } = await answerOf(
      "/alliances/csto/stances?from=2022-02-24",
    );
    const calls = sections.find(({ id }) => id === "calls")!.rows;
    const withUkraine = calls.filter((row) => row["counterpart"] === "UKR");
    expect(withUkraine.map((row) => [row["state"], row["talks"]])).toEqual([
      ["ARM", 1],
      ["BLR", 1],
      ["KAZ", 5],
    ]);
    expect(findings.find(({ id }) => id === "calls")!.text).toContain(
      "others may have taken place",
    );
    expect(caveats[0]).toContain("not evidence that a state was silent");
  });

  it("filters by words and by a day inside an interval", async () => {
    const sanctions = await answerOf("/alliances/csto/stances?q=sanctions&state=KAZ");
    expect(sanctions.rows.length).toBeGreaterThan(2);
    const day = await answerOf("/alliances/csto/stances?from=2022-09-25&to=2022-09-25");
    expect(day.rows.map((row) => row["id"])).toContain("blr-2022-09");
  });

  it("says so where the record holds nothing, and refuses an unknown state", async () => {
    const { rows, findings, caveats, sources } = await answerOf("/alliances/nato/stances");
    expect([rows, findings]).toEqual([[], []]);
    expect(caveats.join("\n")).toContain("holds no row for NATO");
    expect(sources.map(({ id }) => id)).toEqual(["casus-stances"]);
    await expect(answerOf("/alliances/csto/stances?state=XXX")).rejects.toThrow(NotFoundError);
  });
});

describe("/alliances/{id}/participation", () => {
  it("holds a member that stays away against the others at the same events", async () => {
    const { findings, sections } = await answerOf(
      "/alliances/csto/participation?from=2023-11-01&to=2025",
    );
    const away = findings.find(({ id }) => id === "away-arm")!;
    // Three summits, one exercise and one budget; of the others nothing is known on the budget.
    expect(away).toMatchObject({ value: 0, n: 5 });
    expect(away.text).toContain("the other members took part in 20 of 20 known cases");
    const events = sections.find(({ id }) => id === "by-event")!.rows;
    expect(events).toHaveLength(5);
    for (const row of events) expect(row["without_row"]).toBe(0);
  });

  it("counts exclusion as away and not as declined", async () => {
    const { rows, findings } = await answerOf("/alliances/arab-league/participation?state=EGY");
    expect(rows[0]).toMatchObject({ event: "arab-league-summit-1978-11", present: "no" });
    expect(findings.find(({ id }) => id === "away-egy")!.text).toContain("declined 0");
  });

  it("shows the level at the Gulf summits of the boycott", async () => {
    const { rows, findings } = await answerOf("/alliances/gcc/participation");
    expect(findings.find(({ id }) => id === "level")!.text).toContain(
      "Qatar 1 of 4 (2018-12-09)",
    );
    const level = (event: string, state: string) =>
      rows.find((row) => row["event"] === event && row["state"] === state)!["level"];
    expect(level("gcc-summit-2017-12", "QAT")).toBe("head-of-state");
    expect(level("gcc-summit-2017-12", "SAU")).toBe("minister");
    expect(level("gcc-summit-2018-12", "QAT")).toBe("minister");
    expect(level("gcc-summit-2021-01", "QAT")).toBe("head-of-state");
  });

  it("shows a state that is no member on the day and leaves it out of the counts", async () => {
    const { rows, sections } = await answerOf("/alliances/cis/participation?from=2009&to=2009");
    expect(rows.find((row) => row["state"] === "GEO")!["outside"]).toContain("August 2009");
    const states = sections
      .find(({ id }) => id === "by-state")!
      .rows.map((row) => row["state"]);
    expect(states).toEqual(["KAZ", "TJK", "UZB"]);
  });

  it("covers nine organisations", async () => {
    const ids = [...new Set(record.participation.map(({ organisation }) => organisation))];
    expect(ids).toHaveLength(9);
    for (const id of ids) {
      const { rows, summary } = await answerOf(`/alliances/${id}/participation`);
      expect(rows.filter((row) => row["present"] === "yes").length).toBeGreaterThan(0);
      expect(summary["rows"]).toBe(rows.length);
    }
  });
});
