import { UsageError } from "../errors.ts";

/** How one parameter is read, written and explained. */
export interface Parameter<T> {
  readonly default: T;
  /** `firstYear`: the first that the view's days may lie in. */
  readonly parse: (text: string, name: string, firstYear?: number) => T;
  readonly format: (value: T) => string;
  readonly describe: string;
  /** Allowed values, for the API description. */
  readonly values?: readonly string[];
  /** Of a number, for the API description. */
  readonly bounds?: {
    readonly type: "integer" | "number";
    readonly minimum: number;
    readonly maximum: number;
  };
}

/** The error of a value that a parameter does not take. */
export const bad = (name: string, text: string, allowed: string): UsageError =>
  new UsageError(`${name}=${JSON.stringify(text)} is not valid.`, { hint: allowed });

/** The first and last year that an address may name: the first is that of the first votes. */
export const FIRST_YEAR = 1946;
/** The year of the earliest treaty and case, before there were votes. */
export const FIRST_TREATY_YEAR = 1939;
export const LAST_YEAR = 2100;

/** One day of an address. */
export function day(text: string, name: string, firstYear = FIRST_YEAR): string {
  const allowed = `${name} takes a day from ${firstYear} on, such as "1992-05-15".`;
  return dayWithin(text, name, { firstYear, allowed });
}

/** A day of an address, or a whole year for its first day or its last. */
export function yearOrDay(
  text: string,
  name: string,
  {
    end,
    firstYear = FIRST_YEAR,
  }: { readonly end: boolean; readonly firstYear?: number | undefined },
): string {
  const allowed = `${name} takes a year from ${firstYear} on ("1992") or a day ("1992-05-15").`;
  const whole = /^\d{4}$/u.test(text) ? `${text}-${end ? "12-31" : "01-01"}` : text;
  return dayWithin(whole, name, { firstYear, allowed, text });
}

function dayWithin(
  written: string,
  name: string,
  options: { readonly firstYear: number; readonly allowed: string; readonly text?: string },
): string {
  const { firstYear, allowed, text = written } = options;
  const year = Number(/^(\d{4})-\d{2}-\d{2}$/u.exec(written)?.[1]);
  if (Number.isNaN(year) || year < firstYear || year > LAST_YEAR)
    throw bad(name, text, allowed);
  const time = Date.parse(`${written}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written)
    throw bad(name, text, allowed);
  return written;
}

/** A whole year is written as a year again, so that an address has one form. */
export const yearOr = (text: string, suffix: string): string =>
  text.endsWith(suffix) ? text.slice(0, 4) : text;

/** One of some values. */
export function oneOf<T extends string>(
  values: readonly T[],
  fallback: T,
  describe: string,
): Parameter<T> {
  return {
    default: fallback,
    values,
    describe,
    format: (value) => value,
    parse: (text, name) => {
      const value = values.find((candidate) => candidate === text.toLowerCase());
      if (value === undefined) throw bad(name, text, `${name} takes ${values.join(", ")}.`);
      return value;
    },
  };
}

/** One of some values, or all of them where the parameter is not given. */
export function choice<T extends string>(
  values: readonly T[],
  describe: string,
): Parameter<T | null> {
  const { parse } = oneOf(values, values[0]!, describe);
  return { default: null, values, describe, format: (value) => value ?? "", parse };
}

/** A whole number in a range. */
export function integer(
  fallback: number,
  least: number,
  most: number,
  describe: string,
): Parameter<number> {
  return {
    default: fallback,
    bounds: { type: "integer", minimum: least, maximum: most },
    describe: `${describe} (${least} to ${most}, default ${fallback})`,
    format: String,
    parse: (text, name) => {
      const value = Number(text);
      if (!/^\d{1,10}$/u.test(text) || value < least || value > most) {
        throw bad(name, text, `${name} takes a whole number from ${least} to ${most}.`);
      }
      return value;
    },
  };
}

/** One state in an address, written in lower case. */
export function oneState(describe: string): Parameter<string | null> {
  return {
    default: null,
    describe,
    format: (value) => (value ?? "").toLowerCase(),
    parse: (text, name) => {
      const key = text.toUpperCase();
      if (!/^[A-Z0-9]{2,4}$/u.test(key)) {
        throw bad(name, text, `${name} takes the key of one state, such as "arm".`);
      }
      return key;
    },
  };
}

/** An id in an address. */
export function anId<T extends string | null>(fallback: T, example: string, describe: string) {
  return {
    default: fallback,
    describe,
    format: (value: string | T) => value ?? "",
    parse: (text: string, name: string): string => {
      if (!/^[a-z0-9-]{2,60}$/iu.test(text))
        throw bad(name, text, `${name} takes an id, such as "${example}".`);
      return text.toLowerCase();
    },
  };
}
