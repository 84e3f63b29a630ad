import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { counted, grouped } from "../../src/answer/text.ts";

describe("numbers in sentences", () => {
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
