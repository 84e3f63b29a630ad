import { describe, expect, it } from "vitest";
import { answerOf } from "../laboratory.ts";

describe("/bargaining", () => {
  it("holds both models against the published cases and names the choice that moves them", async () => {
    const { rows, findings, sections, method } = await answerOf("/bargaining");
    expect(findings.map(({ id }) => id)).toEqual([
      "car-emissions-expected-utility",
      "car-emissions-spatial",
      "soe-policy-expected-utility",
      "soe-policy-spatial",
    ]);
    const car = rows.find(
      (row) => row["case"] === "car-emissions" && row["choice"] === "defaults",
    )!;
    expect(car).toMatchObject({ model: "expected-utility model", within: true });
    const lost = rows.find((row) => row["choice"] === "confrontation=loser-moves")!;
    expect(lost["within"]).toBe(false);
    for (const row of rows.filter((one) => one["case"] === "soe-policy")) {
      // No tolerance is published for it: nothing is said of agreement.
      expect(row["within"]).toBeNull();
      expect(row["path_gap"]).toBeGreaterThan(0);
    }
    for (const { comparison } of findings) expect(comparison).toContain("published");
    for (const { text } of method.slice(0, 2)) expect(text).toContain("Open choices:");
    const paths = sections.find(({ id }) => id === "paths")!.rows;
    expect(paths.filter((row) => row["turn"] === 0)).toHaveLength(4);
  });
});
