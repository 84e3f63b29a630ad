import { useState } from "preact/hooks";
import type { World } from "./load-world.ts";
import type { MapContent } from "./map-svg.ts";
import { pngOfSvg } from "./png-of-svg.ts";
import { fileName, saveFile } from "./save-file.ts";

const FORMS = ["svg", "png"] as const;

async function save(
  world: World,
  content: MapContent,
  address: string,
  form: (typeof FORMS)[number],
): Promise<void> {
  const { mapSvg } = await import("./map-svg.ts");
  const svg = mapSvg(world, content);
  const name = fileName(`${address}/map`, form);
  if (form === "svg") saveFile(name, svg, "image/svg+xml; charset=utf-8");
  else saveFile(name, (await pngOfSvg(svg)) as BlobPart, "image/png");
}

/** The map on the page as a drawing and as a picture, each with its title, key and source. */
export function MapFiles({
  world,
  content,
  address,
}: {
  readonly world: World;
  readonly content: MapContent;
  readonly address: string;
}) {
  const [failed, setFailed] = useState<string | null>(null);
  return (
    <div class="downloads" role="group" aria-label="Download this map">
      {FORMS.map((form) => (
        <button
          key={form}
          type="button"
          data-map={form}
          onClick={() => {
            setFailed(null);
            save(world, content, address, form).catch((error: unknown) =>
              setFailed(String(error)),
            );
          }}
        >
          {form.toUpperCase()} <span class="soft">map</span>
        </button>
      ))}
      {failed !== null && (
        <p role="alert" class="fault">
          {failed}
        </p>
      )}
    </div>
  );
}
