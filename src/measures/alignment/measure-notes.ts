import type { SimilarityName } from "../../kernels/similarity-indices.ts";

/** What a similarity measure is, as an answer's method note states it. */
export interface MeasureNote {
  readonly name: SimilarityName;
  readonly label: string;
  readonly formula: string;
  readonly range: readonly [number, number];
  /** What the ends and zero mean. */
  readonly reading: string;
  /** When there is no value. */
  readonly undefinedWhen: string;
  readonly references: readonly string[];
}

const SIGNORINO_RITTER = "Signorino and Ritter 1999, doi:10.1111/0020-8833.00113";
const BAILEY = "Bailey, Strezhnev and Voeten 2017, doi:10.1177/0022002715595700";
const HAEGE = "Häge 2011, Political Analysis 19(3), 287-305, doi:10.1093/pan/mpr023";
const NO_JOINT_VOTE = "the states cast no joint vote";
const NO_CHANCE = "both states always cast the same single vote, or cast no joint vote";

/**
 * The six measures of how alike two states vote. Each vote is a number: yes 1, abstain 0, no -1;
 * d is the difference between two states' votes (0, 1 or 2 in size), n the number of jointly
 * recorded votes, E an expectation, over all combinations of the two states' votes, if they voted
 * independently of each other. All six come from the nine joint counts, and swapping yes and no
 * or the two states changes none of them.
 */
export const MEASURE_NOTES: Readonly<Record<SimilarityName, MeasureNote>> = {
  /** Voeten's agreement, 1 - mean|d|/2, in [0, 1]: (S + 1)/2, so chance agreement inflates it. */
  agreement: {
    name: "agreement",
    label: "Agreement",
    formula: "1 - sum|d| / (2n)",
    range: [0, 1],
    reading: "1 when all votes are alike, 0.5 for abstention against a vote, 0 when all oppose",
    undefinedWhen: NO_JOINT_VOTE,
    references: [BAILEY],
  },
  /** Signorino and Ritter's S with absolute distances, 1 - mean|d|, in [-1, 1]. */
  sAbs: {
    name: "sAbs",
    label: "S (absolute distances)",
    formula: "1 - 2 sum|d| / (2n)",
    range: [-1, 1],
    reading: "1 when all votes are alike, -1 when all oppose; not corrected for chance",
    undefinedWhen: NO_JOINT_VOTE,
    references: [SIGNORINO_RITTER],
  },
  /** S with squared distances, 1 - mean d^2 / 2, in [-1, 1]: opposition weighs four times. */
  sSq: {
    name: "sSq",
    label: "S (squared distances)",
    formula: "1 - 2 sum d^2 / (4n)",
    range: [-1, 1],
    reading: "1 when all votes are alike, -1 when all oppose; not corrected for chance",
    undefinedWhen: NO_JOINT_VOTE,
    references: [SIGNORINO_RITTER, HAEGE],
  },
  /** Cohen's kappa with squared weights, 1 - sum d^2 / E sum d^2, E by each state's margins. */
  kappa: {
    name: "kappa",
    label: "Kappa (squared distances)",
    formula: "1 - sum d^2 / (Sxx + Syy - 2 Sx Sy / n)",
    range: [-1, 1],
    reading:
      "1 when all votes are alike, 0 as by chance given how each state votes, below 0 less",
    undefinedWhen: NO_CHANCE,
    references: [
      "Cohen 1960, doi:10.1177/001316446002000104",
      "Cohen 1968, doi:10.1037/h0026256",
      HAEGE,
    ],
  },
  /** Scott's pi with squared weights: as kappa, but E by the two states' pooled margins. */
  pi: {
    name: "pi",
    label: "Pi (squared distances)",
    formula: "1 - sum d^2 / (Sxx + Syy - (Sx + Sy)^2 / (2n))",
    range: [-1, 1],
    reading:
      "1 when all votes are alike, 0 as by chance if both voted as the pair does, below 0 less",
    undefinedWhen: NO_CHANCE,
    references: ["Scott 1955, doi:10.1086/266577", HAEGE],
  },
  /**
   * Benati and Capurri's alignment index A, S (absolute) less its expectation by each state's own
   * margins: E|d| - mean|d|, in [-1, 1]; a state that always votes the same scores 0 with all.
   */
  alignment: {
    name: "alignment",
    label: "Alignment index A",
    formula: "S_abs - E[S_abs]",
    range: [-1, 1],
    reading:
      "above 0 more alike than by chance, 0 as by chance, below 0 less; 1 needs two states \
that are alike in everything and split evenly between yes and no",
    undefinedWhen: NO_JOINT_VOTE,
    references: ["Benati and Capurri 2026, doi:10.1007/s11135-026-02814-x"],
  },
};
