import {
  concentration,
  type Concentration,
  type MemberMeans,
} from "../measures/means/concentration.ts";
import { membershipsOn } from "../record/membership.ts";
import type { Organisation } from "../record/organisation.ts";
import type { CasusRecord } from "../record/record.ts";
import type { StateKey } from "../states/state.ts";
import type { MEANS } from "./query.ts";

/** The name of a means of power in an address. */
export type MeansName = (typeof MEANS)[number];

/** How a means was spread over an organisation's members at the end of a year. */
export interface MeansOfYear extends Concentration {
  readonly means: MeansName;
  readonly year: number;
}

type Values = (state: StateKey, year: number) => Omit<MemberMeans, "state">;

const NOTHING = { value: null, sd: null };

/** What is called what, where it is from, and what brings it. */
export const MEANS_NOTES: Readonly<
  Record<
    MeansName,
    { readonly label: string; readonly source: string; readonly brought: string }
  >
> = {
  gdp: { label: "GDP", source: "fariss-2022", brought: "fariss" },
  population: { label: "population", source: "fariss-2022", brought: "fariss" },
  cinc: { label: "summed CINC", source: "cow-nmc", brought: "nmc" },
  milex: { label: "military spending", source: "cow-nmc", brought: "nmc" },
  milper: { label: "military personnel", source: "cow-nmc", brought: "nmc" },
};

/** Rows of a table by state and year, looked up once a table. */
const indexes = new WeakMap<object, ReadonlyMap<string, unknown>>();

function byStateYear<T extends { readonly state: StateKey; readonly year: number }>(
  rows: readonly T[],
): ReadonlyMap<string, T> {
  const known = indexes.get(rows) as ReadonlyMap<string, T> | undefined;
  if (known !== undefined) return known;
  const made = new Map(rows.map((row) => [`${row.state} ${row.year}`, row]));
  indexes.set(rows, made);
  return made;
}

/** The members' own values of a means, where the user brought its file; null without. */
export function memberValues(record: CasusRecord, means: MeansName): Values | null {
  const { userSources } = record;
  if (means === "gdp" || means === "population") {
    const rows = userSources?.fariss() ?? null;
    if (rows === null) return null;
    const index = byStateYear(rows);
    return (state, year) => {
      const row = index.get(`${state} ${year}`);
      if (row === undefined) return NOTHING;
      return means === "gdp"
        ? { value: row.gdp, sd: row.gdpSd }
        : { value: row.population, sd: row.populationSd };
    };
  }
  const rows = userSources?.nmc() ?? null;
  if (rows === null) return null;
  const index = byStateYear(rows);
  return (state, year) => ({ value: index.get(`${state} ${year}`)?.[means] ?? null, sd: null });
}

/** The values of an organisation's members at the end of a year. */
export function valuesOn(
  organisation: Organisation,
  year: number,
  values: Values,
): readonly MemberMeans[] {
  const members = membershipsOn(organisation, `${year}-12-31`).map(({ state }) => state);
  return [...new Set(members)].map((state) => ({ state, ...values(state, year) }));
}

/** The years that the user's file of a means covers. */
function yearsBrought({ userSources }: CasusRecord, name: string): readonly number[] {
  const held = userSources?.held.find((one) => one.name === name);
  if (held === undefined) return [];
  const first = Math.max(held.from, 1946);
  return Array.from({ length: held.to - first + 1 }, (_, index) => first + index);
}

/**
 * A means of an organisation's members at the end of each year that its source covers: the table that
 * ships, else the user's file. No year outside it is made up, and none carried forward.
 */
export function meansByYear(
  record: CasusRecord,
  organisation: Organisation,
  means: MeansName,
): readonly MeansOfYear[] {
  const shipped = record.means.filter(
    (row) => row.organisation === organisation.id && row.means === means,
  );
  if (shipped.length > 0) return shipped;
  const values = memberValues(record, means);
  if (values === null) return [];
  return yearsBrought(record, MEANS_NOTES[means].brought).flatMap((year) => {
    const found = concentration(valuesOn(organisation, year, values));
    return found === null ? [] : [{ means, year, ...found }];
  });
}
