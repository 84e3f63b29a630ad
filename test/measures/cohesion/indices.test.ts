import { describe, expect, it } from "vitest";
import { agreementIndex } from "../../../src/measures/cohesion/agreement-index.ts";
import { pairAgreement } from "../../../src/measures/cohesion/pair-agreement.ts";
import { riceIndex } from "../../../src/measures/cohesion/rice-index.ts";

describe("riceIndex", () => {
  it("is the margin over the votes cast for or against", () => {
    expect(riceIndex(90, 10)).toBe(0.8);
    expect(riceIndex(3, 3)).toBe(0);
    expect(riceIndex(0, 1)).toBe(1);
  });

  it("is withheld where nobody voted yes or no", () => {
    expect(riceIndex(0, 0)).toBeNull();
  });
});

describe("agreementIndex", () => {
  it("is worked by hand for six members", () => {
    expect(agreementIndex(6, 0, 0)).toBe(1);
    // (4 - 0.5 * 2) / 6: four abstained and two voted no, as the six did on A/RES/ES-11/1.
    expect(agreementIndex(0, 2, 4)).toBe(0.5);
    // (3 - 0.5 * 3) / 6.
    expect(agreementIndex(3, 3, 0)).toBe(0.25);
    expect(agreementIndex(2, 2, 2)).toBe(0);
  });

  it("counts a group that abstains as one as united", () => {
    expect(agreementIndex(0, 0, 5)).toBe(1);
  });

  it("is withheld where nobody voted", () => {
    expect(agreementIndex(0, 0, 0)).toBeNull();
  });
});

describe("pairAgreement", () => {
  it("is the share of pairs alike", () => {
    // 6 + 1 of 15 pairs.
    expect(pairAgreement(4, 2, 0)).toBe(7 / 15);
    expect(pairAgreement(2, 0, 0)).toBe(1);
    expect(pairAgreement(1, 1, 1)).toBe(0);
  });

  it("is withheld below two votes", () => {
    expect(pairAgreement(1, 0, 0)).toBeNull();
  });
});
