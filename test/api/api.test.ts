import { describe, expect, it } from "vitest";
import { createApi } from "../../src/api/create-api.ts";
import { render } from "../../src/report/render.ts";
import { ADDRESSES } from "../addresses.ts";
import { answerOf, kernels, record } from "../laboratory.ts";

const api = createApi({ record, kernels });
const get = async (address: string, headers: Record<string, string> = {}): Promise<Response> =>
  await api.request(address, { headers });

const withForm = (address: string, form: string): string => {
  const [path, query] = address.split("?");
  return `${path}.${form}${query === undefined ? "" : `?${query}`}`;
};

describe("the API", () => {
  it.each(ADDRESSES.filter((address) => !address.includes("assessment")))(
    "gives %s the bytes of the shell",
    async (address) => {
      for (const form of ["json", "csv"] as const) {
        const response = await get(withForm(address, form));
        expect(response.status).toBe(200);
        expect(await response.text()).toBe((await render(await answerOf(address), form)).body);
      }
    },
  );

  it("serves a page without an extension, under a strict policy", async () => {
    const response = await get("/alliances/csto");
    expect(response.headers.get("content-type")).toMatch(/text\/html/u);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await response.text()).toContain("Collective Security Treaty Organization");
  });

  it("answers 304 to the tag it gave", async () => {
    const etag = (await get("/alliances.json")).headers.get("etag") ?? "";
    expect((await get("/alliances.json", { "If-None-Match": etag })).status).toBe(304);
    expect((await get("/alliances.csv", { "If-None-Match": etag })).status).toBe(200);
  });

  it("pins a permalink to its release", async () => {
    expect((await get(`/r/${record.release}/alliances.json`)).status).toBe(200);
    const gone = await get("/r/000000000000/alliances.json");
    expect(gone.status).toBe(410);
    expect(await gone.json()).toMatchObject({
      status: 410,
      detail: expect.stringContaining("/alliances.json") as string,
    });
  });

  it.each([
    ["/alliances/csot.json", 404],
    ["/alliances/csto/cohesion.json?from=x", 400],
    ["/nothing.json", 404],
    ["/rollcalls.json?q=%3Cscript%3E&limit=0", 400],
  ])("says of %s what is wrong, as problem details", async (address, status) => {
    const response = await get(address);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({
      status,
      title: expect.any(String) as string,
    });
  });

  it("puts nothing of an address into a page unescaped", async () => {
    for (const address of [
      "/alliances/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
      "/rollcalls?q=%3Cimg%20src%3Dx%3E",
    ]) {
      const page = await (await get(address)).text();
      expect(page).not.toMatch(/<script>alert|<img src=x/u);
    }
  });

  it("only reads", async () => {
    expect((await api.request("/alliances", { method: "POST" })).status).toBe(405);
  });
});
