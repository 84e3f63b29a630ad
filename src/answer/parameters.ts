import { UsageError } from "../errors.ts";
import {
  CONVENTION_NAMES,
  DEFAULT_CONVENTION,
  type ConventionName,
} from "../measures/alignment/conventions.ts";
import { CODINGS, type AnswerCoding } from "../measures/responsiveness/answer-coding.ts";
import { OUTCOMES, type Outcome, type Threat, THREATS } from "../record/case.ts";
import { TOPICS, type TopicCode } from "../record/votes.ts";
import { CAPABILITIES, type Capability } from "../scenario/bargaining/capability.ts";
import { CALL_PLACES, type CallPlace, HELD, type HeldStance } from "../scenario/call.ts";
import { COMPARED_RULES, type ComparedRule } from "../scenario/dynamics/rule-passes.ts";

export { CALL_PLACES, CALL_THREATS } from "../scenario/call.ts";

/** The similarity measures that an address may name. */
export const MEASURES = ["kappa", "pi", "s_abs", "s_sq", "agreement", "alignment"] as const;

/** The name of a similarity measure in an address. */
export type MeasureName = (typeof MEASURES)[number];

/** The means of power that an address may name. */
export const MEANS = ["gdp", "population", "cinc", "milex", "milper"] as const;

/** The levels of confidence that an address may ask for, from the lowest. */
export const CONFIDENCES = ["low", "medium", "high"] as const;

/** Who decides on a call. */
export const DECIDERS = ["organ", "single", "mixed", "none"] as const;

/** The models of members' decisions that a scenario may speak by. */
export const SCENARIO_MODELS = ["choice", "base-rate", "bargaining"] as const;

/** The parsed query of an address; every value has its default. */
export interface Query {
  /** First and last day, inclusive; null is the record's own. */
  readonly from: string | null;
  readonly to: string | null;
  readonly topic: TopicCode | null;
  readonly measure: MeasureName;
  readonly convention: ConventionName;
  readonly by: "session" | "year" | "all";
  readonly level: number;
  readonly draws: number;
  readonly seed: number;
  readonly state: readonly string[];
  readonly q: string | null;
  readonly at: string | null;
  /** Shows one year only of an answer that is computed from all. */
  readonly year: number | null;
  /** Whether positions are fitted on all states' votes or on the members' alone. */
  readonly scope: "world" | "members";
  readonly limit: number;
  readonly offset: number;
  /** Filters of cases; null takes all. */
  readonly organisation: string | null;
  readonly threat: Threat | null;
  readonly outcome: Outcome | null;
  readonly decider: (typeof DECIDERS)[number] | null;
  /** The lowest confidence of the cases, and of their events, that count. */
  readonly confidence: (typeof CONFIDENCES)[number];
  /** What counts as an answer to a call. */
  readonly coding: AnswerCoding;
  /** Years to come of a simulation. */
  readonly years: number;
  /** The rule of decision whose effect is asked for; null asks for all, or is the treaty's. */
  readonly rule: ComparedRule | null;
  /** A call to be simulated: on which organisation, by which member, against whom, where. */
  readonly alliance: string | null;
  readonly appellant: string | null;
  readonly adversary: string | null;
  readonly place: CallPlace;
  /** What is asked for: `troops`, `materiel`, `consultation`, or a force's id. */
  readonly instrument: string;
  /** Whether the United Nations' Security Council has given a mandate. */
  readonly mandate: "yes" | "no";
  /** A member that is taken to have left before the call. */
  readonly left: string | null;
  /** Stances fixed by hand, by state, in the order of the states. */
  readonly hold: readonly (readonly [state: string, stance: HeldStance])[];
  readonly model: (typeof SCENARIO_MODELS)[number];
  /** What members bring to bear where they bargain. */
  readonly capability: Capability;
  readonly calls: number;
  /** One means of power; null is every one, or the view's own. */
  readonly means: (typeof MEANS)[number] | null;
}

/** A parameter's name in an address. */
export type ParameterName = keyof Query;

