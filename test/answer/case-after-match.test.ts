import { describe, expect, it } from "vitest";
import { pairsOf, windowsOf } from "../../src/answer/views/case-after-match.ts";
import { parseEventDate } from "../../src/dates/parse-event-date.ts";
import { record } from "../laboratory.ts";

const pairs = (id: string): readonly string[] => {
  const item = record.cases.find((one) => one.id === id)!;
  const day = new Date(item.events[0]!.date.latest - 1).toISOString().slice(0, 10);
  return pairsOf(record, item, day).map(
    ({ state, partner, role, compared }) =>
      `${state}-${partner} ${role}${compared ? "" : ", shown only"}`,
  );
};

describe("with whom alignment is compared", () => {
  it("is the largest member in an organisation; its other helpers are shown only", () => {
    expect(pairs("kaz-2022-01")).toEqual([
      "KAZ-RUS largest member",
      "KAZ-BLR helper, shown only",
      "KAZ-ARM helper, shown only",
      "KAZ-KGZ helper, shown only",
      "KAZ-TJK helper, shown only",
    ]);
    expect(pairs("blr-2020-08")).toEqual(["BLR-RUS largest member"]);
    expect(pairs("kgz-2021-04")).toEqual(["KGZ-RUS largest member", "TJK-RUS largest member"]);
  });

  it("are the helpers outside an organisation, else the states called on", () => {
    expect(pairs("sau-1990-08")).toEqual(["SAU-USA helper"]);
    expect(pairs("pak-1971-12")).toEqual(["PAK-USA addressee"]);
  });

  it("is nobody where the largest member itself was in trouble and no state helped", () => {
    expect(pairs("usa-1962-10")).toEqual([]);
  });
});

describe("the windows about a call", () => {
  it("end the day before its first day and begin the day after its last", () => {
    expect(windowsOf(parseEventDate("2022-01-05T20:00Z/2022-01-06T02:00Z"))).toEqual({
      before: { from: "2019-01-05", to: "2022-01-04" },
      after: { from: "2022-01-07", to: "2025-01-06" },
    });
  });

  it("know that a year may have no 29 February", () => {
    expect(windowsOf(parseEventDate("2020-02-29"))).toEqual({
      before: { from: "2017-02-28", to: "2020-02-28" },
      after: { from: "2020-03-01", to: "2023-02-28" },
    });
  });
});
