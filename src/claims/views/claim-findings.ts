import type { Finding } from "../../answer/answer.ts";
import { counted, listed } from "../../answer/text.ts";
import type { Conclusion, Standing } from "../argument.ts";
import type { CheckedClaims, ClaimResult } from "../check-claims.ts";
import { VERDICTS, VERDICT_TEXT, type Verdict } from "../verdict.ts";
import { verdictCounts } from "./claim-rows.ts";

const WITHOUT = { lower: null, upper: null, level: null };
const METHOD = "Verdicts by test";

function countsText(counts: Readonly<Record<Verdict, number>>): string {
  const parts = VERDICTS.filter((name) => counts[name] > 0).map(
    (name) => `${counts[name]} ${VERDICT_TEXT[name]}`,
  );
  return listed(parts);
}

function countFinding(checked: CheckedClaims, base: string): Finding {
  const { results, day } = checked;
  const counts = verdictCounts(results.map(({ verdict }) => verdict));
  return {
    id: "verdicts",
    text:
      `Of ${counted(results.length, "claim")}, by what had happened by ${day}: ` +
      `${countsText(counts)}.`,
    value: counts.supported,
    ...WITHOUT,
    n: results.length,
    comparison: null,
    method: METHOD,
    evidence: [base],
  };
}

/** With an earlier day: which verdicts what came after has turned. */
function hindsightFinding(
  { results, day, last }: CheckedClaims,
  base: string,
): readonly Finding[] {
  if (results.every(({ after }) => after === null)) return [];
  const turned = results.filter(({ verdict, after }) => after?.verdict !== verdict);
  const predictions = results.filter(({ claim }) => claim.kind === "prediction");
  const scored = predictions.filter(({ after }) => after?.verdict !== "open");
  return [
    {
      id: "hindsight",
      text:
        `What came after ${day}, up to ${last}, gives ${turned.length} of the ` +
        `${results.length} claims another verdict; ${scored.length} of ` +
        `${predictions.length} predictions can be scored.`,
      value: turned.length,
      ...WITHOUT,
      n: results.length,
      comparison: `The same claims tested on the whole record, up to ${last}.`,
      method: METHOD,
      evidence: [base],
    },
  ];
}

const names = (numbers: readonly number[]): string =>
  numbers.length === 0 ? "none" : listed(numbers.map(String));

/** How a conclusion stands, in a word or two. */
const STANDING_TEXT: Readonly<Record<Standing, string>> = {
  falls: "falls",
  weakened: "is weakened",
  open: "is open",
  stands: "stands",
  confirmed: "is confirmed",
};

function conclusionFinding(conclusion: Conclusion, base: string): Finding {
  const { claim, standing, verdict, restsOn, failed, undecided } = conclusion;
  return {
    id: `conclusion-${claim.n}`,
    text:
      `As a conclusion claim ${claim.n} ${STANDING_TEXT[standing]} (${VERDICT_TEXT[verdict]} ` +
      `on its own): it rests on ${names(restsOn)}; failed: ${names(failed)}; ` +
      `not decided: ${names(undecided)}.`,
    value: failed.length,
    ...WITHOUT,
    n: restsOn.length,
    comparison: null,
    method: "Weight and standing",
    evidence: [`${base}/${claim.n}`, ...restsOn.map((n) => `${base}/${n}`)],
  };
}

function claimFinding({ claim, ...found }: ClaimResult, base: string): Finding {
  const { verdict, observed, missing, turning, evidence, after } = found;
  const decided = verdict !== "not-decidable";
  return {
    id: `claim-${claim.n}`,
    text: [
      `Claim ${claim.n}, ${VERDICT_TEXT[verdict]}: ${claim.claim}`,
      ...(observed === null ? [] : [`Found: ${observed}.`]),
      ...(missing === null ? [] : [`Missing: ${missing}.`]),
      ...(decided && turning !== null ? [`Would turn it: ${turning}.`] : []),
      ...(after === null || after.verdict === verdict
        ? []
        : [`By what came after: ${VERDICT_TEXT[after.verdict]}.`]),
    ].join(" "),
    value: null,
    ...WITHOUT,
    n: evidence.length,
    comparison: null,
    method: METHOD,
    evidence: [...new Set([`${base}/${claim.n}`, ...evidence.map(({ address }) => address)])],
  };
}

/** The findings on a text: how many of each verdict, what hindsight turns, argument, claims. */
export function claimFindings(
  checked: CheckedClaims,
  conclusions: readonly Conclusion[],
  base: string,
): readonly Finding[] {
  return [
    countFinding(checked, base),
    ...hindsightFinding(checked, base),
    ...conclusions.map((conclusion) => conclusionFinding(conclusion, base)),
    ...checked.results.map((result) => claimFinding(result, base)),
  ];
}
