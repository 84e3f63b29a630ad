import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/errors.ts";
import type { Call } from "../../src/scenario/call.ts";
import { type CallPlan, planCall } from "../../src/scenario/plan.ts";
import { planOn } from "../../src/scenario/plan-on.ts";
import type { StateKey } from "../../src/states/state.ts";
import { record } from "../laboratory.ts";

type Asked = Partial<Omit<Call, "appellant" | "adversary">> & {
  readonly alliance: string;
  readonly appellant: string;
  readonly adversary?: string;
};

function plan({ appellant, adversary, ...rest }: Asked): CallPlan {
  return planOn(record, {
    at: "2022-01-05",
    threat: "external",
    place: "inside",
    instrument: "troops",
    mandate: false,
    left: null,
    rule: null,
    ...rest,
    appellant: appellant as StateKey,
    adversary: adversary === undefined ? null : (adversary as StateKey),
  });
}

/** The one line in which a call is refused. */
function refusal(call: Asked): string {
  try {
    plan(call);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    const { line } = error as UsageError;
    expect(line).not.toContain("\n");
    return line;
  }
  throw new Error("the call was not refused");
}

const open = ({ routes }: CallPlan): readonly string[] =>
  routes
    .filter((route) => route.open)
    .map(({ treaty, provision }) => `${treaty.id} ${provision.article}`);
const stages = ({ steps }: CallPlan): readonly string[] => steps.map(({ stage }) => stage);

describe("CSTO: consensus", () => {
  it("lets the Council decide by consensus on an attack on a member", () => {
    const found = plan({ alliance: "csto", appellant: "KAZ" });
    expect([found.rule, found.decision.organ]).toEqual(["consensus", "csto-council"]);
    expect(found.asked).toEqual(["ARM", "BLR", "KGZ", "RUS", "TJK"]);
    expect(open(found)).toContain("cst-1992 4");
    expect(stages(found)).toEqual([
      "appeal",
      "consultation",
      "decision",
      "notice",
      "deployment",
    ]);
    const notice = found.steps.find(({ stage }) => stage === "notice")!;
    expect(notice.articles).toEqual(["cst-1992 article 4 (text of 2010)"]);
    expect(notice.within).toBe("PT72H");
  });

  it("had another route in June 2010 than in January 2022 for a threat from within", () => {
    const call = { alliance: "csto", appellant: "KGZ", threat: "internal" } as const;
    const early = plan({ ...call, at: "2010-06-12" });
    expect(early.decision.article).toBe("csto-peacekeeping-2007 article 3(inside)");
    const closed = early.routes.find(
      ({ treaty, provision }) => treaty.id === "cst-1992" && provision.article === "4",
    )!;
    expect(closed.against).toEqual(["speaks of threats that are external only"]);
    const late = plan(call);
    expect(open(late)).toContain("cst-1992 4");
  });

  it("had no route of help for a threat from within in 1996, only consultation", () => {
    const call = {
      alliance: "csto",
      appellant: "TJK",
      threat: "internal",
      at: "1996-05-01",
    } as const;
    expect(refusal(call)).toMatch(
      /cst-1992 article 4 \(text of 1992\) speaks of threats that are external only.*consultation: cst-1992 article 2/u,
    );
    expect(plan({ ...call, instrument: "consultation" }).rule).toBe("consensus");
  });

  it("sends troops outside its members only under a mandate of the United Nations", () => {
    const call = { alliance: "csto", appellant: "RUS", place: "outside" } as const;
    expect(refusal(call)).toMatch(
      /csto-peacekeeping-2007 article 3\(outside\) allows troops outside .* mandate/u,
    );
    const mandated = plan({ ...call, mandate: true });
    expect(stages(mandated)).toContain("mandate");
    expect(mandated.decision.article).toBe("csto-peacekeeping-2007 article 3(outside)");
  });

  it("lets each force act as its mandate says", () => {
    const call = { alliance: "csto", appellant: "KAZ" } as const;
    expect(plan({ ...call, instrument: "csto-crrf" }).decision.article).toBe(
      "csto-crrf-2009 article use",
    );
    expect(refusal({ ...call, instrument: "csto-crrf", threat: "internal" })).toMatch(
      /mandate of the .* names threats that are external, terrorism, and the call's is internal/u,
    );
    expect(refusal({ ...call, instrument: "csto-crrf", at: "2008-01-01" })).toMatch(
      /did not stand on 2008-01-01/u,
    );
    expect(refusal({ ...call, instrument: "nato-response-force" })).toMatch(
      /is no force of CSTO/u,
    );
  });

  it("takes a freeze that a member declared itself for no act of the organisation", () => {
    expect(plan({ alliance: "csto", appellant: "ARM", at: "2025-01-01" }).rule).toBe(
      "consensus",
    );
  });
});

