import { readFileSync } from "node:fs";
import { geoArea, geoContains } from "d3-geo";
import { describe, expect, it } from "vitest";
// @ts-expect-error -- a script of the build, without types
import { assemblyOutlines } from "../../scripts/assembly-outlines.mjs";
// @ts-expect-error -- a script of the build, without types
import { worldOutlines } from "../../scripts/world-outlines.mjs";
import { catalogue } from "../../src/web/worker/catalogue.ts";
import { answerOf, record } from "../laboratory.ts";

interface Country {
  readonly type: "Feature";
  readonly id?: string;
  readonly properties: { readonly name: string };
  readonly geometry: { readonly type: "MultiPolygon"; readonly coordinates: number[][][][] };
}

const FILE = new URL("../../node_modules/world-atlas/countries-50m.json", import.meta.url);
const countries: readonly Country[] = assemblyOutlines(JSON.parse(readFileSync(FILE, "utf8")));

/** M49 codes, or names without one, of all countries that hold a place. */
const holders = (longitude: number, latitude: number): string[] =>
  countries
    .filter((country) => geoContains(country, [longitude, latitude]))
    .map(({ id, properties }) => id ?? properties.name);

describe("the outlines of the maps", () => {
  it.each([
    ["Simferopol", 34.1, 44.95, "804"],
    ["Sevastopol", 33.6, 44.6, "804"],
    ["Kerch", 36.4, 45.35, "804"],
    ["Kyiv", 30.5, 50.45, "804"],
    ["Taman, across the strait", 37.3, 45.15, "643"],
    ["Moscow", 37.6, 55.75, "643"],
    ["Kaliningrad", 20.6, 54.7, "643"],
    ["Hargeisa", 44.06, 9.56, "706"],
    ["Baidoa", 43.65, 3.12, "706"],
    ["Kyrenia", 33.32, 35.3, "196"],
    ["Limassol", 33.0, 34.75, "196"],
    ["Laayoune", -13.1, 27.1, "732"],
    ["Smara", -11.67, 26.74, "732"],
    ["Tifariti, east of the wall", -10.57, 26.16, "732"],
    ["Tan-Tan", -11.1, 28.43, "504"],
    ["Marrakesh", -8.0, 31.63, "504"],
  ])("put %s where the Assembly has it", (_, longitude, latitude, m49) => {
    expect(holders(longitude, latitude)).toEqual([m49]);
  });

  it("draw no line between a part and its country", () => {
    const outlines = (m49: string) =>
      countries.find(({ id }) => id === m49)?.geometry.coordinates.map((rings) => rings.length);
    // Crimea is joined to the mainland by land; the other polygon is an island.
    expect(outlines("804")).toEqual([1, 1]);
    expect(outlines("706")).toEqual([1]);
    expect(outlines("196")).toEqual([1]);
  });

  it("leave no country out and cover no place twice", () => {
    const area = countries.reduce((sum, country) => sum + geoArea(country), 0);
    expect(area / (4 * Math.PI)).toBeCloseTo(0.29, 2);
    expect(countries.map(({ properties }) => properties.name)).not.toContain("Somaliland");
  });

  it("show every member of the Assembly, Tuvalu by a dot alone", async () => {
    const { shapes, points } = worldOutlines();
    const codes = new Map<string, string>(
      catalogue(record).states.map(({ key, m49 }) => [key, m49]),
    );
    const { rows } = await answerOf("/rollcalls/A-RES-ES-11-1");
    const without = (drawn: Readonly<Record<string, unknown>>) =>
      rows
        .map(({ state }) => String(state))
        .filter((state) => drawn[codes.get(state) ?? ""] === undefined);
    expect(rows).toHaveLength(193);
    expect(without(shapes)).toEqual(["TUV"]);
    expect(without({ ...shapes, ...points })).toEqual([]);
  });
});
