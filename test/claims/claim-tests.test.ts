import { describe, expect, test } from "vitest";
import type { Answer, Row, Section } from "../../src/answer/answer.ts";
import type { Answers } from "../../src/claims/answers.ts";
import { runTest } from "../../src/claims/run-test.ts";
import { UsageError } from "../../src/errors.ts";
import { claimTestSchema } from "../../src/record/claim-test-schema.ts";

/** An answer with the rows that a hand-worked case needs, and nothing else. */
function answerWith(
  rows: readonly Row[],
  summary: Row = {},
  absent: readonly Row[] = [],
): Answer {
  const columns = (list: readonly Row[]) =>
    Object.keys(list[0] ?? {}).map((name) => ({ name, label: name }));
  const rest = { title: "", text: [], findings: [], address: null, figure: null };
  const sections: Section[] = [
    { ...rest, id: "absent", rows: absent, columns: columns(absent) },
  ];
  return {
    ...{
      address: "/x",
      record: "r",
      issued: "",
      title: "",
      figure: null,
      method: [],
      sources: [],
    },
    ...{ caveats: [], covers: { from: "", to: "" }, findings: [], summary },
    columns: columns(rows),
    rows,
    sections,
  };
}

const reading = (answer: Answer): Answers => ({
  read: async () => answer,
  lag: () => null,
  sources: () => [],
});

const run = (yaml: object, answer: Answer, day = "2024-01-01") =>
  runTest(claimTestSchema.parse(yaml), reading(answer), day);

const VOTES = answerWith([
  { state: "AAA", vote: "no" },
  { state: "BBB", vote: "yes" },
  { state: "CCC", vote: "unknown" },
]);
const rows = { address: "/x", where: { vote: "no" }, complete: "all are listed" };

describe("count", () => {
  test.each([
    [{ equals: 1 }, "undecidable"],
    [{ at_least: 1 }, "yes"],
    [{ at_most: 2 }, "yes"],
    [{ at_least: 3 }, "no"],
    [{ below: 1 }, "no"],
    [{ above: 1 }, "undecidable"],
  ])("of a complete list with one row not known: %j is %s", async (bounds, value) => {
    const found = await run({ type: "count", rows, ...bounds }, VOTES);
    expect(found.value).toBe(value);
  });

  test.each([
    [{ equals: 1 }, "undecidable"],
    [{ at_least: 1 }, "yes"],
    [{ at_most: 5 }, "undecidable"],
    [{ at_most: 0 }, "no"],
  ])("of a list that may lack rows: %j is %s", async (bounds, value) => {
    const open = { address: "/x", where: { vote: "no" } };
    const found = await run({ type: "count", rows: open, ...bounds }, VOTES);
    expect(found.value).toBe(value);
  });

  test("of different values counts each once", async () => {
    const answer = answerWith([
      { actor: "A" },
      { actor: "A" },
      { actor: "B" },
      { actor: null },
    ]);
    const test_ = { type: "count", rows: { address: "/x" }, distinct: "actor", at_least: 2 };
    expect(await run(test_, answer)).toMatchObject({ value: "yes" });
    expect(await run({ ...test_, at_least: 3 }, answer)).toMatchObject({
      value: "undecidable",
    });
  });
});

describe("set-equality", () => {
  const equality = (equals: readonly string[], complete: string | null = "all are listed") => ({
    type: "set-equality",
    rows: { address: "/x", where: { vote: ["no", "yes"] }, complete },
    column: "state",
    equals,
  });

  test.each([
    [["AAA"], "no"],
    [["AAA", "BBB"], "undecidable"],
    [["AAA", "BBB", "CCC"], "undecidable"],
    [["AAA", "BBB", "DDD"], "no"],
  ])("with a vote not known, %j is %s", async (equals, value) => {
    expect(await run(equality(equals), VOTES)).toMatchObject({ value });
  });

  test("is decided once every row is known, and never from a list that may lack rows", async () => {
    const known = answerWith([
      { state: "AAA", vote: "no" },
      { state: "BBB", vote: "absent" },
    ]);
    expect(await run(equality(["AAA"]), known)).toMatchObject({ value: "yes" });
    expect(await run(equality(["AAA"], null), known)).toMatchObject({ value: "undecidable" });
  });
});

