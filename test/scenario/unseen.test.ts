import { describe, expect, it } from "vitest";
import { COVARIATE_NAMES, PRIOR_SHARE } from "../../src/scenario/covariates.ts";
import { scenarioLaboratory } from "../../src/scenario/laboratory.ts";
import { observationsOf } from "../../src/scenario/observations.ts";
import { countUnseen, UNSEEN, type Unseen } from "../../src/scenario/unseen.ts";
import { record } from "../laboratory.ts";

const laboratory = scenarioLaboratory(record);
const { cases, observations } = laboratory.all;
const unseen = observations.filter(({ stance }) => stance === "not-seen");

describe("countUnseen", () => {
  it("counts every member that was not seen, and changes no stance that was", () => {
    expect(unseen.length).toBeGreaterThan(50);
    for (const [name, stance] of [
      ["acquiescing", "supported"],
      ["abstaining", "abstained"],
    ] as const) {
      const { observations: rows } = countUnseen({ cases, observations }, name);
      for (const [k, row] of rows.entries()) {
        const was = observations[k]!.stance;
        expect(row.stance).toBe(was === "not-seen" ? stance : was);
      }
    }
  });

  it("counts them in members' earlier shares too: the same as read anew from the cases", () => {
    for (const name of Object.keys(UNSEEN) as Unseen[]) {
      const counted = countUnseen({ cases, observations }, name);
      expect(counted.observations).toEqual(observationsOf(record, counted.cases));
    }
    // A member not seen before has a share that only its acquiescence raises.
    const shares = (name: Unseen) =>
      countUnseen({ cases, observations }, name).observations.map(
        ({ covariates }) => covariates[PRIOR_SHARE],
      );
    const [high, low] = [shares("acquiescing"), shares("abstaining")];
    for (const [k, share] of high.entries()) {
      if (share != null) expect(share).toBeGreaterThanOrEqual(low[k]!);
    }
    expect(COVARIATE_NAMES[PRIOR_SHARE]).toBe("prior_share");
  });

  it("raises the base rate in favour where they acquiesce and lowers it where they abstain", () => {
    const rate = (name: Unseen | null) =>
      laboratory.before("2100-01-01", name).base.favour.mean;
    expect(rate("acquiescing")).toBeGreaterThan(rate(null));
    expect(rate("abstaining")).toBeLessThan(rate(null));
    const { base } = laboratory.before("2100-01-01", "abstaining");
    expect(base.favour.trials).toBe(observations.length);
    expect(base.abstained).toBe(laboratory.all.base.abstained + unseen.length);
  });
});
