import type { MaskRule } from "../../kernels/vote-masks.ts";

/** The names of the conventions on absence and unanimity. */
export const CONVENTION_NAMES = ["pairwise", "voeten", "haege"] as const;

/** The name of a convention; every similarity value is stored with one. */
export type ConventionName = (typeof CONVENTION_NAMES)[number];

/** A convention: which cells and roll calls count, and where the rule comes from. */
export interface Convention extends MaskRule {
  readonly name: ConventionName;
  readonly text: string;
  readonly reference: string;
}

/**
 * The three conventions in circulation. The formulas are the same and the numbers are not: between
 * `haege` and `voeten` kappa correlates at 0.84 to 0.97 over the dyads of single sessions. Under
 * every convention a cell of a non-member or with an unknown vote does not count. "Unanimous"
 * means that all recorded votes (yes, abstain, no) of the whole Assembly on a roll call are alike.
 */
export const CONVENTIONS: Readonly<Record<ConventionName, Convention>> = {
  pairwise: {
    name: "pairwise",
    absentAsAbstain: false,
    dropUnanimous: false,
    text: "Roll calls on which both states voted yes, abstain or no; absence does not count; \
unanimous roll calls count.",
    reference: "As in the R packages peacesciencer and fpsim (Miller 2022, 2025)",
  },
  voeten: {
    name: "voeten",
    absentAsAbstain: false,
    dropUnanimous: true,
    text: "Absence does not count; roll calls on which all recorded votes of the Assembly are \
alike do not count.",
    reference: "Bailey, Strezhnev and Voeten 2017, doi:10.1177/0022002715595700",
  },
  haege: {
    name: "haege",
    absentAsAbstain: true,
    dropUnanimous: false,
    text: "A member's absence is read as an abstention; unanimous roll calls count.",
    reference: "Häge 2011, doi:10.1093/pan/mpr023, as in its replication code",
  },
};

/**
 * The convention used where none is named: `pairwise`. `haege` makes an absence a vote, which the
 * project's rule on absence forbids (a state in arrears would move towards every abstainer);
 * `voeten` makes the value of a dyad hang on third parties' votes, which decide what is unanimous,
 * while kappa, pi and A already allow for what both states do anyway.
 */
export const DEFAULT_CONVENTION: ConventionName = "pairwise";
