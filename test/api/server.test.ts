import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, ProblemError } from "../../src/api/client.ts";
import { SHIPPED_RECORD } from "../../src/record/open-record.ts";
import { render } from "../../src/report/render.ts";
import { answerOf, record } from "../laboratory.ts";
import { type LiveServer, startServer } from "./live-server.ts";

const scratch = mkdtempSync(join(tmpdir(), "casus-releases-"));
const OTHER = "0123456789ab";
let server: LiveServer;

/** A copy of the record under another release id, and one of another version of the package. */
function layReleases(): void {
  for (const [release, version] of [
    [OTHER, null],
    ["ba9876543210", "0.0.0"],
  ] as const) {
    const folder = join(scratch, release);
    mkdirSync(folder);
    cpSync(SHIPPED_RECORD, folder, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as object;
    const changed = { ...manifest, release, ...(version === null ? {} : { package: version }) };
    writeFileSync(join(folder, "manifest.json"), JSON.stringify(changed));
  }
}

beforeAll(async () => {
  layReleases();
  server = await startServer("--releases", scratch);
});
afterAll(async () => {
  await server?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** What the server says to bytes that need not be HTTP. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let said = "";
    const socket = connect(server.port, "127.0.0.1", () => socket.end(bytes, "latin1"));
    socket.on("data", (data) => (said += data.toString("latin1")));
    socket.on("close", () => resolve(said));
    socket.on("error", () => resolve(said));
    socket.setTimeout(3000, () => socket.destroy());
  });
}

describe("the server", () => {
  it("gives the typed client what the shell gives", async () => {
    const client = createClient(server.base);
    expect(await client.health()).toEqual({ status: "ok", record: record.release });
    const answer = await client.alliancesByIdCohesion("csto", { from: "2018", by: "year" });
    const { body } = await render(
      await answerOf("/alliances/csto/cohesion?from=2018&by=year"),
      "json",
    );
    expect(answer).toEqual(JSON.parse(body));
    const votes = await client.rollcalls({ q: "ukraine", state: "ARM~KAZ", limit: 3 });
    expect(votes.rows).toHaveLength(3);
    const refused = client.alliancesById("csot");
    await expect(refused).rejects.toBeInstanceOf(ProblemError);
    await expect(refused).rejects.toMatchObject({
      problem: { status: 404, type: "/api/v1/problems/not-found" },
    });
  });

  it("gives bytes as the shell writes them, in workers", async () => {
    for (const form of ["png", "parquet", "svg"] as const) {
      const { body } = await render(await answerOf("/alliances/csto/splits?limit=5"), form);
      const response = await fetch(`${server.base}/alliances/csto/splits.${form}?limit=5`);
      expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(body))).toBe(true);
    }
  });

  it("answers a permalink from the release at hand, and no other", async () => {
    const older = await fetch(`${server.base}/r/${OTHER}/alliances.json`);
    expect(await older.json()).toMatchObject({ record: OTHER, address: "/alliances" });
    const wrong = await fetch(`${server.base}/api/v1/r/${OTHER}/alliances/csot`);
    expect(wrong.status).toBe(404);
    // Made by another version of the package, whose methods are not here.
    expect((await fetch(`${server.base}/r/ba9876543210/alliances.json`)).status).toBe(410);
  });

  it("says which releases it does not serve, and why", async () => {
    const own = await startServer("--releases", scratch);
    const { code, stderr } = await own.stop();
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^casus: not served: release ba9876543210 belongs to casus 0\.0\.0/u,
    );
  });

  it("answers light questions while a heavy one is under way", async () => {
    let done = false;
    const heavy = fetch(`${server.base}/alliances/csto/assessment.json?draws=2000&seed=3`);
    const finished = heavy.then(({ status }) => {
      done = true;
      return status;
    });
    for (const id of ["csto", "nato", "gcc"]) {
      const light = await fetch(`${server.base}/alliances/${id}.json?at=2012-02-02`);
      expect(light.status).toBe(200);
    }
    expect(done).toBe(false);
    expect(await finished).toBe(200);
  });

  it("answers what is no request with 4xx or silence, and goes on", async () => {
    const host = "Host: 127.0.0.1\r\n";
    const malformed = [
      "GET\r\n\r\n",
      "\u0000\u0001\u0002\r\n\r\n",
      `GET /alliances.json HTTP/1.1\r\nX-Long: ${"a".repeat(20_000)}\r\n\r\n`,
      `GET /${"a".repeat(9000)} HTTP/1.1\r\n${host}\r\n`,
      "GET /alliances.json HTTP/1.1\r\nHost: a b\r\n\r\n",
      "GET /alliances.json HTTP/1.1\r\n\r\n",
      `GET /%ff%fe HTTP/1.1\r\n${host}Connection: close\r\n\r\n`,
      `GET //evil.example/%2e%2e HTTP/1.1\r\n${host}Connection: close\r\n\r\n`,
      `POST /alliances.json HTTP/1.1\r\n${host}Content-Length: 3\r\n\r\nabc`,
      `GET /alliances.json HTTP/1.1\r\n${host}Content-Length: 3\r\n\r\nabc`,
      `GET /alliances.json HTTP/1.1\r\n${host}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n`,
      `GET /alliances.json HTTP/1.1\r\nA: b\r\n c: d\r\n${host}\r\n`,
      `TRACE / HTTP/1.1\r\n${host}Connection: close\r\n\r\n`,
      `CONNECT evil.example:80 HTTP/1.1\r\n${host}\r\n`,
      `GET http://evil.example/nothing HTTP/1.1\r\n${host}Connection: close\r\n\r\n`,
    ];
    for (const bytes of malformed) {
      const said = await raw(bytes);
      expect(said.split("\r\n")[0], bytes.slice(0, 60)).toMatch(/^(?:HTTP\/1\.1 4\d\d |$)/u);
    }
    expect((await fetch(`${server.base}/healthz`)).status).toBe(200);
  });

  it("keeps its memory through many wrong requests", async () => {
    const memory = (): number => {
      const status = readFileSync(`/proc/${server.process.pid}/status`, "utf8");
      return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1]) / 1024;
    };
    const burst = async (from: number, count: number): Promise<Set<number>> => {
      const seen = new Set<number>();
      for (let i = from; i < from + count; i += 20) {
        const asked = Array.from({ length: 20 }, (_, k) =>
          fetch(`${server.base}/api/v1/alliances/none-${i + k}/cohesion?x=${"y".repeat(200)}`),
        );
        for (const response of await Promise.all(asked)) {
          seen.add(response.status);
          await response.arrayBuffer();
        }
      }
      return seen;
    };
    await burst(0, 200);
    const before = process.platform === "linux" ? memory() : 0;
    const seen = await burst(200, 600);
    expect([...seen]).toEqual([400]);
    if (process.platform === "linux") expect(memory() - before).toBeLessThan(60);
  });

  it("finishes what is under way when it is asked to stop", async () => {
    const own = await startServer();
    const slow = fetch(`${own.base}/alliances/csto/assessment.json?draws=1000&seed=11`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const stopped = own.stop();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(fetch(`${own.base}/healthz`)).rejects.toThrow();
    expect((await slow).status).toBe(200);
    expect(await stopped).toEqual({ code: 0, stderr: "" });
  });
});
