import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "../../src/dates/event-date.ts";
import type { StateKey } from "../../src/states/state.ts";
import { checkConstraint } from "../../src/treaty/check-constraint.ts";
import {
  absentOf,
  caseWith,
  constraintOf,
  eventOf,
  selector,
  treatyOfTwoTexts,
} from "./build-case.ts";

const treaty = treatyOfTwoTexts();
const context = { treaty, parties: treaty.parties };
const appeal = selector(["appeal"]);
const consultation = selector(["consultation"]);
const consult = constraintOf("response", appeal, consultation, 3 * DAY);
const call = eventOf("appeal", "2001-02-03", { actors: ["KAZ"] });

describe("response", () => {
  it("is satisfied by an event after its cause, with the events and the lag", () => {
    const item = caseWith([call, eventOf("consultation", "2001-02-04")]);
    const result = checkConstraint(consult, item, context);
    expect(result).toMatchObject({ status: "satisfied", events: ["appeal", "consultation"] });
    expect(result.lag).toEqual({ least: 0, most: 2 * DAY });
  });

  it("is violated by a first event that came too late", () => {
    const item = caseWith([call, eventOf("consultation", "2001-02-20")]);
    const result = checkConstraint(consult, item, context);
    expect(result.status).toBe("violated");
    expect(result.turning).toContain("A dated source for consultation after");
  });

  it("is undecidable where the window falls within the dates", () => {
    const item = caseWith([call, eventOf("consultation", "2001-02-06")]);
    const result = checkConstraint(consult, item, context);
    expect(result.status).toBe("undecidable");
    expect(result.turning).toContain("The hours of");
    const monthly = caseWith([call, eventOf("consultation", "2001-02")]);
    expect(checkConstraint(consult, monthly, context).status).toBe("undecidable");
  });

  it("is undecidable without the event, and violated where its absence is stated", () => {
    expect(checkConstraint(consult, caseWith([call]), context).status).toBe("undecidable");
    const stated = caseWith([call], { absent: [absentOf(["consultation"])] });
    expect(checkConstraint(consult, stated, context).status).toBe("violated");
  });

  it("takes a statement about one actor for that actor only", () => {
    const byOrgan = constraintOf(
      "response",
      appeal,
      selector(["consultation"], { actors: ["organ"] }),
    );
    const byMember = constraintOf(
      "response",
      appeal,
      selector(["consultation"], { actors: ["member"] }),
    );
    const absent = [absentOf(["consultation"], { actors: ["pact-council"] })];
    const item = caseWith([call], { absent });
    expect(checkConstraint(byOrgan, item, context).status).toBe("violated");
    expect(checkConstraint(byMember, item, context).status).toBe("undecidable");
  });

  it("says nothing of what came after, from an event that came only before", () => {
    const item = caseWith([eventOf("consultation", "2001-01-03"), call]);
    expect(checkConstraint(consult, item, context).status).toBe("undecidable");
  });

  it("is not triggered without its cause", () => {
    const item = caseWith([eventOf("consultation", "2001-02-04")]);
    expect(checkConstraint(consult, item, context).status).toBe("not-triggered");
  });

  it("is undecidable where the record does not say who acted", () => {
    const byOrgan = constraintOf(
      "response",
      appeal,
      selector(["consultation"], { actors: ["organ"] }),
    );
    const silent = caseWith([call, eventOf("consultation", "2001-02-04")]);
    expect(checkConstraint(byOrgan, silent, context).status).toBe("undecidable");
    const named = caseWith([
      call,
      eventOf("consultation", "2001-02-04", { actors: ["pact-council"] }),
    ]);
    expect(checkConstraint(byOrgan, named, context).status).toBe("satisfied");
  });

  it("asks every other party by itself where each is bound", () => {
    const each = constraintOf(
      "response",
      appeal,
      selector(["deployment"], { actors: ["each-other-member"] }),
    );
    const sent = (state: string) =>
      eventOf("deployment", "2001-02-05", { id: state, actors: [state] });
    const one = caseWith([call, sent("RUS")]);
    expect(checkConstraint(each, one, context).status).toBe("undecidable");
    const both = caseWith([call, sent("RUS"), sent("ARM")]);
    expect(checkConstraint(each, both, context).status).toBe("satisfied");
    const refused = caseWith([call, sent("RUS")], {
      absent: [absentOf(["deployment"], { actors: ["ARM"] })],
    });
    expect(checkConstraint(each, refused, context).status).toBe("violated");
  });
});

describe("an article", () => {
  const underFour = constraintOf(
    "response",
    selector(["appeal"], { articles: ["4"] }),
    consultation,
  );
  const cite = (treatyId: string, article: string) => ({
    treaty: treatyId,
    article,
    text: null,
    by: null,
    sources: [],
  });
  const answer = eventOf("consultation", "2001-02-04");

  it.each([
    ["the article itself", [cite("pact-2000", "4")], "satisfied"],
    ["a paragraph of it", [cite("pact-2000", "4(1)")], "satisfied"],
    ["another article", [cite("pact-2000", "2")], "not-triggered"],
    ["another treaty", [cite("other-1999", "4")], "not-triggered"],
    ["no article on record", [], "undecidable"],
  ])("that the call invokes: %s", (_, articlesInvoked, status) => {
    const item = caseWith([call, answer], { articlesInvoked });
    expect(checkConstraint(underFour, item, context).status).toBe(status);
  });
});

