/** The name of a criterion by which a number of breaks is proposed; see `criteriaOf`. */
export type Criterion = "bic" | "lwz";

/** Constants of Liu, Wu and Zidek's criterion, as Bai and Perron use them. */
const LWZ_FACTOR = 0.299;
const LWZ_POWER = 2.1;

function breakCriterion(
  criterion: Criterion,
  residual: number,
  n: number,
  breaks: number,
): number {
  const logarithm = Math.log(n);
  if (criterion === "bic") {
    return (
      n * (Math.log(residual / n) + 1 + Math.log(2 * Math.PI)) + (2 * breaks + 2) * logarithm
    );
  }
  const parameters = 2 * breaks + 1;
  const price = LWZ_FACTOR * parameters * Math.exp(LWZ_POWER * Math.log(logarithm));
  return n * Math.log(residual / (n - parameters)) + price;
}

/** Residuals below this share of all variation are rounding. */
export const ROUNDING = 1e-12;

/**
 * How badly the divisions of n values with 0, 1, ... breaks fit, with a price for each break; the
 * least is best. A break costs two parameters, its date and a mean. An exact fit counts as one up
 * to rounding.
 *
 * - `bic`: n (log(RSS / n) + 1 + log 2 pi) + (2 breaks + 2) log n; Yao 1988,
 *   doi:10.1016/0167-7152(88)90118-6. The same number as R's strucchange.
 * - `lwz`: n log(RSS / (n - p)) + 0.299 p (log n)^2.1 with p = 2 breaks + 1: a higher price,
 *   which proposes fewer breaks where errors are serially correlated; Liu, Wu and Zidek 1997
 *   (Statistica Sinica 7, 497-525).
 */
export function criteriaOf(
  residuals: readonly number[],
  n: number,
  penalty: Criterion,
): number[] {
  const least = residuals[0]! * ROUNDING;
  return residuals.map((residual, k) =>
    breakCriterion(penalty, Math.max(residual, least), n, k),
  );
}
