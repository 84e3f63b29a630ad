import { describe, expect, it } from "vitest";
import { createMemo } from "../../src/answer/memo.ts";
import { computeAnswer } from "../../src/claims/compute-answer.ts";
import { renderJson } from "../../src/report/render-json.ts";
import { kernels, record } from "../laboratory.ts";

describe("a memo", () => {
  it("leaves every answer as it is without one, whatever was asked before", async () => {
    const memo = createMemo();
    const addresses = ["alliances/csto/cohesion", "groups/ARM~KAZ~RUS/alignment"].flatMap(
      (path) =>
        ["", "&from=2010", "&from=2011-03-01", "&topic=nu", "&draws=150", "&seed=2"].map(
          (rest) => `/${path}?from=2006${rest}`.replace("from=2006&from", "from"),
        ),
    );
    const dyads = ["measure=pi", "level=0.8", "by=year", "to=2015-06-30"].map(
      (rest) => `/dyads/arm-rus/alignment?from=2012&${rest}`,
    );
    for (const address of [...addresses, ...dyads, ...addresses]) {
      const kept = await computeAnswer(record, address, { kernels, memo });
      const plain = await computeAnswer(record, address, { kernels });
      expect(renderJson(kept)).toBe(renderJson(plain));
    }
  });

  it("computes a part once for each record and gives up the part unused for longest", () => {
    const other = { ...record };
    const memo = createMemo(2);
    const made: string[] = [];
    const ask = (from: typeof record, name: string): void => {
      memo.recall(from, name, () => made.push(name));
    };
    for (const name of ["a", "b", "a", "c", "a", "b"]) ask(record, name);
    ask(other, "a");
    expect(made).toEqual(["a", "b", "c", "b", "a"]);
  });
});
