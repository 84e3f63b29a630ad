import { describe, expect, it } from "vitest";
import { ALL_VIEWS } from "../../src/claims/views/index.ts";
import { labelOfSummary, summaryLabel } from "../../src/answer/summary-labels.ts";
import { answerOf } from "../laboratory.ts";

describe("the labels of a summary", () => {
  it.each(ALL_VIEWS.map(({ example }) => [example] as const))(
    "name every headline value of %s, no two alike",
    async (example) => {
      const keys = Object.keys((await answerOf(example)).summary);
      expect(keys.filter((key) => labelOfSummary(key) === null)).toEqual([]);
      const labels = keys.map(summaryLabel);
      expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
      for (const label of labels) expect(label).toMatch(/^(?:[A-Z]|p$)/u);
    },
  );

  it("say in words what a key does not", () => {
    expect(summaryLabel("un_member")).toBe("UN member");
    expect(summaryLabel("latest_mean")).toBe("Latest mean over all pairs of members");
    expect(summaryLabel("adopted_mc")).toBe("Decision taken, Monte Carlo error");
    expect(summaryLabel("appeal_decision_hours_least")).toBe(
      "Appeal to decision, hours, at least",
    );
    expect(summaryLabel("not_in_the_table")).toBe("Not in the table");
  });
});
