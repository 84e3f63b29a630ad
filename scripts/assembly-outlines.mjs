import { feature, mergeArcs } from "topojson-client";

/** Crimea lies within these degrees: west, south, east, north. */
const CRIMEA = [32.4, 44.3, 36.7, 46.3];

/** What Natural Earth draws apart from the member of the United Nations that it is a part of. */
const PARTS = [
  // Governed from Hargeisa since 1991; the Assembly seats one Somalia, within the borders of 1960.
  ["Somaliland", "706"],
  // Held since 1974; Security Council resolutions 541 (1983) and 550 (1984) call on all states to
  // recognise no Cypriot state but the Republic of Cyprus.
  ["N. Cyprus", "196"],
];

/** Whether all points of a polygon, given by its arcs, lie within these degrees. */
function within(topology, polygon, [west, south, east, north]) {
  const { coordinates } = feature(topology, { type: "Polygon", arcs: polygon }).geometry;
  return coordinates
    .flat()
    .every(([x, y]) => x >= west && x <= east && y >= south && y <= north);
}

const polygonsOf = ({ type, arcs }) => (type === "Polygon" ? [arcs] : arcs);

/** Natural Earth's latitude of 27 degrees 40 minutes north, where Morocco ends. */
const PARALLEL = 27.65;

/**
 * Morocco and Western Sahara with the parallel between them. The United Nations list the territory
 * among those without self-government; Natural Earth gives Morocco what lies west of the wall.
 */
function partedAtParallel(morocco, sahara) {
  const open = ({ geometry: { type, coordinates } }) =>
    (type === "Polygon" ? coordinates : coordinates[0])[0].slice(0, -1);
  const [north, south] = [open(morocco), open(sahara)];
  const place = new Map(south.map((point, index) => [point.join(), index]));
  const isShared = (point) => place.has(point.join());
  const first = north.findIndex(isShared);
  const last = north.findLastIndex(isShared);
  const coast = north.findIndex(([, y], index) => index > last && y > PARALLEL);
  const [start, end] = [first, last].map((index) => place.get(north[index]?.join()));
  if (first < 0 || coast < 0 || !north.slice(first, last + 1).every(isShared) || start > end) {
    throw new Error("Morocco and Western Sahara do not meet as they did in Natural Earth 4.1");
  }
  const closed = (country, ring) => ({
    ...country,
    geometry: { type: "Polygon", coordinates: [[...ring, ring[0]]] },
  });
  return [
    closed(morocco, [...north.slice(0, first + 1), ...north.slice(coast)]),
    closed(sahara, [...south.slice(start, end + 1), ...north.slice(last + 1, coast + 1)]),
  ];
}

/**
 * Countries of Natural Earth as the General Assembly has them, for maps of its members and their
 * votes: as features, Crimea within Ukraine, Somaliland within Somalia, the north of Cyprus within
 * Cyprus, and no line between; Western Sahara up to its parallel. All else is as in Natural Earth, which draws who governs.
 */
export function assemblyOutlines(topology) {
  const countries = new Map(
    topology.objects.countries.geometries.map((one) => [one.id ?? one.properties.name, one]),
  );
  const entry = (key) => {
    const found = countries.get(key);
    if (found === undefined) throw new Error(`Natural Earth has no ${key} of its own`);
    return found;
  };
  const changed = new Map();
  const join = (key, parts) => {
    const { id, properties } = entry(key);
    changed.set(entry(key), { ...mergeArcs(topology, [entry(key), ...parts]), id, properties });
  };

  // Held by Russia since 2014; the Assembly affirmed the borders of Ukraine (A/RES/68/262).
  const russia = entry("643");
  const taken = polygonsOf(russia).filter((polygon) => within(topology, polygon, CRIMEA));
  if (taken.length !== 1)
    throw new Error(`${taken.length} polygons of Russia are Crimea, not 1`);
  const kept = polygonsOf(russia).filter((polygon) => !taken.includes(polygon));
  changed.set(russia, { ...russia, type: "MultiPolygon", arcs: kept });
  join("804", [{ type: "MultiPolygon", arcs: taken }]);

  for (const [name, key] of PARTS) {
    join(key, [entry(name)]);
    changed.set(entry(name), null);
  }
  const drawn = topology.objects.countries.geometries
    .map((one) => (changed.has(one) ? changed.get(one) : one))
    .filter((one) => one !== null)
    .map((one) => feature(topology, one));
  const [morocco, sahara] = ["504", "732"].map((key) => drawn.find(({ id }) => id === key));
  const parted = new Map(
    partedAtParallel(morocco, sahara).map((country) => [country.id, country]),
  );
  return drawn.map((country) => parted.get(country.id) ?? country);
}
