import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/answer/answer.ts";
import { computeAnswer } from "../../src/answer/compute-answer.ts";
import { isAnswered } from "../../src/measures/responsiveness/answer-coding.ts";
import { applyOverlay } from "../../src/record/apply-overlay.ts";
import { answerOf, kernels, record } from "../laboratory.ts";

const textOf = ({ findings }: Answer, id: string): string =>
  findings.find((one) => one.id === id)!.text;

const withLeaders = (rows: readonly string[], address: string): Promise<Answer> => {
  const text = `id,state,leader,start,end,source\n${rows.join("\n")}\n`;
  const laid = applyOverlay(record, new Map([["data/leaders.csv", text]]), "0");
  return computeAnswer(laid, address, { kernels });
};

describe("/cases/{id}/after", () => {
  it("compares the three years before the call with the three after", async () => {
    const answer = await answerOf("/cases/kaz-2022-01/after");
    expect(answer.summary).toMatchObject({
      before_from: "2019-01-05",
      before_to: "2022-01-04",
      after_from: "2022-01-06",
      after_to: "2025-01-05",
    });
    expect(textOf(answer, "alignment-after")).toMatch(/^Kappa of Kazakhstan with Russia: /u);
    const [own] = answer.rows;
    expect(own).toMatchObject({ case: "kaz-2022-01", pairs: "KAZ-RUS", group: "this case" });
    expect(Number(own!["change"])).toBeCloseTo(
      Number(own!["after"]) - Number(own!["before"]),
      12,
    );
    // The same kappa stands at the address of the dyad.
    const dyad = await answerOf(
      "/dyads/kaz-rus/alignment?by=all&from=2019-01-05&to=2022-01-04",
    );
    expect(dyad.summary["value"]).toBeCloseTo(Number(own!["before"]), 12);
    expect(answer.caveats.join(" ")).toContain("not what the help brought about");
  });

  it("matches unanswered and uncalled cases of the same threat, the nearest first", async () => {
    const answer = await answerOf("/cases/kaz-2022-01/after");
    const matched = answer.rows.slice(1);
    expect(matched.length).toBeGreaterThanOrEqual(3);
    const apart = matched.map((row) => Number(row["years_apart"]));
    expect(apart).toEqual(apart.toSorted((a, b) => a - b));
    const seen = new Set<string>();
    for (const row of matched) {
      const item = record.cases.find(({ id }) => id === row["case"])!;
      expect(item.threat.coded).toBe("internal");
      expect(isAnswered(item, "help")).not.toBe(true);
      for (const state of item.concerned) {
        expect(seen.has(state)).toBe(false);
        seen.add(state);
      }
    }
    const text = textOf(answer, "difference");
    const smallest = 1 / (1 + matched.length);
    expect(text).toContain(`smallest attainable ${smallest.toFixed(3)}`);
    expect(text).toContain("no outcome could have shown a difference");
  });

  it("holds an uncalled crisis against answered calls", async () => {
    const { rows } = await answerOf("/cases/blr-2020-08/after");
    expect(new Set(rows.slice(1).map((row) => row["group"]))).toEqual(new Set(["answered"]));
    expect(rows.map((row) => row["case"])).toContain("kaz-2022-01");
  });

  it("says 'no precedent' where there is none", async () => {
    const afghanistan = await answerOf("/cases/afg-1979-03/after");
    expect(textOf(afghanistan, "difference")).toMatch(/^No precedent: the record holds no /u);
    const poland = await answerOf("/cases/pol-1939-09/after");
    expect(textOf(poland, "difference")).toMatch(/^No precedent: this case has no change/u);
    expect(poland.covers.from <= poland.covers.to).toBe(true);
    const unknown = await answerOf("/cases/sau-2026-03/after");
    expect(textOf(unknown, "difference")).toMatch(/^No precedent: what came of the call/u);
  });

  it("answers for every case, with findings, columns and methods that exist", async () => {
    for (const { id } of record.cases) {
      const answer = await answerOf(`/cases/${id}/after?draws=100`);
      const methods = answer.method.map(({ name }) => name);
      expect(methods).toEqual(expect.arrayContaining(answer.findings.map((one) => one.method)));
      for (const { columns, rows } of [answer, ...answer.sections]) {
        const names = columns.map(({ name }) => name);
        for (const row of rows) expect(names).toEqual(expect.arrayContaining(Object.keys(row)));
      }
      expect(answer.findings.map(({ text }) => text).join(" ")).not.toMatch(/NaN|-0\.0+\b/u);
    }
  });

  it("decides no leader's tenure without a list of leaders", async () => {
    const answer = await answerOf("/cases/kgz-2010-04/after");
    expect(textOf(answer, "tenure")).toMatch(/not decidable with this record.*leaders\.csv/u);
    expect(answer.sections.map(({ id }) => id)).not.toContain("tenure");
  });

  it("takes leaders' tenure from an overlay, with its rank among the matched cases", async () => {
    const rows = [
      "a,KAZ,The first,2019-03-20,2024-01-06,own list",
      "b,BLR,The second,1994-07-20,2023-01-01/..,own list",
      "c,CAF,The third,2003-03-15,2013-03-24,own list",
    ];
    const answer = await withLeaders(rows, "/cases/kaz-2022-01/after");
    const finding = answer.findings.find(({ id }) => id === "tenure")!;
    expect(finding.text).toMatch(/^The first stayed in office for 730\.2 to 731\.6 days/u);
    expect(finding.comparison).toMatch(/^Rank 2 of 3 from the shortest/u);
    const before = await withLeaders(
      ["a,KAZ,The first,2019-03-20,2021-02/..,own list"],
      "/cases/kaz-2022-01/after",
    );
    expect(textOf(before, "tenure")).toContain("the list was made before the call");
  });
});
