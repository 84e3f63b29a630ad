import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { record } from "../laboratory.ts";
import { type LiveServer, startServer } from "./live-server.ts";

const scratch = mkdtempSync(join(tmpdir(), "casus-examples-"));
const has = (command: string): boolean => spawnSync(command, ["--version"]).status === 0;
let server: LiveServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** What an example prints; it must end well. */
function run(command: string, ...words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...words, server.base, scratch]);
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (data: Buffer) => (printed += data.toString()));
    }
    child.once("exit", (code) => {
      if (code === 0) resolve(printed);
      else reject(new Error(printed));
    });
  });
}

describe("the examples of docs/api.md", () => {
  it("stand there as they are run here", () => {
    const text = readFileSync("docs/api.md", "utf8");
    const files = readdirSync("docs/examples").filter((file) => !file.endsWith(".csv"));
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const file of files) {
      expect(text, file).toContain(readFileSync(`docs/examples/${file}`, "utf8").trimEnd());
    }
  });

  it.skipIf(!has("curl"))("read with curl", async () => {
    const printed = await run("sh", "docs/examples/cohesion.sh");
    expect(printed).toMatch(/^period,/u);
    expect(printed).toContain("again: 304");
    expect(printed).toContain('"/api/v1/problems/not-found"');
    expect(
      readFileSync(join(scratch, "cohesion.csv"), "utf8").split("\n").length,
    ).toBeGreaterThan(8);
  });

  it.skipIf(!has("Rscript"))("read with R", async () => {
    const printed = await run("Rscript", "--vanilla", "docs/examples/members.R");
    const [, before, after] = /^nato\s+(\d+)\s+(\d+)/mu.exec(printed) ?? [];
    expect([Number(before), Number(after)]).toEqual([16, 30]);
  });

  it.skipIf(!has("python3"))("read with Python", async () => {
    const printed = await run("python3", "docs/examples/rollcalls.py");
    expect(printed).toContain(`record ${record.release}`);
    expect(printed).toContain("400 /api/v1/problems/usage from=");
  });
});
