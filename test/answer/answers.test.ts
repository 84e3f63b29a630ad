import { describe, expect, it } from "vitest";
import { computeAnswer } from "../../src/answer/compute-answer.ts";
import { VIEWS } from "../../src/answer/views/index.ts";
import { VOTE } from "../../src/record/votes.ts";
import { answerOf, kernels, record } from "../laboratory.ts";

describe("every view", () => {
  it.each(VIEWS.map(({ example }) => example))(
    "answers its example %s whole",
    async (example) => {
      const answer = await answerOf(example);
      const names = answer.columns.map(({ name }) => name);
      for (const row of answer.rows)
        expect(names).toEqual(expect.arrayContaining(Object.keys(row)));
      for (const { columns, rows } of answer.sections) {
        const own = columns.map(({ name }) => name);
        for (const row of rows) expect(own).toEqual(expect.arrayContaining(Object.keys(row)));
      }
      expect(answer.title).not.toBe("");
      expect(answer.sources.length).toBeGreaterThan(0);
      expect(answer.covers.to).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
      expect(answer.covers.to <= "2026-11-23").toBe(true);
      const numbers = JSON.stringify(answer).match(/NaN|Infinity|undefined/u);
      expect(numbers).toBeNull();
    },
  );

  it("gives the same answer twice", async () => {
    for (const address of [
      "/alliances/csto/alignment?from=2015",
      "/alliances/gcc/cohesion?from=2018",
    ]) {
      expect(await answerOf(address)).toEqual(await answerOf(address));
    }
  });
});

describe("/rollcalls/A-RES-ES-11-1", () => {
  it("counts 141-5-35-12 and shows how the CSTO split", async () => {
    const { summary, sections, rows } = await answerOf("/rollcalls/A-RES-ES-11-1");
    expect(summary).toMatchObject({ yes: 141, no: 5, abstain: 35, absent: 12 });
    expect(rows).toHaveLength(193);
    const csto = sections[0]?.rows.find((row) => row["organisation"] === "csto");
    expect(csto).toMatchObject({
      no: "BLR RUS",
      abstain: "ARM KAZ KGZ TJK",
      yes: "",
      absent: "",
    });
  });
});

describe("/rollcalls", () => {
  it("filters by text and state, newest first, with a total", async () => {
    const { rows, summary } = await answerOf("/rollcalls?q=A/RES/ES-11/&state=ARM~KAZ&limit=3");
    expect(summary).toMatchObject({ total: 9, shown: 3 });
    expect(rows.map((row) => row["symbol"])).toEqual([
      "A/RES/ES-11/9",
      "A/RES/ES-11/7",
      "A/RES/ES-11/8",
    ]);
    expect(rows[0]).toHaveProperty("KAZ");
  });

  it("shows a partly known roll call and leaves it out of the list", async () => {
    const { summary, caveats } = await answerOf("/rollcalls/A-RES-79-184");
    expect(summary["complete"]).toBe(false);
    expect(caveats.join(" ")).toContain("left out of every measure");
    const list = await answerOf("/rollcalls?q=A/RES/79/184");
    expect(list.summary["total"]).toBe(0);
  });
});

describe("/alliances/csto", () => {
  it.each([
    ["1995-01-01", "ARM AZE BLR GEO KAZ KGZ RUS TJK UZB"],
    ["2001-01-01", "ARM BLR KAZ KGZ RUS TJK"],
    ["2010-06-12", "ARM BLR KAZ KGZ RUS TJK UZB"],
    ["2022-01-06", "ARM BLR KAZ KGZ RUS TJK"],
  ])("has on %s the members %s", async (day, members) => {
    const { summary } = await answerOf(`/alliances/csto?at=${day}`);
    expect(summary["member_states"]).toBe(members);
  });

  it("counts the ES-11 series as the published votes do", async () => {
    const { sections } = await answerOf("/alliances/csto/assessment");
    const series = sections.find(({ id }) => id === "es-11");
    const votes = (state: string) =>
      series?.rows.filter((row) => row["state"] === state).map((row) => row["vote"]);
    expect(votes("BLR")).toEqual(Array.from({ length: 9 }, () => "no"));
    expect(votes("ARM")?.slice(0, 6)).toEqual([
      "abstain",
      "abstain",
      "absent",
      "abstain",
      "abstain",
      "abstain",
    ]);
    expect(votes("KAZ")?.slice(0, 6)).toEqual([
      "abstain",
      "abstain",
      "no",
      "abstain",
      "abstain",
      "abstain",
    ]);
  });
});

describe("facts and the findings that rest on them", () => {
  it("a changed vote changes the answers that count it and no other", async () => {
    const { votes } = record;
    const index = votes.rollCalls.findIndex(({ symbol }) => symbol === "A/RES/ES-11/1");
    const cells = votes.cells.slice();
    cells[index * votes.voters.length + votes.voters.indexOf("KAZ" as never)] = VOTE.no;
    const changed = { ...record, votes: { ...votes, cells } };
    const both = async (address: string) => [
      await answerOf(address),
      await computeAnswer(changed, address, { kernels }),
    ];
    const [kaz, otherKaz] = await both("/dyads/kaz-rus/alignment?from=2022&to=2022&by=year");
    expect(otherKaz?.rows).not.toEqual(kaz?.rows);
    const [arm, otherArm] = await both("/dyads/arm-rus/alignment?from=2022&to=2022&by=year");
    expect(otherArm).toEqual(arm);
  });
});
