import { useEffect, useState } from "preact/hooks";
import { loadWorld, type World } from "./load-world.ts";

/** How one country is shown. */
export interface Mapped {
  readonly m49: string;
  /** Class that the style gives a colour and a pattern. */
  readonly look: string;
  /** Name and value, for the tooltip. */
  readonly label: string;
  readonly onPick?: () => void;
}

/** A world map in equal-area projection; the table beside it says the same in words. */
export function WorldMap({
  label,
  states,
}: {
  readonly label: string;
  readonly states: readonly Mapped[];
}) {
  const [world, setWorld] = useState<World | null>(null);
  useEffect(() => {
    loadWorld().then(setWorld, () => undefined);
  }, []);
  if (world === null) return <div class="map empty" />;
  const looks = new Map(states.map((state) => [state.m49, state]));
  const unseen = states.filter(
    ({ m49 }) => world.shapes[m49] === undefined && world.points[m49] === undefined,
  );
  return (
    <div class="map">
      <svg viewBox={`0 0 ${world.width} ${world.height}`} role="img" aria-label={label}>
        {Object.entries(world.shapes).map(([m49, path]) => {
          const state = looks.get(m49);
          return (
            <path key={m49} d={path} class={state?.look ?? "none"} onClick={state?.onPick}>
              {state !== undefined && <title>{state.label}</title>}
            </path>
          );
        })}
        {Object.entries(world.points).map(([m49, [x, y]]) => {
          const state = looks.get(m49);
          if (state === undefined) return null;
          return (
            <circle key={m49} cx={x} cy={y} r={3} class={state.look} onClick={state.onPick}>
              <title>{state.label}</title>
            </circle>
          );
        })}
      </svg>
      {unseen.length > 0 && (
        <p class="soft">Not on today's map: {unseen.map((state) => state.label).join("; ")}.</p>
      )}
    </div>
  );
}
