import { describe, expect, it } from "vitest";
import { answerOf } from "../laboratory.ts";

const number = (cell: unknown): number => {
  expect(typeof cell).toBe("number");
  return cell as number;
};

describe("/alliances/{id}/dynamics", () => {
  it("says how the past was predicted before anything of the future", async () => {
    const { findings, sections, caveats, summary } = await answerOf("/alliances/csto/dynamics");
    expect(findings.slice(0, 3).map(({ id }) => id)).toEqual([
      "past-calls",
      "past-answers",
      "past-exits",
    ]);
    expect(sections[0]!.id).toBe("past");
    const failed = sections[0]!.rows.filter(
      (row) => !String(row["verdict"]).startsWith("better"),
    );
    for (const row of failed) expect(caveats[0]).toContain(String(row["what"]));
    expect(summary["past_calls"]).toBe(sections[0]!.rows[0]!["verdict"]);
    const predictions = sections.find(({ id }) => id === "predictions")!.rows;
    for (const { what, inside, predictions: n, recorded } of sections[0]!.rows) {
      const own = predictions.filter((row) => row["what"] === what);
      expect(own.length).toBe(n);
      expect(own.filter((row) => row["inside"] === true).length).toBe(inside);
      expect(own.reduce((sum, row) => sum + number(row["recorded"]), 0)).toBe(recorded);
    }
  });

  it("compares every rule with the one in force on the same futures", async () => {
    const { rows, findings } = await answerOf("/alliances/nato/dynamics?draws=100");
    expect(rows).toHaveLength(6);
    const own = rows.find((row) => row["in_force"] === true)!;
    expect(own["rule"]).toBe("consensus");
    expect(own["difference"]).toBeNull();
    for (const row of rows.filter((one) => one !== own)) {
      const apart = number(row["answered"]) - number(own["answered"]);
      expect(number(row["difference"])).toBeCloseTo(apart, 10);
      expect(number(row["difference_error"])).toBeLessThan(number(own["error"]));
    }
    expect(findings.filter(({ id }) => id.startsWith("rule-"))).toHaveLength(5);
    for (const { comparison, lower, upper, value } of findings) {
      expect(comparison).not.toBeNull();
      if (lower !== null) {
        expect(lower).toBeLessThanOrEqual(value! + 1e-9);
        expect(upper).toBeGreaterThanOrEqual(value! - 1e-9);
      }
    }
  });

  it("says of one rule alone where one is asked for", async () => {
    const { findings, summary } = await answerOf(
      "/alliances/ecowas/dynamics?draws=100&rule=unanimity&years=5&coding=any",
    );
    const asked = findings.filter(({ id }) => id.startsWith("rule-"));
    expect(asked.map(({ id }) => id)).toEqual(["rule-unanimity"]);
    expect(summary).toMatchObject({
      rule: "unanimity",
      rule_in_force: "two-thirds",
      years: 5,
      difference: asked[0]!.value,
    });
  });

  it("has members that only leave, and limits that hold the mean", async () => {
    const { sections } = await answerOf("/alliances/csto/dynamics?years=20&draws=100");
    const rows = sections.find(({ id }) => id === "years")!.rows;
    expect(rows).toHaveLength(20);
    for (const [k, row] of rows.entries()) {
      expect(number(row["lower"])).toBeLessThanOrEqual(number(row["left"]));
      expect(number(row["upper"])).toBeGreaterThanOrEqual(number(row["left"]));
      if (k > 0) expect(number(row["left"])).toBeLessThanOrEqual(number(rows[k - 1]!["left"]));
    }
  });

  it("says that no rule of decision moves survival for want of precedents", async () => {
    const { findings } = await answerOf("/alliances/seato/dynamics?draws=100");
    const after = findings.find(({ id }) => id === "exits-after-calls")!;
    expect(after.text).toContain("are needed");
    expect(after.text).toContain("no rule of decision moves survival");
  });

  it("speaks of an organisation without a count, an ended one, and one not yet founded", async () => {
    const oas = await answerOf("/alliances/oas/dynamics?draws=100");
    expect(oas.rows).toHaveLength(1);
    expect(oas.figure).toBeNull();
    expect(oas.caveats.join(" ")).toContain("not compared");
    const pact = await answerOf("/alliances/warsaw-pact/dynamics?draws=100");
    expect(pact.summary["at"]).toBe("1991-06-30");
    expect(pact.sections.find(({ id }) => id === "predictions")!.rows.length).toBeGreaterThan(
      0,
    );
    const early = await answerOf("/alliances/csto/dynamics?at=1985-01-01");
    expect(early.rows).toEqual([]);
    const nato = await answerOf("/alliances/nato/dynamics?at=1960-01-01&draws=100");
    expect(nato.findings[0]!.id).toBe("past");
    expect(nato.findings[0]!.text).toContain("has not been held against the past");
  });
});
