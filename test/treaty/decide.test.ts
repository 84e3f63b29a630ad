import { describe, expect, it } from "vitest";
import { TreatyError } from "../../src/errors.ts";
import type { DecisionRule } from "../../src/record/organisation.ts";
import type { StateKey } from "../../src/states/state.ts";
import { decide, type Ballot } from "../../src/treaty/decide.ts";

const members = ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"] as StateKey[];
const votes = (...ballots: readonly (Ballot | null)[]): Map<StateKey, Ballot> =>
  new Map(
    ballots.flatMap((ballot, index): [StateKey, Ballot][] =>
      ballot === null ? [] : [[members[index]!, ballot]],
    ),
  );

describe("decide", () => {
  const oneAway = votes("absent", "yes", "yes", "yes", "yes", "yes");
  const oneAbstains = votes("abstain", "yes", "yes", "yes", "yes", "yes");
  const oneAgainst = votes("no", "yes", "yes", "yes", "yes", "yes");
  const split = votes("yes", "yes", "yes", "no", "no", "no");

  it.each([
    ["consensus", "adopted", "adopted", "rejected", "rejected"],
    ["consensus-minus-abstainers", "adopted", "adopted", "rejected", "rejected"],
    ["unanimity", "rejected", "rejected", "rejected", "rejected"],
    ["two-thirds", "adopted", "adopted", "adopted", "rejected"],
    ["majority", "adopted", "adopted", "adopted", "rejected"],
    ["each-for-itself", "adopted", "adopted", "adopted", "adopted"],
  ] as const)(
    "%s: one away %s, one abstaining %s, one against %s, split %s",
    (rule, ...expected) => {
      const outcomes = [oneAway, oneAbstains, oneAgainst, split].map(
        (ballots) => decide(rule, ballots, members).outcome,
      );
      expect(outcomes).toEqual(expected);
    },
  );

  it("binds everybody under consensus, those in favour under the limited format", () => {
    expect(decide("consensus", oneAbstains, members).bound).toEqual(members);
    expect(decide("consensus-minus-abstainers", oneAbstains, members).bound).not.toContain(
      "ARM",
    );
    expect(decide("each-for-itself", split, members).bound).toEqual(["ARM", "BLR", "KAZ"]);
    expect(decide("unanimity", split, members).bound).toEqual([]);
  });

  it("is undecidable where the members not seen decide, and says so", () => {
    const seen = votes("yes", "yes", "yes", null, null, null);
    expect(decide("consensus", seen, members)).toMatchObject({
      outcome: "undecidable",
      notSeen: 3,
    });
    expect(decide("majority", seen, members).outcome).toBe("undecidable");
    const enough = votes("yes", "yes", "yes", "yes", null, null);
    expect(decide("majority", enough, members).outcome).toBe("adopted");
    const lost = votes("no", null, null, null, null, null);
    expect(decide("unanimity", lost, members).outcome).toBe("rejected");
  });

  it("takes exactly two thirds, and more than half", () => {
    const four = votes("yes", "yes", "yes", "yes", "no", "no");
    expect(decide("two-thirds", four, members).outcome).toBe("adopted");
    expect(decide("majority", split, members).outcome).toBe("rejected");
  });

  it.each(["weighted", "mixed"] as DecisionRule[])("refuses to run a %s rule", (rule) => {
    expect(() => decide(rule, oneAway, members)).toThrow(TreatyError);
  });

  it("refuses a voter who is no member", () => {
    const stranger = new Map<StateKey, Ballot>([["FRA" as StateKey, "yes"]]);
    expect(() => decide("consensus", stranger, members)).toThrow(/not a member/u);
  });
});
