import { outlook } from "../../measures/durability/age-hazard.ts";
import { lifeYears } from "../../measures/durability/life-years.ts";
import {
  MEMBERSHIP_COVARIATES,
  membershipCovariates,
  membershipLives,
  MEMBERSHIP_TEXT,
} from "../../measures/durability/membership-lives.ts";
import {
  type MembershipModel,
  membershipModel,
} from "../../measures/durability/membership-model.ts";
import type { Spell } from "../../measures/durability/membership-spells.ts";
import type { StateValues } from "../../measures/durability/state-values.ts";
import { FEWEST_EXITS } from "../../measures/durability/spell-rates.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Column, Finding, MethodNote, Row, Section } from "../answer.ts";
import { counted, listed, withInterval } from "../text.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { OUTLOOK_YEARS } from "./outlook.ts";

/** How exits of members are predicted. */
export const MEMBERSHIP_METHOD: MethodNote = {
  name: "Model of memberships",
  text:
    "Cox's proportional hazards with Efron's ties on the years of the memberships of the class from " +
    "1947 to the day, the largest member's left out; an end is an exit, while the end of the " +
    "organisation or of the state is censored; errors robust by organisation. Covariates of the " +
    "year before: distance of the member's position from the largest member's, whether one is a " +
    "democracy and the other not, logarithm of the number of members. Its concordance is within " +
    "organisations, each scored by the fit to the others. Withheld below ten exits.",
  reference:
    "Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x; Efron 1977, " +
    "doi:10.1080/01621459.1977.10480613; Lin and Wei 1989, doi:10.1080/01621459.1989.10478874",
};

/** The first year of the years of memberships: positions are known from the year before. */
const FIRST_YEAR = 1947;

const COLUMNS: readonly Column[] = [
  { name: "state", label: "State" },
  { name: "name", label: "Name" },
  { name: "years", label: "Years a member", digits: 1 },
  ...OUTLOOK_YEARS.flatMap((years) => [
    { name: `base_${years}`, label: `Base rate, ${years} y`, digits: 4 },
    { name: `base_${years}_lower`, label: "Lower", digits: 4 },
    { name: `base_${years}_upper`, label: "Upper", digits: 4 },
    {
      name: `model_${years}`,
      label: `Model, ${years} y`,
      digits: 4,
      note: "empty: the largest member, or a covariate is not known",
    },
    { name: `model_${years}_lower`, label: "Lower", digits: 4 },
    { name: `model_${years}_upper`, label: "Upper", digits: 4 },
  ]),
  ...MEMBERSHIP_COVARIATES.map((name) => ({
    name,
    label: name,
    digits: 4,
    note: MEMBERSHIP_TEXT[name],
  })),
];

/** What a prediction of memberships starts from. */
export interface MembershipFrame {
  readonly record: CasusRecord;
  readonly peers: readonly Organisation[];
  readonly organisation: Organisation;
  /** Of the class. */
  readonly spells: readonly Spell[];
  readonly of: StateValues;
  readonly at: string;
  readonly level: number;
  readonly base: string;
}

function memberRow(frame: MembershipFrame, model: MembershipModel, spell: Spell): Row {
  const { record, organisation, of, at, level } = frame;
  const known = membershipCovariates(organisation, spell.state!, of, at);
  const x = MEMBERSHIP_COVARIATES.map((name) => known[name]);
  const complete = x.every((value) => value !== null);
  const reached = spell.years;
  return {
    state: spell.state!,
    name: record.states.name(spell.state!, at),
    years: reached,
    ...Object.fromEntries(
      OUTLOOK_YEARS.flatMap((horizon) => {
        const rate = outlook(model.base, [], { reached, horizon, level });
        const own = complete ? outlook(model.kept, x, { reached, horizon, level }) : null;
        return [
          [`base_${horizon}`, rate.survival],
          [`base_${horizon}_lower`, rate.lower],
          [`base_${horizon}_upper`, rate.upper],
          [`model_${horizon}`, own?.survival ?? null],
          [`model_${horizon}_lower`, own?.lower ?? null],
          [`model_${horizon}_upper`, own?.upper ?? null],
        ];
      }),
    ),
    ...known,
  };
}