describe("precedence", () => {
  const first = constraintOf("precedence", selector(["deployment"]), selector(["decision"]));

  it("is satisfied by a decision before the troops, violated by one after them", () => {
    const decision = eventOf("decision", "2001-02-04");
    const after = caseWith([call, decision, eventOf("deployment", "2001-02-09")]);
    expect(checkConstraint(first, after, context).status).toBe("satisfied");
    const before = caseWith([call, eventOf("deployment", "2001-02-03"), decision]);
    expect(checkConstraint(first, before, context).status).toBe("violated");
  });

  it("takes steps listed in order on one day as in order", () => {
    const day = caseWith([
      call,
      eventOf("decision", "2001-02-03"),
      eventOf("deployment", "2001-02-03"),
    ]);
    expect(checkConstraint(first, day, context).status).toBe("satisfied");
  });

  it("is undecidable where clocks overlap for want of knowledge", () => {
    const item = caseWith([
      eventOf("consultation", "2001-02-03T10:00/2001-02-03T14:00"),
      eventOf("statement", "2001-02-03T12:00/2001-02-03T16:00"),
    ]);
    const rule = constraintOf("precedence", selector(["statement"]), consultation);
    expect(checkConstraint(rule, item, context).status).toBe("undecidable");
  });
});

describe("the other templates", () => {
  const decision = selector(["decision"]);
  const refusal = selector(["refusal"]);

  it("existence and absence without a cause", () => {
    const item = caseWith([call, eventOf("decision", "2001-02-04")], {
      absent: [absentOf(["refusal"])],
    });
    const check = (template: "existence" | "absence", target = decision) =>
      checkConstraint(constraintOf(template, null, target), item, context).status;
    expect(check("existence")).toBe("satisfied");
    expect(check("absence")).toBe("violated");
    expect(check("existence", refusal)).toBe("violated");
    expect(check("absence", refusal)).toBe("satisfied");
    expect(check("absence", selector(["mandate"]))).toBe("undecidable");
  });

  it("absence after a cause, over several causes", () => {
    const none = constraintOf("absence", appeal, decision);
    const again = eventOf("appeal", "2001-03-03", { id: "again" });
    const item = caseWith([call, eventOf("decision", "2001-02-04"), again], {
      absent: [absentOf(["decision"])],
    });
    expect(checkConstraint(none, item, context).status).toBe("violated");
  });

  it("succession fails on either side", () => {
    const both = constraintOf("succession", appeal, decision);
    const early = caseWith([eventOf("decision", "2001-01-01"), call], {
      absent: [absentOf(["decision"])],
    });
    expect(checkConstraint(both, early, context).status).toBe("violated");
    const good = caseWith([call, eventOf("decision", "2001-02-09")]);
    expect(checkConstraint(both, good, context).status).toBe("satisfied");
  });

  it("responded existence takes either order, not-coexistence neither", () => {
    const item = caseWith([eventOf("decision", "2001-01-01"), call]);
    const responded = constraintOf("responded-existence", appeal, decision);
    expect(checkConstraint(responded, item, context).status).toBe("satisfied");
    const apart = constraintOf("not-coexistence", appeal, decision);
    expect(checkConstraint(apart, item, context).status).toBe("violated");
    const alone = constraintOf("not-coexistence", appeal, refusal);
    expect(checkConstraint(alone, item, context).status).toBe("undecidable");
  });

  it("no force between parties: a party as adversary violates it, an outsider does not", () => {
    const rule = constraintOf(
      "absence",
      null,
      selector(["crisis-start"], { threats: ["external"], adversary: "member" }),
    );
    const threat = { claimed: [], coded: "external" as const, note: null };
    const against = (adversary: readonly string[]) =>
      checkConstraint(rule, caseWith([call], { threat, adversary }), context).status;
    expect(against(["RUS"])).toBe("violated");
    expect(against(["AZE"])).toBe("satisfied");
    expect(against([])).toBe("undecidable");
    const unrest = caseWith([call], { adversary: ["other:rioters"] });
    expect(checkConstraint(rule, unrest, context).status).toBe("not-triggered");
    const between = caseWith([call], {
      threat,
      concerned: ["KAZ", "ARM"] as StateKey[],
      adversary: ["KAZ", "ARM"],
    });
    expect(checkConstraint(rule, between, context).status).toBe("violated");
  });
});

describe("a window in hours", () => {
  it("is decided where clocks are known", () => {
    const rule = constraintOf("response", appeal, consultation, 6 * HOUR);
    const at = (clock: string) =>
      checkConstraint(
        rule,
        caseWith([
          eventOf("appeal", "2001-02-03T08:00Z"),
          eventOf("consultation", `2001-02-03T${clock}Z`),
        ]),
        context,
      ).status;
    expect(at("13:30")).toBe("satisfied");
    expect(at("14:00")).toBe("undecidable");
    expect(at("14:30")).toBe("violated");
  });
});
