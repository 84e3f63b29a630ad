import { describe, expect, test } from "vitest";
import { argumentOf } from "../../src/claims/argument.ts";
import type { ClaimResult } from "../../src/claims/check-claims.ts";
import { type Outcome, outcomeOf } from "../../src/claims/outcome.ts";
import { type Verdict, verdictOf } from "../../src/claims/verdict.ts";
import type { Claim, ClaimKind, ClaimWeight } from "../../src/record/claim.ts";

const claim = (n: number, rest: Partial<Claim> = {}): Claim => ({
  ...{ n, claim: `claim ${n}`, place: null, kind: "fact", test: null, reference: null },
  ...{ for: null, against: null, supports: [], weight: null, must: null, due: null },
  ...{ requires: null, note: null },
  ...rest,
});

const found = (value: Outcome["value"], final = false): Outcome =>
  outcomeOf(value, { observed: "o", evidence: [], turning: "t", final, missing: null });

describe("a verdict", () => {
  test.each([
    ["yes", null, "supported"],
    ["no", null, "contradicted"],
    ["mixed", null, "mixed"],
    ["undecidable", null, "not-decidable"],
    ["open", null, "open"],
    ["yes", "yes", "supported"],
    ["yes", "no", "wrong-reference-class"],
    ["yes", "undecidable", "not-decidable"],
    ["no", "no", "contradicted"],
    ["no", "yes", "contradicted"],
  ] as const)("of a letter %s and a reference class %s is %s", (letter, reference, verdict) => {
    const other = reference === null ? null : found(reference);
    expect(verdictOf(claim(1), found(letter), other, "2024-01-01").verdict).toBe(verdict);
  });

  test.each([
    ["yes", "not-decidable"],
    ["no", "contradicted"],
    ["undecidable", "not-decidable"],
  ] as const)("on a cause, of a condition that is %s, is %s", (value, verdict) => {
    const cause = claim(1, { kind: "cause", requires: "the minutes" });
    const judged = verdictOf(cause, found(value), null, "2024-01-01");
    expect(judged.verdict).toBe(verdict);
    if (verdict === "not-decidable") expect(judged.missing).toBe("the minutes");
  });

  test.each([
    ["yes", false, "2024-01-01", "open"],
    ["yes", true, "2024-01-01", "supported"],
    ["no", false, "2024-01-01", "open"],
    ["no", true, "2024-01-01", "contradicted"],
    ["yes", false, "2031-01-01", "supported"],
    ["undecidable", false, "2031-01-01", "not-decidable"],
  ] as const)("on a prediction, %s (final %s) on %s, is %s", (value, final, day, verdict) => {
    const prediction = claim(1, { kind: "prediction", due: "2030-12-31" });
    expect(verdictOf(prediction, found(value, final), null, day).verdict).toBe(verdict);
  });

  test("without a test names the record that is missing; on a value there is none", () => {
    const judged = verdictOf(claim(1, { requires: "the minutes" }), null, null, "2024-01-01");
    expect(judged).toMatchObject({ verdict: "not-decidable", missing: "the minutes" });
    const value = claim(1, { kind: "value" satisfies ClaimKind });
    expect(verdictOf(value, null, null, "2024-01-01").verdict).toBe("not-empirical");
  });
});

const result = (
  n: number,
  verdict: Verdict,
  supports: readonly number[] = [],
  weight: ClaimWeight | null = null,
): ClaimResult => ({
  ...{ observed: null, missing: null, turning: null, evidence: [], after: null, verdict },
  claim: claim(n, { supports, weight }),
});

describe("an argument", () => {
  const standing = (...premises: readonly ClaimResult[]) =>
    argumentOf([result(9, "open"), ...premises]).find((one) => one.claim.n === 9);

  test.each([
    ["contradicted", "hoop", "falls"],
    ["wrong-reference-class", "hoop", "falls"],
    ["contradicted", "doubly-decisive", "falls"],
    ["contradicted", "smoking-gun", "weakened"],
    ["contradicted", "straw-in-the-wind", "weakened"],
    ["mixed", "hoop", "weakened"],
    ["supported", "hoop", "stands"],
    ["supported", "smoking-gun", "confirmed"],
    ["supported", "doubly-decisive", "confirmed"],
    ["not-decidable", "hoop", "open"],
    ["not-decidable", "straw-in-the-wind", "open"],
    ["supported", "straw-in-the-wind", "stands"],
  ] as const)("with a premise %s of weight %s %s", (verdict, weight, expected) => {
    expect(standing(result(1, verdict, [9], weight))?.standing).toBe(expected);
  });

  test("falls with what its premises need, at any remove, and with no straw at a remove", () => {
    const chain = [
      result(1, "contradicted", [2], "hoop"),
      result(2, "not-decidable", [9], "hoop"),
    ];
    expect(standing(...chain)).toMatchObject({
      standing: "falls",
      failed: [1],
      fallsWith: [1, 2],
    });
    const straw = [
      result(1, "contradicted", [2], "straw-in-the-wind"),
      result(2, "supported", [9], "hoop"),
    ];
    expect(standing(...straw)?.standing).toBe("stands");
  });

  test("has a conclusion only where a claim supports one", () => {
    expect(argumentOf([result(1, "supported"), result(2, "supported")])).toStrictEqual([]);
  });
});
