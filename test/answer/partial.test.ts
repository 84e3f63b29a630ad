import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/answer/answer.ts";
import { computeAnswer } from "../../src/claims/compute-answer.ts";
import { kernels, record } from "../laboratory.ts";

describe("a long answer, told in parts", () => {
  it.each([
    "/alliances/warsaw-pact/assessment",
    "/alliances/csto/blocs",
    "/alliances/csto/readings",
    "/scenarios/appeal?alliance=csto&appellant=rus&calls=500",
  ])("of %s grows to the answer that is given without", async (address) => {
    const parts: Answer[] = [];
    const whole = await computeAnswer(record, address, {
      kernels,
      partial: (part) => parts.push(part),
    });
    expect(whole).toEqual(await computeAnswer(record, address, { kernels }));
    expect(parts[0]!.sections.length).toBeLessThan(whole.sections.length);
    let before = 0;
    for (const { title, sections, findings } of parts) {
      expect(title).toBe(whole.title);
      expect(sections.length).toBeGreaterThanOrEqual(before);
      expect(sections).toEqual(whole.sections.slice(0, sections.length));
      expect(findings).toEqual(whole.findings.slice(0, findings.length));
      before = sections.length;
    }
  });

  it("is whole at once where it is made of another's", async () => {
    const parts: Answer[] = [];
    const partial = (part: Answer): void => void parts.push(part);
    await computeAnswer(record, "/scenarios/csto-article-2022", { kernels, partial });
    expect(parts).toEqual([]);
  });
});
