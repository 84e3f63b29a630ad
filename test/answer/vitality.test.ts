import { describe, expect, it } from "vitest";
import { answerOf, record } from "../laboratory.ts";

describe("/alliances/{id}/vitality", () => {
  it("prints no index on fewer than three events and no predictive rate anywhere", async () => {
    for (const { id } of record.organisations) {
      const { rows, findings, summary } = await answerOf(
        `/alliances/${id}/vitality?at=2025-12-01`,
      );
      for (const row of rows) {
        if (Number(row["known"]) < 3) expect(row["index"]).toBeNull();
        else expect(row["index"]).toBe(Number(row["present"]) / Number(row["known"]));
      }
      expect(summary["exits_with_events"]).toBeLessThan(10);
      expect(findings.find((one) => one.id === "before-exit")!.text).toContain(
        "no predictive rate is printed",
      );
    }
  });

  it("counts the leavers of all organisations alike, whichever is asked", async () => {
    const csto = await answerOf("/alliances/csto/vitality?at=2025-12-01");
    const nato = await answerOf("/alliances/nato/vitality?at=2025-12-01");
    const of = ({ sections }: typeof csto) =>
      sections.find(({ id }) => id === "before-exit")!.rows;
    expect(of(csto)).toEqual(of(nato));
    const late = of(csto).reduce((sum, row) => sum + Number(row["known"]), 0);
    expect(csto.findings.find(({ id }) => id === "before-exit")!.text).toContain(
      `of ${late}, those`,
    );
  });
});
