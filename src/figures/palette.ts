/** Colours told apart with every common form of colour vision (Okabe and Ito 2008). */
export const PALETTE = {
  blue: "#0072B2",
  vermillion: "#D55E00",
  green: "#009E73",
  purple: "#CC79A7",
  orange: "#E69F00",
  sky: "#56B4E9",
  sand: "#F0E0A0",
  grey: "#8A8F94",
} as const;

/** The order in which the series of one panel take their colours. */
export const SERIES_COLOURS: readonly string[] = [
  PALETTE.blue,
  PALETTE.vermillion,
  PALETTE.green,
  PALETTE.purple,
];

/** How a vote is drawn: a colour and a letter, so that neither is needed alone. */
export interface VoteLook {
  readonly vote: string;
  readonly letter: string;
  readonly fill: string;
  readonly ink: string;
}

/** The vote codes of a grid in the order of its key; a state that was not a member has no cell. */
export const VOTE_LOOKS: readonly VoteLook[] = [
  { vote: "yes", letter: "Y", fill: PALETTE.blue, ink: "#ffffff" },
  { vote: "abstain", letter: "A", fill: PALETTE.sand, ink: "#1b1f23" },
  { vote: "no", letter: "N", fill: "#C24E00", ink: "#ffffff" },
  { vote: "absent", letter: "–", fill: "none", ink: "currentColor" },
  { vote: "unknown", letter: "?", fill: "none", ink: "currentColor" },
];
