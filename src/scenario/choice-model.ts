import { type ChoiceStage, choiceStage } from "./choice-stage.ts";
import type { CovariateName } from "./covariates.ts";
import { drawBeta } from "./draw-beta.ts";
import { logistic, type Scales } from "./fit-logit.ts";
import { fitStage, type StageFit } from "./fit-stage.ts";
import type { Observation } from "./observations.ts";
import type { AskedMember, StanceModel } from "./stance-model.ts";

/** Observed stances below which no choice is estimated and the base rate alone speaks. */
export const FEWEST_STANCES = 150;

/** A fitted model of members' choices: plain numbers and names. */
export interface ChoiceFit {
  /** In favour, of the stances seen. */
  readonly favour: StageFit;
  /** With means of its own, of those in favour. */
  readonly means: StageFit;
  readonly abstained: number;
  readonly dissented: number;
}

/** How a choice is fitted. */
export interface ChoiceOptions {
  /** Near these scales the search for the scales begins; left out: at its own start. */
  readonly starts?: { readonly favour: Scales; readonly means: Scales };
  /** The covariates kept; left out: all. */
  readonly names?: readonly CovariateName[];
}

/** A fitted model of members' choices, to be drawn from. */
export interface ChoiceModel extends StanceModel {
  /** In favour, of the stances seen. */
  readonly favour: ChoiceStage;
  /** With means of its own, of those in favour. */
  readonly means: ChoiceStage;
}

const inFavour = ({ stance }: Observation): boolean =>
  stance === "contributed" || stance === "supported";

/** The linear predictors of some members under one draw of a stage's parameters. */
function drawnPredictors(
  stage: ChoiceStage,
  members: readonly AskedMember[],
  normal: () => number,
): Float64Array {
  const { mode, factor } = stage;
  const { scales } = stage.fit;
  const size = mode.length;
  const drawn = new Float64Array(size);
  for (let i = 0; i < size; i += 1) drawn[i] = normal();
  // L' d = z gives d the covariance (L L')^-1.
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = drawn[i] as number;
    for (let k = i + 1; k < size; k += 1)
      sum -= (factor[k * size + i] as number) * (drawn[k] as number);
    drawn[i] = sum / (factor[i * size + i] as number);
  }
  const unseen = scales.organisation * normal();
  const predictors = new Float64Array(members.length);
  for (let m = 0; m < members.length; m += 1) {
    const { index, value, newOrganisation } = stage.rowOf(members[m] as AskedMember);
    let eta = newOrganisation ? unseen : 0;
    for (let k = 0; k < index.length; k += 1) {
      const at = index[k] as number;
      eta += (value[k] as number) * ((mode[at] as number) + (drawn[at] as number));
    }
    predictors[m] = eta;
  }
  return predictors;
}

/**
 * Members' choices in three steps (a sequential logit, Tutz 1991,
 * doi:10.1016/0167-9473(91)90115-H): in favour or not; with means of its own or not, of those in
 * favour; abstaining or objecting, of those not in favour. Each of the first two is a logit on the
 * covariates with normal effects of organisation and case, fitted by `fitStage`; the third has too
 * few rows and is Beta(k + 1/2, n - k + 1/2). Parameters are drawn from Laplace's approximation; the
 * effect of a new case is drawn at every call, so that members of one call go together.
 *
 * @returns null below 150 observed stances: the base rate then speaks alone.
 */
export function fitChoice(
  observations: readonly Observation[],
  { starts, names }: ChoiceOptions = {},
): ChoiceFit | null {
  const seen = observations.filter(({ stance }) => stance !== "not-seen");
  if (seen.length < FEWEST_STANCES) return null;
  return {
    favour: fitStage(seen, inFavour, starts?.favour, names),
    means: fitStage(
      seen.filter(inFavour),
      ({ stance }) => stance === "contributed",
      starts?.means,
      names,
    ),
    abstained: seen.filter(({ stance }) => stance === "abstained").length,
    dissented: seen.filter(({ stance }) => stance === "dissented").length,
  };
}

/** The model of stances that a fitted choice is. */
export function choiceModel(fit: ChoiceFit): ChoiceModel {
  const [favour, means] = [choiceStage(fit.favour), choiceStage(fit.means)];
  const [a, b] = [fit.abstained + 0.5, fit.dissented + 0.5];
  return {
    favour,
    means,
    sampler: (members, random, normal) => {
      const first = drawnPredictors(favour, members, normal);
      const second = drawnPredictors(means, members, normal);
      const share = drawBeta(a, b, random, normal);
      const [firstScale, secondScale] = [favour.fit.scales.case, means.fit.scales.case];
      return {
        next: (inFavourOf, withMeans, abstaining) => {
          const u = firstScale * normal();
          const v = secondScale * normal();
          for (let i = 0; i < first.length; i += 1) {
            inFavourOf[i] = logistic((first[i] as number) + u);
            withMeans[i] = logistic((second[i] as number) + v);
          }
          abstaining.fill(share);
        },
      };
    },
    shares: (member) => {
      const f = favour.chance(member);
      const m = means.chance(member);
      return {
        contributed: f * m,
        supported: f * (1 - m),
        abstained: ((1 - f) * a) / (a + b),
        dissented: ((1 - f) * b) / (a + b),
      };
    },
  };
}
