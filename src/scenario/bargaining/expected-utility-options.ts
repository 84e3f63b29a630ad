/** The span that distances are held against. */
export const RANGES = {
  fixed: "the positions' span at the start",
  shrinking: "their span in each round",
} as const;

/** What a stakeholder's security is summed over, before its risk attitude. */
export const SECURITIES = {
  column: "what its rivals expect of challenging it",
  row: "what it expects of challenging its rivals",
} as const;

/** Which offer a stakeholder takes of those that it has. */
export const OFFER_CHOICES = {
  "least-move": "the one that moves it least",
  enforceable: "that of the rival with most to gain",
} as const;

/** What comes of a confrontation, where both expect to gain from a challenge. */
export const CONFRONTATIONS = {
  "no-move": "nobody moves",
  "loser-moves": "who expects less takes the other's position",
} as const;

/** Every choice that the expected-utility model leaves open, by name. */
export interface ExpectedUtilityOptions {
  readonly range: keyof typeof RANGES;
  readonly security: keyof typeof SECURITIES;
  readonly offer: keyof typeof OFFER_CHOICES;
  readonly confrontation: keyof typeof CONFRONTATIONS;
  /** Rounds at the most. */
  readonly turns: number;
  /** It ends once a round moves all together less than this share of the first round's moves. */
  readonly quiet: number;
}

/** The readings that the texts state or come nearest to. */
export const EXPECTED_UTILITY_DEFAULTS: ExpectedUtilityOptions = {
  range: "fixed",
  security: "column",
  offer: "least-move",
  confrontation: "no-move",
  turns: 20,
  quiet: 0.02,
};

/** The choices in words, those that depart from the defaults marked. */
export function expectedUtilityChoices(options: ExpectedUtilityOptions): readonly string[] {
  const named = {
    range: RANGES[options.range],
    security: SECURITIES[options.security],
    offer: OFFER_CHOICES[options.offer],
    confrontation: CONFRONTATIONS[options.confrontation],
  } as const;
  return (Object.keys(named) as (keyof typeof named)[]).map((name) => {
    const changed =
      options[name] === EXPECTED_UTILITY_DEFAULTS[name] ? "" : ", not the default";
    return `${name} ${options[name]} (${named[name]}${changed})`;
  });
}
