import { describe, expect, it } from "vitest";
import { DAY } from "../../../src/dates/event-date.ts";
import { answeredShare } from "../../../src/measures/responsiveness/answered-share.ts";
import { answeredWithin } from "../../../src/measures/responsiveness/answered-within.ts";
import { equalityOfTreatment } from "../../../src/measures/responsiveness/equality-of-treatment.ts";
import { responseTime } from "../../../src/measures/responsiveness/response-time.ts";
import { sensitivity } from "../../../src/measures/responsiveness/sensitivity.ts";
import { unseenRefusals } from "../../../src/measures/responsiveness/unseen-refusals.ts";
import type { Case, Outcome } from "../../../src/record/case.ts";
import type { StateKey } from "../../../src/states/state.ts";
import { caseWith, eventOf } from "../../treaty/build-case.ts";
import { record } from "../../laboratory.ts";

const call = eventOf("appeal", "2001-02-03");
const withOutcome = (outcome: Outcome, rest: Partial<Case> = {}): Case =>
  caseWith([call], { outcome, ...rest });
const silent = caseWith([eventOf("crisis-start", "2001-02-03")]);

describe("answeredShare", () => {
  it("never counts a crisis in which nobody called", () => {
    const calls = [...Array<Case>(4).fill(withOutcome("troops")), withOutcome("refused")];
    const plain = answeredShare(calls, "help");
    const more = answeredShare([...calls, silent, silent, silent], "help");
    expect(more).toMatchObject({ answered: 4, calls: 5, share: 0.8, withoutCall: 3 });
    expect(more.exact).toEqual(plain.exact);
    for (const item of record.cases.filter(({ appellant }) => appellant === null)) {
      expect(answeredShare([item], "any")).toMatchObject({ answered: 0, calls: 0 });
    }
  });

  it("withholds a share below five calls, and leaves out an unknown outcome", () => {
    const few = answeredShare([withOutcome("troops"), withOutcome("unknown")], "help");
    expect(few).toMatchObject({ calls: 1, unknown: 1, share: null, exact: null });
    expect(few.withheld).toContain("5 are needed");
  });

  it("counts what the coding counts", () => {
    const cases = (["troops", "forces", "mission", "political", "none"] as const).map(
      (outcome) => withOutcome(outcome),
    );
    const answered = (["forces", "help", "any"] as const).map(
      (coding) => answeredShare(cases, coding).answered,
    );
    expect(answered).toEqual([2, 3, 4]);
  });
});

describe("sensitivity", () => {
  it("drops contested calls and low confidence in their own runs only", () => {
    const contested = withOutcome("troops", {
      appellant: { states: [], actor: null, authentic: "contested", note: null },
    });
    const low = withOutcome("refused", { confidence: "low" });
    const cases = [...Array<Case>(5).fill(withOutcome("troops")), contested, low];
    const runs = new Map(sensitivity(cases, "help").map(({ id, result }) => [id, result]));
    expect(runs.get("all")).toMatchObject({ answered: 6, calls: 7 });
    expect(runs.get("authentic")).toMatchObject({ answered: 5, calls: 6 });
    expect(runs.get("confidence-medium")).toMatchObject({ answered: 6, calls: 6 });
  });

  it("drops calls that asked for consultation alone in a run of its own", () => {
    const asked = (...instrumentAsked: readonly string[]) =>
      withOutcome("political", { instrumentAsked });
    const cases = [asked("consultation"), asked("consultation", "air-defence"), asked()];
    const runs = new Map(
      sensitivity(cases, "help").map(({ id, result }) => [id, result.calls]),
    );
    expect(runs.get("all")).toBe(3);
    expect(runs.get("beyond-consultation")).toBe(2);
  });
});

describe("unseenRefusals", () => {
  it("finds the number that turns the share and its interval", () => {
    expect(unseenRefusals(8, 9, 0.5)).toMatchObject({ share: 7 });
    expect(unseenRefusals(4, 8, 0.5)).toMatchObject({ share: 0, interval: 0 });
    const { interval } = unseenRefusals(20, 22, 0.5);
    expect(interval).toBeGreaterThan(0);
    expect(interval).toBeLessThan(18);
  });
});

