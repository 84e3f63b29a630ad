import {
  competingIncidence,
  type IncidenceStep,
} from "../../measures/durability/competing-incidence.ts";
import type { Spell, SpellEnd } from "../../measures/durability/membership-spells.ts";
import { competingRows, stepAt } from "../../measures/durability/spell-rates.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { Row, Section } from "../answer.ts";

/** The share still going on after some years, with limits; null before any was seen. */
export interface Lasting {
  readonly share: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The curves of a class of spells: going on whatever the end, and each end apart. */
export interface SpellCurves {
  readonly spells: readonly Spell[];
  readonly lasting: (years: number) => Lasting;
  readonly ended: (end: SpellEnd, years: number) => IncidenceStep | undefined;
}

/**
 * The curves of some spells. Limits take the spells of one organisation as one where there are
 * several organisations, else each spell as independent.
 */
export function spellCurves(spells: readonly Spell[], level: number): SpellCurves {
  const rows = competingRows(spells);
  const several = new Set(spells.map(({ organisation }) => organisation)).size > 1;
  const cluster = several && spells.some(({ state }) => state !== null) ? rows.cluster! : null;
  const any = competingIncidence(
    {
      ...rows,
      cluster,
      cause: rows.cause.map((cause) => (cause === 0 ? 0 : 1)),
      causes: ["ended"],
    },
    level,
  ).get("ended")!;
  const apart = competingIncidence({ ...rows, cluster }, level);
  return {
    spells,
    lasting: (years) => {
      const step = stepAt(any, years);
      return {
        share: 1 - (step?.incidence ?? 0),
        lower: step?.upper == null ? null : 1 - step.upper,
        upper: step?.lower == null ? null : 1 - step.lower,
      };
    },
    ended: (end, years) => stepAt(apart.get(end)!, years),
  };
}

function curveRows(name: string, { spells, lasting, ended }: SpellCurves): readonly Row[] {
  const longest = spells.reduce((most, { years }) => Math.max(most, years), 0);
  return Array.from({ length: Math.floor(longest) + 1 }, (_, years) => {
    const { share, lower, upper } = lasting(years);
    const exit = ended("exit", years);
    return {
      series: name,
      years,
      at_risk: spells.filter((spell) => spell.years >= years).length,
      lasting: share,
      lower,
      upper,
      exit: exit?.incidence ?? 0,
      exit_lower: exit?.lower ?? null,
      exit_upper: exit?.upper ?? null,
      dissolution: ended("dissolution", years)?.incidence ?? 0,
      state_ended: ended("state-ended", years)?.incidence ?? 0,
    };
  });
}

/** The curves of memberships, of the class and of one organisation, by year since entry. */
export function curveSection(
  base: string,
  curves: readonly (readonly [string, SpellCurves])[],
): Section {
  return {
    id: "memberships",
    title: "How long memberships last",
    text: [
      "The share of memberships still going on so many years after entry, and of those ended by " +
        "exit, with the organisation, or with the state itself. The last three are kept apart: " +
        "a membership that dissolution ended can no longer be left.",
      "Limits of the class take the memberships of one organisation as one, those of the " +
        "organisation alone take each member as independent, which members that leave together " +
        "are not.",
    ],
    findings: ["class-exits"],
    address: base,
    columns: [
      { name: "series", label: "Memberships of" },
      { name: "years", label: "Years since entry" },
      { name: "at_risk", label: "Still followed", note: "memberships that were seen so long" },
      { name: "lasting", label: "Going on", digits: 4 },
      {
        name: "lower",
        label: "Lower",
        digits: 4,
        note: "empty: nothing has ended, or all has",
      },
      { name: "upper", label: "Upper", digits: 4 },
      { name: "exit", label: "Ended by exit", digits: 4 },
      { name: "exit_lower", label: "Exit, lower", digits: 4 },
      { name: "exit_upper", label: "Exit, upper", digits: 4 },
      { name: "dissolution", label: "Ended with the organisation", digits: 4 },
      { name: "state_ended", label: "Ended with the state", digits: 4 },
    ],
    rows: curves.flatMap(([name, own]) => curveRows(name, own)),
    figure: {
      kind: "series",
      title: "Memberships still going on, by years since entry",
      x: "years",
      y: "lasting",
      lower: "lower",
      upper: "upper",
      series: "series",
      xLabel: "Years since entry",
      yLabel: "Share of memberships still going on",
      domain: [0, 1],
      rule: null,
    },
  };
}

/** Every organisation's age, ends and exits, beside the share of lives that last longer. */
export function organisationsSection(
  base: string,
  organisations: readonly Organisation[],
  lives: SpellCurves,
  spells: readonly Spell[],
): Section {
  const rows = organisations.flatMap(({ id, short, kind }): Row[] => {
    const life = lives.spells.find(({ organisation }) => organisation === id);
    if (life === undefined) return [];
    const own = spells.filter(({ organisation }) => organisation === id);
    const of = (end: SpellEnd): number => own.filter((spell) => spell.end === end).length;
    const { share, lower, upper } = lives.lasting(life.years);
    return [
      {
        organisation: id,
        short,
        kind,
        from: life.from,
        to: life.to,
        years: life.years,
        lasting_longer: share,
        lower,
        upper,
        memberships: own.length,
        going_on: own.filter(({ end }) => end === null).length,
        exit: of("exit"),
        exit_days: new Set(own.filter(({ end }) => end === "exit").map(({ to }) => to)).size,
        dissolution: of("dissolution"),
        state_ended: of("state-ended"),
      },
    ];
  });
  return {
    id: "organisations",
    title: "Organisations: how long they have lasted and how their memberships ended",
    text: [
      "The share that lasts longer is the product-limit estimate over the lives of these " +
        "organisations at this one's age. So few have ended that it is a description; no rate " +
        "of dissolution is drawn from it.",
    ],
    findings: ["organisation-age"],
    address: base,
    columns: [
      { name: "organisation", label: "Id" },
      { name: "short", label: "Organisation" },
      { name: "kind", label: "Kind" },
      { name: "from", label: "Founded" },
      { name: "to", label: "Ended", note: "empty: going on" },
      { name: "years", label: "Years", digits: 1 },
      { name: "lasting_longer", label: "Share that lasts longer", digits: 4 },
      { name: "lower", label: "Lower", digits: 4 },
      { name: "upper", label: "Upper", digits: 4 },
      { name: "memberships", label: "Memberships" },
      { name: "going_on", label: "Going on" },
      { name: "exit", label: "Exits" },
      { name: "exit_days", label: "Days of exits", note: "days on which the exits fell" },
      { name: "dissolution", label: "Ended with it" },
      { name: "state_ended", label: "Ended with the state" },
    ],
    rows,
    figure: {
      kind: "spans",
      title: "Lives of the organisations",
      label: "short",
      from: "from",
      to: "to",
    },
  };
}
