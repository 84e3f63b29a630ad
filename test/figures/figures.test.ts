import { describe, expect, test } from "vitest";
import * as figures from "./figures.ts";

function fileName(name: string): string {
  return `${name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}.svg`;
}

const drawn = Object.entries(figures).filter(
  (entry): entry is [string, () => string] => typeof entry[1] === "function",
);

describe("figures from fixed rows", () => {
  test.each(drawn)("%s keeps its bytes", async (name, figure) => {
    await expect(figure()).toMatchFileSnapshot(fileName(name));
  });

  test.each(drawn)("%s is the same when drawn again", (_name, figure) => {
    expect(figure()).toBe(figure());
  });

  test.each(drawn)("%s is one labelled image", (_name, figure) => {
    const svg = figure();
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" role="img" aria-label="[^"]{20,}"/u,
    );
    expect(svg).not.toMatch(/NaN|undefined|<style|<script/u);
    expect(svg).not.toMatch(/\d\.\d{3,}/u);
  });
});
