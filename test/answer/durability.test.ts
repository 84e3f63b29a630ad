import { describe, expect, it } from "vitest";
import { computeAnswer } from "../../src/answer/compute-answer.ts";
import { applyOverlay } from "../../src/record/apply-overlay.ts";
import { answerOf, kernels, record } from "../laboratory.ts";

describe("/alliances/{id}/durability", () => {
  it("tells exit, dissolution and the end of a state apart", async () => {
    const at = "at=2025-12-01";
    const csto = await answerOf(`/alliances/csto/durability?${at}`);
    expect(csto.summary).toMatchObject({
      memberships: 10,
      exits: 4,
      going_on: 6,
      dissolutions: 0,
    });
    const left = csto.rows.filter((row) => row["end"] === "exit").map((row) => row["state"]);
    expect(left).toEqual(["UZB", "AZE", "GEO", "UZB"]);
    const pact = await answerOf(`/alliances/warsaw-pact/durability?${at}`);
    expect(pact.summary).toMatchObject({ exits: 2, dissolutions: 6, ended: "1991-07-01" });
    const league = await answerOf(`/alliances/arab-league/durability?${at}`);
    expect(league.summary).toMatchObject({ exits: 0, state_ended: 2 });
  });

  it("sees a day of the past as it was then", async () => {
    const then = await answerOf("/alliances/warsaw-pact/durability?at=1989-01-01");
    expect(then.summary).toMatchObject({ exits: 1, dissolutions: 0, going_on: 7, ended: null });
    expect(
      then.rows.every((row) => row["to"] === null || String(row["to"]) <= "1989-01-01"),
    ).toBe(true);
    const before = await answerOf("/alliances/csto/durability?at=1985-01-01");
    expect(before.rows).toEqual([]);
    expect(before.caveats.join(" ")).toContain("no member before");
  });

  it("prints no predictive rate on fewer than ten exits", { timeout: 120_000 }, async () => {
    for (const { id } of record.organisations) {
      const { rows, findings, summary } = await answerOf(`/alliances/${id}/durability`);
      for (const row of rows) {
        const reason = /^(\d+) recorded/u.exec(String(row["withheld"] ?? ""));
        if (reason !== null) {
          expect(Number(reason[1])).toBeLessThan(10);
          expect(row["exit_10"]).toBeNull();
        }
        if (row["end"] !== null) expect(row["exit_1"]).toBeNull();
      }
      if (Number(summary["exits"]) < 10) {
        const text = findings.find((one) => one.id === "memberships")!.text;
        expect(text).toContain("no predictive rate of its own is printed");
      }
    }
  });

  it("reads positions refitted to private roll calls", { timeout: 60_000 }, async () => {
    // Kazakhstan with one side and the others of the CSTO with the other, forty times in 2024.
    const calls = Array.from({ length: 40 }, (_, i) => `P/${i + 1}`);
    const others = ["USA", "GBR", "FRA", "DEU"].map((key) => `${key},yes`);
    const cast = ["KAZ,yes", ...others, "RUS,no", "ARM,no", "BLR,no", "KGZ,no", "TJK,no"];
    const rows = calls.flatMap((call) => cast.map((vote) => `${call},${vote}`));
    const files = new Map([
      ["data/votes.csv", `symbol,state,vote\n${rows.join("\n")}\n`],
      [
        "data/rollcalls.csv",
        `symbol,date,title\n${calls.map((call) => `${call},2024-10-01,Private`).join("\n")}\n`,
      ],
    ]);
    const laid = applyOverlay(record, files, "abcd1234");
    expect(laid.positions()).toBeNull();
    const distance = async (of: typeof record): Promise<unknown> => {
      const address = "/alliances/csto/durability?at=2025-12-01";
      const { sections } = await computeAnswer(of, address, { kernels });
      const own = sections.find(({ id }) => id === "members-outlook")!.rows;
      return own.find((row) => row["state"] === "KAZ")!["distance"];
    };
    const positions = async (of: typeof record): Promise<number> => {
      const { rows: found } = await computeAnswer(of, "/positions?year=2024", { kernels });
      const [kaz, rus] = ["KAZ", "RUS"].map((key) =>
        Number(found.find((row) => row["voter"] === key)!["position"]),
      );
      return Math.abs(kaz! - rus!);
    };
    const apart = await positions(laid);
    expect(apart).toBeGreaterThan(await positions(record));
    expect(await distance(laid)).toBeCloseTo(apart, 12);
    // Private rows that are no votes leave the shipped fit as it is.
    const cases = new Map([
      [
        "data/crises.csv",
        "id,state,start,end,kind,source\nc1,KAZ,2022-01-02,2022-01-10,internal,own\n",
      ],
    ]);
    expect(applyOverlay(record, cases, "0").positions()).toBe(record.positions());
  });

  it("has curves that begin at one, fall, and whose ends add up", async () => {
    const { sections } = await answerOf("/alliances/ecowas/durability");
    const rows = sections.find(({ id }) => id === "memberships")!.rows;
    for (const series of ["the class", "ECOWAS"]) {
      const own = rows.filter((row) => row["series"] === series);
      expect(own[0]).toMatchObject({ years: 0, lasting: 1 });
      for (const [k, row] of own.entries()) {
        const ended = ["exit", "dissolution", "state_ended"].map((name) => Number(row[name]));
        expect(ended.reduce((a, b) => a + b, 0)).toBeCloseTo(1 - Number(row["lasting"]), 10);
        if (k > 0) expect(row["lasting"]).toBeLessThanOrEqual(own[k - 1]!["lasting"] as number);
      }
    }
  });

  it("holds exits beside those that the class's rates would have brought", async () => {
    const ids = record.organisations
      .filter(({ kind }) => kind === "alliance")
      .map(({ id }) => id);
    let expected = 0;
    let observed = 0;
    for (const id of ids) {
      const { findings, summary } = await answerOf(`/alliances/${id}/durability`);
      const finding = findings.find((one) => one.id === "expected-exits")!;
      observed += Number(summary["exits"]);
      if (finding.value! > 0) expected += Number(summary["exits"]) / finding.value!;
      expect(finding.lower).toBeLessThanOrEqual(finding.value!);
      expect(finding.upper).toBeGreaterThanOrEqual(finding.value!);
    }
    // The class's expected exits add up to those seen; those without an exit hold the rest.
    expect(expected).toBeLessThan(observed);
  });
});

