import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseCsv } from "../../src/states/csv.ts";
import type { StateKey } from "../../src/states/state.ts";
import { rows, table } from "./load-states.ts";

interface Cell {
  readonly state: StateKey;
  readonly rcid: string;
  readonly date: string;
  readonly session: string;
  readonly vote: string;
}

/** Every cell of the General Assembly's record that lies outside the state's membership. */
const outside = (): Cell[] => {
  const rollCalls = new Map(
    parseCsv(readFileSync("data/unga/rollcalls.csv", "utf8")).rows.map(({ fields }) => [
      fields[0] ?? "",
      { date: fields[1] ?? "", session: fields[2] ?? "" },
    ]),
  );
  const votes = parseCsv(readFileSync("data/unga/votes.csv", "utf8"));
  const voters = (votes.header[1] ?? "").split(" ") as StateKey[];
  return votes.rows.flatMap(({ fields: [rcid = "", cells = ""] }) => {
    const { date, session } = rollCalls.get(rcid) ?? { date: "", session: "" };
    return voters.flatMap((state, i) => {
      const vote = cells[i] ?? ".";
      return vote === "." || table.isUnMember(state, date)
        ? []
        : [{ state, rcid, date, session, vote }];
    });
  });
};

/** Admission that follows a cell, or undefined. */
const admittedAfter = ({ state, date }: Cell): string | undefined =>
  rows.unMembership
    .filter(({ key, event, from }) => key === state && event !== "observer" && from > date)
    .map(({ from }) => from)
    .sort()[0];

describe("votes of the General Assembly outside membership", () => {
  const cells = outside();
  const cast = cells.filter(({ vote }) => vote !== "x");
  // The Library's record of a session 37 resolution is dated two years early.
  const misdated = "2004348";
  // The Library lists three states as voting seven months before their admission.
  const early = "2000008";

  it("are 165 cast votes of 33 states and 1,262 absences", () => {
    expect(cast).toHaveLength(165);
    expect(new Set(cast.map(({ state }) => state)).size).toBe(33);
    expect(cells.length - cast.length).toBe(1262);
  });

  it("name the states of the two roll calls whose date or list is at fault", () => {
    const states = (rcid: string): string[] =>
      cast.filter((cell) => cell.rcid === rcid).map(({ state }) => state);
    expect(states(misdated)).toEqual(["ATG", "BLZ", "VUT"]);
    expect(states(early)).toEqual(["KIR", "NRU", "TON"]);
  });

  it("credit China's seat to the People's Republic on 16 roll calls before 25 October 1971", () => {
    const china = cast.filter(({ state }) => state === "CHN");
    expect(china).toHaveLength(16);
    expect(china.every(({ rcid }) => Number(rcid) >= 2_000_000)).toBe(true);
  });

  it("otherwise precede admission within the month, where the old dates are not to be trusted", () => {
    const rest = cast.filter(
      ({ state, rcid }) => state !== "CHN" && rcid !== misdated && rcid !== early,
    );
    expect(rest).toHaveLength(143);
    const other = rest.filter(
      (cell) => admittedAfter(cell)?.slice(0, 7) !== cell.date.slice(0, 7),
    );
    expect(other.map(({ state, date }) => `${state} ${date}`)).toEqual([
      "FJI 1970-09-01",
      "FJI 1970-09-01",
    ]);
  });
});

it("finds no vote cast by a delegation while it was barred", () => {
  const votes = parseCsv(readFileSync("data/unga/votes.csv", "utf8"));
  const dates = new Map(
    parseCsv(readFileSync("data/unga/rollcalls.csv", "utf8")).rows.map(({ fields }) => [
      fields[0],
      fields[1] ?? "",
    ]),
  );
  const voters = (votes.header[1] ?? "").split(" ") as StateKey[];
  const barred = votes.rows.flatMap(({ fields: [rcid, cells = ""] }) =>
    voters.flatMap((state, i) =>
      table.isBarred(state, dates.get(rcid) ?? "") ? [`${state} ${cells[i]}`] : [],
    ),
  );
  const tally = (cell: string): number => barred.filter((item) => item === cell).length;
  expect({ ZAF: tally("ZAF x"), KHM: tally("KHM x") }).toEqual({ ZAF: 2333, KHM: 155 });
  expect(barred).toHaveLength(2333 + 155);
});
