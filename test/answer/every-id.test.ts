import { describe, expect, it } from "vitest";
import type { View } from "../../src/answer/view.ts";
import { ALL_VIEWS } from "../../src/claims/views/index.ts";
import { NotFoundError } from "../../src/errors.ts";
import { answerOf, record } from "../laboratory.ts";

/** Views that take seconds for some id; their own tests ask a few. */
const COSTLY = new Set([
  "/alliances/{id}/assessment",
  "/alliances/{id}/alignment",
  "/alliances/{id}/cohesion",
  "/alliances/{id}/blocs",
  "/alliances/{id}/breaks",
  "/alliances/{id}/positions",
  "/alliances/{id}/forecast",
  "/alliances/{id}/power",
  "/alliances/{id}/influence",
  "/alliances/{id}/dependence",
  "/alliances/{id}/durability",
  "/alliances/{id}/dynamics",
  "/alliances/{id}/readings",
  "/cases/{id}/after",
  "/states/{key}/position",
]);

const IDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/alliances\/\{id\}/u, record.organisations.map(({ id }) => id)],
  [/^\/cases\/\{id\}/u, record.cases.map(({ id }) => id)],
  [/^\/treaties\/\{id\}/u, record.treaties.map(({ id }) => id)],
  [/^\/states\/\{key\}/u, record.states.all().map((key) => key.toLowerCase())],
];

const addressesOf = ({ path }: View): readonly string[] => {
  const [, ids = []] = IDS.find(([pattern]) => pattern.test(path)) ?? [];
  return ids.map((id) => path.replace(/\{\w+\}/u, id));
};

const cheap = ALL_VIEWS.filter(
  (view) => addressesOf(view).length > 0 && !COSTLY.has(view.path),
).map((view) => [view.path, addressesOf(view)] as const);

describe("every id", () => {
  it.each(cheap)("has an answer at %s", async (_, addresses) => {
    for (const address of addresses) {
      const { title, rows, findings, caveats, sections } = await answerOf(address);
      expect(title, address).not.toBe("");
      const said = [...rows, ...findings, ...caveats, ...sections];
      expect(said.length, address).toBeGreaterThan(0);
    }
  });

  it("is told in one line that a state never voted", async () => {
    const without = record.states.all().filter((key) => !record.votes.voters.includes(key));
    expect(without).toContain("PSE");
    for (const key of without) {
      const asked = answerOf(`/states/${key.toLowerCase()}/position`);
      await expect(asked, key).rejects.toThrow(NotFoundError);
      await expect(asked, key).rejects.toThrow(/has no vote in the General Assembly's record/u);
    }
  });
});
