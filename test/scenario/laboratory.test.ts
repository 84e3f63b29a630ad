import { describe, expect, it } from "vitest";
import { recordAsOf } from "../../src/claims/record-as-of.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { normalDraws } from "../../src/measures/positions/draw-normal.ts";
import { fitLaboratory } from "../../src/scenario/fit-laboratory.ts";
import { laboratoryOf } from "../../src/scenario/laboratory.ts";
import { record } from "../laboratory.ts";

describe("fitLaboratory", () => {
  const data = fitLaboratory(record);

  it("is plain data: it comes back from JSON as it was", () => {
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  });

  it("makes the same models after a journey through JSON", () => {
    const kept = laboratoryOf(record, data).all;
    const read = laboratoryOf(record, JSON.parse(JSON.stringify(data))).all;
    const [one, two] = data.observations;
    for (const model of ["base", "choice"] as const) {
      expect(read[model]!.shares(one!)).toEqual(kept[model]!.shares(one!));
      const drawn = [kept, read].map((models) => {
        const random = seededRandom(5);
        const filled = [new Float64Array(2), new Float64Array(2), new Float64Array(2)] as const;
        models[model]!.sampler([one!, two!], random, normalDraws(random)).next(...filled);
        return filled.map((values) => [...values]);
      });
      expect(drawn[1]).toEqual(drawn[0]);
    }
  });

  it("is what ships with the record, and is left out where its tables are changed", () => {
    expect(record.stanceModels()).toEqual(data);
    expect(recordAsOf(record, "2015-01-01").stanceModels()).toBeNull();
  });

  it("fits a call of the past to the cases before it alone", () => {
    const laboratory = laboratoryOf(record, data);
    const before = laboratory.before("2015-01-01");
    expect(before.observations.length).toBeLessThan(data.observations.length);
    for (const { day } of before.observations) expect(day < "2015-01-01").toBe(true);
    expect(laboratory.before("2015-01-01")).toBe(before);
    expect(laboratory.before("2100-01-01")).toBe(laboratory.all);
  });
});
