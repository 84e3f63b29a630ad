import { describe, expect, it } from "vitest";
import type { Call, HeldStance } from "../../src/scenario/call.ts";
import { runCall, simulationBy } from "../../src/scenario/run-call.ts";
import { createRunMemory } from "../../src/scenario/run-memory.ts";
import { sensitivityOf } from "../../src/scenario/sensitivity.ts";
import type { StateKey } from "../../src/states/state.ts";
import { record } from "../laboratory.ts";

const call: Call = {
  alliance: "csto",
  appellant: "RUS" as StateKey,
  at: "2025-12-18",
  threat: "external",
  place: "inside",
  adversary: null,
  instrument: "troops",
  mandate: false,
  left: null,
  rule: null,
};
const options = { calls: 600, seed: 7, level: 0.9 };
const MODELS = ["choice", "base-rate", "bargaining"] as const;

describe("createRunMemory", () => {
  it("computes a part once, and gives up the least recently used beyond its bytes", () => {
    const computed: string[] = [];
    const memory = createRunMemory(10);
    const recall = (name: string, bytes = 4): string =>
      memory.recall(name, bytes, () => {
        computed.push(name);
        return name;
      });
    for (const name of ["a", "b", "a", "c", "a", "b"]) expect(recall(name)).toBe(name);
    expect(computed).toEqual(["a", "b", "c", "b"]);
  });

  it("keeps no part that alone exceeds its bytes, and those that it has", () => {
    let computed = 0;
    const memory = createRunMemory(10);
    memory.recall("small", 4, () => (computed += 1));
    memory.recall("large", 11, () => 0);
    memory.recall("small", 4, () => (computed += 1));
    expect(computed).toBe(1);
  });
});

describe("runCall", () => {
  it("gives the same with a memory as without, whoever's stance was held before", () => {
    const memory = createRunMemory();
    const answerTo = (
      hands: ReadonlyMap<StateKey, HeldStance>,
      over: Partial<Call>,
      kept = {},
    ) =>
      JSON.stringify(
        MODELS.map((model) => {
          const run = runCall(record, { ...call, ...over }, hands, { ...options, ...kept });
          const switches = sensitivityOf(record, run, hands, { ...options, ...kept, model });
          return [simulationBy(run, model), switches];
        }),
      );
    for (const held of [
      [],
      [["KAZ", "no"]],
      [
        ["KAZ", "contribute"],
        ["BLR", "abstain"],
      ],
    ] as [StateKey, HeldStance][][]) {
      for (const over of [
        {},
        { adversary: "KGZ" as StateKey },
        { rule: "majority" } as const,
      ]) {
        const hands = new Map(held);
        expect(answerTo(hands, over, { memory })).toBe(answerTo(hands, over));
      }
    }
  });

  it("refuses a closed path each time it is asked for", () => {
    const memory = createRunMemory();
    const closed = () =>
      runCall(record, { ...call, place: "outside" }, new Map(), { ...options, memory });
    expect(closed).toThrow(/mandate|no route/u);
    expect(closed).toThrow(/mandate|no route/u);
  });
});
