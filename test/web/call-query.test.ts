import { describe, expect, it } from "vitest";
import { differences, readCall, readHeld, withHeld } from "../../src/web/lab/call-query.ts";

describe("a call in an address", () => {
  const query = readCall("/scenarios/appeal?alliance=csto&appellant=rus&hold=arm:no~KAZ:yes");

  it("is read by parameter, with the stances fixed by hand", () => {
    expect(query["appellant"]).toBe("rus");
    expect([...readHeld(query)]).toEqual([
      ["ARM", "no"],
      ["KAZ", "yes"],
    ]);
  });

  it("fixes a stance, moves it and lets it go, in the order of the states", () => {
    expect(withHeld(query, "BLR", "abstain")).toBe("ARM:no~BLR:abstain~KAZ:yes");
    expect(withHeld(query, "KAZ", "no")).toBe("ARM:no~KAZ:no");
    expect(withHeld(query, "ARM", "")).toBe("KAZ:yes");
    expect(withHeld({}, "ARM", "")).toBe("");
  });

  it("differs from another where a parameter does, left out or not", () => {
    const other = readCall("/scenarios/appeal?alliance=csto&appellant=arm&threat=internal");
    expect(differences(query, other)).toEqual([
      { name: "appellant", one: "rus", other: "arm" },
      { name: "hold", one: "arm:no~KAZ:yes", other: "" },
      { name: "threat", one: "", other: "internal" },
    ]);
    expect(differences(query, query)).toEqual([]);
  });
});
