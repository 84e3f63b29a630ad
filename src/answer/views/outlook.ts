import { outlook } from "../../measures/durability/age-hazard.ts";
import {
  ALLIANCE_COVARIATES,
  type AllianceCovariate,
  COVARIATE_TEXT,
} from "../../measures/durability/alliance-covariates.ts";
import { organisationSpells } from "../../measures/durability/membership-spells.ts";
import {
  type GdpShare,
  organisationCovariates,
} from "../../measures/durability/organisation-covariates.ts";
import type { StateValues } from "../../measures/durability/state-values.ts";
import type { AllianceSurvival } from "../../record/alliance-survival.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Column, Finding, MethodNote, Row, Section } from "../answer.ts";
import { fixed, withInterval } from "../text.ts";

/** Years ahead for which survival is predicted. */
export const OUTLOOK_YEARS = [1, 5, 10] as const;

/** How survival is predicted. */
export const OUTLOOK_METHOD: readonly MethodNote[] = [
  {
    name: "Model of alliances",
    text:
      "Cox's proportional hazards with Efron's ties on the years of the alliances of ATOP 5.1 from " +
      "1947 on, by age since signature, one baseline for alliances with a duty of defence or " +
      "offense and one for the others, errors robust by alliance; an end is fulfilment or " +
      "abrogation, while renegotiation, the loss of a member's independence and the end of 2018 " +
      "are censored. Covariates of the year before: the largest member's share of GDP, mean " +
      "distance of positions, logarithm of the number of members, formal institutions, share of " +
      "pairs of like regime. Rates are kept by bands of age. The estimates ship; the rows of ATOP " +
      "do not, and scripts/fit-alliance-survival.mjs makes them again from a copy. An organisation " +
      "of which a covariate is not known is predicted by a model without it.",
    reference:
      "Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x; Efron 1977, " +
      "doi:10.1080/01621459.1977.10480613; Leeds et al. 2002; Holford 1980, doi:10.2307/2529982",
  },
  {
    name: "Out-of-time test",
    text:
      "Concordance of Harrell within kinds of duty; Brier score with weights for censoring; the " +
      "base rate is the rate of ends of the years fitted, by age and kind of duty, without " +
      "covariates. Limits by leaving out one alliance at a time.",
    reference:
      "Harrell, Lee and Mark 1996; Graf et al. 1999, doi:10.1002/(SICI)1097-0258(19990915/30)" +
      "18:17/18<2529::AID-SIM274>3.0.CO;2-5",
  },
];

const YEARS = OUTLOOK_YEARS.flatMap((years): Column[] => [
  { name: `base_${years}`, label: `Base rate, ${years} y`, digits: 4 },
  { name: `base_${years}_lower`, label: "Lower", digits: 4 },
  { name: `base_${years}_upper`, label: "Upper", digits: 4 },
  { name: `model_${years}`, label: `Model, ${years} y`, digits: 4 },
  { name: `model_${years}_lower`, label: "Lower", digits: 4 },
  { name: `model_${years}_upper`, label: "Upper", digits: 4 },
]);

const COLUMNS: readonly Column[] = [
  { name: "organisation", label: "Id" },
  { name: "short", label: "Organisation" },
  { name: "years", label: "Age, years", digits: 1 },
  ...YEARS,
  {
    name: "beyond",
    label: "Beyond the ages seen",
    note: "yes: no alliance was followed so long, and the rate of the oldest goes on",
  },
  {
    name: "outside",
    label: "Outside the range fitted",
    note: "covariates beyond those fitted",
  },
  ...ALLIANCE_COVARIATES.map((name) => ({
    name,
    label: name,
    digits: 4,
    note: `${COVARIATE_TEXT[name]}; empty: not known`,
  })),
  { name: "gdp_year", label: "Year of the GDP shares" },
  { name: "model", label: "Covariates of the model used" },
];

type Model = AllianceSurvival["models"][number];

/** The fullest model of which every covariate is known. */
function modelFor(
  { models }: AllianceSurvival,
  values: Readonly<Record<AllianceCovariate, number | null>>,
): Model | null {
  return (
    models.find(({ names }) =>
      names.every((name) => values[name as AllianceCovariate] !== null),
    ) ?? null
  );
}

/** The GDP share of the year before the day, or of the last year that the table has. */
function gdpShareOf({ means }: CasusRecord, { id }: Organisation, at: string): GdpShare | null {
  const before = Number(at.slice(0, 4)) - 1;
  return (
    means.findLast(
      (row) => row.organisation === id && row.means === "gdp" && row.year <= before,
    ) ?? null
  );
}