/** How one parameter is read, written and explained. */
interface Parameter<T> {
  readonly default: T;
  readonly parse: (text: string, name: string) => T;
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

const bad = (name: string, text: string, allowed: string): UsageError =>
  new UsageError(`${name}=${JSON.stringify(text)} is not valid.`, { hint: allowed });

const FIRST_YEAR = 1946;
const LAST_YEAR = 2100;

function day(text: string, name: string, end: boolean): string {
  const allowed = `${name} takes a year from ${FIRST_YEAR} on ("1992") or a day ("1992-05-15").`;
  const match = /^(\d{4})(?:-(\d{2})-(\d{2}))?$/u.exec(text);
  const year = Number(match?.[1]);
  if (match === null || year < FIRST_YEAR || year > LAST_YEAR) throw bad(name, text, allowed);
  if (match[2] === undefined) return `${match[1]}-${end ? "12-31" : "01-01"}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    throw bad(name, text, allowed);
  return text;
}

/** A whole year is written as a year again, so that an address has one form. */
const yearOr = (text: string, suffix: string): string =>
  text.endsWith(suffix) ? text.slice(0, 4) : text;

function oneOf<T extends string>(
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
function choice<T extends string>(values: readonly T[], describe: string): Parameter<T | null> {
  const { parse } = oneOf(values, values[0]!, describe);
  return { default: null, values, describe, format: (value) => value ?? "", parse };
}

function integer(
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
function oneState(describe: string): Parameter<string | null> {
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
function anId<T extends string | null>(fallback: T, example: string, describe: string) {
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

const topics = Object.keys(TOPICS) as TopicCode[];

/** Every parameter that an address may carry. */
export const PARAMETERS: { readonly [K in ParameterName]: Parameter<Query[K]> } = {
  from: {
    default: null,
    describe: "first year or day",
    parse: (text, name) => day(text, name, false),
    format: (value) => yearOr(value ?? "", "-01-01"),
  },
  to: {
    default: null,
    describe: "last year or day, inclusive",
    parse: (text, name) => day(text, name, true),
    format: (value) => yearOr(value ?? "", "-12-31"),
  },
  topic: {
    default: null,
    values: topics,
    describe: `topic: ${topics.map((code) => `${code} (${TOPICS[code]})`).join(", ")}`,
    format: (value) => value ?? "",
    parse: (text, name) => {
      const code = text.toLowerCase() as TopicCode;
      if (!topics.includes(code)) throw bad(name, text, `${name} takes ${topics.join(", ")}.`);
      return code;
    },
  },
  measure: oneOf(MEASURES, "kappa", "similarity measure"),
  convention: oneOf(
    CONVENTION_NAMES,
    DEFAULT_CONVENTION,
    "convention on absence and unanimity",
  ),
  by: oneOf(["session", "year", "all"], "session", "length of a period"),
  level: {
    default: 0.9,
    bounds: { type: "number", minimum: 0.5, maximum: 0.99 },
    describe: "level of the intervals (0.5 to 0.99, default 0.9)",
    format: String,
    parse: (text, name) => {
      const value = Number(text);
      if (!/^0\.\d{1,3}$/u.test(text) || value < 0.5 || value > 0.99) {
        throw bad(name, text, `${name} takes a number from 0.5 to 0.99.`);
      }
      return value;
    },
  },
  draws: integer(500, 100, 5000, "bootstrap draws"),
  seed: integer(1, 0, 4294967295, "seed of the random draws"),
  state: {
    default: [],
    describe: "one or more states, joined by ~",
    format: (value) => value.join("~"),
    parse: (text, name) => {
      const keys = text.toUpperCase().split("~");
      if (keys.length > 250 || keys.some((key) => !/^[A-Z0-9]{2,4}$/u.test(key))) {
        throw bad(name, text, `${name} takes state keys joined by "~", such as "ARM~KAZ".`);
      }
      return [...new Set(keys)].sort();
    },
  },
  q: {
    default: null,
    describe: "words to find in titles and symbols",
    format: (value) => value ?? "",
    parse: (text, name) => {
      if (text.length > 200 || text.trim() === "")
        throw bad(name, text, `${name} takes 1 to 200 characters.`);
      return text.trim();
    },
  },
  at: {
    default: null,
    describe: "the day for which the answer holds",
    format: (value) => value ?? "",
    parse: (text, name) => {
      if (/^\d{4}$/u.test(text))
        throw bad(name, text, `${name} takes a day, such as "2010-06-12".`);
      return day(text, name, false);
    },
  },
  year: {
    default: null,
    describe: "show this year only; the answer is computed from all",
    format: (value) => (value === null ? "" : String(value)),
    parse: (text, name) => {
      const value = Number(text);
      if (!/^\d{4}$/u.test(text) || value < FIRST_YEAR || value > LAST_YEAR) {
        throw bad(name, text, `${name} takes a year from ${FIRST_YEAR} on, such as "2014".`);
      }
      return value;
    },
  },
  scope: oneOf(["world", "members"], "world", "whose votes positions are fitted on"),
  limit: integer(200, 1, 10_000, "rows at the most"),
  offset: integer(0, 0, 1_000_000, "rows to pass over"),
  organisation: anId(null, "csto", "the organisation whose record a case belongs to"),
  threat: choice(THREATS, "kind of threat, as coded"),
  outcome: choice(OUTCOMES, "what came of a case"),
  decider: choice(DECIDERS, "who decides on a call"),
  confidence: oneOf(CONFIDENCES, "low", "lowest confidence of the cases and events that count"),
  coding: oneOf(
    Object.keys(CODINGS) as AnswerCoding[],
    "help",
    "what counts as an answer: forces, help (missions and materiel too) or any (political support too)",
  ),
  years: integer(10, 1, 50, "years to come"),
  rule: choice(
    COMPARED_RULES,
    "rule of decision whose effect is asked for, in place of the treaty's",
  ),
  alliance: anId(null, "csto", "the organisation on which a member calls"),
  appellant: oneState("the member that calls"),
  adversary: oneState("the state that a call names as its adversary; left out: none"),
  place: oneOf(CALL_PLACES, "inside", "where the danger lies, by the treaty's area"),
  instrument: anId(
    "troops",
    "troops",
    "what a call asks for: troops (default), materiel, consultation, or the id of a force",
  ),
  mandate: oneOf(["no", "yes"], "no", "whether the UN Security Council gave a mandate"),
  left: oneState("a member that is taken to have left before the call"),
  hold: {
    default: [],
    describe: `stances fixed by hand, such as "ARM:no~KAZ:abstain" (${HELD.join(", ")})`,
    format: (value) => value.map(([state, stance]) => `${state}:${stance}`).join("~"),
    parse: (text, name) => {
      const held = text.split("~").map((pair): readonly [string, HeldStance] => {
        const [state = "", word = ""] = pair.split(":");
        const stance = HELD.find((one) => one === word.toLowerCase());
        if (!/^[A-Z0-9]{2,4}$/iu.test(state) || stance === undefined) {
          throw bad(
            name,
            text,
            `${name} takes states with ${HELD.join(", ")}, such as "ARM:no~KAZ:abstain".`,
          );
        }
        return [state.toUpperCase(), stance];
      });
      if (new Set(held.map(([state]) => state)).size !== held.length || held.length > 60) {
        throw bad(name, text, `${name} takes each state once.`);
      }
      return held.toSorted(([a], [b]) => (a < b ? -1 : 1));
    },
  },
  model: oneOf(
    SCENARIO_MODELS,
    "choice",
    "the model of members' decisions: choice (estimated on the case base), base-rate, or bargaining " +
      "(members press each other from where the choice model has them)",
  ),
  capability: oneOf(
    Object.keys(CAPABILITIES) as Capability[],
    "means",
    "what members bring to bear where they bargain: means (the largest member's share of the members' " +
      "GDP on record, of the others the mean of the rest; equal where it is not on record) or equal",
  ),
  calls: integer(5000, 500, 100_000, "simulated calls"),
  means: choice(
    MEANS,
    "means of power: gdp, population; cinc, milex (military spending), milper (personnel) from a file of nmc",
  ),
};

const NAMES = Object.keys(PARAMETERS) as ParameterName[];

/** The query with nothing said. */
export const DEFAULT_QUERY = Object.fromEntries(
  NAMES.map((name) => [name, PARAMETERS[name].default]),
) as unknown as Query;

/** Reads the parameters of a query; a name that the view does not take is an error. */
export function parseQuery(
  pairs: readonly (readonly [string, string])[],
  allowed: readonly ParameterName[],
): Query {
  const query: Record<string, unknown> = { ...DEFAULT_QUERY };
  const seen = new Set<string>();
  for (const [name, text] of pairs) {
    if (!(allowed as readonly string[]).includes(name)) {
      throw new UsageError(
        `${JSON.stringify(name.slice(0, 40))} is not a parameter of this address.`,
        {
          hint: allowed.length === 0 ? "It takes none." : `It takes ${allowed.join(", ")}.`,
        },
      );
    }
    if (seen.has(name))
      throw new UsageError(`${name} is given twice.`, { hint: "Give it once." });
    seen.add(name);
    query[name] = PARAMETERS[name as ParameterName].parse(text, name);
  }
  const { from, to } = query as unknown as Query;
  if (from !== null && to !== null && from > to) {
    throw new UsageError(`from=${from} is after to=${to}.`, { hint: "Swap them." });
  }
  return query as unknown as Query;
}

/** Writes a query in its one canonical form: fixed order, defaults left out. */
export function formatQuery(query: Query): string {
  const parts: string[] = [];
  for (const name of NAMES) {
    const { default: fallback, format } = PARAMETERS[name] as Parameter<unknown>;
    const value = format(query[name]);
    if (query[name] !== fallback && value !== "" && value !== format(fallback)) {
      parts.push(
        `${name}=${encodeURIComponent(value).replaceAll("%7E", "~").replaceAll("%3A", ":")}`,
      );
    }
  }
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}
