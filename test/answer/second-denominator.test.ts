import { existsSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { computeAnswer } from "../../src/answer/compute-answer.ts";
import { applyOverlay } from "../../src/record/apply-overlay.ts";
import { answerOf, kernels, record } from "../laboratory.ts";

const DATA = "../shared/data";
const sharedIsThere = existsSync(DATA);

/** The answer of an address from the record with a table of crises laid over it. */
const withCrises = (crises: string, address: string) =>
  computeAnswer(applyOverlay(record, new Map([["data/crises.csv", crises]]), "0"), address, {
    kernels,
  });

const HEAD = "id,state,start,end,kind,source\n";

describe("the second denominator of an organisation", () => {
  it("says without an overlay which file would give it, and claims nothing", async () => {
    const { sections, findings } = await answerOf("/alliances/csto/responsiveness");
    const section = sections.find(({ id }) => id === "crises")!;
    expect(section.text.join(" ")).toMatch(/^Not decidable with this record.*crises\.csv/u);
    expect(section.rows.map((row) => row["command"])).toEqual([
      expect.stringContaining("crises-from-icb"),
      expect.stringContaining("crises-from-ucdp"),
    ]);
    expect(findings.map(({ id }) => id)).not.toContain("called-of-crises");
  });

  it("stands beside answered of calls, with exact intervals and the crises without a call", async () => {
    const rows = [
      "a,KAZ,2022-01-02,2022-01-19,unrest,own list",
      "b,ARM,2020-09-27,2020-11-10,war,own list",
      "c,ARM,2023-09-19,2023-09-20,war,own list",
      "d,BLR,2020-08-09,2020-12-01,unrest,own list",
      "e,TJK,2022-05-16,2022-06-20,unrest,own list",
      "f,USA,2021-01-06,2021-01-06,unrest,own list",
    ];
    const answer = await withCrises(
      `${HEAD}${rows.join("\n")}\n`,
      "/alliances/csto/responsiveness?from=2020",
    );
    const called = answer.findings.find(({ id }) => id === "called-of-crises")!;
    expect(called).toMatchObject({ value: 0.2, n: 5, level: 0.9 });
    expect(called.text).toContain("1 of 5 crises (20 %");
    expect(called.text).toContain("in 4 no call is on record");
    expect(called.lower!).toBeLessThan(0.2);
    expect(called.upper!).toBeGreaterThan(0.2);
    const shown = answer.sections.find(({ id }) => id === "crises")!.rows;
    expect(shown.map(({ crisis, cases }) => [crisis, cases])).toEqual([
      ["a", "kaz-2022-01"],
      ["b", "arm-2020-09"],
      ["c", "arm-2023-09"],
      ["d", "blr-2020-08"],
      ["e", ""],
    ]);
    expect(answer.record).toContain("+overlay");
    expect(answer.method.map(({ name }) => name)).toContain(called.method);
  });

  it.skipIf(!sharedIsThere)("is computed from ICB and from UCDP/PRIO", async () => {
    const convert = (...args: readonly string[]): string =>
      spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2e7 }).stdout;
    const icb = convert(
      "scripts/crises-from-icb.mjs",
      `${DATA}/crises_icb/icb1_v13_crises.csv`,
      `${DATA}/crises_icb/icb2_v13_actors.csv.gz`,
    );
    const ucdp = convert("scripts/crises-from-ucdp.mjs", `${DATA}/ucdp/ucdp_prio_acd.csv.gz`);
    const rio = await withCrises(icb, "/alliances/rio-treaty/responsiveness");
    const statuses = new Map(
      rio.sections
        .find(({ id }) => id === "crises")!
        .rows.map(({ crisis, cases }) => [crisis, cases]),
    );
    expect(statuses.get("icb-196-usa")).toBe("usa-1962-10");
    expect(statuses.get("icb-126-cri")).toBe("cri-1948-12");
    const csto = await withCrises(ucdp, "/alliances/csto/responsiveness");
    const share = csto.findings.find(({ id }) => id === "called-of-crises")!;
    expect(share.n).toBeGreaterThan(10);
    expect(share.value!).toBeLessThan(0.5);
  });
});