describe("date-difference", () => {
  const difference = (unit: string, bounds: object) => ({
    type: "date-difference",
    from: { address: "/x", where: { event: "a" } },
    to: { address: "/x", where: { event: "b" } },
    unit,
    ...bounds,
  });
  const dates = (a: string, b: string) =>
    answerWith([
      { event: "a", date: a },
      { event: "b", date: b },
    ]);

  test.each([
    ["2022-01-06", "2022-01-10", "calendar-days", { equals: 4 }, "yes"],
    ["2022-01-06", "2022-01-10", "calendar-days", { equals: 5 }, "no"],
    ["2022-01-06", "2022-01-10", "days", { at_most: 4 }, "undecidable"],
    ["2022-01-06T10:00Z", "2022-01-06T12:00Z", "hours", { at_most: 3 }, "yes"],
    ["2022-01-06T10:00Z", "2022-01-06T12:00Z", "hours", { below: 1 }, "no"],
    ["2022-01", "2022-02-10", "calendar-days", { at_least: 10 }, "yes"],
    ["2022-01", "2022-02-10", "calendar-days", { at_least: 11 }, "undecidable"],
    ["2002-10-07", "2022-04-30", "years", { at_least: 19, below: 20 }, "yes"],
  ])("from %s to %s in %s within %j: %s", async (a, b, unit, bounds, value) => {
    expect(await run(difference(unit, bounds), dates(a, b))).toMatchObject({ value });
  });

  test("a date that is not on record is named as missing", async () => {
    const one = answerWith([{ event: "a", date: "2022-01-06" }]);
    const found = await run(difference("days", { at_most: 1 }), one);
    expect(found).toMatchObject({ value: "undecidable" });
    expect(found.missing).toContain("event b");
  });
});

describe("event-exists and event-by-deadline", () => {
  const where = { type: "refusal", actor: { has: "org" } };
  const none = [{ event: "a", type: "appeal", actor: "AAA", date: "2020-01-01" }];
  const exists = { type: "event-exists", rows: { address: "/x", where } };

  test("a missing event proves nothing", async () => {
    expect(await run(exists, answerWith(none))).toMatchObject({ value: "undecidable" });
  });

  test("a source that states its absence does, a search that found none does not", async () => {
    const absent = (basis: string, actor: string) =>
      answerWith(none, {}, [
        { events: "refusal decision", actor, addressee: "", basis, note: "n" },
      ]);
    expect(await run(exists, absent("stated", "org"))).toMatchObject({ value: "no" });
    expect(await run(exists, absent("stated", ""))).toMatchObject({ value: "no" });
    expect(await run(exists, absent("stated", "other"))).toMatchObject({
      value: "undecidable",
    });
    expect(await run(exists, absent("searched", "org"))).toMatchObject({
      value: "undecidable",
    });
    const not = { ...exists, exists: false };
    expect(await run(not, absent("stated", "org"))).toMatchObject({ value: "yes" });
  });

  test("before its day an event that has not happened is open, and afterwards not on record", async () => {
    const deadline = {
      type: "event-by-deadline",
      rows: { address: "/x", where: { type: "exit" }, complete: "all are listed" },
      by: "2030-12-31",
    };
    const left = [{ event: "x", type: "exit", actor: "AAA", date: "2029-05" }];
    expect(await run(deadline, answerWith(none), "2024-01-01")).toMatchObject({
      value: "open",
    });
    expect(await run(deadline, answerWith(none), "2031-01-01")).toMatchObject({ value: "no" });
    expect(await run(deadline, answerWith(left), "2024-01-01")).toMatchObject({
      value: "yes",
      final: true,
    });
    const late = answerWith([{ ...left[0]!, date: "2031" }]);
    expect(await run(deadline, late, "2032-01-01")).toMatchObject({ value: "no" });
    const unsure = answerWith([{ ...left[0]!, date: "2030/2031" }]);
    expect(await run(deadline, unsure, "2032-01-01")).toMatchObject({ value: "undecidable" });
  });
});

