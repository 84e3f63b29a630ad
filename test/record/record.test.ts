import { mkdtempSync, readFileSync, rmSync, writeFileSync, cpSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { RecordError, SourceError } from "../../src/errors.ts";
import { applyOverlay } from "../../src/record/apply-overlay.ts";
import { buildRecord, type DataFiles } from "../../src/record/build-record.ts";
import { readDataFiles } from "../../src/record/data-files.ts";
import { diffRecords } from "../../src/record/diff-records.ts";
import { openRecord, SHIPPED_RECORD } from "../../src/record/open-record.ts";
import { serialiseRecord, serialiseTables } from "../../src/record/serialise-record.ts";
import { verifyRecord } from "../../src/record/verify-record.ts";
import { computeAnswer } from "../../src/answer/compute-answer.ts";
import { kernels, record } from "../laboratory.ts";

const files = readDataFiles("data");
const scratch = mkdtempSync(join(tmpdir(), "casus-record-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The data files with one text replaced in one of them. */
function edited(path: string, from: string | RegExp, to: string): DataFiles {
  const text = files.get(path) ?? "";
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${path} has no ${String(from)}`);
  return new Map([...files, [path, changed]]);
}

/** Yes, abstain and no in the source's own table. */
const PUBLISHED_VOTES = [
  ...(files.get("data/unga/votes.csv") ?? "").matchAll(/[yan](?=[yanx.?]*$)/gmu),
].length;

describe("building", () => {
  const compiled = buildRecord(files);

  it("gives the same bytes twice, whatever the order and line ends of the files", () => {
    const once = serialiseRecord(serialiseTables(compiled), "1.0.0", null);
    const twice = serialiseRecord(serialiseTables(buildRecord(new Map(files))), "1.0.0", null);
    for (const [name, bytes] of once)
      expect(Buffer.compare(Buffer.from(bytes), Buffer.from(twice.get(name)!))).toBe(0);
  });

  it("holds every published roll call, recounted", () => {
    const found = verifyRecord(compiled);
    expect(found.rollCalls - found.partial).toBe(6926);
    expect(found.tallyFaults).toEqual([]);
    const cast = ["yes", "abstain", "no"].map((name) => found.cells[name] ?? 0);
    const partial = compiled.tables.rollCalls.filter((rollCall) => rollCall.partial === true);
    const partly = partial.reduce((sum, { yes, abstain, no }) => sum + yes + abstain + no, 0);
    // 1,095,091 cells of the sources less their absences, and three votes before admission.
    expect(cast.reduce((sum, count) => sum + count, 0) - partly).toBe(PUBLISHED_VOTES - 3);
    expect(compiled.tables.organisations.length).toBeGreaterThanOrEqual(18);
  });

  it.each([
    [
      "data/unga/rollcalls.csv",
      "\n3,1946-01-01,1,,,29,",
      "\n3,1946-01-01,1,,,30,",
      /rollcalls\.csv:2: tallies/u,
    ],
    [
      "data/unga/rollcalls.csv",
      "\n3,1946-01-01,",
      "\n3,1946-13-01,",
      /rollcalls\.csv:2: "1946-13-01" is not a day/u,
    ],
    ["data/unga/votes.csv", /\n3,\.y?/u, "\n3,q", /votes\.csv:2/u],
    [
      "data/organisations/csto.yaml",
      "state: KAZ",
      "state: KAY",
      /csto\.yaml:\d+: "KAY" is not a state/u,
    ],
    [
      "data/organisations/csto.yaml",
      'from: "1992-05-15"',
      'from: "1992-15-05"',
      /csto\.yaml:\d+: "1992-15-05" is not a date/u,
    ],
    ["data/organisations/csto.yaml", "kind: alliance", "kind: club", /csto\.yaml:\d+: "kind"/u],
    [
      "data/sources/unga.yaml",
      "id: bsv-2017",
      "id: voeten-unga",
      /unga\.yaml:\d+: source "voeten-unga" is already defined/u,
    ],
    ["data/states.csv", "\nKAZ,", "\nKA,", /./u],
  ])("refuses a fault in %s with file and line", (path, from, to, message) => {
    let line = "";
    try {
      buildRecord(edited(path, from, to));
    } catch (error) {
      expect(error).toBeInstanceOf(RecordError);
      line = (error as RecordError).line;
    }
    expect(line).toMatch(message);
  });
});

describe("opening", () => {
  const broken = (name: string, change: (bytes: Buffer) => Buffer): string => {
    const folder = mkdtempSync(join(scratch, "broken-"));
    cpSync(SHIPPED_RECORD, folder, { recursive: true });
    writeFileSync(join(folder, name), change(readFileSync(join(folder, name))));
    return folder;
  };

  it("refuses a truncated, altered or foreign file, and says how to mend it", () => {
    const cut = broken("votes.bin", (bytes) => bytes.subarray(0, 1000));
    expect(() => openRecord(cut, { whole: true })).toThrow(/truncated or altered/u);
    // Not read yet: refused where it is first needed.
    expect(() => openRecord(cut).votes).toThrow(/truncated or altered/u);
    expect(openRecord(cut).cases.length).toBeGreaterThan(0);
    const flip = (bytes: Buffer): Buffer =>
      Buffer.from(bytes.map((byte, i) => (i === 7 ? byte ^ 1 : byte)));
    const altered = broken("votes.bin", flip);
    expect(() => openRecord(altered).votes).toThrow(RecordError);
    for (const text of ["{", "null", "[]", '{"release":"x","files":null,"schema":9}']) {
      const unread = broken("manifest.json", () => Buffer.from(text));
      expect(() => openRecord(unread), text).toThrow(/manifest cannot be read/u);
    }
    expect(() => openRecord(join(scratch, "nowhere"))).toThrow(SourceError);
  });

  it("finds no difference between a record and itself, and names each between two", async () => {
    expect(diffRecords(record, record)).toEqual([]);
    const folder = join(scratch, "changed");
    const changed = buildRecord(
      edited("data/organisations/csto.yaml", /name: .*Collective/u, "name: A Collective"),
    );
    const { writeFolderWhole } = await import("../../src/record/write-files.ts");
    writeFolderWhole(folder, serialiseRecord(serialiseTables(changed), "1.0.0", null));
    const changes = diffRecords(record, openRecord(folder));
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      table: "organisations",
      key: "csto",
      change: "changed",
    });
  });
});

describe("an overlay", () => {
  const overlay: DataFiles = new Map([
    ["data/rollcalls.csv", "symbol,date,title\nX/1,2025-12-20,A private vote\n"],
    ["data/votes.csv", "symbol,state,vote\nX/1,ARM,yes\nX/1,RUS,no\nX/1,KAZ,abstain\n"],
  ]);

  it("adds private rows, marks every answer and leaves the record as it was", async () => {
    const before = record.votes.rollCalls.length;
    const laid = applyOverlay(record, overlay, "abcd1234");
    const answer = await computeAnswer(laid, "/rollcalls/X-1", { kernels });
    expect(answer.summary).toMatchObject({ yes: 1, no: 1, abstain: 1 });
    expect(answer.record).toContain("+overlay.abcd1234");
    expect(answer.caveats[0]).toContain("overlay");
    expect(record.votes.rollCalls).toHaveLength(before);
    expect(
      (await computeAnswer(record, "/rollcalls?q=a+private+vote", { kernels })).summary[
        "total"
      ],
    ).toBe(0);
  });

  it("takes private cases, and refuses the id of a shipped one", () => {
    const text = files.get("data/cases/kaz-2022-01.yaml") ?? "";
    const own = new Map([
      ["data/cases/own-case.yaml", text.replace("id: kaz-2022-01", "id: own-case")],
    ]);
    expect(applyOverlay(record, own, "0").cases.map(({ id }) => id)).toContain("own-case");
    const taken = new Map([["data/cases/kaz-2022-01.yaml", text]]);
    expect(() => applyOverlay(record, taken, "0")).toThrow(/is a case of the shipped record/u);
  });

  it.each([
    [
      new Map([["data/rollcalls.csv", "symbol,date,title\nX/1,20 Dec,A vote\n"]]),
      /rollcalls\.csv:2: "20 Dec" is not a day/u,
    ],
    [
      new Map([...overlay, ["data/votes.csv", "symbol,state,vote\nX/1,QQQ,yes\n"]]),
      /votes\.csv:2/u,
    ],
    [
      new Map([["data/rollcalls.csv", "symbol,date\nX/1,2025-12-20\n"]]),
      /column "title" is missing/u,
    ],
    [new Map<string, string>(), /holds no rows/u],
  ])("refuses a fault with file and line (%#)", (given, message) => {
    let line = "";
    try {
      applyOverlay(record, given, "0");
    } catch (error) {
      line = (error as RecordError).line;
    }
    expect(line).toMatch(message);
  });
});
