import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { renderJson } from "../../src/report/render-json.ts";
import { answerOf, record } from "../laboratory.ts";

const APPEAL = "/scenarios/appeal?alliance=csto&appellant=kaz&threat=internal&calls=500";
const section = async (address: string, id: string) =>
  (await answerOf(address)).sections.find((one) => one.id === id)!;

describe("/scenarios/appeal", () => {
  it("says first that the choice model does not beat the base rate", async () => {
    const { findings, sections, summary } = await answerOf(APPEAL);
    expect(findings[0]!.text).toMatch(/does not beat the base rate\. Brier score/u);
    expect(sections[0]!.id).toBe("backtest");
    expect(summary["beats_base_rate"]).toBe(false);
    expect(summary["stances"]).toBeGreaterThanOrEqual(150);
  });

  it("gives the same bytes for the same seed, and others for another", async () => {
    const bytes = async (address: string) => renderJson(await answerOf(address));
    expect(await bytes(`${APPEAL}&seed=3`)).toBe(await bytes(`${APPEAL}&seed=3`));
    const [three, four] = [
      await answerOf(`${APPEAL}&seed=3`),
      await answerOf(`${APPEAL}&seed=4`),
    ];
    expect(three.summary["adopted"]).not.toBe(four.summary["adopted"]);
  });

  it("holds a member's stance: under consensus one objection stops the decision", async () => {
    const free = await answerOf(APPEAL);
    const held = await answerOf(`${APPEAL}&hold=ARM:no`);
    expect(held.summary["adopted"]).toBe(0);
    expect(held.findings.find(({ id }) => id === "held")!.text).toContain("Armenia no");
    const row = free.rows.find(({ state }) => state === "ARM")!;
    const yes = await answerOf(`${APPEAL}&hold=ARM:yes`);
    expect(yes.summary["adopted"]).toBe(row["adopted_if_yes"]);
  });

  it("lets the base rate alone speak below 150 stances", async () => {
    const { summary, caveats } = await answerOf(
      `${APPEAL}&at=2001-06-01&instrument=consultation`,
    );
    expect(summary["model"]).toBe("base-rate");
    expect(summary["stances"]).toBeLessThan(150);
    expect(caveats.join(" ")).toMatch(/below 150: the base rate alone speaks/u);
  });

  it("knows nothing of cases after the day", async () => {
    const rows = (await section(`${APPEAL}&at=2022-01-05`, "branches")).rows;
    expect(rows.map((row) => row["case"])).not.toContain("kaz-2022-01");
    for (const row of rows) expect(String(row["day"]) < "2022-01-05").toBe(true);
  });

  it("marks an extrapolation where nothing of the kind is on record", async () => {
    const { summary, findings } = await answerOf(
      "/scenarios/appeal?alliance=nato&appellant=usa&threat=cyber&instrument=consultation&calls=500",
    );
    expect(summary["extrapolation"]).toBe(true);
    expect(findings.find(({ id }) => id === "precedents")!.text).toMatch(/^Extrapolation:/u);
  });

  it("names the rule where each member decides for itself, and calls nothing certain", async () => {
    const { findings } = await answerOf(
      "/scenarios/appeal?alliance=nato&appellant=pol&threat=external&seed=7",
    );
    const decision = findings.find(({ id }) => id === "decision")?.text ?? "";
    expect(decision).toContain("in a share of >0.99 (Monte Carlo error");
    expect(decision).toContain("Each member decides for itself");
    expect(decision).not.toMatch(/1\.00 to 1\.00/u);
  });

  it("states the Monte Carlo error of every share", async () => {
    const { rows, summary } = await answerOf(APPEAL);
    const p = Number(summary["adopted"]);
    expect(summary["adopted_mc"]).toBeCloseTo(Math.sqrt((p * (1 - p)) / 500), 9);
    for (const row of rows) {
      const q = Number(row["in_favour"]);
      expect(row["in_favour_mc"]).toBeCloseTo(Math.sqrt((q * (1 - q)) / 500), 9);
    }
  });

  it.each([
    ["/scenarios/appeal", /needs the alliance/u],
    ["/scenarios/appeal?alliance=csto", /needs the member that calls/u],
    ["/scenarios/appeal?alliance=csto&appellant=geo", /Georgia was no member of CSTO/u],
    [
      "/scenarios/appeal?alliance=csto&appellant=kaz&threat=mixed",
      /threat=mixed is how a case/u,
    ],
    [`${APPEAL}&hold=FRA:no`, /FRA is not asked in this call/u],
    [`${APPEAL}&hold=ARM:perhaps`, /hold="ARM:perhaps" is not valid/u],
    [`${APPEAL}&left=fra`, /France was no member of CSTO/u],
  ])("refuses %s in one line", async (address, pattern) => {
    await expect(answerOf(address)).rejects.toThrow(pattern);
  });
});

