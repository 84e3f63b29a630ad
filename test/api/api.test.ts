import { gunzipSync, brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { VIEWS } from "../../src/answer/views/index.ts";
import { citation } from "../../src/report/citation.ts";
import { render } from "../../src/report/render.ts";
import { ADDRESSES } from "../addresses.ts";
import { answerOf, record } from "../laboratory.ts";
import { directApi, withForm } from "./direct-api.ts";

const api = directApi();
const get = async (address: string, headers: Record<string, string> = {}): Promise<Response> =>
  await api.request(address, { headers });
const bytesOf = async (response: Response): Promise<Buffer> =>
  Buffer.from(await response.arrayBuffer());

describe("an answer over HTTP", () => {
  it("is asked at an address of every kind", () => {
    const kinds = VIEWS.map(
      ({ path }) => new RegExp(`^${path.replaceAll(/\{\w+\}/gu, "[^/]+")}$`, "u"),
    );
    const without = kinds.filter(
      (kind) => !ADDRESSES.some((address) => kind.test(address.split("?")[0] ?? "")),
    );
    expect(without, "add an address of each to test/addresses.ts").toEqual([]);
    expect(ADDRESSES.length).toBeGreaterThanOrEqual(60);
  });

  it.each(ADDRESSES)("has at %s the bytes of the shell", async (address) => {
    const answer = await answerOf(address);
    for (const form of ["json", "csv"] as const) {
      const response = await get(`/api/v1${withForm(address, form)}`);
      expect(response.status).toBe(200);
      expect(await response.text()).toBe((await render(answer, form)).body);
    }
  });

  it("has the bytes of the shell in every form, under both bases, cited at this server", async () => {
    const address = "/alliances/csto/cohesion?from=2015";
    const answer = await answerOf(address);
    for (const form of ["csv", "parquet", "md", "svg", "png", "bib"] as const) {
      const cited = citation(answer, "http://localhost");
      const { body, type } = await render(answer, form, { citation: cited });
      for (const base of ["", "/api/v1"]) {
        const response = await get(`${base}${withForm(address, form)}`);
        expect(response.headers.get("content-type")).toBe(type);
        expect((await bytesOf(response)).equals(Buffer.from(body))).toBe(true);
      }
    }
  });

  it("cites the name under which the server was asked, and never one for another", async () => {
    const fresh = directApi();
    const asked = async (origin: string): Promise<readonly [string, string | null]> => {
      const response = await fresh.request(`${origin}/alliances/csto.bib`);
      return [await response.text(), response.headers.get("etag")];
    };
    const [[one, oneTag], [other, otherTag]] = [
      await asked("http://one.example"),
      await asked("http://other.example"),
    ];
    expect(one).toContain("{http://one.example/r/");
    expect(other).toContain("{http://other.example/r/");
    expect(oneTag).not.toBe(otherTag);
  });

  it("is JSON for a program and a page for a reader where no form is named", async () => {
    const json = await get("/api/v1/alliances/csto");
    expect(json.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(await json.json()).toMatchObject({ address: "/alliances/csto" });
    const page = await get("/alliances/csto");
    expect(page.headers.get("content-type")).toMatch(/^text\/html/u);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page.text()).toContain("Collective Security Treaty Organization");
  });

  it("is computed once for one canonical address", async () => {
    const fresh = directApi();
    for (const address of ["/alliances.json", "/Alliances.json"]) {
      await fresh.request(address);
    }
    await Promise.all([
      fresh.request("/rollcalls/rc-3.json"),
      fresh.request("/rollcalls/RC-3.json"),
    ]);
    const addresses = fresh.asked.map(({ address }) => address);
    expect(addresses.filter((address) => address === "/alliances")).toHaveLength(1);
    expect(addresses.filter((address) => address === "/rollcalls/rc-3")).toHaveLength(1);
  });

  it("answers 304 to the tag it gave, in whatever encoding", async () => {
    const etag = (await get("/alliances.json")).headers.get("etag") ?? "";
    const packed = (await get("/alliances.json", { "Accept-Encoding": "gzip" })).headers.get(
      "etag",
    );
    expect(packed).not.toBe(etag);
    for (const tag of [etag, packed ?? "", `W/${etag}`, `"other", ${etag}`]) {
      const response = await get("/alliances.json", { "If-None-Match": tag });
      expect(response.status).toBe(304);
      expect(await response.text()).toBe("");
    }
    expect((await get("/alliances.csv", { "If-None-Match": etag })).status).toBe(200);
    expect((await get("/alliances.json", { "If-None-Match": '"x"' })).status).toBe(200);
  });

  it.each([
    ["gzip", "gzip"],
    ["gzip, br", "br"],
    ["br;q=0.1, gzip", "gzip"],
    ["gzip;q=0", null],
    ["", null],
    ["identity", null],
  ])("is sent to a client of %j as %j", async (accepted, encoding) => {
    const response = await get("/states.json", { "Accept-Encoding": accepted });
    expect(response.headers.get("content-encoding")).toBe(encoding);
    expect(response.headers.get("vary")).toBe("Accept-Encoding");
    const bytes = await bytesOf(response);
    expect(Number(response.headers.get("content-length"))).toBe(bytes.length);
    const plain =
      encoding === "gzip"
        ? gunzipSync(bytes)
        : encoding === "br"
          ? brotliDecompressSync(bytes)
          : bytes;
    expect(plain.toString()).toBe((await render(await answerOf("/states"), "json")).body);
  });

  it("has a head, options, and nothing to write", async () => {
    const head = await api.request("/alliances.json", { method: "HEAD" });
    const full = await get("/alliances.json");
    expect(head.headers.get("content-length")).toBe(full.headers.get("content-length"));
    expect(await head.text()).toBe("");
    const options = await api.request("/api/v1/alliances", { method: "OPTIONS" });
    expect(options.status).toBe(204);
    expect(options.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    expect(options.headers.get("access-control-allow-origin")).toBe("*");
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "BREW"]) {
      const refused = await api.request("/alliances", { method });
      expect(refused.status).toBe(405);
      expect(refused.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    }
  });
});

describe("a list over HTTP", () => {
  it("states its total and links its pages, which together are the whole", async () => {
    const whole = await get("/api/v1/rollcalls.csv?q=ukraine");
    const lines = (await whole.text()).trimEnd().split("\n");
    const collected: string[] = [];
    let next: string | undefined = "/api/v1/rollcalls.csv?q=ukraine&limit=7";
    let pages = 0;
    while (next !== undefined) {
      const page = await get(next);
      expect(page.headers.get("x-total-count")).toBe(String(lines.length - 1));
      collected.push(...(await page.text()).trimEnd().split("\n").slice(1));
      next = /<([^>]+)>; rel="next"/u.exec(page.headers.get("link") ?? "")?.[1];
      pages += 1;
    }
    expect(pages).toBe(Math.ceil((lines.length - 1) / 7));
    expect(collected).toEqual(lines.slice(1));
    expect(whole.headers.get("link")).toBeNull();
  });

  it("has a way back from beyond its end", async () => {
    const link = (await get("/api/v1/rollcalls?q=ukraine&offset=5000")).headers.get("link");
    expect(link).toContain('rel="first"');
    expect(link).toMatch(/rel="prev"/u);
    expect(link).not.toContain('rel="next"');
  });

  it("pages the cases too", async () => {
    const page = await get("/api/v1/cases?limit=10");
    const { rows, summary } = (await page.json()) as {
      rows: unknown[];
      summary: Record<string, number>;
    };
    expect(rows).toHaveLength(10);
    expect(page.headers.get("x-total-count")).toBe(String(summary["total"]));
    expect(summary["total"]).toBeGreaterThan(50);
  });
});

describe("a permalink", () => {
  it("stays with its release", async () => {
    const here = await get(`/r/${record.release}/alliances.json`);
    expect(here.status).toBe(200);
    expect(here.headers.get("cache-control")).toContain("immutable");
    const gone = await get("/r/000000000000/alliances.json");
    expect(gone.status).toBe(410);
    expect(await gone.json()).toMatchObject({
      type: "/api/v1/problems/release",
      status: 410,
      detail: expect.stringContaining("/alliances.json") as string,
    });
    expect((await get(`/api/v1/r/${record.release}/alliances`)).status).toBe(200);
    expect((await get("/r/latest/alliances.json")).status).toBe(400);
  });

  it("is answered from another release that is at hand", async () => {
    const other = "0123456789ab";
    const two = directApi({ releases: [other] });
    expect((await two.request(`/r/${other}/alliances.json`)).status).toBe(200);
    expect(two.asked.at(-1)).toMatchObject({ release: other, address: "/alliances.json" });
    expect((await two.request("/r/fedcba987654/alliances.json")).status).toBe(410);
  });
});
