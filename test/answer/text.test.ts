import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { counted, grouped, simulatedLimits, simulatedShare } from "../../src/answer/text.ts";

describe("numbers in sentences", () => {
  it("calls no simulated share certain, and shows no interval without width", () => {
    expect([1, 0.9991, 0.994, 0.5, 0.006, 0.004, 0].map(simulatedShare)).toEqual([
      ">0.99",
      ">0.99",
      "0.99",
      "0.50",
      "0.01",
      "<0.01",
      "<0.01",
    ]);
    expect(simulatedLimits(0.17, 1)).toBe("0.17 to >0.99");
    expect(simulatedLimits(0.999, 1)).toBeNull();
  });

  it("groups whole numbers by three, as English does", () => {
    expect(counted(1, "roll call")).toBe("1 roll call");
    expect(counted(6936, "roll call")).toBe("6,936 roll calls");
    assert(
      property(integer(), (n) => {
        expect(grouped(n)).toBe(n.toLocaleString("en-US"));
      }),
    );
  });
});
