import { describe, expect, it } from "vitest";
import { createPositionKernel } from "../../../src/kernels/positions.ts";
import {
  comparedVotes,
  compareScores,
} from "../../../src/measures/forecast/base-comparison.ts";
import { calibration } from "../../../src/measures/forecast/calibration.ts";
import { createForecaster } from "../../../src/measures/forecast/create-forecaster.ts";
import { FORECAST_SETTINGS } from "../../../src/measures/forecast/forecast-settings.ts";
import { simulatedRecord } from "./simulated-record.ts";

const open = await createPositionKernel();
const votes = simulatedRecord({ voters: 80, sessions: 12, repeated: 20, fresh: 20 }, 11);
// The assembly's own constants: its states stand still and keep 0.8 of their deviation for good.
const settings = {
  ...FORECAST_SETTINGS,
  kept: 0.8,
  persistence: 1,
  drift: 0,
  lastText: 0,
  ownNew: 0,
};
const forecaster = createForecaster(votes, open, settings);
const forecasts = votes.rollCalls.flatMap(({ session }, index) =>
  session < 64 ? [] : [forecaster.forecast(index)],
);
const scored = (kind: string) =>
  forecasts.filter(({ forerunners }) => forerunners.kind === kind).flatMap(comparedVotes);

describe("forecasts of simulated votes", () => {
  it("beats every base rate where the model holds", () => {
    for (const kind of ["text", "none"]) {
      const { model, ...bases } = compareScores(scored(kind))!;
      for (const base of Object.values(bases)) {
        expect(model.logLoss).toBeLessThan(base.logLoss);
      }
    }
  });

  it("is calibrated on votes on repeated texts and on new ones", () => {
    const all = [...scored("text"), ...scored("none")].map(({ by, cast }) => ({
      shares: by.model,
      cast,
    }));
    const bins = calibration(all);
    expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(3 * all.length);
    for (const { n, forecast, observed } of bins) {
      if (n < 1000) continue;
      expect(Math.abs((forecast ?? 0) - (observed ?? 1))).toBeLessThan(0.05);
    }
    expect(bins.filter(({ n }) => n >= 1000).length).toBeGreaterThanOrEqual(7);
  });

  it("finds the easier question easier on new texts", () => {
    const fresh = forecasts.filter(({ forerunners }) => forerunners.kind === "none").slice(-30);
    let ahead = 0;
    let given = 0;
    for (const made of fresh) {
      const cast = comparedVotes(made);
      const others = forecaster.givenOthers(
        made.index,
        cast.map(({ voter }) => voter),
      );
      expect(others.map(({ voter }) => voter)).toEqual(cast.map(({ voter }) => voter));
      cast.forEach(({ by, cast: vote }, i) => {
        ahead += -Math.log(by.model[(vote - 1) as 0 | 1 | 2]);
        given += -Math.log(others[i]!.shares[(vote - 1) as 0 | 1 | 2]);
      });
    }
    expect(given).toBeLessThan(0.95 * ahead);
  });

  it("says what each forecast rests on", () => {
    const [first] = createForecaster(votes, open).forecast(
      votes.rollCalls.findIndex(({ session }) => session === 66),
    ).votes;
    expect(first?.cast === null || [1, 2, 3].includes(first?.cast ?? 0)).toBe(true);
    for (const { forerunners, reference, lastVote, index } of forecasts) {
      const { date, family } = votes.rollCalls[index]!;
      expect(lastVote < date).toBe(true);
      expect(forerunners.kind).toBe(family < 1000 ? "text" : "none");
      expect(reference === null).toBe(family < 1000);
      for (const at of forerunners.rollCalls) {
        expect(votes.rollCalls[at]).toMatchObject({ family });
        expect(votes.rollCalls[at]!.date < date).toBe(true);
      }
    }
  });
});
