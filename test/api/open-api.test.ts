import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { PARAMETERS } from "../../src/answer/parameters.ts";
import { ANSWER_SCHEMAS } from "../../src/api/answer-schema.ts";
import { createClient } from "../../src/api/client.ts";
import { openApi } from "../../src/api/open-api.ts";
import { PROBLEMS } from "../../src/api/problem.ts";
import { ALL_VIEWS } from "../../src/claims/views/index.ts";
import { directApi } from "./direct-api.ts";

const api = directApi();
const description = JSON.parse(JSON.stringify(openApi())) as {
  readonly paths: Record<
    string,
    { get: { operationId: string; parameters?: { $ref?: string; name?: string }[] } }
  >;
  readonly components: Record<string, Record<string, unknown>>;
};

/** A schema of the description, with its references, as a check of a value. */
function checkOf(name: string): z.ZodType {
  const text = JSON.stringify(ANSWER_SCHEMAS).replaceAll("#/components/schemas/", "#/$defs/");
  const defs = JSON.parse(text) as Record<string, z.core.JSONSchema.BaseSchema>;
  return z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: defs });
}

describe("the description", () => {
  it("is valid OpenAPI 3.1, and what the server sends", async () => {
    const result = await new Validator().validate(structuredClone(description));
    expect(result).toMatchObject({ valid: true });
    const sent = await (await api.request("/api/v1/openapi.json")).json();
    expect(sent).toEqual(description);
  });

  it("names every kind of address, its parameters, and nothing twice", () => {
    for (const { path, parameters } of ALL_VIEWS) {
      const operation = description.paths[`/api/v1${path}`]?.get;
      const names = (operation?.parameters ?? []).map(
        ({ $ref, name }) => $ref?.split("/").at(-1) ?? name,
      );
      expect(names).toEqual(
        expect.arrayContaining([
          ...parameters,
          ...[...path.matchAll(/\{(\w+)\}/gu)].map((match) => match[1]),
        ]),
      );
      expect(description.paths[`/api/v1${path}.{form}`]).toBeDefined();
    }
    expect(Object.keys(description.components["parameters"] ?? {})).toEqual(
      Object.keys(PARAMETERS),
    );
    const ids = Object.values(description.paths).map(({ get }) => get.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("resolves every reference that it makes", () => {
    const references = [...JSON.stringify(description).matchAll(/"#\/([^"]+)"/gu)];
    expect(references.length).toBeGreaterThan(100);
    for (const [, path = ""] of references) {
      const found = path
        .split("/")
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], description);
      expect(found, path).toBeDefined();
    }
  });

  it("is under load as a whole: bench/addresses.txt has every path", () => {
    const listed = readFileSync("bench/addresses.txt", "utf8").trim().split("\n");
    const without = Object.keys(description.paths).filter((path) => {
      const shape = path
        .replaceAll(/[.+]/gu, "\\$&")
        .replace("{form}", "(?:json|csv|parquet|md|svg|png|bib)")
        .replaceAll(/\{\w+\}/gu, "[^/]+");
      const pattern = new RegExp(`^${shape}$`, "u");
      const pages = path.includes("{form}") && !path.includes("bulk");
      return !pages && !listed.some((address) => pattern.test(address.split("?")[0] ?? ""));
    });
    expect(without, 'run "node scripts/write-load-addresses.mjs"').toEqual([]);
  });

  it("has a function of the client for each of its operations", () => {
    const ids = Object.entries(description.paths)
      .filter(([path]) => !path.includes("{form}"))
      .map(([, { get }]) => get.operationId);
    const functions = Object.keys(createClient("http://127.0.0.1")).sort();
    expect(functions, 'run "node scripts/write-client.mjs"').toEqual(ids.sort());
  });
});

describe("what the server sends", () => {
  it.each([
    "/api/v1/alliances",
    "/api/v1/alliances/csto/cohesion?from=2018",
    "/api/v1/alliances/csto/assessment",
    "/api/v1/cases/kaz-2022-01/compare",
    "/api/v1/rollcalls/A-RES-ES-11-1",
    "/api/v1/claims",
  ])("at %s is the answer that the description states", async (address) => {
    const value: unknown = await (await api.request(address)).json();
    expect(checkOf("Answer").safeParse(value).error).toBeUndefined();
    expect(checkOf("Answer").safeParse({ ...(value as object), extra: 1 }).success).toBe(false);
  });

  it.each([
    ["/healthz", "Health"],
    ["/api/v1/bulk", "BulkList"],
    ["/api/v1/bulk/record", "RecordFiles"],
    ["/api/v1/nothing", "Problem"],
  ])("at %s is the description's %s, and an object", async (address, name) => {
    const value: unknown = await (await api.request(address)).json();
    expect(Array.isArray(value)).toBe(false);
    expect(checkOf(name).safeParse(value).error).toBeUndefined();
  });

  it("explains every kind of problem where its type points", async () => {
    for (const [code, { status, title }] of Object.entries(PROBLEMS)) {
      const explained = await api.request(`/api/v1/problems/${code}`);
      expect(await explained.json()).toMatchObject({
        type: `/api/v1/problems/${code}`,
        status,
        title,
      });
    }
  });

  it("links its index to addresses that answer", async () => {
    const index = (await (await api.request("/api/v1")).json()) as {
      openapi: string;
      bulk: string;
      health: string;
      views: { example: string }[];
    };
    for (const address of [index.openapi, index.bulk, index.health]) {
      expect((await api.request(address)).status).toBe(200);
    }
    expect(index.views).toHaveLength(ALL_VIEWS.length);
  });
});
