import { readFileSync } from "node:fs";
import { geoArea, geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { assemblyOutlines } from "./assembly-outlines.mjs";

const WIDTH = 960;
/** Pixels around the outlines, for the dots at their edge. */
const EDGE = 4;
const ANTARCTICA = "010";
/** Square pixels below which a country cannot be seen as a shape and gets a dot as well. */
const SMALL = 12;

function readScale(scale) {
  const file = new URL(`../node_modules/world-atlas/countries-${scale}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}

/**
 * The countries of Natural Earth at 1:50 million (by way of world-atlas, public domain), drawn as
 * the General Assembly has them, as SVG paths in the Equal Earth projection, by UN M49 code; those
 * without a code keep a name that no state has. What this scale leaves out (Tuvalu) has a dot where
 * 1:10 million draws it.
 */
export function worldOutlines() {
  const shown = assemblyOutlines(readScale("50m")).filter(({ id }) => id !== ANTARCTICA);
  const coded = new Set([ANTARCTICA, ...shown.map(({ id }) => id)]);
  const finer = readScale("10m");
  const leftOut = finer.objects.countries.geometries
    .filter(({ id }) => id !== undefined && !coded.has(id))
    .map((country) => feature(finer, country));
  const all = { type: "FeatureCollection", features: [...shown, ...leftOut] };
  const projection = geoEqualEarth().fitWidth(WIDTH - 2 * EDGE, all);
  const [x, y] = projection.translate();
  projection.translate([x + EDGE, y + EDGE]);
  const path = geoPath(projection).digits(1);
  const middle = (country) => path.centroid(country).map((at) => Math.round(at * 10) / 10);
  const shapes = {};
  const points = {};
  for (const country of shown) {
    const key = country.id ?? `uncoded ${country.properties.name}`;
    const outline = path(country);
    if (outline === null) continue;
    // Several entries may carry one code: a country and a part of it far away.
    shapes[key] = `${shapes[key] ?? ""}${outline}`;
    if (path.area(country) < SMALL && geoArea(country) > 0) points[key] = middle(country);
  }
  for (const country of leftOut) points[country.id] = middle(country);
  const [, [, bottom]] = path.bounds(all);
  return { width: WIDTH, height: Math.ceil(bottom + EDGE), shapes, points };
}
