/**
 * The share of pairs of voting members that voted alike on one roll call, abstention being a
 * third side: sum over sides k(k - 1) / n(n - 1), in [0, 1]; null below two votes. Its
 * expectation is the chance that two members drawn at random vote alike, whatever the size of
 * the group, so that groups of different sizes compare; the agreement and Rice indices have no
 * such property (on small groups and Rice: Desposato 2005, British Journal of Political
 * Science 35(4)). It is the unbiased form of Simpson's index (1949, doi:10.1038/163688a0).
 */
export function pairAgreement(yes: number, no: number, abstain: number): number | null {
  const cast = yes + no + abstain;
  if (cast < 2) return null;
  const alike = yes * (yes - 1) + no * (no - 1) + abstain * (abstain - 1);
  return alike / (cast * (cast - 1));
}
