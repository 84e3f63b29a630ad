import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { APP, appPages } from "../../src/cli/app-pages.ts";
import { publish } from "../../src/cli/commands/publish.ts";
import { publishedPages } from "../../src/cli/commands/published-pages.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import { SHIPPED_RECORD } from "../../src/record/open-record.ts";
import type { Manifest } from "../../src/record/record.ts";
import { record } from "../laboratory.ts";

const said: string[] = [];
const terminal: Terminal = {
  out: (text) => void said.push(text),
  err: () => undefined,
  bytes: () => undefined,
  colour: false,
  width: 80,
  progress: false,
};

describe("casus publish", () => {
  const parent = mkdtempSync(join(tmpdir(), "casus-publish-"));
  const folder = join(parent, "site");
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");

  beforeAll(() => publish(terminal, folder, { base: "casus" }), 60_000);
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  it("writes a page with its own title at plain addresses, all of them the same app", () => {
    const page = read("alliances/csto/cohesion/index.html");
    expect(page).toContain(
      "<title>Collective Security Treaty Organization: cohesion | Casus</title>",
    );
    const shell = (text: string): string => text.replace(/<title>[^<]*<\/title>/u, "");
    expect(shell(page)).toBe(shell(read("404.html")));
    expect(shell(read("rollcalls/A-RES-ES-11-1/index.html"))).toBe(shell(page));
  });

  it("names everything under the base it will lie in", () => {
    const page = read("index.html");
    expect(page).toContain('name="casus-base" content="/casus/"');
    const named = [...page.matchAll(/(?:href|src)="([^"]+)"/gu)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((path) => !path.startsWith("/casus/"))).toEqual([]);
  });

  it("holds the record byte for byte and no file that depends on a query", () => {
    for (const name of readdirSync(SHIPPED_RECORD)) {
      const written = readFileSync(join(folder, "record", name));
      expect([name, written.equals(readFileSync(join(SHIPPED_RECORD, name)))]).toEqual([
        name,
        true,
      ]);
    }
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    expect(files.filter((name) => /[?=&]|[.](?:csv|parquet|png|bib)$/u.test(name))).toEqual([]);
    expect(said.at(-1)).toContain(`record ${record.release}`);
  });

  it("names the release in the service worker, so that browsers see a new one", () => {
    const built = readFileSync(join(APP, "sw.js"), "utf8");
    expect(built).not.toContain(record.release);
    expect(read("sw.js")).toBe(`${built}// record ${record.release}\n`);
  });

  it("has a page for every organisation, state, case, treaty and roll call, each once", () => {
    const addresses = publishedPages(record).map(({ address }) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    const { rollCalls } = record.votes;
    expect(addresses.filter((one) => one.startsWith("/rollcalls/")).length).toBe(
      rollCalls.length,
    );
    for (const { id } of record.cases) expect(addresses).toContain(`/cases/${id}`);
    for (const { id } of record.treaties) expect(addresses).toContain(`/treaties/${id}`);
  });

  it("leaves a folder with other files alone, and takes the place of its own", async () => {
    const other = join(parent, "other");
    mkdirSync(other);
    writeFileSync(join(other, "thesis.txt"), "mine");
    await expect(publish(terminal, other, { base: "/" })).rejects.toThrow(/holds other files/u);
    expect(readdirSync(other)).toEqual(["thesis.txt"]);
    await publish(terminal, folder, { base: "/", format: "json" });
    const files = readdirSync(folder, { recursive: true, withFileTypes: true });
    expect(JSON.parse(said.at(-1)!)).toMatchObject({
      record: record.release,
      files: files.filter((entry) => entry.isFile()).length,
      addresses: publishedPages(record).length,
      folder,
      base: "/",
    });
    expect(read("index.html")).toContain('name="casus-base" content="/"');
  });

  it("writes nothing from a record with a damaged file", async () => {
    const damaged = join(parent, "damaged");
    cpSync(SHIPPED_RECORD, damaged, { recursive: true });
    writeFileSync(join(damaged, "means.json"), "{}");
    const target = join(parent, "from-damaged");
    await expect(publish(terminal, target, { base: "/", record: damaged })).rejects.toThrow(
      /truncated or altered/u,
    );
    expect(existsSync(target)).toBe(false);
  });

  it.each(["/a b/", "../up", "/a?b/"])("refuses the base %s", async (base) => {
    await expect(publish(terminal, join(parent, "new"), { base })).rejects.toThrow(/--base/u);
  });
});

describe("the app's pages on the server", () => {
  const { respond, pack } = appPages(APP, { record, folder: SHIPPED_RECORD })!;
  const ask = (path: string, headers: Record<string, string> = { Accept: "text/html" }) =>
    respond(new Request(`http://127.0.0.1${path}`, { headers }));

  it.each([
    ["/", 200],
    ["/compare?state=ARM~KAZ", 200],
    ["/alliances/csto/cohesion?from=2000", 200],
    ["/alliances/no-such", 404],
    ["/alliances/csto?nothing=1", 400],
    [`/r/${record.release}/alliances/csto`, 200],
  ])("answer %s with %i", async (path, status) => {
    const response = await ask(path);
    expect(response?.status).toBe(status);
    expect(response?.headers.get("Content-Security-Policy")).toContain(
      "script-src 'self' 'wasm",
    );
    expect(await response?.text()).toContain('<div id="app">');
  });

  it("leave files of answers, programs and other releases to the server", async () => {
    expect(await ask("/alliances/csto.csv")).toBeNull();
    expect(await ask("/alliances/csto", { Accept: "*/*" })).toBeNull();
    expect(await ask("/r/000000000000/alliances/csto")).toBeNull();
    expect(await ask("/record/../package.json")).toBeNull();
  });

  it("keep what is named by its hash, and nothing else", async () => {
    const manifest = await ask("/record/manifest.json");
    expect(manifest!.headers.get("Cache-Control")).toBe("no-cache");
    const { release, files } = (await manifest!.json()) as Manifest;
    expect(release).toBe(record.release);
    const votes = async (sha256: string) =>
      (await ask(`/record/votes.bin?sha256=${sha256}`))?.headers.get("Cache-Control");
    expect(await votes(files["votes.bin"]!.sha256)).toContain("immutable");
    // A page of another release asks for what is not here: its name must not stay on this file.
    expect(await votes("0".repeat(64))).toBe("no-cache");
  });

  it("have the published folder's service worker", async () => {
    const script = await (await ask("/sw.js"))!.text();
    expect(script.trimEnd().split("\n").at(-1)).toBe(`// record ${record.release}`);
  });

  it("travel as they are until there was time to pack them", async () => {
    const headers = { "Accept-Encoding": "gzip, br" };
    const plain = await ask("/record/votes.bin", headers);
    expect(plain?.headers.get("Content-Encoding")).toBeNull();
    await pack();
    const packed = await ask("/record/votes.bin", headers);
    expect(packed?.headers.get("Content-Encoding")).toBe("gzip");
    const bytes = gunzipSync(new Uint8Array((await packed?.arrayBuffer())!));
    expect(bytes.equals(new Uint8Array((await plain?.arrayBuffer())!))).toBe(true);
    expect((await ask("/record/votes.bin", {}))?.headers.get("Content-Encoding")).toBeNull();
  });
});
