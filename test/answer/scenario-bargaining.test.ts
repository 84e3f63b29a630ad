import { describe, expect, it } from "vitest";
import { answerOf } from "../laboratory.ts";

const CALL = "/scenarios/appeal?alliance=csto&appellant=arm&threat=external&calls=500";

describe("/scenarios/appeal?model=bargaining", () => {
  it("states its back-test before its outcome, beside the base rate and the choice model", async () => {
    const bargained = await answerOf(`${CALL}&model=bargaining`);
    const ids = bargained.findings.map(({ id }) => id);
    expect(ids.indexOf("backtest-bargaining-left-out-means")).toBeGreaterThanOrEqual(0);
    expect(ids.indexOf("backtest-bargaining-left-out-means")).toBeLessThan(
      ids.indexOf("decision"),
    );
    expect(bargained.summary).toMatchObject({ model: "bargaining" });
    const outcome = bargained.sections.find(({ id }) => id === "outcome")!.rows;
    expect([...new Set(outcome.map((row) => row["model"]))]).toEqual([
      "choice",
      "base-rate",
      "bargaining",
      "plain share",
    ]);
    expect(bargained.caveats.join(" ")).toContain("an alternative to the choice model");
  });

  it("says that capability weighs nobody by another model", async () => {
    for (const address of [CALL, "/scenarios/csto-article-2022?calls=500"]) {
      const idle = await answerOf(`${address}&capability=equal`);
      expect(idle.caveats.join(" ")).toContain("capability=equal has no effect here");
      for (const other of ["model=base-rate", "model=bargaining&capability=equal"]) {
        const { caveats } = await answerOf(`${address}&${other}`);
        expect(caveats.join(" ")).not.toContain("no effect");
      }
    }
  });

  it("says what it took for capability: the members' means, or equal where that is asked", async () => {
    const weights = async (more: string): Promise<readonly unknown[]> => {
      const { sections, findings } = await answerOf(`${CALL}&model=bargaining${more}`);
      const path = sections.find(({ id }) => id === "bargaining")!.rows;
      const text = findings.find(({ id }) => id === "bargaining")!.text;
      expect(text).toContain(more === "" ? "the members' means" : "equal capability");
      return path.filter((row) => row["turn"] === 0).map((row) => row["capability"]);
    };
    const means = await weights("");
    expect(means).toContain(0.83761);
    expect(new Set(means).size).toBe(2);
    expect(new Set(await weights("&capability=equal"))).toEqual(new Set([1]));
    // The means of NATO's members are on record from 1949 on, so that of 1948 nothing is known.
    const early = await answerOf(
      "/scenarios/appeal?alliance=nato&appellant=nor&threat=external&at=1949-10-01&calls=500&model=bargaining",
    );
    expect(early.findings.find(({ id }) => id === "bargaining")!.text).toContain(
      "not on record before the day",
    );
  });

  it("shows the course of the positions from the choice model's chances", async () => {
    const { sections, rows } = await answerOf(`${CALL}&model=bargaining`);
    const path = sections.find(({ id }) => id === "bargaining")!.rows;
    const start = path.filter((row) => row["turn"] === 0);
    expect(new Set(start.map((row) => row["state"]))).toEqual(
      new Set([...rows.map((row) => row["state"]), "ARM"]),
    );
    expect(start.find((row) => row["state"] === "ARM")!["position"]).toBe(1);
  });

  it("leaves the other models as they are", async () => {
    const plain = await answerOf(CALL);
    expect(plain.summary).toMatchObject({ model: "choice" });
    expect(plain.sections.some(({ id }) => id.startsWith("bargaining"))).toBe(false);
    const base = await answerOf(`${CALL}&model=base-rate`);
    // One switch is held against the same model, not against another.
    const rule = base.sections
      .find(({ id }) => id === "sensitivity")!
      .rows.find((row) => row["switch"] === "rule" && row["to"] === "majority")!;
    expect(rule["adopted_change"]).toBeCloseTo(
      Number(rule["adopted"]) - Number(base.summary["adopted"]),
      10,
    );
    const alike = base.sections
      .find(({ id }) => id === "sensitivity")!
      .rows.find((row) => row["switch"] === "threat" && row["to"] === "internal")!;
    // The base rate knows nothing of the threat.
    expect(alike["adopted_change"]).toBe(0);
  });

  it("is scored on the same cases as the other models", async () => {
    const { sections, rows } = await answerOf("/scenarios/backtest");
    const own = sections.find(({ id }) => id === "bargaining-backtest")!.rows;
    for (const capability of ["means", "equal"]) {
      const of = own.filter((row) => row["capability"] === capability);
      expect(
        of.map((row) => [row["test"], row["question"], row["stances"], row["base_rate"]]),
      ).toEqual(
        rows
          .filter((row) => row["stances"] !== null)
          .map((row) => [row["test"], row["question"], row["stances"], row["base_rate"]]),
      );
    }
  });
});
