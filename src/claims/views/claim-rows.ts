import type { Column, Figure, Row } from "../../answer/answer.ts";
import type { CheckedClaims, ClaimResult } from "../check-claims.ts";
import { VERDICTS, VERDICT_TEXT, type Verdict } from "../verdict.ts";

/** Columns of the rows of claims. */
export const CLAIM_COLUMNS: readonly Column[] = [
  { name: "n", label: "Claim" },
  { name: "verdict", label: "Verdict" },
  { name: "claim", label: "In our words" },
  { name: "after", label: "By what came after", note: "only with an earlier day" },
  { name: "observed", label: "Found" },
  { name: "turning", label: "The fact that would turn it" },
  { name: "missing", label: "The record that is missing" },
  { name: "test", label: "Test", note: "empty: none; then the reference class's" },
  { name: "kind", label: "Kind" },
  { name: "place", label: "Place in the text" },
  { name: "supports", label: "Supports", note: "claims that rest on it" },
  { name: "weight", label: "Weight" },
  { name: "for", label: "What would count for it" },
  { name: "against", label: "What would count against it" },
  { name: "must", label: "Must be" },
  { name: "due", label: "Due" },
  { name: "note", label: "Note" },
];

/** One claim with its verdict, as a row. */
export function claimRow({ claim, after, ...found }: ClaimResult): Row {
  const tests = [claim.test, claim.reference].flatMap((test) =>
    test === null ? [] : [test.type],
  );
  return {
    n: claim.n,
    verdict: found.verdict,
    claim: claim.claim,
    after: after?.verdict ?? null,
    observed: found.observed,
    turning: found.turning,
    missing: found.missing,
    test: tests.join(" "),
    kind: claim.kind,
    place: claim.place,
    supports: claim.supports.join(" "),
    weight: claim.weight,
    for: claim.for,
    against: claim.against,
    must: claim.must,
    due: claim.due,
    note: claim.note,
  };
}

/** How many claims have each verdict. */
export function verdictCounts(verdicts: readonly Verdict[]): Readonly<Record<Verdict, number>> {
  const count = (name: Verdict): number =>
    verdicts.filter((verdict) => verdict === name).length;
  return Object.fromEntries(VERDICTS.map((name) => [name, count(name)])) as Record<
    Verdict,
    number
  >;
}

/** Columns of the table of verdict counts. */
export const COUNT_COLUMNS: readonly Column[] = [
  { name: "verdict", label: "Verdict" },
  { name: "means", label: "Says" },
  { name: "claims", label: "Claims" },
];

/** The table of verdict counts. */
export function countRows(counts: Readonly<Record<Verdict, number>>): readonly Row[] {
  return VERDICTS.map((name) => ({
    verdict: name,
    means: VERDICT_TEXT[name],
    claims: counts[name],
  }));
}

/** The counts as a figure. */
export function countFigure(title: string, highlight: Verdict | null): Figure {
  return {
    kind: "ranks",
    title,
    label: "means",
    value: "claims",
    lower: null,
    upper: null,
    highlight: highlight === null ? null : VERDICT_TEXT[highlight],
    xLabel: "Claims",
    domain: null,
    rule: null,
  };
}

/** Columns of the rows of evidence. */
export const EVIDENCE_COLUMNS: readonly Column[] = [
  { name: "n", label: "Claim" },
  { name: "part", label: "Part" },
  { name: "address", label: "Address" },
  { name: "row", label: "Row" },
  { name: "value", label: "Value" },
];

/** The rows that the verdicts rest on. */
export function evidenceRows({ results }: CheckedClaims): readonly Row[] {
  return results.flatMap(({ claim, evidence }) =>
    evidence.map((row) => ({ n: claim.n, ...row })),
  );
}