describe("NATO: each for itself, and consultation by consensus", () => {
  it("leaves each party to judge its help under article 5", () => {
    const found = plan({ alliance: "nato", appellant: "POL", adversary: "RUS" });
    expect([found.rule, found.decision.organ]).toEqual(["each-for-itself", "each-party"]);
    expect(found.decision.article).toBe("north-atlantic-1949 article 5");
    // The appellant's own will is no help.
    expect(found.appellantVotes).toBe(false);
    expect(found.steps.find(({ stage }) => stage === "notice")!.within).toBe("PT72H");
  });

  it("knows no help outside the area of article 6, nor against a threat from within", () => {
    const call = { alliance: "nato", appellant: "USA" } as const;
    expect(refusal({ ...call, place: "outside" })).toMatch(
      /north-atlantic-1949 article 5 covers area of article 6 only.*article 4/u,
    );
    expect(refusal({ ...call, threat: "internal" })).toMatch(/article 5 speaks of threats/u);
    const consulted = plan({ ...call, place: "outside", instrument: "consultation" });
    expect([consulted.rule, consulted.decision.article]).toEqual([
      "consensus",
      "north-atlantic-1949 article 4",
    ]);
    expect(stages(consulted)).not.toContain("deployment");
  });
});

describe("other rules in the record", () => {
  it("two thirds without the parties to the dispute (Rio 7, 17, 18)", () => {
    const war = plan({
      alliance: "rio-treaty",
      appellant: "HND",
      adversary: "SLV",
      at: "1969-07-15",
    });
    expect([war.rule, war.decision.article]).toEqual(["two-thirds", "rio-1947 article 18"]);
    expect(war.appellantVotes).toBe(false);
    expect(war.without).toEqual(["SLV"]);
    const outside = plan({
      alliance: "rio-treaty",
      appellant: "USA",
      adversary: "CUB",
      at: "1969-07-15",
    });
    // Cuba's government was excluded, and the text names no day on which membership ended.
    expect(outside.rule).toBe("two-thirds");
    expect(
      plan({ alliance: "rio-treaty", appellant: "USA", at: "1969-07-15" }).without,
    ).toEqual([]);
  });

  it("two thirds of ECOWAS's council, for a coup too, and without a suspended member", () => {
    const coup = plan({
      alliance: "ecowas",
      appellant: "GNB",
      threat: "internal",
      at: "2022-02-01",
    });
    expect([coup.rule, coup.decision.organ]).toEqual([
      "two-thirds",
      "ecowas-mediation-council",
    ]);
    expect(coup.asked).not.toContain("MLI");
    expect(coup.assumptions.join(" ")).toMatch(/Suspended by ECOWAS.*Mali/u);
    expect(
      refusal({ alliance: "ecowas", appellant: "MLI", threat: "internal", at: "2022-02-01" }),
    ).toMatch(/Mali was suspended from ECOWAS on 2022-02-01: suspension/u);
  });

  it("unanimity of the GCC, for an attack and not for a threat from within", () => {
    const attack = plan({ alliance: "gcc", appellant: "KWT", adversary: "IRQ" });
    expect([attack.rule, attack.decision.article]).toEqual([
      "unanimity",
      "gcc-joint-defence-2000 article 2",
    ]);
    expect(refusal({ alliance: "gcc", appellant: "BHR", threat: "internal" })).toMatch(
      /gcc-joint-defence-2000 article 2 speaks of threats that are external only/u,
    );
  });

  it("unanimity of the Arab League without the aggressor", () => {
    const war = plan({
      alliance: "arab-league",
      appellant: "KWT",
      adversary: "IRQ",
      at: "1990-08-02",
    });
    expect([war.rule, war.decision.article, war.decision.without]).toEqual([
      "unanimity",
      "arab-pact-1945 article 6",
      "aggressor",
    ]);
    expect([war.appellantVotes, war.without]).toEqual([true, ["IRQ"]]);
  });

  it("two thirds of the Arab League's defence council against an outsider", () => {
    const war = plan({
      alliance: "arab-league",
      appellant: "SYR",
      adversary: "ISR",
      at: "1973-10-06",
    });
    expect([war.rule, war.decision.organ]).toEqual([
      "two-thirds",
      "arab-joint-defence-council",
    ]);
  });

  it("takes the general rule where the open article names none", () => {
    const unrest = plan({
      alliance: "arab-league",
      appellant: "LBN",
      threat: "internal",
      at: "1976-06-08",
      instrument: "consultation",
    });
    expect([unrest.rule, unrest.decision.article]).toEqual([
      "two-thirds",
      "arab-joint-defence-1950 article 6",
    ]);
  });

  it.each(["mixed", "weighted"] as const)("asks which count to run under a %s rule", (rule) => {
    const organisation = record.organisations.find(({ id }) => id === "gcc")!;
    const treaty = record.treaties.find((one) => one.organisation === "gcc");
    const provisions = treaty!.provisions.map((provision) =>
      provision.decides === null
        ? provision
        : { ...provision, decides: { ...provision.decides, rule } },
    );
    const context = {
      organisation,
      treaties: [{ ...treaty!, provisions }],
      organs: record.organs,
      forces: [],
      nameOf: (state: StateKey) => state,
    };
    const call = { ...plan({ alliance: "gcc", appellant: "KWT" }).call };
    expect(() => planCall(call, context)).toThrow(
      new RegExp(`gcc-joint-defence-2000 article 2 lets .* decide by a ${rule} rule`, "u"),
    );
    expect(planCall({ ...call, rule: "majority" }, context).rule).toBe("majority");
  });

  it("consensus of SADC's summit, each for itself in the EU, ANZUS and SEATO", () => {
    expect(plan({ alliance: "sadc", appellant: "MOZ" }).decision.organ).toBe("sadc-summit");
    for (const [alliance, appellant, at] of [
      ["eu", "FRA", "2015-11-17"],
      ["anzus", "AUS", "2001-09-14"],
      ["seato", "THA", "1962-05-15"],
    ] as const) {
      expect(plan({ alliance, appellant, at }).rule).toBe("each-for-itself");
    }
  });

  it("runs consensus without abstainers, or a majority, where that is said by hand", () => {
    const call = { alliance: "csto", appellant: "KAZ" } as const;
    expect(plan({ ...call, rule: "consensus-minus-abstainers" }).rule).toBe(
      "consensus-minus-abstainers",
    );
    expect(plan({ ...call, rule: "majority" }).decision.rule).toBe("consensus");
  });
});

