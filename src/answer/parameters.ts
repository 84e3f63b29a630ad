import { CONVENTION_NAMES, DEFAULT_CONVENTION } from "../measures/alignment/conventions.ts";
import { CODINGS, type AnswerCoding } from "../measures/responsiveness/answer-coding.ts";
import { OUTCOMES, THREATS } from "../record/case.ts";
import { TOPICS, type TopicCode } from "../record/votes.ts";
import { CAPABILITIES, type Capability } from "../scenario/bargaining/capability.ts";
import { HELD, type HeldStance } from "../scenario/call.ts";
import { COMPARED_RULES } from "../scenario/dynamics/rule-passes.ts";
import {
  anId,
  bad,
  choice,
  day,
  FIRST_YEAR,
  integer,
  LAST_YEAR,
  oneOf,
  oneState,
  type Parameter,
  yearOr,
  yearOrDay,
} from "./parameter-kinds.ts";
import {
  CALL_PLACES,
  CONFIDENCES,
  DECIDERS,
  MEANS,
  MEASURES,
  type ParameterName,
  type Query,
  SCENARIO_MODELS,
} from "./query.ts";

const topics = Object.keys(TOPICS) as TopicCode[];

/** Every parameter that an address may carry. */
export const PARAMETERS: { readonly [K in ParameterName]: Parameter<Query[K]> } = {
  from: {
    default: null,
    describe: "first year or day",
    parse: (text, name, firstYear) => yearOrDay(text, name, { end: false, firstYear }),
    format: (value) => yearOr(value ?? "", "-01-01"),
  },
  to: {
    default: null,
    describe: "last year or day, inclusive",
    parse: (text, name, firstYear) => yearOrDay(text, name, { end: true, firstYear }),
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
    parse: day,
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
