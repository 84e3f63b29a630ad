import type { HeldStance } from "./call.ts";

/** The codes of the stances, in the order of rising help: objecting. */
export const NO = 0;
/** Abstaining. */
export const ABSTAIN = 1;
/** In favour without means of its own. */
export const YES = 2;
/** In favour with means of its own. */
export const CONTRIBUTE = 3;

/** How many codes there are. */
export const CODES = 4;

/** The code of a stance that is fixed by hand. */
export const HELD_CODE: Readonly<Record<HeldStance, number>> = {
  no: NO,
  abstain: ABSTAIN,
  yes: YES,
  contribute: CONTRIBUTE,
};
