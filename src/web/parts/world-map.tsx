import { useEffect, useState } from "preact/hooks";
import { hrefOf } from "../place/base.ts";
import { loadWorld, type World } from "./load-world.ts";
import { MapFiles } from "./map-files.tsx";
import { type Mapped, OUTLINES_NOTE, unseenOn } from "./map-looks.ts";
import type { MapContent } from "./map-svg.ts";

/** The resolution that the note names, in the record. */
const RESOLUTION = "A/RES/68/262";

function Outlines({
  world,
  title,
  states,
}: {
  readonly world: World;
  readonly title: string;
  readonly states: readonly Mapped[];
}) {
  const looks = new Map(states.map((state) => [state.m49, state]));
  return (
    <svg
      viewBox={`0 0 ${world.width} ${world.height}`}
      role="img"
      aria-label={`World map. ${title}`}
    >
      {Object.entries(world.shapes).map(([m49, path]) => {
        const state = looks.get(m49);
        return (
          <path key={m49} d={path} class={state?.look ?? "none"}>
            {state !== undefined && <title>{state.label}</title>}
          </path>
        );
      })}
      {Object.entries(world.points).map(([m49, [x, y]]) => {
        const state = looks.get(m49);
        if (state === undefined) return null;
        return (
          <circle key={m49} cx={x} cy={y} r={3} class={state.look}>
            <title>{state.label}</title>
          </circle>
        );
      })}
    </svg>
  );
}

/**
 * A world map in equal-area projection with its key, files and the origin of its outlines; the table
 * beside it says the same in words.
 */
export function WorldMap({
  content,
  address,
}: {
  /** Null until what is shown is known. */
  readonly content: MapContent | null;
  /** What the map is of; files are named by it. */
  readonly address: string;
}) {
  const [world, setWorld] = useState<World | null>(null);
  useEffect(() => {
    loadWorld().then(setWorld, () => undefined);
  }, []);
  if (world === null || content === null) return <div class="map empty" />;
  const { title, keys, states } = content;
  const unseen = unseenOn(world, states);
  const [before, after] = OUTLINES_NOTE.split(RESOLUTION);
  return (
    <>
      <ul class="key">
        {keys.map(({ look, text }) => (
          <li key={look}>
            <span class={`swatch ${look}`} aria-hidden="true" /> {text}
          </li>
        ))}
      </ul>
      <div class="map">
        <Outlines world={world} title={title} states={states} />
        {unseen !== null && <p class="soft">{unseen}</p>}
        <p class="soft">
          {before}
          <a href={hrefOf(`/rollcalls/${RESOLUTION.replaceAll("/", "-")}`)}>{RESOLUTION}</a>
          {after}
        </p>
      </div>
      <MapFiles world={world} content={content} address={address} />
    </>
  );
}
