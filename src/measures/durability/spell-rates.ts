import { UsageError } from "../../errors.ts";
import {
  competingIncidence,
  type CompetingRows,
  type IncidenceStep,
} from "./competing-incidence.ts";
import { type Spell, SPELL_ENDS, type SpellEnd } from "./membership-spells.ts";

/** Exits that a rate must rest on before it is given. */
export const FEWEST_EXITS = 10;

/** A share with its limits; null throughout where it is withheld. */
export interface Rate {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Why there is none. */
  readonly withheld: string | null;
}

/** Spells as rows of competing ends, the spells of one organisation depending on each other. */
export function competingRows(spells: readonly Spell[], reached = 0): CompetingRows {
  const kept = spells.filter(({ years }) => years > reached);
  const organisations = [...new Set(kept.map(({ organisation }) => organisation))];
  return {
    start: new Float64Array(kept.length).fill(reached),
    stop: Float64Array.from(kept, ({ years }) => years),
    cause: Uint8Array.from(kept, ({ end }) => (end === null ? 0 : SPELL_ENDS.indexOf(end) + 1)),
    causes: SPELL_ENDS,
    cluster: Int32Array.from(kept, ({ organisation }) => organisations.indexOf(organisation)),
  };
}

const fixed = (years: number): string => years.toFixed(1);

const withheld = (reason: string): Rate => ({
  value: null,
  lower: null,
  upper: null,
  withheld: reason,
});

/** The last step at or before a time. */
export function stepAt(
  steps: readonly IncidenceStep[],
  time: number,
): IncidenceStep | undefined {
  return steps.findLast((step) => step.time <= time);
}

/**
 * The chance, at each of some ages, that a membership which has lasted that long ends in one way
 * within `horizon` years, over a class of spells: the cumulative incidence among those that
 * reached the age (Aalen and Johansen 1978), with limits by organisation. Withheld with fewer
 * than ten such ends recorded in those years, or where no spell of the class was followed that
 * far. It is a rate of the class and of its past; it knows nothing of the member.
 */
export function rateBeyond(
  spells: readonly Spell[],
  end: SpellEnd,
  level: number,
): (reached: number, horizon: number) => Rate {
  if (spells.length === 0)
    throw new UsageError("a rate needs a class of spells; this one is empty.");
  const curves = new Map<number, readonly IncidenceStep[]>();
  const longest = spells.reduce((most, { years }) => Math.max(most, years), 0);
  return (reached, horizon) => {
    const within = ({ years }: Spell): boolean => years > reached && years <= reached + horizon;
    const ends = spells.filter((spell) => spell.end === end && within(spell)).length;
    if (ends < FEWEST_EXITS) {
      const span = `${fixed(reached)} to ${fixed(reached + horizon)} years`;
      return withheld(`${ends} recorded at ${span}; ${FEWEST_EXITS} are needed`);
    }
    if (longest < reached + horizon) return withheld("no spell was followed that far");
    const steps =
      curves.get(reached) ??
      competingIncidence(competingRows(spells, reached), level).get(end)!;
    curves.set(reached, steps);
    const step = stepAt(steps, reached + horizon);
    return {
      value: step?.incidence ?? 0,
      lower: step?.lower ?? null,
      upper: step?.upper ?? null,
      withheld: null,
    };
  };
}
