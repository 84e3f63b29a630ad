import type { Claim } from "../record/claim.ts";
import type { ClaimResult } from "./check-claims.ts";
import type { Verdict } from "./verdict.ts";

/** How a conclusion stands with the claims that it rests on. */
export const STANDINGS = ["falls", "weakened", "open", "stands", "confirmed"] as const;

/** The standing of a conclusion. */
export type Standing = (typeof STANDINGS)[number];

/** A conclusion of a text: a claim that others support. */
export interface Conclusion {
  readonly claim: Claim;
  readonly verdict: Verdict;
  readonly standing: Standing;
  /** Numbers of the claims that it rests on directly. */
  readonly restsOn: readonly number[];
  /** Numbers of the claims that it falls with: those it needs, and those that they need. */
  readonly fallsWith: readonly number[];
  /** Of the claims that it rests on or falls with, those that failed. */
  readonly failed: readonly number[];
  /** Of these, those that are not decided. */
  readonly undecided: readonly number[];
}

const FAILS: readonly Verdict[] = ["contradicted", "wrong-reference-class"];
const UNDECIDED: readonly Verdict[] = ["not-decidable", "open", "not-empirical"];

const isNeeded = ({ weight }: Claim): boolean =>
  weight === "hoop" || weight === "doubly-decisive";
const isProof = ({ weight }: Claim): boolean =>
  weight === "smoking-gun" || weight === "doubly-decisive";

function neededBy(n: number, results: readonly ClaimResult[]): readonly ClaimResult[] {
  const found = new Set<ClaimResult>();
  const open = [n];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const result of results) {
      const { claim } = result;
      if (!claim.supports.includes(next) || !isNeeded(claim) || found.has(result)) continue;
      found.add(result);
      open.push(claim.n);
    }
  }
  return [...found].sort((a, b) => a.claim.n - b.claim.n);
}

function standingOf(
  premises: readonly ClaimResult[],
  needed: readonly ClaimResult[],
): Standing {
  if (needed.some(({ verdict }) => FAILS.includes(verdict))) return "falls";
  const shaken = premises.some(({ verdict }) => FAILS.includes(verdict) || verdict === "mixed");
  if (shaken || needed.some(({ verdict }) => verdict === "mixed")) return "weakened";
  const proven = premises.some(
    ({ claim, verdict }) => isProof(claim) && verdict === "supported",
  );
  if (proven) return "confirmed";
  if (needed.some(({ verdict }) => UNDECIDED.includes(verdict))) return "open";
  return premises.some(({ verdict }) => verdict === "supported") ? "stands" : "open";
}

/**
 * The conclusions of a text and what has become of them: a conclusion falls with a hoop or doubly
 * decisive claim that failed, is weakened by the failure of any other, stands or is confirmed by
 * those that hold.
 */
export function argumentOf(results: readonly ClaimResult[]): readonly Conclusion[] {
  return results.flatMap(({ claim, verdict }): readonly Conclusion[] => {
    const premises = results.filter((result) => result.claim.supports.includes(claim.n));
    if (premises.length === 0) return [];
    const needed = neededBy(claim.n, results);
    const all = results.filter(
      (result) => premises.includes(result) || needed.includes(result),
    );
    const numbers = (list: readonly ClaimResult[]) => list.map((result) => result.claim.n);
    return [
      {
        claim,
        verdict,
        standing: standingOf(premises, needed),
        restsOn: numbers(premises),
        fallsWith: numbers(needed),
        failed: numbers(all.filter((one) => FAILS.includes(one.verdict))),
        undecided: numbers(all.filter((one) => UNDECIDED.includes(one.verdict))),
      },
    ];
  });
}
