import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bytesOf, madeAtop, madeNmc, refusal } from "./made-files.ts";

const nmc = madeNmc().text;
const lines = nmc.trimEnd().split("\n");
const half = `${lines.slice(0, 120).join("\n")}\n`;
const atop = madeAtop([]).text;

const SIPRI =
  "year,supplier,supplier_ccode,recipient,recipient_ccode,tiv_million\n1992,Russia,365,Armenia,371,2\n";

describe("a source is refused in one line", () => {
  it.each([
    [
      "cut within a row",
      "nmc",
      nmc.slice(0, 3000),
      /f\.csv:\d+: the last line does not end: the file is truncated/u,
    ],
    [
      "cut between rows",
      "nmc",
      half,
      /f\.csv: \d+ of \d+ states have no row in its last year, 2022.*truncated/u,
    ],
    [
      "of an edition that ends elsewhere",
      "nmc",
      madeNmc(2020).text,
      /its last year is 2020.*truncated or of another version.*7\.0 \(to 2022\)/u,
    ],
    ["without rows", "nmc", `${lines[0]}\n`, /there is no row below the header/u],
    ["empty", "nmc", "", /the file is empty/u],
    [
      "with a header of another version",
      "nmc",
      nmc.replace("tpop", "population"),
      /no file of nmc that is known here: columns "tpop" missing.*begins "stateabb,ccode,year,milex"/u,
    ],
    [
      "swapped for another's",
      "nmc",
      atop,
      /this is a file of atop, not of nmc\. Run "casus source add atop"/u,
    ],
    ["swapped the other way", "atop", nmc, /this is a file of nmc, not of atop/u],
    ["of nobody known", "nmc", "a,b\n1,2\n", /no file of nmc that is known here/u],
    [
      "with a word for a number",
      "nmc",
      nmc.replace(",1,2,3,", ",1,x,3,"),
      /f\.csv:2: milper "x" is not a number/u,
    ],
    [
      "with a row twice",
      "nmc",
      `${lines[0]}\n${lines[1]}\n${lines[1]}\n`,
      /f\.csv:3: country 2 has two rows in 2021/u,
    ],
    [
      "with a field too many",
      "nmc",
      nmc.replace(",2025\n", ",2025,\n"),
      /f\.csv:2: 12 fields where the header has 11: the file is damaged/u,
    ],
    [
      "of fewer rows than the version has",
      "atop",
      madeAtop([], 900).text,
      /f\.csv: 900 rows where ATOP 5\.1 has 2510: the file is truncated/u,
    ],
    [
      "of another version by its own word",
      "atop",
      madeAtop([], 2510, "5.0").text,
      /f\.csv:2: the row is of ATOP version "5\.0"\. Bring version 5\.1/u,
    ],
    ["a web page", "nmc", "<!DOCTYPE html>\n", /this is a web page, not a table/u],
    ["an archive", "nmc", "PK\u0003\u0004", /zip archive.*Unpack it/u],
    ["of arms transfers", "nmc", SIPRI, /f\.csv: this is /u],
  ])("%s", (_, name, text, message) => {
    const line = refusal(name, [{ file: "f.csv", bytes: bytesOf(text) }]);
    expect(line).toMatch(message);
    expect(line).not.toContain("\n");
  });

  it("cut within a gzip file", () => {
    const whole = gzipSync(bytesOf(nmc));
    expect(refusal("nmc", [{ file: "f.csv.gz", bytes: whole.subarray(0, 900) }])).toMatch(
      /f\.csv\.gz: the gzip file is truncated or damaged/u,
    );
  });

  it("where the same file comes twice", () => {
    const bytes = bytesOf(nmc);
    const line = refusal("nmc", [
      { file: "a.csv", bytes },
      { file: "b.csv", bytes },
    ]);
    expect(line).toMatch(/b\.csv: this is a state in a year, and so is a\.csv/u);
  });

  it("where its name is none", () => {
    expect(refusal("nmcs", [])).toMatch(/there is no source "nmcs"\. Sources: atop, /u);
  });
});
