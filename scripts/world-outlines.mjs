import { readFileSync } from "node:fs";
import { geoArea, geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const WIDTH = 960;
const ANTARCTICA = "010";
/** Square pixels below which a country cannot be seen as a shape and gets a dot as well. */
const SMALL = 12;

/**
 * The countries of Natural Earth at 1:50 million (by way of world-atlas, public domain) as SVG paths
 * in the Equal Earth projection, by UN M49 code; those without a code keep a name that no state has.
 */
export function worldOutlines() {
  const file = new URL("../node_modules/world-atlas/countries-50m.json", import.meta.url);
  const topology = JSON.parse(readFileSync(file, "utf8"));
  const { features } = feature(topology, topology.objects.countries);
  const shown = features.filter(({ id }) => id !== ANTARCTICA);
  const projection = geoEqualEarth().fitWidth(WIDTH, {
    type: "FeatureCollection",
    features: shown,
  });
  const path = geoPath(projection).digits(1);
  const bounds = path.bounds({ type: "FeatureCollection", features: shown });
  const shapes = {};
  const points = {};
  for (const country of shown) {
    const key = country.id ?? `uncoded ${country.properties.name}`;
    const outline = path(country);
    if (outline === null) continue;
    // Several entries may carry one code: a country and a part of it far away.
    shapes[key] = `${shapes[key] ?? ""}${outline}`;
    if (path.area(country) < SMALL && geoArea(country) > 0) {
      points[key] = path.centroid(country).map((x) => Math.round(x * 10) / 10);
    }
  }
  return { width: WIDTH, height: Math.ceil(bounds[1][1]), shapes, points };
}
