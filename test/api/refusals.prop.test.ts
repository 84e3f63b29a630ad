import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ServerFault } from "../../src/api/server-fault.ts";
import { render } from "../../src/report/render.ts";
import { answerOf, record } from "../laboratory.ts";
import { directApi, NO_OVERLAY } from "./direct-api.ts";

const api = directApi();
const overlaid = { ...record, overlay: { ...NO_OVERLAY, organisations: ["private"] } };

describe("a request that is wrong", () => {
  it.each([
    ["/api/v1/alliances/csot", 404, "not-found"],
    ["/api/v1/alliances/csto/cohesion?from=x", 400, "usage"],
    ["/api/v1/alliances/csto?from=2000", 400, "usage"],
    ["/api/v1/alliances/csto.xls", 400, "usage"],
    ["/api/v1/nothing", 404, "not-found"],
    ["/nothing.json", 404, "not-found"],
    ["/api/v1/treaties.png", 404, "not-found"],
    ["/api/v1/bulk/votes.json", 400, "usage"],
    ["/api/v1/bulk/nothing.csv", 404, "not-found"],
    ["/api/v1/bulk/record/../../package.json", 404, "not-found"],
    ["/api/v1/bulk/record/%2e%2e%2fpackage.json", 404, "not-found"],
    ["/api/v1/problems/none", 404, "not-found"],
    ["/api/v1/%E0%A4%A", 400, "usage"],
    [`/api/v1/rollcalls?q=${"a".repeat(5000)}`, 414, "too-long"],
    ["/rollcalls.json?q=%3Cscript%3E&limit=0", 400, "usage"],
    ["/alliances.json?at=2000-01-01&at=2001-01-01", 400, "usage"],
  ])("at %s is %i with problem details of the type %s", async (address, status, code) => {
    const response = await api.request(address);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toMatchObject({
      type: `/api/v1/problems/${code}`,
      status,
      title: expect.stringMatching(/\S/u) as string,
      detail: expect.stringMatching(/\S/u) as string,
    });
  });

  it("never is a fault of ours, whatever its text", async () => {
    const words = fc.constantFrom(
      ...[
        "alliances",
        "csto",
        "cohesion",
        "r",
        "api",
        "v1",
        "bulk",
        "..",
        "%00",
        "%",
        "~",
        "+",
      ],
      ...[
        "__proto__",
        "constructor",
        "toString",
        "<script>",
        "' OR 1=1",
        "\u0000",
        "🜁",
        "{id}",
      ],
    );
    const text = fc.oneof(words, fc.string({ unit: "binary", maxLength: 40 }));
    const path = fc.array(text, { maxLength: 6 }).map((parts) => `/${parts.join("/")}`);
    const name = fc.oneof(fc.constantFrom("from", "q", "state", "limit", "at"), text);
    const query = fc.array(fc.tuple(name, text), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        path,
        query,
        fc.constantFrom("", ".json", ".csv"),
        async (at, pairs, form) => {
          const search = pairs.map((pair) => pair.join("=")).join("&");
          const url = new URL(
            `http://127.0.0.1${at.replaceAll(/[#?]/gu, "")}${form}?${search}`,
          );
          const { status, headers } = await api.fetch(new Request(url));
          expect([200, 302, 400, 404, 410, 414]).toContain(status);
          expect(headers.get("x-content-type-options") ?? "nosniff").toBe("nosniff");
        },
      ),
      { numRuns: 400 },
    );
  });

  it("puts nothing of itself into a page unescaped, nor into a header", async () => {
    const evil = [
      "<script>alert(1)</script>",
      '"><img src=x onerror=alert(1)>',
      "a\r\nX-Evil: 1",
    ];
    for (const text of evil) {
      const written = encodeURIComponent(text);
      for (const address of [
        `/alliances/${written}`,
        `/rollcalls?q=${written}`,
        `/${written}`,
      ]) {
        const response = await api.request(address);
        const page = await response.text();
        expect(page).not.toMatch(/<script>alert|<img src=x/u);
        expect(response.headers.get("x-evil")).toBeNull();
        expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'/u);
        expect(response.headers.get("content-security-policy")).not.toMatch(
          /script-src|unsafe-eval/u,
        );
      }
    }
  });

  it("has no body", async () => {
    const headers = { "Content-Length": "5" };
    const response = await api.fetch(
      new Request("http://127.0.0.1/alliances.json", { headers }),
    );
    expect(response.status).toBe(413);
    expect(response.headers.get("connection")).toBe("close");
  });
});

describe("a server that cannot answer now", () => {
  it.each(["busy", "time-limit", "stopping"] as const)(
    "says %s and when to ask again",
    async (code) => {
      const answerer = (): Promise<never> => Promise.reject(new ServerFault(code, "Later.", 7));
      const response = await directApi({ answerer }).request("/api/v1/alliances");
      expect(response.status).toBe(503);
      expect(response.headers.get("retry-after")).toBe("7");
      expect(await response.json()).toMatchObject({
        type: `/api/v1/problems/${code}`,
        detail: "Later.",
      });
    },
  );

  it("says nothing of its inside when it is at fault, and keeps no trace of it", async () => {
    let times = 0;
    const answerer = (): Promise<never> => {
      times += 1;
      return Promise.reject(new Error("secret path"));
    };
    const faulty = directApi({ answerer });
    for (const address of ["/api/v1/alliances", "/api/v1/alliances", "/alliances"]) {
      const response = await faulty.request(address);
      expect(response.status).toBe(500);
      expect(await response.text()).not.toContain("secret");
    }
    expect(times).toBe(3);
  });
});

describe("private rows", () => {
  const own = directApi({ record: overlaid, hosts: ["127.0.0.1", "localhost"] });

  it("are not for pages of other sites", async () => {
    const { headers } = await own.request("http://localhost:8765/alliances.json");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("cache-control")).toMatch(/^private/u);
    const preflight = await own.request("http://localhost:8765/api/v1", { method: "OPTIONS" });
    expect(preflight.headers.get("access-control-allow-methods")).toBeNull();
  });

  it("are not given under another site's name", async () => {
    expect((await own.request("http://evil.example/alliances.json")).status).toBe(421);
    expect((await own.request("http://127.0.0.1:1/alliances.json")).status).toBe(200);
  });
});

describe("pages of another maker", () => {
  const pages = (request: Request): Response | null =>
    new URL(request.url).pathname.endsWith("/csto") ? new Response("the app") : null;
  const hosted = directApi({ pages });

  it("come before the server's own, but never before the API", async () => {
    expect(await (await hosted.request("/alliances/csto")).text()).toBe("the app");
    expect(await (await hosted.request("/api/v1/alliances/csto")).text()).toBe(
      (await render(await answerOf("/alliances/csto"), "json")).body,
    );
    expect(await (await hosted.request("/alliances/nato")).text()).toMatch(/^<!doctype html>/u);
  });
});
