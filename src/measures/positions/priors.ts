/** Discriminations are N(0, 1), as in Bailey, Strezhnev and Voeten 2017. */
export const SLOPE_PRECISION = 1;

/** Cut points are N(0, 25): all but flat. */
export const CUT_PRECISION = 0.04;

/** A voter's first position is N(0, 10): the votes place it. */
export const FIRST_PRECISION = 0.1;
