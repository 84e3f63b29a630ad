import { describe, expect, it } from "vitest";
import { FIRST_CALL, firstAddress } from "../../src/web/laboratory/first-address.ts";

describe("the first address of a page", () => {
  it.each([
    ["/", "/alliances"],
    ["/alliances/csto/cohesion?from=2000", "/alliances/csto/cohesion?from=2000"],
    ["/compare?state=ARM~KAZ", "/rollcalls?state=ARM~KAZ"],
    ["/compare", null],
    [
      "/scenarios/appeal?alliance=nato&appellant=usa",
      "/scenarios/appeal?alliance=nato&appellant=usa",
    ],
    ["/scenarios/appeal", FIRST_CALL],
    ["/brief/csto", "/alliances/csto/assessment"],
    ["/methods", null],
    ["/search?q=cuba", null],
    ["/r/000000000000/alliances", null],
  ])("%s is answered by %s", (page, address) => {
    expect(firstAddress(page)).toBe(address);
  });
});
