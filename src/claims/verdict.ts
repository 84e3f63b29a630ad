import type { Claim } from "../record/claim.ts";
import type { Evidence, Outcome } from "./outcome.ts";

/** The verdicts that a claim can have; each is computed, none is written by hand. */
export const VERDICTS = [
  "supported",
  "contradicted",
  "wrong-reference-class",
  "mixed",
  "not-decidable",
  "open",
  "not-empirical",
] as const;

/** The verdict on a claim. */
export type Verdict = (typeof VERDICTS)[number];

/** What each verdict says. */
export const VERDICT_TEXT: Readonly<Record<Verdict, string>> = {
  supported: "supported",
  contradicted: "contradicted",
  "wrong-reference-class": "right in the letter, wrong in its reference class",
  mixed: "mixed",
  "not-decidable": "not decidable with this record",
  open: "open",
  "not-empirical": "not an empirical claim",
};

/** A verdict with what it rests on. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly observed: string | null;
  /** The record that is missing. */
  readonly missing: string | null;
  /** The single fact that would turn it. */
  readonly turning: string | null;
  readonly evidence: readonly Evidence[];
}

const OF_OUTCOME = {
  yes: "supported",
  no: "contradicted",
  mixed: "mixed",
  undecidable: "not-decidable",
  open: "open",
} as const satisfies Readonly<Record<Outcome["value"], Verdict>>;

const labelled = (evidence: readonly Evidence[], label: string): readonly Evidence[] =>
  evidence.map((row) => ({ ...row, part: row.part === "" ? label : `${label}: ${row.part}` }));

/** The letter of a claim joined with its reference class. */
function withReference(letter: Outcome, reference: Outcome): Judgement {
  const evidence = [
    ...labelled(letter.evidence, "letter"),
    ...labelled(reference.evidence, "reference class"),
  ];
  const observed = `letter: ${letter.observed}; reference class: ${reference.observed}`;
  const verdict = OF_OUTCOME[letter.value];
  if (letter.value !== "yes") {
    return { verdict, observed, missing: letter.missing, turning: letter.turning, evidence };
  }
  const { turning, missing } = reference;
  const decided = reference.value === "yes" ? letter.turning : turning;
  const wrong =
    reference.value === "no" ? "wrong-reference-class" : OF_OUTCOME[reference.value];
  return { verdict: wrong, observed, missing, turning: decided, evidence };
}

/**
 * The verdict on a claim from what its tests found. A cause can be refuted by a failed condition
 * and is never shown by a test that passes; before its day a prediction is open, unless what
 * happened cannot be undone.
 */
export function verdictOf(
  claim: Claim,
  letter: Outcome | null,
  reference: Outcome | null,
  day: string,
): Judgement {
  const { kind, requires, due } = claim;
  if (kind === "value") {
    const nothing = { observed: null, missing: null, turning: null, evidence: [] };
    return { verdict: "not-empirical", ...nothing };
  }
  if (letter === null) {
    const rest = { observed: null, missing: requires, turning: requires, evidence: [] };
    return { verdict: "not-decidable", ...rest };
  }
  const { observed, missing, turning, evidence } = letter;
  const found: Judgement =
    reference === null
      ? { verdict: OF_OUTCOME[letter.value], observed, missing, turning, evidence }
      : withReference(letter, reference);
  const early = due !== null && due > day;
  const settled = letter.final && (letter.value === "yes" || letter.value === "no");
  if (early && !settled) return { ...found, verdict: "open", missing: null };
  if (kind === "cause" && found.verdict === "supported") {
    return { ...found, verdict: "not-decidable", missing: requires, turning: requires };
  }
  if (found.verdict === "not-decidable" && requires !== null) {
    return { ...found, missing: requires };
  }
  return found;
}
