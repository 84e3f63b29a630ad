import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readManifest } from "../../src/record/load-record.ts";
import { SHIPPED_RECORD } from "../../src/record/open-record.ts";

const scratch = mkdtempSync(join(tmpdir(), "casus-cli-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs the built program as a user would. */
function casus(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["dist/cli/main.js", ...words],
    { encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

describe("casus get", () => {
  it("prints the roll call that opened the session on Ukraine", () => {
    const { status, stdout, stderr } = casus("get", "/rollcalls/A-RES-ES-11-1.json");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const answer = JSON.parse(stdout) as { summary: Record<string, unknown>; address: string };
    expect(answer.summary).toMatchObject({ yes: 141, no: 5, abstain: 35, absent: 12 });
    expect(Object.keys(answer).slice(0, 4)).toEqual(["address", "record", "issued", "title"]);
  });

  it("gives the CSV the rows of the JSON", () => {
    const json = JSON.parse(casus("get", "/alliances.json").stdout) as {
      rows: Record<string, unknown>[];
    };
    const [header, ...lines] = casus("get", "/alliances.csv").stdout.trimEnd().split("\n");
    expect(header?.split(",")).toEqual(Object.keys(json.rows[0] ?? {}));
    expect(lines).toHaveLength(json.rows.length);
  });

  it.each(["table", "csv", "md", "html", "bib"])("prints the form %s", (format) => {
    const { status, stdout } = casus("get", "/alliances/csto", "--format", format);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Collective Security Treaty|RUS|casus/u);
    expect(stdout).not.toContain("\u001B[");
  });

  it("writes a file whole, or leaves nothing behind", () => {
    const file = join(scratch, "cohesion.svg");
    expect(
      casus("get", "/alliances/csto/cohesion.svg?from=2015", "--output", file).status,
    ).toBe(0);
    expect(readFileSync(file, "utf8")).toMatch(/^<svg|^<\?xml/u);
    const folder = join(scratch, "none");
    const refused = casus("get", "/alliances.json", "--output", join(folder, "x.json"));
    expect(refused.status).toBe(2);
    expect(refused.stderr).toMatch(/^casus: ".*" cannot be written/u);
    expect(existsSync(folder)).toBe(false);
    expect(readdirSync(scratch).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("bad input gets one clear line and its exit code", () => {
  const bad = join(scratch, "bad-record");
  cpSync(SHIPPED_RECORD, bad, { recursive: true });
  truncateSync(join(bad, "votes.bin"), 1000);
  const votes = (name: string, rows: readonly string[]): string => {
    const file = join(scratch, `${name}.csv`);
    const lines = rows.length === 0 ? [] : ["voter,rollcall,vote", ...rows];
    writeFileSync(file, lines.join("\n"));
    return file;
  };
  const overlay = join(scratch, "overlay");
  mkdirSync(overlay);
  writeFileSync(join(overlay, "rollcalls.csv"), "symbol,date,title\nX/1,never,A vote\n");

  it.each([
    [["assess", "csot"], 2, /no alliance "csot".*Nearest: csto/u],
    [["assess", "Collective Security"], 2, /Nearest: csto/u],
    [["get", "/alliances/csto/alignmnt"], 2, /Nearest: \/alliances\/csto\/alignment/u],
    [["get", "/cases?organisation=csot"], 2, /no alliance "csot".*Nearest: csto/u],
    [["get", "/alliances", "--overlay", join(scratch, "none")], 3, /--overlay DIR/u],
    [["check", "none.yaml"], 2, /no file "none\.yaml"/u],
    [["check", "csto-2022", "--as-of", "soon"], 2, /--as-of "soon" is not valid/u],
    [["positions", "--votes", votes("empty", [])], 1, /empty\.csv:1: the file is empty/u],
    [["positions", "--votes", votes("one", ["A,1,yes", "A,2,no"])], 2, /one voter only/u],
    [
      ["positions", "--votes", votes("odd", ["A,1,yes", "B,1,maybe"])],
      2,
      /odd\.csv:3: row 2 has the vote "maybe"/u,
    ],
    [["get", "/alliances/csto/cohesion?from=1492"], 2, /from="1492" is not valid.*1946/u],
    [["get", "/alliances/csto/cohesion.xls"], 2, /".xls" is not a form/u],
    [["get", "alliances"], 2, /begins with "\/"/u],
    [["get", "/rollcalls.svg?q=zzyzx"], 2, /no figure/u],
    [
      ["get", "/alliances", "--record", bad],
      1,
      /votes\.bin.*truncated or altered.*record build/u,
    ],
    [["get", "/alliances", "--record", join(scratch, "nowhere")], 3, /no manifest\.json/u],
    [
      ["get", "/alliances", "--overlay", overlay],
      1,
      /overlay\/rollcalls\.csv:2: "never" is not a day/u,
    ],
    [["record", "verify", "--data", join(scratch, "nodata")], 3, /there is no folder/u],
    [["serve", "--port", "99999"], 2, /not a port/u],
  ])("%j exits %i", (words, status, message) => {
    const result = casus(...words);
    expect(result.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(result.stderr).toMatch(message);
    expect(result.stderr).not.toMatch(/\n {4}at /u);
    expect({ status: result.status, stdout: result.stdout }).toEqual({ status, stdout: "" });
  });

  it.each([[["get"]], [["frobnicate"]], [["get", "/alliances", "--format", "pdf"]]])(
    "%j is a usage error",
    (words) => {
      const { status, stderr } = casus(...words);
      expect(status).toBe(2);
      expect(stderr).toMatch(/error:/u);
    },
  );
});

describe("--json", () => {
  const words = (text: string): readonly string[] => text.split(" ");
  it.each([
    "get /alliances/csto",
    "cite /alliances/csto",
    "check csto-2022",
    "positions --votes docs/examples/court.csv",
    "scenario list",
    "source list",
    `record diff ${SHIPPED_RECORD} ${SHIPPED_RECORD}`,
  ])("of casus %s is its JSON form", (text) => {
    const short = casus(...words(text), "--json");
    const form = text.startsWith("cite") ? "csl-json" : "json";
    expect(short).toEqual(casus(...words(text), "--format", form, "--json"));
    expect(short).toMatchObject({ status: 0, stderr: "" });
    expect(typeof JSON.parse(short.stdout)).toBe("object");
  });

  it("names the file of a case that was begun", () => {
    const data = join(scratch, "begun");
    mkdirSync(join(data, "cases"), { recursive: true });
    const { stdout } = casus(...words("record new case kaz-2030-01 --json --data"), data);
    const { id, path } = JSON.parse(stdout) as { id: string; path: string };
    expect(id).toBe("kaz-2030-01");
    expect(readFileSync(path, "utf8")).toContain("id: kaz-2030-01");
  });

  it("contradicts another form", () => {
    const { status, stdout, stderr } = casus(...words("get /alliances --json --format csv"));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toBe(
      "casus: --json and --format csv contradict each other. Give one of them.\n",
    );
  });
});

describe("casus", () => {
  it.each([
    [[]],
    [["assess"]],
    [["get"]],
    [["cite"]],
    [["serve"]],
    [["record"]],
    [["record", "build"]],
  ])("%j --help has an example", (words) => {
    const { status, stdout } = casus(...words, "--help");
    expect(status).toBe(0);
    expect(stdout).toMatch(/Examples?:|Commands:/u);
  });

  it.each(["text", "bibtex", "ris", "csl-json"])(
    "cites an address as %s, by its permalink",
    (format) => {
      const { status, stdout } = casus("cite", "/alliances/csto/cohesion", "--format", format);
      expect(status).toBe(0);
      expect(stdout).toMatch(/\/r\/[0-9a-f]{12}\/alliances\/csto\/cohesion/u);
      // The sources are what was measured.
      expect(stdout).toMatch(/General Assembly[\s\S]*Terms: /u);
    },
  );

  it("assesses into one self-contained HTML file", () => {
    const file = join(scratch, "csto.html");
    expect(casus("assess", "csto", "--html", file).status).toBe(0);
    const page = readFileSync(file, "utf8");
    expect(page).toMatch(/<svg[\s\S]*<svg[\s\S]*<svg/u);
    expect(page).not.toMatch(/<script|src="http|@import|url\(http/u);
  });

  it("builds the same bytes twice and verifies them", () => {
    const [one, two] = [join(scratch, "one"), join(scratch, "two")];
    const { release } = readManifest(
      readFileSync(join(SHIPPED_RECORD, "manifest.json"), "utf8"),
    );
    for (const folder of [one, two]) {
      const { status, stdout } = casus("record", "build", "--output", folder, "--json");
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ record: release, output: folder });
    }
    for (const name of readdirSync(one))
      expect(readFileSync(join(one, name)).equals(readFileSync(join(two, name)))).toBe(true);
    expect(casus("record", "verify", "--record", one).stdout).toMatch(/in order/u);
    expect(casus("record", "diff", one, two).stdout).toMatch(/ 0 changes/u);
  }, 120_000);
});