describe("responseTime", () => {
  it("dates help with forces by the first deployment, other help by the decision", () => {
    const events = [
      call,
      eventOf("decision", "2001-02-05"),
      eventOf("deployment", "2001-02-10"),
    ];
    const troops = responseTime(caseWith(events), "help")!;
    expect(troops).toMatchObject({ cause: "answered", least: 6 * DAY, most: 8 * DAY });
    const political = responseTime(
      caseWith(events.slice(0, 2), { outcome: "political" }),
      "any",
    )!;
    expect(political).toMatchObject({ cause: "answered", least: DAY, most: 3 * DAY });
  });

  it("ends a wait by refusal or close, and never censors either", () => {
    const refused = caseWith([call, eventOf("refusal", "2001-02-07")], { outcome: "refused" });
    expect(responseTime(refused, "help")).toMatchObject({ cause: "refused", least: 3 * DAY });
    const over = caseWith([call, eventOf("crisis-end", "2001-03-03")], { outcome: "none" });
    expect(responseTime(over, "help")).toMatchObject({ cause: "closed", least: 27 * DAY });
    const blank = responseTime(withOutcome("none"), "help")!;
    expect(blank).toMatchObject({ cause: "closed", most: Infinity });
    expect(responseTime(withOutcome("unknown"), "help")).toMatchObject({ cause: null });
    expect(responseTime(silent, "help")).toBeNull();
  });

  it("has a cause for every call of known outcome in the record", () => {
    for (const item of record.cases) {
      const time = responseTime(item, "help");
      expect(time === null).toBe(item.appellant === null);
      if (time !== null) expect(time.cause === null).toBe(item.outcome === "unknown");
    }
  });
});

describe("answeredWithin", () => {
  it("counts surely and at most, with an interval over both", () => {
    const times = [
      { case: "a", cause: "answered" as const, least: 0, most: DAY },
      { case: "b", cause: "answered" as const, least: DAY, most: 9 * DAY },
      { case: "c", cause: "refused" as const, least: 0, most: DAY },
      { case: "d", cause: null, least: 0, most: Infinity },
      { case: "e", cause: "closed" as const, least: 0, most: Infinity },
    ];
    const week = answeredWithin(times, 7 * DAY);
    expect(week).toMatchObject({ calls: 5, least: 1, most: 3 });
    expect(week.lower!).toBeLessThan(0.2);
    expect(week.upper!).toBeGreaterThan(0.6);
    expect(answeredWithin(times.slice(1), 7 * DAY).lower).toBeNull();
  });
});

describe("equalityOfTreatment", () => {
  const of = (
    state: string,
    outcome: Outcome,
    coded: Case["threat"]["coded"] = "internal",
  ): Case =>
    withOutcome(outcome, {
      appellant: { states: [state as StateKey], actor: null, authentic: "yes", note: null },
      threat: { claimed: [], coded, note: null },
    });

  it("compares calls about the same kind of threat", () => {
    const alike = equalityOfTreatment(
      [
        of("ARM", "refused", "external"),
        of("ARM", "refused", "external"),
        of("KAZ", "troops"),
        of("KAZ", "troops"),
      ],
      "help",
    );
    expect(alike.overall.p).toBeNull();
    expect(alike.overall.withheld).toContain("same result");
  });

  it("gives Fisher's p within one stratum, with the smallest attainable", () => {
    const apart = equalityOfTreatment(
      [
        ...Array<Case>(3).fill(of("ARM", "refused")),
        ...Array<Case>(3).fill(of("KAZ", "troops")),
      ],
      "help",
    );
    expect(apart.overall.p).toBeCloseTo(0.1, 10);
    expect(apart.overall.smallestP).toBeCloseTo(0.1, 10);
    expect(apart.members.map(({ state }) => state)).toEqual(["ARM", "KAZ"]);
  });

  it("leaves a joint call out", () => {
    const joint = withOutcome("troops", {
      appellant: {
        states: ["ARM", "KAZ"] as StateKey[],
        actor: null,
        authentic: "yes",
        note: null,
      },
    });
    expect(equalityOfTreatment([joint, of("ARM", "troops")], "help").joint).toBe(1);
  });
});
