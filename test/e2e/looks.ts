import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const FONTS = [
  ["DejaVuSans.ttf", 400],
  ["DejaVuSans-Bold.ttf", 700],
] as const;

/** The list of answers about a thing grows with every new kind of answer, and moves all below it. */
const HIDDEN = ".tabs.grouped { display: none !important; }";

const fontOf = (file: string): string =>
  readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`)).toString(
    "base64",
  );

/** Gives a page one font for all text, so that its lines break alike on every machine. */
export async function useOneFont(page: Page): Promise<void> {
  const faces = FONTS.map(
    ([file, weight]) =>
      `@font-face { font-family: Looks; font-weight: ${weight}; ` +
      `src: url(data:font/ttf;base64,${fontOf(file)}); }`,
  );
  await page.addStyleTag({
    content: `${faces.join("\n")}\n* { font-family: Looks !important; caret-color: transparent; } ${HIDDEN}`,
  });
  await page.evaluate(() => document.fonts.load("16px Looks").then(() => undefined));
}

/** Waits for what a page fetches after its answer: names, the map, the articles. */
export async function furnished(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector(".map.empty") === null &&
      document.querySelector("footer p")?.textContent?.startsWith("Record") === true &&
      [...document.querySelectorAll(".beside")].every(
        (box) => box.querySelector("blockquote") !== null,
      ),
  );
}

/** How two pictures differ: the share of pixels that are not nearly of one colour. */
export interface Compared {
  /** The new picture, small, as base64 of a PNG. */
  readonly small: string;
  /** Null where there is no picture to compare with, 1 where its size is another. */
  readonly share: number | null;
}

/** Width of the small pictures, of wide pages and of phones. */
const WIDE = 320;
const NARROW = 195;
/** Steps of a channel, out of 255, within which two pixels are alike. */
const NEAR = 40;

/** Makes a picture small and holds it against a kept one, in the browser. */
export async function compareLook(
  page: Page,
  picture: Buffer,
  kept: Buffer | null,
): Promise<Compared> {
  return await page.evaluate(
    async ({ taken, before, width, near }) => {
      const open = async (base64: string, resize: ImageBitmapOptions) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        return await createImageBitmap(new Blob([bytes], { type: "image/png" }), resize);
      };
      const pixels = (image: ImageBitmap) => {
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [image.width, image.height];
        const context = canvas.getContext("2d")!;
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        return { canvas, data };
      };
      const image = await open(taken, { resizeWidth: width, resizeQuality: "high" });
      const now = pixels(image);
      const small = now.canvas.toDataURL("image/png").split(",")[1]!;
      if (before === null) return { small, share: null };
      const old = await open(before, {});
      if (old.width !== image.width || old.height !== image.height) return { small, share: 1 };
      const then = pixels(old);
      let differing = 0;
      for (let i = 0; i < now.data.length; i += 4) {
        const far = [0, 1, 2].some(
          (channel) => Math.abs(now.data[i + channel]! - then.data[i + channel]!) > near,
        );
        if (far) differing += 1;
      }
      return { small, share: (4 * differing) / now.data.length };
    },
    {
      taken: picture.toString("base64"),
      before: kept?.toString("base64") ?? null,
      width: (page.viewportSize()?.width ?? 0) > 600 ? WIDE : NARROW,
      near: NEAR,
    },
  );
}
