import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { readCrises, readLeaders } from "../../src/record/read-spells.ts";
import { record } from "../laboratory.ts";

const DATA = "../shared/data";
const ICB1 = `${DATA}/crises_icb/icb1_v13_crises.csv`;
const ICB2 = `${DATA}/crises_icb/icb2_v13_actors.csv.gz`;
const UCDP = `${DATA}/ucdp/ucdp_prio_acd.csv.gz`;
const ARCHIGOS = `${DATA}/regimes_leaders/archigos_4_1_leaders.csv.gz`;
const REIGN = `${DATA}/regimes_leaders/reign_2021_3_leaders.csv`;
const sharedIsThere = existsSync(DATA);

const scratch = mkdtempSync(join(tmpdir(), "casus-converters-"));
afterAll(() => rmSync(scratch, { recursive: true }));

function run(script: string, ...files: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`scripts/${script}.mjs`, ...files],
    { encoding: "utf8", maxBuffer: 2e7 },
  );
  return { status, stdout, stderr };
}

/** A file of some lines, to be converted. */
function fileOf(name: string, text: string): string {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

const crisesOf = (text: string) =>
  readCrises(new Map([["data/crises.csv", text]]), record.states);
const leadersOf = (text: string) =>
  readLeaders(new Map([["data/leaders.csv", text]]), record.states);

const UCDP_HEAD =
  "conflict_id,year,gwno_a,gwno_b,type_of_conflict,start_date2,start_prec2,ep_end,ep_end_date\n";

describe("the converter of UCDP conflicts", () => {
  it("makes one row an episode and party, dated no better than the source", () => {
    const rows = [
      "1,2001,371,373,interstate,2001-03-04,1,0,",
      "1,2002,371,373,interstate,2001-03-04,1,1,2002-05-06",
      "2,2003,702,,intrastate,2003-07-08,3,0,",
      "3,2003,2,,extrasystemic,2003-07-08,1,0,",
    ];
    const { status, stdout, stderr } = run(
      "crises-from-ucdp",
      fileOf("acd.csv", `${UCDP_HEAD}${rows.join("\n")}\n`),
    );
    expect(status).toBe(0);
    expect(stderr).toContain("outside the state's own territory: 1 (3)");
    const shown = crisesOf(stdout).map(({ state, start, end }) => [
      state,
      start.text,
      end?.text,
    ]);
    expect(shown).toEqual([
      ["ARM", "2001-03-04", "2002-05-06"],
      ["AZE", "2001-03-04", "2002-05-06"],
      ["TJK", "2003-07", "2003-12-31/.."],
    ]);
  });

  it("refuses a file with rows missing, in one line", () => {
    const rows =
      "1,2001,371,,intrastate,2001-03-04,1,0,\n2,2003,371,,intrastate,2003-01-01,1,0,\n";
    const { status, stdout, stderr } = run(
      "crises-from-ucdp",
      fileOf("cut.csv", `${UCDP_HEAD}${rows}`),
    );
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(
      /^error: .*conflict 1 from 2001-03-04 stops in 2001.*rows are missing\.\n$/u,
    );
  });

  it("refuses a file cut within a row, in one line", () => {
    const path = fileOf("row.csv", `${UCDP_HEAD}1,2001,371\n`);
    const { status, stderr } = run("crises-from-ucdp", path);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error: .*row\.csv:2: 3 fields where the header has 9.*\n$/u);
  });
});

describe.skipIf(!sharedIsThere)("the converters on the data sets themselves", () => {
  it("read ICB 13 and its doubtful days as months", () => {
    const { status, stdout } = run("crises-from-icb", ICB1, ICB2);
    expect(status).toBe(0);
    const crises = crisesOf(stdout);
    expect(crises).toHaveLength(991);
    const cuba = crises.find(({ id }) => id === "icb-196-usa")!;
    expect(cuba.start.text).toBe("1962-10-16");
    expect(crises.filter(({ start }) => start.precision === "month").length).toBeGreaterThan(5);
  });

  it("refuse swapped and truncated files of ICB, in one line", () => {
    const swapped = run("crises-from-icb", ICB2, ICB1);
    expect(swapped.status).toBe(1);
    expect(swapped.stderr).toMatch(/^error: .*not the ICB file of crises \(icb1\).*\n$/u);
    const lines = readFileSync(ICB1, "utf8").split("\n");
    const cut = run(
      "crises-from-icb",
      fileOf("icb1.csv", lines.slice(0, 200).join("\n")),
      ICB2,
    );
    expect(cut.status).toBe(1);
    expect(cut.stderr).toMatch(/^error: .*is not in it: the file is truncated\.\n$/u);
    const bytes = readFileSync(ICB2);
    const path = join(scratch, "icb2.csv.gz");
    writeFileSync(path, bytes.subarray(0, bytes.length >> 1));
    expect(run("crises-from-icb", ICB1, path).stderr).toMatch(/^error: .*truncated.*\n$/u);
  });

  it("read UCDP/PRIO 25.1, primary parties only", () => {
    const { status, stdout } = run("crises-from-ucdp", UCDP);
    expect(status).toBe(0);
    const crises = crisesOf(stdout);
    expect(crises).toHaveLength(681);
    const ongoing = crises.filter(({ end }) => end?.latest === Infinity);
    expect(ongoing.every(({ end }) => end!.text === "2024-12-31/..")).toBe(true);
    expect(
      crises.some(({ state, start }) => state === "AZE" && start.text === "2020-07-16"),
    ).toBe(true);
    expect(crises.some(({ state }) => state === "ARM")).toBe(false);
    const half = gunzipSync(readFileSync(UCDP)).toString("utf8").split("\n").slice(0, 3000);
    const cut = run("crises-from-ucdp", fileOf("half.csv", half.join("\n")));
    expect(cut.status).toBe(1);
    expect(cut.stderr).toMatch(/rows are missing\.\n$/u);
  });

  it("read Archigos 4.1 and REIGN 2021-3, and keep spells that went on open", () => {
    const archigos = leadersOf(run("leaders-from-archigos", ARCHIGOS).stdout);
    expect(archigos).toHaveLength(3255);
    expect(archigos.filter(({ end }) => end?.text === "2015-12-31/..").length).toBeGreaterThan(
      150,
    );
    const reign = leadersOf(run("leaders-from-reign", REIGN).stdout);
    expect(reign).toHaveLength(2516);
    const kgz = reign.filter(({ state }) => state === "KGZ").map(({ end }) => end!.text);
    expect(kgz).toContain("2010-04-07");
    expect(kgz.at(-1)).toBe("2021-02/..");
    expect(run("leaders-from-reign", ARCHIGOS).stderr).toMatch(/^error: .*not the REIGN file/u);
  });
});
