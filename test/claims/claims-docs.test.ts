import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { STANDINGS } from "../../src/claims/argument.ts";
import { VERDICTS } from "../../src/claims/verdict.ts";
import { CLAIM_KINDS, CLAIM_WEIGHTS } from "../../src/record/claim.ts";
import { claimsSchema } from "../../src/record/claim-schema.ts";
import { DATE_UNITS, TEST_TYPES } from "../../src/record/claim-test.ts";

const page = readFileSync("docs/claims.md", "utf8");

describe("docs/claims.md", () => {
  test.each([
    ["test", TEST_TYPES],
    ["verdict", VERDICTS],
    ["kind", CLAIM_KINDS],
    ["weight", CLAIM_WEIGHTS],
    ["unit", DATE_UNITS],
    ["part of a file", Object.keys(claimsSchema.shape)],
    ["part of a claim", Object.keys(claimsSchema.shape.claims.element.shape)],
  ] as const)("explains every %s", (_what, names) => {
    for (const name of names) expect(page).toContain(`\`${name}\``);
  });

  test("explains every standing", () => {
    for (const standing of STANDINGS)
      expect(page).toMatch(new RegExp(`^\\| ${standing} \\|`, "mu"));
  });
});
