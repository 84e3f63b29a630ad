import {
  CONFRONTATIONS,
  EXPECTED_UTILITY_DEFAULTS,
  type ExpectedUtilityOptions,
  OFFER_CHOICES,
  RANGES,
  SECURITIES,
} from "./expected-utility-options.ts";
import { expectedUtilityModel } from "./expected-utility-model.ts";
import type { ReferenceCase } from "./reference-cases.ts";
import { spatialModel } from "./spatial-model.ts";
import {
  COMMITMENTS,
  INTERPOLATIONS,
  PROPOSERS,
  RISK_ESTIMATES,
  RISK_RANGES,
  SPATIAL_DEFAULTS,
  type SpatialOptions,
  THIRD_PARTY_CHANCES,
  VICTORY_MODELS,
  VOTING_RULES,
} from "./spatial-options.ts";
import type { BargainingPath } from "./stakeholder.ts";

/** The names of the bargaining models. */
export const BARGAINING_MODELS = {
  spatial: "spatial model of politics",
  "expected-utility": "expected-utility model",
} as const;

/** A run of a model with one open choice turned from its default, or none. */
export interface ChoiceRun {
  readonly model: keyof typeof BARGAINING_MODELS;
  /** `voting=cubic`, or null for the defaults. */
  readonly choice: string | null;
  readonly meaning: string;
  readonly path: BargainingPath;
}

const SPATIAL = {
  voting: VOTING_RULES,
  victory: VICTORY_MODELS,
  thirdParties: COMMITMENTS,
  thirdPartyChances: THIRD_PARTY_CHANCES,
  riskRange: RISK_RANGES,
  riskEstimate: RISK_ESTIMATES,
  interpolation: INTERPOLATIONS,
  proposer: PROPOSERS,
} as const;

const EXPECTED = {
  range: RANGES,
  security: SECURITIES,
  offer: OFFER_CHOICES,
  confrontation: CONFRONTATIONS,
} as const;

type Choices = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Each value of each choice that is not its default. */
function turned<T extends object>(
  choices: Choices,
  defaults: T,
): readonly { readonly choice: string; readonly meaning: string; readonly options: T }[] {
  return Object.entries(choices).flatMap(([name, values]) =>
    Object.entries(values)
      .filter(([value]) => (defaults as Readonly<Record<string, unknown>>)[name] !== value)
      .map(([value, meaning]) => ({
        choice: `${name}=${value}`,
        meaning,
        options: { ...defaults, [name]: value },
      })),
  );
}

/** Both models on a published input: at their defaults, then with one choice turned at a time. */
export function varyChoices({ stakeholders, scale }: ReferenceCase): readonly ChoiceRun[] {
  const spatial = (options: SpatialOptions): BargainingPath =>
    spatialModel(stakeholders, options, scale);
  const expected = (options: ExpectedUtilityOptions): BargainingPath =>
    expectedUtilityModel(stakeholders, options);
  const meaning = "every choice at its default";
  return [
    {
      model: "expected-utility",
      choice: null,
      meaning,
      path: expected(EXPECTED_UTILITY_DEFAULTS),
    },
    ...turned(EXPECTED, EXPECTED_UTILITY_DEFAULTS).map((one): ChoiceRun => ({
      ...one,
      model: "expected-utility",
      path: expected(one.options),
    })),
    { model: "spatial", choice: null, meaning, path: spatial(SPATIAL_DEFAULTS) },
    ...turned(SPATIAL, SPATIAL_DEFAULTS).map((one): ChoiceRun => ({
      ...one,
      model: "spatial",
      path: spatial(one.options),
    })),
  ];
}
