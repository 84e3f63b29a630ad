import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { madeNmc } from "../sources/made-files.ts";

const scratch = mkdtempSync(join(tmpdir(), "casus-sources-"));
const store = join(scratch, "store");
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs the built program with a store of its own. */
function casus(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["dist/cli/main.js", ...words],
    { encoding: "utf8", env: { ...process.env, CASUS_SOURCES: store } },
  );
  return { status, stdout, stderr };
}

/** Every file of the store with its content. */
const inside = (): Record<string, string> =>
  Object.fromEntries(
    existsSync(store)
      ? readdirSync(store, { recursive: true, encoding: "utf8", withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => join(parentPath, name))
          .map((path) => [path, readFileSync(path, "hex")])
      : [],
  );

const nmc = join(scratch, "nmc.csv.gz");
const cut = join(scratch, "cut.csv");
const { text } = madeNmc();
writeFileSync(nmc, gzipSync(text));
writeFileSync(cut, text.slice(0, text.length / 2));

describe("casus source", () => {
  it("says that nothing was brought, and refuses to go on without", () => {
    expect(casus("source", "list")).toMatchObject({ status: 0, stderr: "" });
    expect(casus("source", "verify")).toMatchObject({ status: 3, stdout: "" });
    const { status, stderr } = casus("get", "/alliances", "--sources");
    expect(status).toBe(3);
    expect(stderr).toMatch(/no source has been added yet\. Run "casus source add/u);
  });

  it("adds a file, lists it, verifies it, and marks what is asked with it", () => {
    const added = casus("source", "add", "nmc", nmc);
    expect(added.status).toBe(0);
    expect(added.stdout).toMatch(/^nmc 7\.0, 2021-2022\n {2}capabilities +nmc\.csv\.gz, /u);
    const listed = JSON.parse(casus("source", "list", "--format", "json").stdout) as {
      sources: { name: string; held: { version: string } | null }[];
    };
    const held = listed.sources.filter((one) => one.held !== null);
    expect(held).toMatchObject([{ name: "nmc", held: { version: "7.0" } }]);
    expect(casus("source", "verify", "nmc")).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(casus("source", "verify", "--json").stdout)).toEqual({
      store,
      verified: held.map((one) => one.held),
    });
    expect(JSON.parse(casus("source", "add", "nmc", nmc, "--json").stdout)).toEqual({
      added: held[0]!.held,
    });
    const release = (...words: string[]): string =>
      (JSON.parse(casus("get", "/alliances.json", ...words).stdout) as { record: string })
        .record;
    expect(release("--sources")).toMatch(/^[0-9a-f]{12}\+sources\.[0-9a-f]{8}$/u);
    expect(release()).toMatch(/^[0-9a-f]{12}$/u);
  });

  it("leaves the store as it was where a file is refused", () => {
    const before = inside();
    const { status, stdout, stderr } = casus("source", "add", "nmc", cut);
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr).toMatch(/^casus: .*cut\.csv:\d+: the last line does not end.*\n$/u);
    expect(casus("source", "add", "atop", nmc).stderr).toMatch(
      /is a file of nmc, not of atop/u,
    );
    expect(casus("source", "add", "nmc", join(scratch, "none.csv")).status).toBe(3);
    expect(inside()).toEqual(before);
  });

  it("notices a file that changed after it was added, and removes it", () => {
    const file = join(store, "nmc", "capabilities.csv.gz");
    writeFileSync(file, readFileSync(file).subarray(0, 500));
    for (const words of [
      ["source", "verify"],
      ["get", "/alliances", "--sources"],
    ]) {
      const { status, stderr } = casus(...words);
      expect(status).toBe(3);
      expect(stderr).toMatch(/checksum differs\. Run "casus source add nmc FILE/u);
    }
    const removed = casus("source", "remove", "nmc", "--json");
    expect(JSON.parse(removed.stdout)).toEqual({ store, removed: "nmc" });
    expect(inside()).toEqual({});
    expect(casus("source", "remove", "nmc").status).toBe(3);
  });
});
