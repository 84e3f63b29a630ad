import { fitLogit, type LogitData, type LogitFit, type Scales } from "./fit-logit.ts";

const NAMES = ["slope", "organisation", "case"] as const;

/** Bounds of a scale: at the lower one the part is as good as absent. */
const LEAST = 0.05;
const MOST = 4;

/** Where the search begins. */
const START: Scales = { slope: 0.4, organisation: 0.4, case: 0.8 };

/** Factors by which a scale is tried up and down, coarse first. */
const FACTORS = [2, 1.3] as const;

/**
 * The scales of the priors with the largest evidence (empirical Bayes), by a search along one
 * scale at a time in steps of a factor 2, then 1.3; near scales that are given, in steps of 1.3
 * alone. The search is the same for the same data; no scale is set by hand but for the bounds 0.05
 * and 4.
 */
export function chooseScales(data: LogitData, given?: Scales): LogitFit {
  let best = fitLogit(data, given ?? START);
  for (const factor of given === undefined ? FACTORS : FACTORS.slice(1)) {
    for (let improved = true; improved;) {
      improved = false;
      for (const name of NAMES) {
        for (const by of [factor, 1 / factor]) {
          for (;;) {
            const value = Math.min(MOST, Math.max(LEAST, best.scales[name] * by));
            if (value === best.scales[name]) break;
            const tried = fitLogit(data, { ...best.scales, [name]: value }, best);
            if (!(tried.evidence > best.evidence + 1e-6)) break;
            best = tried;
            improved = true;
          }
        }
      }
    }
  }
  return best;
}
