import { clopperPearson } from "../statistics/clopper-pearson.ts";
import { logRank } from "./log-rank.ts";
import type { Spell } from "./membership-spells.ts";

/** Exits from one organisation beside what its class's rates would have brought. */
export interface ExpectedExits {
  readonly observed: number;
  readonly expected: number;
  /** Observed over expected, with exact limits given the exits of the class; null without any. */
  readonly ratio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Exits in the class, and days on which the organisation's own fell. */
  readonly all: number;
  readonly days: number;
}

/**
 * Indirect standardisation: the exits that an organisation's memberships would have seen, at
 * each age, at the rates of the whole class, itself included (the expected number of the
 * log-rank test). Given the D exits of the class, the own ones are binomial with share E/D, whose
 * exact limits give those of the ratio. Members that leave together on one day are not
 * independent, so that the limits are too narrow where `days` is below `observed`. Null where
 * the class has no exit or no other organisation.
 */
export function expectedExits(
  spells: readonly Spell[],
  organisation: string,
  level: number,
): ExpectedExits | null {
  const own = spells.filter((spell) => spell.organisation === organisation);
  const exits = spells.filter(({ end }) => end === "exit");
  if (own.length === 0 || own.length === spells.length || exits.length === 0) return null;
  const { groups } = logRank(
    {
      start: null,
      stop: Float64Array.from(spells, ({ years }) => years),
      event: Uint8Array.from(spells, ({ end }) => (end === "exit" ? 1 : 0)),
    },
    Int32Array.from(spells, (spell) => (spell.organisation === organisation ? 1 : 0)),
  );
  const { observed, expected } = groups[1]!;
  const { lower, upper } = clopperPearson(observed, exits.length, level);
  const share = expected / exits.length;
  const left = own.filter(({ end }) => end === "exit");
  return {
    observed,
    expected,
    ratio: share === 0 ? null : observed / expected,
    lower: share === 0 ? null : lower / share,
    upper: share === 0 ? null : upper / share,
    all: exits.length,
    days: new Set(left.map(({ to }) => to)).size,
  };
}