describe("the years ahead", () => {
  it("put the test first, and the base rate before the model", async () => {
    const { findings, sections, rows, summary } = await answerOf("/alliances/csto/durability");
    expect(findings[0]!.id).toBe("model-test");
    const text = findings.find(({ id }) => id === "outlook")!.text;
    expect(text.indexOf("base rate")).toBeLessThan(text.indexOf("by the model"));
    expect(text).toContain("Out of time the model");
    const all = sections.find(({ id }) => id === "outlook")!.rows;
    for (const row of all) {
      for (const name of ["base", "model"]) {
        const at = [1, 5, 10].map((years) => row[`${name}_${years}`]);
        if (at.includes(null)) continue;
        const [one, five, ten] = at as number[];
        expect(one).toBeGreaterThan(five!);
        expect(five).toBeGreaterThan(ten!);
        expect(row[`${name}_10_lower`]).toBeLessThan(ten!);
        expect(row[`${name}_10_upper`]).toBeGreaterThan(ten!);
      }
    }
    expect(summary["base_10"]).toBe(
      all.find((row) => row["organisation"] === "csto")!["base_10"],
    );
    const members = sections.find(({ id }) => id === "members-outlook")!.rows;
    expect(members.map((row) => row["state"])).toEqual(
      rows.filter((row) => row["end"] === null).map((row) => row["state"]),
    );
    // The largest member has no distance from itself.
    expect(members.find((row) => row["state"] === "RUS")!["model_10"]).toBeNull();
  });

  it("are not told on a day within the years fitted", async () => {
    const then = await answerOf("/alliances/warsaw-pact/durability?at=1989-01-01");
    expect(then.summary["base_10"]).toBeNull();
    expect(then.sections.some(({ id }) => id === "outlook")).toBe(false);
    expect(then.findings[0]!.id).toBe("model-test");
  });
});
