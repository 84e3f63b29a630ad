import { describe, expect, test } from "vitest";
import { parseEventDate } from "../../src/dates/parse-event-date.ts";
import { checkClaims, type ClaimResult } from "../../src/claims/check-claims.ts";
import type { Evidence } from "../../src/claims/outcome.ts";
import type { Case, CaseEvent } from "../../src/record/case.ts";
import type { CasusRecord } from "../../src/record/record.ts";
import { VOTE } from "../../src/record/votes.ts";
import { kernels, record } from "../laboratory.ts";

/** A fact of the record turned, and which rows of evidence rest on it. */
interface Turn {
  readonly fact: string;
  readonly turn: (record: CasusRecord) => CasusRecord;
  readonly touches: (evidence: Evidence) => boolean;
}

const inCase = (id: string, change: (item: Case) => Case) => (whole: CasusRecord) => ({
  ...whole,
  cases: whole.cases.map((item) => (item.id === id ? change(item) : item)),
});

const inEvent = (id: string, event: string, change: (event: CaseEvent) => CaseEvent) =>
  inCase(id, (item) => {
    expect(item.events.map((one) => one.id)).toContain(event);
    return {
      ...item,
      events: item.events.map((one) => (one.id === event ? change(one) : one)),
    };
  });

const moved = (id: string, event: string, date: string) =>
  inEvent(id, event, (one) => ({ ...one, date: parseEventDate(date, one.zone) }));

const inVotes = (symbol: string, state: string, code: number) => (whole: CasusRecord) => {
  const { rollCalls, voters, cells } = whole.votes;
  const row = rollCalls.findIndex((one) => one.symbol === symbol);
  const copy = Uint8Array.from(cells);
  copy[row * voters.length + voters.indexOf(state as (typeof voters)[number])] = code;
  return { ...whole, votes: { ...whole.votes, cells: copy } };
};

const inTreaty =
  (id: string, change: (treaty: CasusRecord["treaties"][number]) => typeof treaty) =>
  (whole: CasusRecord) => ({
    ...whole,
    treaties: whole.treaties.map((one) => (one.id === id ? change(one) : one)),
  });

const at =
  (...starts: readonly string[]) =>
  ({ address }: Evidence) =>
    starts.some((start) => address.startsWith(start));

const CASES = ["/cases", "/alliances/csto/record", "/alliances/csto/responsiveness"];

