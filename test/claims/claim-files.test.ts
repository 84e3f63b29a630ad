import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkClaims } from "../../src/claims/check-claims.ts";
import { computeAnswer } from "../../src/claims/compute-answer.ts";
import { VERDICTS } from "../../src/claims/verdict.ts";
import { CLAIM_VIEWS } from "../../src/claims/views/index.ts";
import { kernels, record } from "../laboratory.ts";

const answerOf = (address: string) => computeAnswer(record, address, { kernels });

describe("the shipped claims", () => {
  test("hold the 52 claims on the CSTO and fifteen or more of each other text", () => {
    const counts = new Map(record.claims.map(({ id, claims }) => [id, claims.length]));
    expect(counts.get("csto-2022")).toBe(52);
    expect(counts.size).toBeGreaterThanOrEqual(3);
    for (const [id, count] of counts) expect(count, id).toBeGreaterThanOrEqual(15);
  });

  test.each(record.claims.map((file) => [file.id, file] as const))(
    "%s: every claim has a verdict with what it rests on, or the record that is missing",
    async (_id, file) => {
      const { results } = await checkClaims(record, file, { kernels, asOf: null });
      expect(results.map(({ claim }) => claim.n)).toStrictEqual(
        file.claims.map((_, index) => index + 1),
      );
      for (const { claim, verdict, evidence, observed, turning, missing } of results) {
        const n = `claim ${claim.n}`;
        expect(VERDICTS, n).toContain(verdict);
        expect(claim.kind === "value", n).toBe(verdict === "not-empirical");
        if (verdict === "not-empirical") continue;
        expect(turning, n).not.toBe("");
        if (verdict === "not-decidable") expect(missing?.length, n).toBeGreaterThan(5);
        else {
          expect(observed, n).not.toBeNull();
          expect(evidence.length, n).toBeGreaterThan(0);
        }
        if (claim.kind === "cause") expect(verdict, n).not.toBe("supported");
        if (claim.must === "supported") expect(verdict, n).toBe("supported");
      }
    },
  );

  test("every text is named by title and date, and every claim but those of value is tested", () => {
    for (const { id, text, claims } of record.claims) {
      expect(text.title, id).not.toBe("");
      const tested = claims.filter((claim) => claim.test !== null).length;
      expect(tested / claims.length, id).toBeGreaterThan(0.8);
    }
  });

  test("the same record gives the same answer", async () => {
    const [first, second] = [
      await answerOf("/claims/csto-2022"),
      await answerOf("/claims/csto-2022"),
    ];
    expect(second).toStrictEqual(first);
  });
});

describe("the addresses of claims", () => {
  test.each(CLAIM_VIEWS.map(({ example }) => [example] as const))(
    "%s answers",
    async (address) => {
      const answer = await answerOf(address);
      expect(answer.rows.length).toBeGreaterThan(0);
      const names = answer.columns.map(({ name }) => name);
      for (const row of answer.rows) expect(Object.keys(row)).toStrictEqual(names);
      for (const section of answer.sections) {
        const columns = section.columns.map(({ name }) => name);
        for (const row of section.rows) expect(Object.keys(row)).toStrictEqual(columns);
      }
    },
  );

  test("a claim's page says what rests on it and how it was tested", async () => {
    const answer = await answerOf("/claims/csto-2022/30");
    expect(answer.sections.map(({ id }) => id)).toStrictEqual(["bearing", "test", "counts"]);
    expect(answer.sections[0]!.rows).toContainEqual(
      expect.objectContaining({ n: 31, standing: "falls" }),
    );
  });

  test.each([
    ["/claims/csto", "there are no claims"],
    ["/claims/csto-2022/53", "numbered from 1 to 52"],
    ["/claims/csto-2022/one", "numbered from 1 to 52"],
    ["/claims/csto-2022?at=2022", "at"],
    ["/claims?at=2022-01-01", "is not a parameter"],
  ])("%s is refused", async (address, message) => {
    await expect(answerOf(address)).rejects.toThrow(
      expect.objectContaining({ line: expect.stringContaining(message) }),
    );
  });
});

describe("no verdict but by a test", () => {
  const files = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/u.test(name))
      .map((name) => `${folder}/${name}`);
  const code = files("src").map((file) => [file, readFileSync(file, "utf8")] as const);

  test("no sentence of a claim stands in the code", () => {
    const sentences = record.claims.flatMap(({ claims, text, title }) => [
      ...claims.flatMap((claim) => [claim.claim, claim.requires, claim.note]),
      text.title,
      title,
    ]);
    for (const sentence of sentences) {
      if (sentence === null || sentence.length < 20) continue;
      for (const [file, source] of code) expect(source, file).not.toContain(sentence);
    }
  });

  test("no file of claims is named but as the example of an address or a command", () => {
    for (const [file, source] of code) {
      for (const { id } of record.claims) {
        const lines = source.split("\n").filter((line) => line.includes(id));
        for (const line of lines) expect(line, file).toMatch(/example: |casus check /u);
      }
    }
  });

  test("no claim carries a verdict, and none is tested by claims", () => {
    const text = JSON.stringify(record.claims);
    expect(text).not.toContain('"verdict"');
    expect(text).not.toContain('"/claims');
  });

  test("a record without claims answers, and says that it has none", async () => {
    const bare = { ...record, claims: [] };
    const answer = await computeAnswer(bare, "/claims", { kernels });
    expect(answer.summary).toStrictEqual({ texts: 0, claims: 0 });
    await expect(computeAnswer(bare, "/claims/csto-2022", { kernels })).rejects.toThrow(
      "there are no claims",
    );
  });
});