describe("/scenarios/backtest", () => {
  it("is what the page on scenarios prints", async () => {
    const { rows } = await answerOf("/scenarios/backtest");
    const page = readFileSync("docs/scenario.md", "utf8");
    for (const row of rows) {
      const scores = ["choice", "base_rate"].map((name) => Number(row[name]).toFixed(4));
      expect(page).toContain(
        `| ${row["test"]} | ${row["question"]} | ${row["stances"] ?? ""} | ${row["cases"]} | ${scores.join(" | ")} |`,
      );
    }
  });
});

describe("members that were not seen", () => {
  const CALL = "/scenarios/appeal?alliance=csto&appellant=arm&threat=external&calls=500";

  it("are counted as acquiescing and as abstaining, one switch at a time, with its error", async () => {
    for (const model of ["choice", "base-rate", "bargaining"]) {
      const { sections, summary, findings } = await answerOf(`${CALL}&model=${model}`);
      const rows = sections
        .find(({ id }) => id === "sensitivity")!
        .rows.filter((row) => row["switch"] === "members not seen");
      expect(rows.map((row) => row["to"])).toEqual(["acquiescing", "abstaining"]);
      for (const row of rows) {
        const p = Number(row["adopted"]);
        expect(row["adopted_mc"]).toBeCloseTo(Math.sqrt((p * (1 - p)) / 500), 9);
        expect(row["adopted_change"]).toBeCloseTo(p - Number(summary["adopted"]), 9);
        expect(row["refused"]).toBeNull();
      }
      expect(rows[0]!["came"]).not.toBe(rows[1]!["came"]);
      expect(findings.find(({ id }) => id === "sensitivity")!.text).toContain("counted as");
    }
  });
});

describe("the covariates of the choice model", () => {
  it("say how many stances have each, and what dependence and cost add", async () => {
    const covariates = (await section("/scenarios/backtest", "covariates")).rows;
    const known = (name: string) =>
      covariates.find((row) => row["covariate"] === name)!["known"];
    const { summary } = await answerOf("/scenarios/backtest");
    expect(known("members")).toBe(summary["stances"]);
    expect(Number(known("economy_largest"))).toBeLessThan(10);
    const gains = (await section("/scenarios/backtest", "covariate-gains")).rows;
    expect(gains).toHaveLength(2 * 3 * 3);
    for (const row of gains) {
      expect(row["difference"]).toBeCloseTo(
        Number(row["with_them"]) - Number(row["without_them"]),
        9,
      );
    }
    const model = await section(
      "/scenarios/appeal?alliance=csto&appellant=arm&threat=external&calls=500",
      "model",
    );
    const slope = (name: string) =>
      model.rows.find((row) => row["parameter"] === name && row["step"] === "in favour")!;
    expect(slope("outside_area")["value"]).toBeNull();
    expect(slope("means_share")["known"]).toBe(known("means_share"));
    expect(slope("means_share")["se"]).toBeGreaterThan(0);
  });
});

describe("/scenarios/{id}", () => {
  it("runs every named scenario, with the back-test beside its figures", async () => {
    expect(record.scenarios.length).toBeGreaterThanOrEqual(21);
    for (const { id, variants } of record.scenarios) {
      const { sections, findings } = await answerOf(`/scenarios/${id}?calls=500`);
      const ids = sections.map((one) => one.id);
      expect(ids.slice(0, 2)).toEqual(["analysis", "paths"]);
      expect(ids).toContain("backtest");
      expect(findings[0]!.method).toBe("Back-test");
      const { rows } = sections[1]!;
      expect(rows).toHaveLength(1 + variants.length);
      for (const row of rows) {
        // A closed path gives a reason and no probability.
        expect(row["refused"] === null).toBe(row["adopted"] !== null);
        expect(String(row["refused"] ?? "")).not.toContain("\n");
      }
    }
  }, 300_000);

  it("says that the rules close a path before any member decides", async () => {
    const { rows, text } = {
      rows: (await section("/scenarios/csto-largest-abroad?calls=500", "paths")).rows,
      text: (await section("/scenarios/csto-largest-abroad?calls=500", "analysis")).text,
    };
    expect(rows[0]!["refused"]).toMatch(/csto-peacekeeping-2007 article 3\(outside\)/u);
    expect(text.join(" ")).toMatch(/the path is closed/u);
  });

  it("names the nearest scenarios where there is none of the name", async () => {
    await expect(answerOf("/scenarios/csto-coop")).rejects.toThrow(/no scenario "csto-coop"/u);
  });
});
