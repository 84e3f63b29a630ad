import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  cumulativeIncidence,
  incidenceAt,
} from "../../../src/measures/responsiveness/cumulative-incidence.ts";
import { jeffreysInterval } from "../../../src/measures/responsiveness/jeffreys-interval.ts";
import { kaplanMeier } from "../../../src/measures/responsiveness/kaplan-meier.ts";
import { stratifiedExact } from "../../../src/measures/responsiveness/stratified-exact.ts";
import { parseCsv } from "../../../src/states/csv.ts";
import { goldenRows } from "./golden.ts";

describe("cumulative incidence", () => {
  it("is Turnbull's estimate where times are interval-censored (R survival)", () => {
    const times = goldenRows("turnbull-data").map(({ least, most }) =>
      most === "NA"
        ? { cause: null, least: Number(least), most: Infinity }
        : { cause: "answered", least: Number(least), most: Number(most) },
    );
    const estimate = cumulativeIncidence(times);
    const golden = goldenRows("turnbull");
    expect(golden.length).toBeGreaterThan(5);
    for (const { time, incidence, survfit } of golden) {
      const { least, most } = incidenceAt(estimate, "answered", Number(time));
      expect(least).toBeCloseTo(Number(incidence), 5);
      // R's survfit stops once no value moves by 5e-5, which is some way from the maximum.
      expect(Number(survfit)).toBeGreaterThanOrEqual(least - 0.01);
      expect(Number(survfit)).toBeLessThanOrEqual(most + 0.01);
    }
  });

  it("is Aalen and Johansen's where times are exact or right-censored (R survival)", () => {
    const times = goldenRows("competing-data").map(({ time, cause }) => ({
      cause: cause === "censored" ? null : cause!,
      least: Number(time),
      most: cause === "censored" ? Infinity : Number(time),
    }));
    const estimate = cumulativeIncidence(times);
    for (const row of goldenRows("competing")) {
      for (const cause of ["answered", "closed", "refused"]) {
        const { least, most } = incidenceAt(estimate, cause, Number(row["time"]));
        expect(least).toBeCloseTo(Number(row[cause]), 6);
        expect(most).toBeCloseTo(least, 9);
      }
    }
  });
});

describe("the exact test", () => {
  const data = goldenRows("exact-data");
  it.each(goldenRows("exact").map(({ test, p }) => [test!, Number(p)] as const))(
    "gives R's p for %s",
    (name, p) => {
      const outcomes = data
        .filter(({ test }) => test === name)
        .flatMap(({ stratum = "", group = "", answered, not }) => [
          ...Array.from({ length: Number(answered) }, () => ({
            stratum,
            group,
            answered: true,
          })),
          ...Array.from({ length: Number(not) }, () => ({ stratum, group, answered: false })),
        ]);
      const result = stratifiedExact(outcomes);
      expect(result.p).toBeCloseTo(p, 10);
      expect(result.smallestP!).toBeLessThanOrEqual(result.p!);
    },
  );
});

describe("the Jeffreys interval", () => {
  it("has R's beta quantiles", () => {
    const golden = goldenRows("jeffreys");
    expect(golden.length).toBeGreaterThan(20);
    for (const row of golden) {
      const [successes, trials, level] = ["successes", "trials", "level"].map((name) =>
        Number(row[name]),
      );
      const { lower, upper } = jeffreysInterval(successes!, trials!, level);
      expect(lower).toBeCloseTo(Number(row["lower"]), 10);
      expect(upper).toBeCloseTo(Number(row["upper"]), 10);
    }
  });
});

describe("how long the missions of the United Nations lasted", () => {
  const counts = parseCsv(readFileSync("data/un-missions.csv", "utf8")).rows.map(
    ({ fields }) => {
      const [duration = 0, ended = 0, censored = 0] = fields.map(Number);
      return { duration, ended, censored };
    },
  );
  const summary = kaplanMeier(counts);

  it("tells mean, median and Kaplan-Meier apart as R does", () => {
    const [golden] = goldenRows("missions-summary");
    expect(summary.meanOfEnded).toBeCloseTo(Number(golden!["mean"]), 10);
    expect(summary.medianOfEnded).toBe(Number(golden!["median"]));
    expect(summary.median).toBe(Number(golden!["km"]));
    expect(summary.medianLower).toBe(Number(golden!["lower"]));
    expect(summary.medianUpper).toBe(Number(golden!["upper"]));
    expect(summary.n).toBe(71);
  });

  it("has R's curve and log-log limits", () => {
    const golden = goldenRows("missions");
    expect(summary.steps).toHaveLength(golden.length);
    for (const [index, row] of golden.entries()) {
      const step = summary.steps[index]!;
      expect(step.duration).toBe(Number(row["duration"]));
      expect(step.survival).toBeCloseTo(Number(row["survival"]), 10);
      expect(step.lower!).toBeCloseTo(Number(row["lower"]), 8);
      expect(step.upper!).toBeCloseTo(Number(row["upper"]), 8);
    }
  });
});