describe("a call that contradicts the record", () => {
  it.each([
    [
      { alliance: "csto", appellant: "GEO" },
      /Georgia was no member of CSTO on 2022-01-05: its/u,
    ],
    [{ alliance: "csto", appellant: "FRA" }, /France was no member .*: it never was one/u],
    [{ alliance: "csto", appellant: "RUS", adversary: "RUS" }, /cannot be the adversary/u],
    [{ alliance: "warsaw-pact", appellant: "POL" }, /ended on 1991-07-01, before 2022-01-05/u],
    [
      { alliance: "csto", appellant: "RUS", at: "1980-01-01" },
      /founded on .*, after 1980-01-01/u,
    ],
    [
      { alliance: "csto", appellant: "KAZ", threat: "internal", adversary: "USA" },
      /internal has no state as its adversary/u,
    ],
    [
      { alliance: "csto", appellant: "KAZ", threat: "internal", place: "outside" },
      /internal lies in the appellant's own territory/u,
    ],
    [
      { alliance: "csto", appellant: "KAZ", threat: "cyber" },
      /cst-1992 article 4 .* speaks of/u,
    ],
    [{ alliance: "sco", appellant: "KAZ" }, /no treaty of SCO is in the record/u],
    [{ alliance: "gcc", appellant: "KWT", at: "1990-08-02" }, /was in force on 1990-08-02/u],
  ] as const)("is refused in one line: %j", (call, pattern) => {
    expect(refusal(call)).toMatch(pattern);
  });

  it("takes a member that is the adversary to object, where no article takes its vote", () => {
    const found = plan({ alliance: "csto", appellant: "KGZ", adversary: "TJK" });
    expect(found.without).toEqual([]);
    expect(found.assumptions.join(" ")).toMatch(/Tajikistan is a member and a party/u);
  });
});
