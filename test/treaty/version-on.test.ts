import { describe, expect, it } from "vitest";
import { parseEventDate } from "../../src/dates/parse-event-date.ts";
import type { Provision } from "../../src/record/treaty.ts";
import { provisionsOn } from "../../src/treaty/provisions-on.ts";
import { versionOn, versionsOn } from "../../src/treaty/version-on.ts";
import { treatyOfTwoTexts } from "./build-case.ts";

const treaty = treatyOfTwoTexts();
const on = (date: string) =>
  versionsOn(treaty, parseEventDate(date)).map(({ version }) => version.id);

describe("versionsOn", () => {
  it("finds the text of the day, from the day it entered into force", () => {
    expect(on("2000-12-31")).toEqual([]);
    expect(on("2001-01-01")).toEqual(["a"]);
    expect(on("2004-12-31")).toEqual(["a"]);
    expect(on("2005-01-01")).toEqual(["b"]);
  });

  it("leaves open what a date does not decide", () => {
    expect(on("2004/2006")).toEqual(["a", "b"]);
    expect(versionOn(treaty, parseEventDate("2004/2006"))).toBeNull();
    expect(versionOn(treaty, parseEventDate("2003"))?.id).toBe("a");
    const open = versionsOn(treaty, parseEventDate("../2003-05-08"));
    expect(open).toMatchObject([{ inForce: "undecidable" }]);
  });

  it("finds none where a treaty never entered into force, or has ended", () => {
    const date = parseEventDate("2006-01-01");
    expect(versionsOn({ ...treaty, inForce: null }, date)).toEqual([]);
    const ended = { ...treaty.signed, date: parseEventDate("2005-06-01") };
    expect(versionsOn({ ...treaty, ended }, date)).toEqual([]);
  });
});

describe("provisionsOn", () => {
  it("marks a provision that stands in one of two possible texts only", () => {
    const provision = (id: string, versions: readonly string[]) =>
      ({ id, versions, article: id, constraints: [] }) as unknown as Provision;
    const provisions = [provision("1", ["a", "b"]), provision("2", ["b"])];
    const rows = provisionsOn({ ...treaty, provisions }, parseEventDate("2004/2006"));
    expect(rows.map(({ provision: { id }, certain }) => [id, certain])).toEqual([
      ["1", true],
      ["2", false],
    ]);
  });
});
