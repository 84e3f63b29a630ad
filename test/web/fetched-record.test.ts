import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { SourceError } from "../../src/errors.ts";
import { loadRecord } from "../../src/record/load-record.ts";
import { SHIPPED_RECORD } from "../../src/record/open-record.ts";
import { fetchRecord } from "../../src/web/worker/fetched-record.ts";
import { whenLoaded } from "../../src/web/worker/not-loaded.ts";
import { record } from "../laboratory.ts";

const place = {
  folder: "http://host/record/",
  manifest: readFileSync(join(SHIPPED_RECORD, "manifest.json"), "utf8"),
};

/** A host that sends the record's files, but for some requests something else, or nothing. */
function hostThat(answer: (name: string, cache: string) => string | null | undefined) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (url: string, { cache }: { readonly cache: string }) => {
    const name = new URL(url).pathname.split("/").at(-1)!;
    asked.push(`${name} ${cache}`);
    const body = answer(name, cache);
    if (body === null) return Promise.reject(new TypeError("no connection"));
    return Promise.resolve(new Response(body ?? readFileSync(join(SHIPPED_RECORD, name))));
  });
  return asked;
}

describe("a record that is fetched", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("fetches a file when a table of it is first read, and no more than once", async () => {
    const asked = hostThat(() => undefined);
    const fetched = loadRecord(fetchRecord(place));
    const read = (): string => JSON.stringify(fetched.treaties);
    expect(await whenLoaded(read)).toBe(JSON.stringify(record.treaties));
    expect(read()).toBe(JSON.stringify(record.treaties));
    expect(asked.filter((one) => one.startsWith("treaties.json"))).toHaveLength(1);
    expect(asked.filter((one) => one.startsWith("means.json"))).toHaveLength(0);
  });

  it("asks the host itself where a cache holds what another release had there", async () => {
    const asked = hostThat((name, cache) =>
      name === "means.json" && cache === "default" ? "{}" : undefined,
    );
    const fetched = loadRecord(fetchRecord(place));
    expect(await whenLoaded(() => fetched.means.length)).toBe(record.means.length);
    expect(asked).toContain("means.json reload");
  });

  it("says that the record has changed where the host has another", async () => {
    hostThat((name) => (name === "means.json" ? "{}" : undefined));
    const fetched = loadRecord(fetchRecord(place));
    const reading = whenLoaded(() => fetched.means);
    await expect(reading).rejects.toBeInstanceOf(SourceError);
    await expect(reading).rejects.toThrow(/means\.json .*has changed/u);
    expect(await whenLoaded(() => fetched.treaties.length)).toBe(record.treaties.length);
  });

  it("asks again for a file that could not be had", async () => {
    let online = false;
    hostThat((name) => (name === "core.json" && !online ? null : undefined));
    const fetched = loadRecord(fetchRecord(place));
    await expect(whenLoaded(() => fetched.organisations)).rejects.toThrow(/could not be read/u);
    online = true;
    expect(await whenLoaded(() => fetched.organisations.length)).toBe(
      record.organisations.length,
    );
  });
});