describe("rank, share, difference and value", () => {
  const table = answerWith(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => ({ id: `c${n}`, t_least: n, t_most: n })),
    { share: 0.4, lower: 0.2, upper: 0.45, other: 0.9, low: 0.8, high: 1 },
  );
  const rank = (id: string, share: number, place = "lowest") => ({
    type: "rank-in-reference-class",
    ...{ rows: { address: "/x" }, item: { id }, value: "t", place, share },
  });

  test.each([
    ["c1", 0.1, "lowest", "yes"],
    ["c2", 0.1, "lowest", "no"],
    ["c10", 0.1, "highest", "yes"],
    ["c5", 0.5, "lowest", "yes"],
  ])("%s is among the first %d from the %s: %s", async (id, share, place, value) => {
    expect(await run(rank(id, share, place), table)).toMatchObject({ value });
  });

  test("intervals that overlap widen the rank; a class that is too small decides nothing", async () => {
    const wide = answerWith([...table.rows.slice(1), { id: "c1", t_least: 1, t_most: 5 }]);
    expect(await run(rank("c1", 0.1), wide)).toMatchObject({ value: "undecidable" });
    const few = answerWith(table.rows.slice(0, 4));
    expect(await run(rank("c1", 0.3), few)).toMatchObject({ value: "undecidable" });
  });

  test("a share is decided by its whole interval", async () => {
    const share = (bounds: object) => ({
      type: "share-with-interval",
      share: { address: "/x", summary: "share", lower: "lower", upper: "upper" },
      ...bounds,
    });
    expect(await run(share({ below: 0.5 }), table)).toMatchObject({ value: "yes" });
    expect(await run(share({ above: 0.5 }), table)).toMatchObject({ value: "no" });
    expect(await run(share({ below: 0.4 }), table)).toMatchObject({ value: "undecidable" });
  });

  test("two values differ where their intervals are apart", async () => {
    const difference = (relation: string) => ({
      type: "position-difference",
      first: { address: "/x", summary: "share", lower: "lower", upper: "upper" },
      second: { address: "/x", summary: "other", lower: "low", upper: "high" },
      relation,
    });
    expect(await run(difference("below"), table)).toMatchObject({ value: "yes" });
    expect(await run(difference("above"), table)).toMatchObject({ value: "no" });
    expect(await run(difference("apart"), table)).toMatchObject({ value: "yes" });
  });

  test("a value compares as number, as range in words, and as text", async () => {
    const answer = answerWith([{ id: "a", size: "7000-?", word: "yes" }]);
    const value = (column: string, rest: object) => ({
      type: "value-compare",
      value: { address: "/x", where: { id: "a" }, column },
      ...rest,
    });
    expect(await run(value("size", { at_least: 7000 }), answer)).toMatchObject({
      value: "yes",
    });
    expect(await run(value("size", { above: 9000 }), answer)).toMatchObject({
      value: "undecidable",
    });
    expect(await run(value("size", { below: 5000 }), answer)).toMatchObject({ value: "no" });
    expect(await run(value("word", { text: "no" }), answer)).toMatchObject({ value: "no" });
  });
});

describe("parts", () => {
  const is = (value: string) => ({
    type: "value-compare",
    value: { address: "/x", summary: value },
    text: "yes",
  });
  const answer = answerWith([], { y: "yes", n: "no", u: "unknown" });
  const parts = (type: string, values: string) => ({
    type,
    parts: values.split("").map((value, i) => ({ part: `part ${i}`, test: is(value) })),
  });

  test.each([
    ["all-of", "yy", "yes"],
    ["all-of", "yn", "mixed"],
    ["all-of", "ynu", "mixed"],
    ["all-of", "nn", "no"],
    ["all-of", "nu", "no"],
    ["all-of", "yu", "undecidable"],
    ["any-of", "ny", "yes"],
    ["any-of", "nu", "undecidable"],
    ["any-of", "nn", "no"],
  ])("%s of %s is %s", async (type, values, value) => {
    expect(await run(parts(type, values), answer)).toMatchObject({ value });
  });

  test("what is mixed says which part fails, and turns with it", async () => {
    const found = await run(parts("all-of", "yn"), answer);
    expect(found.observed).toContain("part 1: does not hold");
    expect(found.turning).toMatch(/^part 1: /u);
  });

  test.each([
    ["y", "n", undefined, "no"],
    ["n", "y", undefined, "open"],
    ["n", "y", "undecidable", "undecidable"],
    ["u", "y", undefined, "undecidable"],
  ])("if %s then %s (otherwise %s) is %s", async (condition, consequence, otherwise, value) => {
    const test_ = {
      type: "conditional",
      ...{ condition: is(condition), consequence: is(consequence), otherwise },
    };
    expect(await run(test_, answer)).toMatchObject({ value });
  });

  test("not turns yes and no, and leaves the undecided", async () => {
    expect(await run({ type: "not", test: is("y") }, answer)).toMatchObject({ value: "no" });
    expect(await run({ type: "not", test: is("u") }, answer)).toMatchObject({
      value: "undecidable",
    });
  });
});

describe("faults of a test", () => {
  test("a column that is not there, and a page of a longer list, are refused", async () => {
    const bad = { type: "count", rows: { address: "/x", where: { voter: "AAA" } }, equals: 1 };
    await expect(run(bad, VOTES)).rejects.toThrow(UsageError);
    const page = { ...VOTES, summary: { total: 500, shown: 3 } };
    await expect(run({ type: "count", rows, equals: 1 }, page)).rejects.toThrow(
      "lists 3 of 500 rows",
    );
  });
});
