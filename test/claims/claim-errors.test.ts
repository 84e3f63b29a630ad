import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { check } from "../../src/cli/commands/check.ts";
import { exitCode } from "../../src/cli/exit-code.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import { CasusError, RecordError } from "../../src/errors.ts";
import { parseClaims } from "../../src/record/parse-claims.ts";

const TEMPLATE = readFileSync("data/claims/TEMPLATE", "utf8");

/** A small file of claims; a mistake replaces one of its lines. */
const GOOD = `id: mine
title: Mine
text: { title: An article, author: Somebody, date: "2022-04" }
claims:
  - n: 1
    claim: Two members voted against.
    kind: count
    supports: [2]
    weight: hoop
    test:
      type: count
      rows:
        address: /rollcalls/A-RES-ES-11-1
        where: { state: [BLR, RUS], vote: no }
      at_least: 2
  - n: 2
    claim: It was bad.
    kind: value
`;

const MISTAKES: readonly (readonly [string, string, string, number, string])[] = [
  ["a missing title", "title: Mine\n", "", 1, "needs a text"],
  ["an id with spaces", "id: mine", "id: my own", 1, "lower-case letters"],
  ["a date that is none", '"2022-04"', '"spring"', 3, "is not a date"],
  ["an unknown field", "    kind: count", "    kind: count\n    verdict: true", 5, "verdict"],
  ["an unknown kind", "kind: count", "kind: number", 7, "needs a kind: fact, date, count"],
  ["a text for a number", "n: 2", "n: two", 16, "needs the number of a claim"],
  ["a number twice", "n: 2", "n: 1", 16, "Two claims have the number 1"],
  ["support of no claim", "supports: [2]", "supports: [7]", 8, "There is no claim 7"],
  ["support in a circle", "supports: [2]", "supports: [1]", 8, "rests on itself"],
  ["support without weight", "    weight: hoop\n", "", 5, "has no weight"],
  ["an unknown weight", "weight: hoop", "weight: heavy", 9, "needs a weight: hoop"],
  ["weight without support", "    supports: [2]\n", "", 8, "supports nothing"],
  ["an unknown test", "type: count", "type: counting", 11, "needs a type of test: date-diff"],
  ["no bounds", "      at_least: 2\n", "", 11, "needs one of equals, at_least"],
  ["an address without a slash", "address: /roll", "address: roll", 13, 'begins with "/"'],
  ["an address of claims", "/rollcalls/A-RES-ES-11-1", "/claims/x", 13, "tested by claims"],
  ["a match that is none", "vote: no", "vote: { is: no }", 14, "needs a value, a list of"],
  ["a value with a test", "kind: count", "kind: value", 11, "has no test"],
  ["a prediction without a day", "kind: count", "kind: prediction", 5, 'needs "due"'],
  ["a cause without requires", "kind: count", "kind: cause", 5, 'needs "requires"'],
  ["no test and no requires", "kind: value", "kind: fact", 16, "has no test"],
  [
    "a due day on a fact",
    "    weight: hoop",
    "    weight: hoop\n    due: 2030-01-01",
    10,
    "due",
  ],
  ["YAML that is none", "title: Mine", "title: [Mine", 3, ""],
];

describe("a mistake in a file of claims", () => {
  test("the file without a mistake is read", () => {
    expect(parseClaims("mine.yaml", GOOD).claims.claims).toHaveLength(2);
  });

  test.each(MISTAKES)("%s is named with its line", (_name, from, to, line, message) => {
    expect(GOOD).toContain(from);
    const text = GOOD.replace(from, to);
    try {
      parseClaims("mine.yaml", text);
      expect.unreachable("the mistake was not seen");
    } catch (error) {
      expect(error).toBeInstanceOf(RecordError);
      const { where, line: whole } = error as RecordError;
      expect(whole).toContain(message);
      expect(where).toBe(`mine.yaml:${line}`);
    }
  });
});

const folder = mkdtempSync(join(tmpdir(), "casus-claims-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `casus check` on a text; what it printed, and its exit code. */
async function checked(text: string, options: object = {}) {
  const file = join(folder, "mine.yaml");
  writeFileSync(file, text);
  const out: string[] = [];
  const terminal: Terminal = {
    out: (part) => void out.push(part),
    err: () => undefined,
    bytes: () => undefined,
    ...{ colour: false, width: 100, progress: false },
  };
  try {
    await check(terminal, file, options);
    return { out: out.join(""), code: 0, error: "" };
  } catch (error) {
    const line = error instanceof CasusError ? error.line : String(error);
    return { out: out.join(""), code: exitCode(error), error: line };
  }
}

describe("casus check", () => {
  test("prints the verdicts of a file in every format", async () => {
    const json = JSON.parse((await checked(GOOD, { format: "json" })).out) as {
      readonly record: string;
      readonly rows: readonly { readonly verdict: string }[];
    };
    expect(json.rows.map(({ verdict }) => verdict)).toStrictEqual([
      "supported",
      "not-empirical",
    ]);
    expect(json.record).toContain("+claims.");
    for (const format of ["table", "md", "csv", "html"]) {
      const { out, code } = await checked(GOOD, { format });
      expect(code).toBe(0);
      expect(out).toContain("supported");
    }
  });

  test("ends with 1 where a claim that must be supported is not, after printing", async () => {
    const must = GOOD.replace("weight: hoop", "weight: hoop\n    must: supported");
    expect(await checked(must)).toMatchObject({ code: 0 });
    const failing = await checked(must.replace("at_least: 2", "at_most: 1"));
    expect(failing.code).toBe(1);
    expect(failing.error).toContain("1 (contradicted)");
    expect(failing.out).toContain("contradicted");
  });

  test.each([
    ["/rollcalls/A-RES-ES-11-1", "/rollcalls/A-RES-ES-11-100", "there is no roll call"],
    ["/rollcalls/A-RES-ES-11-1", "/rollcall/A-RES-ES-11-1", "is no address"],
    ["vote: no", "voted: no", 'has no column "voted"'],
  ])(
    "a test that names nothing (%s -> %s) is named with its line",
    async (from, to, message) => {
      const { code, error } = await checked(GOOD.replace(from, to));
      expect(code).toBe(1);
      expect(error).toContain(message);
      expect(error).toMatch(/mine\.yaml:1[01]: claim 1: /u);
    },
  );

  test("with --as-of a day before the vote the claim is not decided", async () => {
    const { out } = await checked(GOOD, { format: "json", asOf: "2022-03-01" });
    const { rows } = JSON.parse(out) as { readonly rows: readonly Record<string, string>[] };
    expect(rows[0]).toMatchObject({ verdict: "not-decidable", after: "supported" });
    expect(await checked(GOOD, { asOf: "March 2022" })).toMatchObject({ code: 2 });
  });

  test("the template runs, and every part of it has the verdict that its kind allows", async () => {
    const { out, code, error } = await checked(TEMPLATE, { format: "json" });
    expect({ code, error }).toStrictEqual({ code: 0, error: "" });
    const { rows } = JSON.parse(out) as { readonly rows: readonly Record<string, string>[] };
    expect(rows.map((row) => row["kind"])).toStrictEqual([
      ...["fact", "date", "prediction", "cause", "value"],
    ]);
    expect(rows[3]!["verdict"]).toBe("not-decidable");
    expect(rows[4]!["verdict"]).toBe("not-empirical");
  });
});
