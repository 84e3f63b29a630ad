import { hrefOf } from "../place/base.ts";

/** The outlines of the world's countries, projected once when the app was built. */
export interface World {
  readonly width: number;
  readonly height: number;
  /** Paths by UN M49 code. */
  readonly shapes: Readonly<Record<string, string>>;
  /** Middles of countries too small to be seen as shapes. */
  readonly points: Readonly<Record<string, readonly [number, number]>>;
}

let world: Promise<World> | undefined;

/** The outlines, fetched once. */
export function loadWorld(): Promise<World> {
  world ??= fetch(hrefOf("/assets/world.json")).then(
    async (response) => (await response.json()) as World,
  );
  world.catch(() => {
    world = undefined;
  });
  return world;
}