function chance(row: Row, name: string): string {
  const [value, lower, upper] = [row[name], row[`${name}_lower`], row[`${name}_upper`]];
  return withInterval(
    Number(value),
    typeof lower === "number" ? lower : null,
    typeof upper === "number" ? upper : null,
    3,
  );
}

function modelFinding(
  frame: MembershipFrame,
  model: MembershipModel,
  rows: readonly Row[],
): Finding {
  const { organisation, base, level } = frame;
  const { fit, events, droppedExits, organisations, crossed } = model;
  const estimates = MEMBERSHIP_COVARIATES.map((name, k) => {
    const [value, error] = [fit.coefficients[k]!, fit.errors[k]!];
    return `${name} ${withInterval(value, value - error, value + error)}`;
  });
  const rated = rows.filter((row) => typeof row["model_10"] === "number");
  const lowest = rated.toSorted((a, b) => Number(a["model_10"]) - Number(b["model_10"]))[0];
  const ranked =
    crossed === null
      ? ""
      : ` Fitted without each organisation in turn it orders its members' exits with a concordance ` +
        `of ${withInterval(crossed.value, crossed.lower, crossed.upper)}` +
        (crossed.lower > 0.5
          ? "."
          : ", not told apart from chance: read the base rate of the class and not the model.");
  const member =
    lowest === undefined
      ? ""
      : ` Of ${counted(rated.length, "member")} of ${organisation.short} with known covariates ` +
        `${lowest["name"]} has the lowest chance to be a member still in ten years: base rate ` +
        `${chance(lowest, "base_10")}, model ${chance(lowest, "model_10")}.`;
  return {
    id: "membership-model",
    text:
      `A model of exits on ${counted(events, "exit")} from ${counted(organisations, "organisation")} ` +
      `(${droppedExits} more left out, a covariate not being known); coefficients with one ` +
      `standard error: ${listed(estimates)}.${ranked}${member}`,
    value: crossed?.value ?? null,
    lower: crossed?.lower ?? null,
    upper: crossed?.upper ?? null,
    level,
    n: events,
    comparison: "The rates of exit of the class at the same age, without covariates.",
    method: "Model of memberships",
    evidence: [base],
  };
}

/** The predicted stay of each present member, and how far the model can be trusted. */
export function membershipOutlook(frame: MembershipFrame): {
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
} {
  const { peers, spells, of, at, level, organisation, base } = frame;
  const lives = membershipLives(peers, spells, of, at);
  const years = lifeYears(lives, FIRST_YEAR, Number(at.slice(0, 4)));
  const model = membershipModel(years, level);
  const going = spells.filter(
    (spell) => spell.organisation === organisation.id && spell.end === null,
  );
  if (model === null) {
    return {
      sections: [],
      findings: [
        {
          id: "membership-model",
          text: `Below ${FEWEST_EXITS} exits with known covariates no exit is predicted.`,
          value: null,
          ...WITHOUT_INTERVAL,
          n: spells.filter(({ end }) => end === "exit").length,
          comparison: null,
          method: "Model of memberships",
          evidence: [base],
        },
      ],
    };
  }
  const rows = going.map((spell) => memberRow(frame, model, spell));
  const section: Section = {
    id: "members-outlook",
    title: "How long each membership is predicted to last",
    text: [
      "The chance that the member does not leave within so many years, the organisation going on: " +
        "first the base rate of the class at its age, then the model. The end of the organisation " +
        "itself is the table above.",
      "Limits of the base rate take exits as independent, those of the model the members of one " +
        "organisation as one: members that left on one day make the former too narrow.",
    ],
    findings: ["membership-model"],
    address: base,
    columns: COLUMNS,
    rows,
    figure: null,
  };
  return {
    sections: rows.length === 0 ? [] : [section],
    findings: [modelFinding(frame, model, rows)],
  };
}
