import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/kernels/random.ts";
import { plainKernels } from "../../../src/kernels/similarity-kernels.ts";
import { oneBloc } from "../../../src/measures/blocs/one-bloc.ts";
import { votingBlocs } from "../../../src/measures/blocs/voting-blocs.ts";
import type { VoteRecord } from "../../../src/record/votes.ts";
import { everyRollCall } from "../alignment/votes-of.ts";
import { recordOf, simulatedBlocs } from "./simulated-blocs.ts";

const blocsOf = (votes: VoteRecord, seed = 1) =>
  votingBlocs(votes, everyRollCall(votes), {
    convention: "pairwise",
    kernels: plainKernels,
    random: seededRandom(seed),
    draws: 40,
    nulls: 39,
  });

const firm = recordOf(simulatedBlocs(3, 8, 60, 0.2, seededRandom(4)));

describe("votingBlocs", () => {
  it("recovers three simulated blocs, firmly, above the null", () => {
    const found = blocsOf(firm);
    expect(found.sizes).toEqual([8, 8, 8]);
    expect([...found.bloc]).toEqual(
      Array.from({ length: 24 }, (_, i) => 1 + Math.trunc(i / 8)),
    );
    expect([...found.consensus]).toEqual([...found.bloc]);
    expect(Math.min(...found.stability)).toBeGreaterThan(0.9);
    expect(found.null?.p).toBe(found.null?.smallestP);
    expect(found.null?.bundled).toBeGreaterThan(3 * found.null!.largest);
    expect(found.rand?.lower).toBeGreaterThan(0.9);
    expect(found.information?.upper).toBeLessThan(0.1);
    expect(found.counts).toEqual({ lower: 3, median: 3, upper: 3 });
  });

  it("gives no evidence of blocs, and low stability, where states vote at random", () => {
    const ps = [11, 12, 13, 14, 15].map((seed) => {
      const found = blocsOf(recordOf(simulatedBlocs(24, 1, 60, 0, seededRandom(seed))));
      const mean = found.stability.reduce((sum, value) => sum + value, 0) / 24;
      expect(mean).toBeLessThan(0.75);
      return found.null!.p;
    });
    expect(ps.filter((p) => p <= 0.05).length).toBeLessThanOrEqual(1);
  });

  it("does not hang on the order of the states", () => {
    const rows = simulatedBlocs(3, 8, 60, 0.2, seededRandom(4));
    const keys = rows.map((_, i) => `S${String(i).padStart(2, "0")}`);
    const order = rows.map((_, i) => (i * 7) % 24);
    const there = blocsOf(recordOf(rows, undefined, keys));
    const back = blocsOf(
      recordOf(
        order.map((i) => rows[i]!),
        undefined,
        order.map((i) => keys[i]!),
      ),
    );
    expect(order.map((i) => there.bloc[i])).toEqual([...back.bloc]);
    expect(back.modularity).toBeCloseTo(there.modularity, 10);
  });

  it("gives the same for the same seed", () => {
    expect(blocsOf(firm, 3)).toEqual(blocsOf(firm, 3));
  });

  it("draws families whole: a text voted on ten times is one draw", () => {
    const rows = simulatedBlocs(2, 8, 12, 0.3, seededRandom(6));
    const repeated = rows.map((row) => row.repeat(10));
    const families = Array.from({ length: 120 }, (_, i) => i % 12);
    const once = blocsOf(recordOf(rows));
    const tenTimes = blocsOf(recordOf(repeated, families));
    expect(tenTimes.families).toBe(12);
    expect(tenTimes.rollCalls).toBe(120);
    expect(once.families).toBe(12);
    const alone = blocsOf(recordOf(repeated));
    const spread = (found: typeof once) => found.rand!.upper - found.rand!.lower;
    expect(spread(tenTimes)).toBeGreaterThan(spread(alone));
  });

  it("places a state without company in no bloc", () => {
    const lonely = "YN".repeat(30);
    const rows = [...simulatedBlocs(2, 8, 60, 0.1, seededRandom(8)), lonely];
    // The lonely state's vote runs against both blocs' wherever it can.
    const against = Array.from(lonely, (_, r) =>
      rows[0]![r] === "Y" || rows[8]![r] === "Y" ? "N" : "Y",
    ).join("");
    const found = blocsOf(recordOf([...rows.slice(0, 16), against]));
    expect(found.bloc[16]).toBe(0);
    expect(found.stability[16]).toBeGreaterThan(0.5);
  });

  it("withholds below ten families or ten states", () => {
    const few = recordOf(simulatedBlocs(3, 8, 9, 0.2, seededRandom(1)));
    expect(blocsOf(few).withheld).toBe("9 families of resolutions; 10 are needed");
    const small = recordOf(simulatedBlocs(3, 3, 40, 0.2, seededRandom(1)));
    expect(blocsOf(small).withheld).toBe("9 states with enough votes; 10 are needed");
  });
});

describe("oneBloc", () => {
  const found = blocsOf(firm);

  it("tells a group inside one bloc from one across three", () => {
    const inside = oneBloc(found, [0, 1, 2, 3, 4], { random: seededRandom(1) });
    expect(inside).toMatchObject({ members: 5, modal: 1, modalBloc: 1, all: 1 });
    expect(inside.plain?.p).toBeLessThan(0.02);
    const across = oneBloc(found, [0, 8, 16], { random: seededRandom(1) });
    expect(across.modal).toBeCloseTo(1 / 3, 12);
    expect(across.all).toBe(0);
    expect(across.plain?.p).toBeGreaterThan(0.5);
  });

  it("matches by stratum, never with the group's own, and says where it cannot", () => {
    const strata = Array.from({ length: 24 }, (_, i) => `${i < 8 ? "east" : "west"}|x`);
    const matched = oneBloc(found, [0, 1, 2], { random: seededRandom(1), strata });
    // Any three of the other five of the first bloc fall together just as often.
    expect(matched.matched?.pairs).toBeGreaterThan(0.9);
    expect(matched.matched?.p).toBeGreaterThan(0.2);
    const whole = oneBloc(found, [0, 1, 2, 3, 4, 5, 6, 7], { random: seededRandom(1), strata });
    expect(whole.matched?.p).toBeNull();
    expect(whole.matched?.withheld).toContain("not matchable");
  });

  it("withholds below two members that can be placed", () => {
    expect(oneBloc(found, [3], { random: seededRandom(1) }).withheld).toContain("1 members");
  });
});
