/** How strongly a stakeholder votes between two outcomes, by the difference of their utilities. */
export const VOTING_RULES = {
  binary: "all of its weight, whatever the difference",
  "prop-bin": "0.8 proportional and 0.2 binary",
  proportional: "in proportion to the difference",
  "prop-cubic": "half proportional and half cubic",
  cubic: "by the cube of the difference",
  prospect: "in proportion, gains at two thirds of losses",
} as const;

/** How the strengths of two coalitions make the chance that one wins. */
export const VICTORY_MODELS = {
  linear: "s1 / (s1 + s2)",
  square: "by the squares of the strengths",
  quartic: "by their fourth powers",
  octic: "by their eighth powers",
  threshold: "the stronger for certain from 1.1 times on, linear between",
} as const;

/** What third parties stake in a contest of two. */
export const COMMITMENTS = {
  none: "they keep their position whoever wins",
  semi: "they keep it if their side wins, and take the winner's if it loses",
  full: "they take the winner's position either way",
} as const;

/** The chances by which a third party weighs one side against the other. */
export const THIRD_PARTY_CHANCES = {
  one: "one chance, as if it did not matter whom it backs",
  "by-side": "one chance with its weight on either side",
} as const;

/** The range of risk attitudes that the chances to win are mapped to. */
export const RISK_RANGES = {
  min: "0 to 1",
  mid: "-1/2 to 1",
  max: "-1 to 1",
} as const;

/** How one stakeholder estimates another's risk attitude: the share of the other's own. */
export const RISK_ESTIMATES = {
  full: "the other's own",
  "two-thirds": "two thirds the other's own",
  half: "half its own, half the other's",
  "one-third": "one third the other's own",
  none: "its own",
} as const;

/** How two positions meet in a bargain. */
export const INTERPOLATIONS = {
  s1p1: "weights salience times chance",
  s2p2: "weights their squares",
} as const;

/** Whose estimate of the chances makes the bargain that is put. */
export const PROPOSERS = {
  initiator: "the challenger's",
  both: "the challenger's and the other's, side by side",
  compromise: "the mean of both, weights capability times salience",
} as const;

/** Every choice that the spatial model leaves open, by name. */
export interface SpatialOptions {
  readonly voting: keyof typeof VOTING_RULES;
  readonly victory: keyof typeof VICTORY_MODELS;
  readonly thirdParties: keyof typeof COMMITMENTS;
  readonly thirdPartyChances: keyof typeof THIRD_PARTY_CHANCES;
  readonly riskRange: keyof typeof RISK_RANGES;
  readonly riskEstimate: keyof typeof RISK_ESTIMATES;
  readonly interpolation: keyof typeof INTERPOLATIONS;
  readonly proposer: keyof typeof PROPOSERS;
  /** Turns at the most. */
  readonly turns: number;
  /** It ends once a turn moves all together less than this share of what the first turn did. */
  readonly quiet: number;
}

/** The defaults of KTAB 0.1.1, with its stop: 1/50 of the first turn's moves. */
export const SPATIAL_DEFAULTS: SpatialOptions = {
  voting: "proportional",
  victory: "linear",
  thirdParties: "semi",
  thirdPartyChances: "one",
  riskRange: "mid",
  riskEstimate: "one-third",
  interpolation: "s2p2",
  proposer: "initiator",
  turns: 20,
  quiet: 0.02,
};

/** The choices in words, those that depart from the defaults marked. */
export function spatialChoices(options: SpatialOptions): readonly string[] {
  const named = {
    voting: VOTING_RULES[options.voting],
    victory: VICTORY_MODELS[options.victory],
    thirdParties: COMMITMENTS[options.thirdParties],
    thirdPartyChances: THIRD_PARTY_CHANCES[options.thirdPartyChances],
    riskRange: RISK_RANGES[options.riskRange],
    riskEstimate: RISK_ESTIMATES[options.riskEstimate],
    interpolation: INTERPOLATIONS[options.interpolation],
    proposer: PROPOSERS[options.proposer],
  } as const;
  return (Object.keys(named) as (keyof typeof named)[]).map((name) => {
    const changed = options[name] === SPATIAL_DEFAULTS[name] ? "" : ", not the default";
    return `${name} ${options[name]} (${named[name]}${changed})`;
  });
}
