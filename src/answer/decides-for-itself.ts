/** What the rule "each-for-itself" makes of a decision, for a sentence of the page or of a finding. */
export const DECIDES_FOR_ITSELF =
  "each member decides for itself, so that no objection can make the decision fail";