const TURNS: readonly Turn[] = [
  {
    fact: "the session of January 2022 a day later",
    turn: moved("kaz-2022-01", "session", "2022-01-11T13:00"),
    touches: at("/cases/kaz-2022-01"),
  },
  {
    fact: "the withdrawal from Kazakhstan three days earlier",
    turn: moved("kaz-2022-01", "withdrawal-end", "2022-01-16"),
    touches: at("/cases", "/alliances/csto/responsiveness"),
  },
  {
    fact: "the decision of 2010 some days later",
    turn: moved("kgz-2010-06", "decision", "2010-06-28"),
    touches: at(...CASES),
  },
  {
    fact: "the call of 2010 to the organisation and not to Russia",
    turn: inEvent("kgz-2010-06", "appeal", (event) => ({ ...event, addressees: ["csto"] })),
    touches: at("/cases/kgz-2010-06"),
  },
  {
    fact: "a refusal of May 2021 on record",
    turn: inCase("arm-2021-05", (item) => ({
      ...item,
      events: [...item.events, { ...item.events.at(-1)!, id: "refused", type: "refusal" }],
    })),
    touches: at("/cases/arm-2021-05", "/alliances/csto"),
  },
  {
    fact: "troops sent to Tajikistan in 2021",
    turn: inCase("tjk-2021-07", (item) => ({ ...item, outcome: "troops" })),
    touches: at(...CASES),
  },
  {
    fact: "Kyrgyzstan's vote of 2 March 2022 against",
    turn: inVotes("A/RES/ES-11/1", "KGZ", VOTE.no),
    touches: at("/rollcalls/A-RES-ES-11-1"),
  },
  {
    fact: "Armenia's vote of 2 March 2022 unknown",
    turn: inVotes("A/RES/ES-11/1", "ARM", VOTE.unknown),
    touches: at("/rollcalls/A-RES-ES-11-1"),
  },
  {
    fact: "no help of Belarus on record",
    turn: (whole) => ({
      ...whole,
      stances: whole.stances.filter(
        ({ state, kind }) => !(state === "BLR" && kind === "material-help"),
      ),
    }),
    touches: at("/alliances/csto/stances"),
  },
  {
    fact: "a smaller Center-2011",
    turn: (whole) => ({
      ...whole,
      gatherings: whole.gatherings.map((one) =>
        one.name === "Center-2011"
          ? { ...one, size: { least: 9000, most: 9000, note: null } }
          : one,
      ),
    }),
    touches: at("/alliances/csto/organs"),
  },
  {
    fact: "no count of the rapid reaction force above the first",
    turn: (whole) => ({
      ...whole,
      forces: whole.forces.map((force) => ({
        ...force,
        sizes: force.sizes.filter(({ least }) => least === null || least <= 18_000),
      })),
    }),
    touches: at("/alliances/csto/organs"),
  },
  {
    fact: "the agreement on the rapid reaction force signed in 2008",
    turn: inTreaty("csto-crrf-2009", (treaty) => ({
      ...treaty,
      signed: { ...treaty.signed, date: parseEventDate("2008-06-14") },
    })),
    touches: at("/treaties/csto-crrf-2009", "/cases", "/alliances/csto"),
  },
  {
    fact: "tasks of the rapid reaction force without terrorism",
    turn: inTreaty("csto-crrf-2009", (treaty) => ({
      ...treaty,
      provisions: treaty.provisions.map((provision) => ({
        ...provision,
        text: provision.text.replaceAll("terrorism", "crime"),
      })),
    })),
    touches: at("/treaties/csto-crrf-2009", "/cases"),
  },
  {
    fact: "Armenia gone at the start of 2023",
    turn: (whole) => ({
      ...whole,
      organisations: whole.organisations.map((one) =>
        one.id === "csto"
          ? {
              ...one,
              memberships: one.memberships.map((spell) =>
                spell.state === "ARM" ? { ...spell, to: "2023-01-01", toEvent: "exit" } : spell,
              ),
            }
          : one,
      ),
    }),
    touches: at("/alliances/csto", "/cases"),
  },
  {
    fact: "missions of the United Nations of 31 months each",
    turn: (whole) => ({
      ...whole,
      missionDurations: [{ months: 31, ended: 50, censored: 10 }],
    }),
    touches: at("/alliances/csto/responsiveness"),
  },
  {
    fact: "Belarus away from a summit",
    turn: (whole) => ({
      ...whole,
      participation: whole.participation.map((row) =>
        row.event === "csto-summit-2024-11" && row.state === "BLR"
          ? { ...row, present: "declined" }
          : row,
      ),
    }),
    touches: at("/alliances/csto/participation"),
  },
];

async function verdicts(whole: CasusRecord): Promise<ReadonlyMap<string, ClaimResult>> {
  const results = new Map<string, ClaimResult>();
  for (const file of record.claims) {
    const checked = await checkClaims(whole, file, { kernels, asOf: null });
    for (const result of checked.results) results.set(`${file.id}/${result.claim.n}`, result);
  }
  return results;
}

const before = await verdicts(record);

describe("turning a fact", () => {
  test("at least ten facts are turned", () => {
    expect(TURNS.length).toBeGreaterThanOrEqual(10);
  });

  test.each(TURNS.map((turn) => [turn.fact, turn] as const))(
    "%s turns verdicts that rest on it, and no others",
    async (_fact, { turn, touches }) => {
      const after = await verdicts(turn(record));
      const turned = [...before].filter(
        ([key, { verdict }]) => after.get(key)?.verdict !== verdict,
      );
      expect(turned.length).toBeGreaterThan(0);
      for (const [key, result] of before) {
        const now = after.get(key)!;
        const rests = [...result.evidence, ...now.evidence].some(touches);
        // A claim that does not rest on the fact keeps its verdict, its finding and its evidence.
        if (!rests) expect(now).toStrictEqual(result);
      }
      for (const [key, result] of turned) {
        const now = after.get(key)!;
        expect([...result.evidence, ...now.evidence].some(touches), key).toBe(true);
      }
    },
  );
});
