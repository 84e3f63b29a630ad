import { describe, expect, it } from "vitest";
import { parseStates } from "../../src/states/parse-states.ts";

const FILES = {
  states:
    "key,name,short,from,to,cow,gw,iso3,iso2,m49,region,subregion,kind,note\n" +
    'CIV,Ivory Coast,Ivory Coast,1960-08-07,1985-10,437,437,CIV,CI,384,Africa,Western Africa,state,"a, b"\n',
  successions:
    "predecessor,successor,date,type,seat,note,source\n" +
    "ZAN,TZA,1964-04-26,union,no,,un-members\n",
  unMembership:
    "key,from,to,event,note,source\nZAN,1963-12-16,1964-04-26,admission,,un-members\n",
};

describe("parseStates", () => {
  it("reads the three tables", () => {
    const { states, successions, unMembership } = parseStates(FILES);
    expect(states).toMatchObject([{ key: "CIV", to: "1985-10", kind: "state", note: "a, b" }]);
    expect(successions).toMatchObject([{ predecessor: "ZAN", successor: "TZA", seat: false }]);
    expect(unMembership).toMatchObject([{ key: "ZAN", event: "admission" }]);
  });

  it.each([
    [
      "states",
      "1985-10,437",
      "1950-01,437",
      "data/states.csv:2",
      /to .1950-01. is not after from/u,
    ],
    ["states", "1985-10,437", "1985-13,437", "data/states.csv:2", /to is "1985-13"/u],
    ["states", ",437,437", ",COW437,437", "data/states.csv:2", /cow is "COW437"/u],
    [
      "states",
      ",state,",
      ",colony,",
      "data/states.csv:2",
      /should be one of state, territory/u,
    ],
    ["states", "CIV,Ivory Coast,", "civ,Ivory Coast,", "data/states.csv:2", /key is "civ"/u],
    ["states", "key,name", "name,key", "data/states.csv:1", /columns are name,key/u],
    ["successions", "no", "perhaps", "data/state-successions.csv:1", /columns are/u],
    ["successions", ",no,", ",perhaps,", "data/state-successions.csv:2", /seat is "perhaps"/u],
    ["successions", "1964-04-26", "1964", "data/state-successions.csv:2", /date is "1964"/u],
    [
      "unMembership",
      ",admission,",
      ",joined,",
      "data/un-membership.csv:2",
      /event is "joined"/u,
    ],
  ] as const)("refuses in %s: %s as %s", (file, found, changed, where, message) => {
    const files = { ...FILES, [file]: FILES[file].replace(found, changed) };
    expect(() => parseStates(files)).toThrow(
      expect.objectContaining({
        code: "record",
        where,
        message: expect.stringMatching(message),
      }),
    );
  });
});
