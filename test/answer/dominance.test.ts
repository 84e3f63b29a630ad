import { describe, expect, it } from "vitest";
import { answerOf, record } from "../laboratory.ts";

const finding = async (address: string, id: string) =>
  (await answerOf(address)).findings.find((one) => one.id === `dominance-${id}`)!;

describe("/alliances/{id}/dominance", () => {
  it("bounds the share sent to Kazakhstan in 2022 by the contingents, by hand", async () => {
    const { rows, findings } = await answerOf("/alliances/csto/dominance");
    const row = rows.find((one) => one["case"] === "kaz-2022-01")!;
    expect(row).toMatchObject({ largest: "RUS", more_than_half: "yes", command: "largest" });
    expect(row["least"]).toBeCloseTo(1600 / (1600 + 100 + 100 + 150 + 200), 12);
    expect(row["most"]).toBeCloseTo(1800 / (1800 + 100 + 70 + 150 + 200), 12);
    // Russia's own calls are no case of Russia sending troops.
    expect(rows.map((one) => one["case"])).not.toContain("rus-2024-08");
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  });

  it("tests commands and hosts against equal turns, with the smallest p", async () => {
    const commands = await finding("/alliances/csto/dominance", "commands");
    // Two of two among six members each: 2 (1/6)^2.
    expect(commands).toMatchObject({ value: 1, n: 2 });
    expect(commands.text).toContain("p = 0.056, smallest attainable 0.056");
    const { summary, sections } = await answerOf("/alliances/csto/dominance");
    expect(summary["commands_p"]).toBeCloseTo(2 / 36, 12);
    const hosts = sections.find(({ id }) => id === "hosts")!.rows;
    expect(hosts).toHaveLength(Number(summary["known_hosts"]));
    expect(hosts.filter((row) => row["host"] === "RUS")).toHaveLength(
      Number(summary["hosted"]),
    );
  });

  it("finds a decision without the largest member where there was one", async () => {
    const { rows } = await answerOf("/alliances/rio-treaty/dominance");
    // In 1982 the United States abstained on the resolution that the meeting took.
    expect(rows.find((row) => row["case"] === "arg-1982-04")).toMatchObject({
      largest: "USA",
      decision: "aside",
    });
    const decisions = await finding("/alliances/rio-treaty/dominance", "decisions");
    expect(decisions.value).toBeGreaterThan(0);
    expect(decisions.comparison).toContain("Other members in the same cases");
  });

  it("says what the record cannot decide, and names the missing table", async () => {
    expect((await finding("/alliances/ecowas/dominance", "chair")).text).toContain(
      "not decidable with this record",
    );
    expect((await finding("/alliances/ecowas/dominance", "budget")).text).toContain(
      "lacks a dated scale of contributions",
    );
    const budget = await finding("/alliances/nato/dominance", "budget");
    expect([budget.value, budget.lower, budget.upper]).toEqual([null, 0.22, 0.25]);
  });

  it("answers for an organisation without a case, and every finding is in the assessment once", async () => {
    const { rows, findings } = await answerOf("/alliances/visegrad/dominance");
    expect(rows).toEqual([]);
    expect(findings).toHaveLength(6);
    const assessment = await answerOf("/alliances/csto/assessment");
    const ids = assessment.findings.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ["dominance-troops", "dominance-commands", "majority", "lead-lag"])
      expect(ids).toContain(id);
  });

  it("counts every organisation of the record alike", async () => {
    const { sections } = await answerOf("/alliances/csto/dominance");
    const rows = sections.find(({ id }) => id === "organisations")!.rows;
    for (const row of rows) {
      expect(
        Number(row["more_than_half"]) + Number(row["not_more"]) + Number(row["undecidable"]),
      ).toBe(row["sent"]);
      const own = record.cases.filter((item) => item.organisation === row["organisation"]);
      expect(Number(row["cases"])).toBeLessThanOrEqual(own.length);
    }
  });
});
