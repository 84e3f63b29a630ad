import { RecordError } from "../errors.ts";
import { parseEventDate } from "../dates/parse-event-date.ts";
import { type RawClaims, claimsSchema } from "./claim-schema.ts";
import type { ClaimFile } from "./claim.ts";
import { readYaml, type YamlFile } from "./read-yaml.ts";

type Fail = (path: readonly (string | number)[], message: string, hint: string) => never;
type RawClaim = RawClaims["claims"][number];

function checkTest(claim: RawClaim, at: readonly (string | number)[], fail: Fail): void {
  const { kind, test, reference, requires, due } = claim;
  if (kind === "value" && (test !== null || reference !== null)) {
    fail([...at, "test"], "A value judgment has no test.", "Take it out, or change the kind.");
  }
  if (kind !== "value" && test === null && requires === null) {
    const mend = "Bind it to a test, or say in requires which record would decide it.";
    fail(at, `Claim ${claim.n} has no test.`, mend);
  }
  if (kind === "cause" && requires === null) {
    const mend = "Dates show what came first, not why: name the record that would decide it.";
    fail(at, `Claim ${claim.n} is about a cause and needs "requires".`, mend);
  }
  if (kind === "prediction" && due === null) {
    const mend = "Name the day on which it counts as come about or not.";
    fail(at, `Claim ${claim.n} is a prediction and needs "due".`, mend);
  }
  if (kind !== "prediction" && due !== null) {
    fail(
      [...at, "due"],
      "Only a prediction has a due day.",
      "Take it out, or change the kind.",
    );
  }
  if (reference !== null && test === null) {
    const mend = "Give the claim's letter as test and its reference class as reference.";
    fail([...at, "reference"], "A reference class needs the test of the letter.", mend);
  }
}

/** The claims that a claim rests on lead back to itself. */
function circleFrom(n: number, supports: ReadonlyMap<number, readonly number[]>): boolean {
  const open = [...(supports.get(n) ?? [])];
  const seen = new Set<number>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === n) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(supports.get(next) ?? []));
  }
  return false;
}

function checkNumbers(value: RawClaims, fail: Fail): void {
  const seen = new Set<number>();
  for (const [index, { n }] of value.claims.entries()) {
    const at = ["claims", index, "n"];
    if (seen.has(n)) fail(at, `Two claims have the number ${n}.`, "Renumber one.");
    seen.add(n);
  }
}

function checkLinks(value: RawClaims, fail: Fail): void {
  const supports = new Map(value.claims.map((claim) => [claim.n, claim.supports]));
  checkNumbers(value, fail);
  for (const [index, { n, supports: links, weight }] of value.claims.entries()) {
    const at = ["claims", index];
    for (const [i, link] of links.entries()) {
      if (!supports.has(link)) {
        const mend = `Numbers: ${[...supports.keys()].join(", ")}.`;
        fail([...at, "supports", i], `There is no claim ${link}.`, mend);
      }
    }
    if (links.length > 0 && weight === null) {
      const mend = "Add weight: hoop, smoking-gun, doubly-decisive or straw-in-the-wind.";
      fail(at, `Claim ${n} supports another and has no weight.`, mend);
    }
    if (links.length === 0 && weight !== null) {
      const mend = "Name the claims that rest on it in supports, or take the weight out.";
      fail([...at, "weight"], `Claim ${n} has a weight and supports nothing.`, mend);
    }
    if (circleFrom(n, supports)) {
      fail([...at, "supports"], `Claim ${n} rests on itself.`, "Take one of the links out.");
    }
  }
}

/** A file of claims, and the line of each claim for messages about it. */
export interface ParsedClaims {
  readonly claims: ClaimFile;
  /** `file:line` of a claim's test. */
  readonly where: (n: number) => string;
}

/**
 * Reads one file of claims.
 *
 * @throws RecordError with file and line of the first fault.
 */
export function parseClaims(file: string, text: string): ParsedClaims {
  const yaml: YamlFile<RawClaims> = readYaml(file, text, claimsSchema);
  const fail: Fail = (path, message, hint) => {
    throw new RecordError(message, { where: `${file}:${yaml.line(...path)}`, hint });
  };
  try {
    parseEventDate(yaml.value.text.date);
  } catch {
    const hint = 'Write EDTF: "2022-04", "2022-04-12" or "2022-04~".';
    fail(["text", "date"], `"${yaml.value.text.date}" is not a date.`, hint);
  }
  for (const [index, claim] of yaml.value.claims.entries()) {
    checkTest(claim, ["claims", index], fail);
  }
  checkLinks(yaml.value, fail);
  const claims = yaml.value.claims.toSorted((a, b) => a.n - b.n);
  return {
    claims: { ...yaml.value, claims },
    where: (n) => {
      const index = yaml.value.claims.findIndex((claim) => claim.n === n);
      return `${file}:${yaml.line("claims", index, "test")}`;
    },
  };
}
