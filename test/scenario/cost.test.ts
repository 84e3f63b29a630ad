import { describe, expect, it } from "vitest";
import { costOf, meansShare } from "../../src/scenario/cost.ts";
import type { StateKey } from "../../src/states/state.ts";
import { record } from "../laboratory.ts";

const key = (text: string) => text as StateKey;
const kazakhstan = { organisation: "csto", place: key("KAZ"), outside: false } as const;
const of = (state: string) => costOf(record, key(state), kazakhstan, "2022-01-05");

describe("costOf", () => {
  it("counts how far off the place is by the regions of the United Nations' list", () => {
    // Kyrgyzstan lies in Central Asia as Kazakhstan does, Armenia in Western Asia, Belarus in Europe.
    expect(of("KGZ").place_region).toBe(0);
    expect(of("ARM").place_region).toBe(0.5);
    expect(of("BLR").place_region).toBe(1);
    expect(
      costOf(record, key("BLR"), { ...kazakhstan, place: null }, "2022-01-05").place_region,
    ).toBeNull();
  });

  it("knows whether the place is outside the treaty's area, or does not", () => {
    expect(of("KGZ").outside_area).toBe(0);
    const site = (outside: boolean | null) =>
      costOf(
        record,
        key("CHL"),
        { organisation: "rio-treaty", place: null, outside },
        "1982-04-19",
      );
    expect(site(true).outside_area).toBe(1);
    expect(site(null).outside_area).toBeNull();
  });

  it("is the largest member's share of GDP, and of another the mean of the rest", () => {
    // csto,2019,gdp,6,,RUS,0.83761: the last year on record before 2022.
    expect(of("RUS").means_share).toBeCloseTo(Math.log(0.83761), 12);
    expect(of("KGZ").means_share).toBeCloseTo(Math.log((1 - 0.83761) / 5), 12);
    // rio-treaty,1961,gdp,21,,USA,0.80346, the year before the call of 1962.
    expect(meansShare(record, "rio-treaty", key("USA"), "1962-10-22")).toBe(0.80346);
    expect(meansShare(record, "rio-treaty", key("BRA"), "1962-10-22")).toBeCloseTo(
      (1 - 0.80346) / 20,
      12,
    );
    expect(meansShare(record, "csto", key("RUS"), "1992-06-01")).toBeNull();
  });

  it("is not known of a member that the source leaves out", () => {
    const row = record.means.find(
      ({ missing, means }) => means === "gdp" && missing.length > 0,
    )!;
    const day = `${row.year + 1}-07-01`;
    expect(meansShare(record, row.organisation, row.missing[0]!, day)).toBeNull();
    const known = row.members - row.missing.length;
    const other = meansShare(record, row.organisation, key("AAA"), day)!;
    expect(row.share + (known - 1) * other).toBeCloseTo(1, 12);
  });
});