function outlookRow(
  record: CasusRecord,
  organisation: Organisation,
  of: StateValues,
  options: { readonly at: string; readonly level: number; readonly years: number },
): Row {
  const { at, level, years: reached } = options;
  const survival = record.allianceSurvival;
  const share = gdpShareOf(record, organisation, at);
  const values = organisationCovariates(organisation, { organs: record.organs, of, share }, at);
  const model = modelFor(survival, values);
  const x = (model?.names ?? []).map((name) => values[name as AllianceCovariate]!);
  const outside = (model?.names ?? []).filter((_, k) => {
    const [least, most] = model!.ranges[k]!;
    return x[k]! < least || x[k]! > most;
  });
  const cells = OUTLOOK_YEARS.flatMap((horizon) => {
    const base = outlook(survival.base, [], { reached, horizon, level });
    const own = model === null ? null : outlook(model, x, { reached, horizon, level });
    return [
      [`base_${horizon}`, base.survival],
      [`base_${horizon}_lower`, base.lower],
      [`base_${horizon}_upper`, base.upper],
      [`model_${horizon}`, own?.survival ?? null],
      [`model_${horizon}_lower`, own?.lower ?? null],
      [`model_${horizon}_upper`, own?.upper ?? null],
    ];
  });
  const last = OUTLOOK_YEARS.at(-1)!;
  return {
    organisation: organisation.id,
    short: organisation.short,
    years: reached,
    ...Object.fromEntries(cells),
    beyond: reached + last > survival.base.lastAge,
    outside: outside.join(" "),
    ...values,
    gdp_year: share?.year ?? null,
    model: model?.names.join(" ") ?? null,
  };
}

/** One row a living alliance of the class: base rate, then model. */
export function outlookRows(
  record: CasusRecord,
  peers: readonly Organisation[],
  of: StateValues,
  options: { readonly at: string; readonly level: number },
): readonly Row[] {
  return organisationSpells(peers, options.at)
    .filter(({ end }) => end === null)
    .flatMap((life) => {
      const organisation = peers.find(({ id }) => id === life.organisation);
      return organisation === undefined
        ? []
        : [outlookRow(record, organisation, of, { ...options, years: life.years })];
    });
}

/** The table of living alliances. */
export function outlookSection(base: string, rows: readonly Row[]): Section {
  return {
    id: "outlook",
    title: "How long each living alliance is predicted to last",
    text: [
      "The chance that it is neither abrogated nor expires within so many years: first the base " +
        "rate of alliances with a duty of defence or offense at its age, then the model. Read the " +
        "test first.",
    ],
    findings: ["outlook", "model-test"],
    address: base,
    columns: COLUMNS,
    rows,
    figure: {
      kind: "ranks",
      title: "Predicted to last ten years more, by the model",
      label: "short",
      value: "model_10",
      lower: "model_10_lower",
      upper: "model_10_upper",
      highlight: null,
      xLabel: "Chance to last ten years",
      domain: [0, 1],
      rule: null,
    },
  };
}

const chance = (row: Row, name: string): string => {
  const [value, lower, upper] = [row[name], row[`${name}_lower`], row[`${name}_upper`]];
  if (typeof value !== "number") return "not given";
  const ends = typeof lower === "number" && typeof upper === "number" ? [lower, upper] : [null];
  return withInterval(value, ends[0] ?? null, ends[1] ?? null, 3);
};

/** What is predicted of one organisation: base rate first. */
export function outlookFinding(
  short: string,
  base: string,
  row: Row,
  { rows, level, tested }: { rows: readonly Row[]; level: number; tested: string },
): Finding {
  const missing = ALLIANCE_COVARIATES.filter((name) => row[name] === null);
  const values = rows
    .map((one) => one["model_10"])
    .filter((value) => typeof value === "number");
  const said = (name: "base" | "model"): string =>
    OUTLOOK_YEARS.map((years) => `${years} y ${chance(row, `${name}_${years}`)}`).join(", ");
  return {
    id: "outlook",
    text:
      `${short}, ${Number(row["years"]).toFixed(1)} years old: chance to last by the base rate of ` +
      `alliances at its age ${said("base")}; by the model ${said("model")}. ${tested} ` +
      (row["beyond"] === true
        ? "No alliance of its age was followed ten years more: the rate of the oldest goes on. "
        : "") +
      (missing.length === 0
        ? `Its GDP share is that of ${row["gdp_year"]}.`
        : `Not known, and left out of the model: ${missing.join(", ")}.`),
    value: row["model_10"] as number | null,
    lower: row["model_10_lower"] as number | null,
    upper: row["model_10_upper"] as number | null,
    level,
    n: null,
    comparison:
      values.length === 0
        ? null
        : `The living alliances of the record, ten years, by the model: ` +
          `${fixed(Math.min(...values), 3)} to ${fixed(Math.max(...values), 3)}.`,
    method: "Model of alliances",
    evidence: [base],
  };
}
