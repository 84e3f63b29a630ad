import { z } from "zod";
import { EVENT_TYPES, FRAMES, OUTCOMES, STANCES, THREATS } from "./case.ts";
import { confidenceSchema, rawSourcesSchema } from "./source-ref-schema.ts";

const DATE = 'needs an EDTF date, such as "2022-01-05", "2010-06~" or "2022-01-05T21:50Z"';

/** A date as text; a bare year, which YAML reads as a number, is taken too. */
export const dateTextSchema = z
  .union([z.string().min(4), z.number().int()], { error: DATE })
  .transform(String);

/** An id of ours: lower-case letters, digits and hyphens. */
export const idSchema = z
  .string({ error: "needs an id of lower-case letters, digits and hyphens" })
  .regex(/^[a-z0-9][a-z0-9-]*$/u, "must be lower-case letters, digits and hyphens");

/** An article's number, such as 4, "2(2)" or "IV(1)". */
export const articleSchema = z
  .union([z.string().min(1), z.number().int()], { error: 'needs an article, such as "2(2)"' })
  .transform(String);

/** A state's key. Whether there is such a state is checked against the table of states. */
export const stateSchema = z
  .string({ error: "needs a state's key, such as KAZ" })
  .min(1, "needs a state's key, such as KAZ");

/** One value or a list of them, read as a list. */
export const oneOrMore = <T extends z.ZodType>(item: T) =>
  z
    .union([item, z.array(item)])
    .default([])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<T>[]);

const text = z.string({ error: "needs a text" }).min(1, "needs a text");
const zone = z
  .string()
  .regex(/^(?:Z|[+-]\d{2}:\d{2})$/u, 'must be an offset from UTC, such as "+06:00"');
const actor = z.string().min(2, "needs a state's key, an organ's id or other:<id>");
const count = z.number().int().min(0);

const size = z
  .strictObject({
    least: count.nullable().default(null),
    most: count.nullable().default(null),
    note: text.optional(),
  })
  .refine(({ least, most }) => least === null || most === null || least <= most, {
    error: "least must not be above most",
  });

const articleRef = z
  .strictObject({
    treaty: idSchema.nullable().default(null),
    article: articleSchema.nullable().default(null),
    text: text.optional(),
    by: text.optional(),
    sources: rawSourcesSchema.optional(),
  })
  .refine((ref) => ref.treaty !== null || ref.text !== undefined, {
    error: "needs a treaty of the record, or a text that names the instrument",
  });

const conflict = z
  .strictObject({
    date: dateTextSchema.optional(),
    text: text.optional(),
    sources: rawSourcesSchema,
  })
  .refine(({ date, text: words }) => date !== undefined || words !== undefined, {
    error: "needs the date or the text in which the other source differs",
  });

const event = z.strictObject({
  id: idSchema,
  type: z.enum(EVENT_TYPES, { error: `needs a type: ${EVENT_TYPES.join(", ")}` }),
  date: dateTextSchema,
  zone: zone.optional(),
  actor: oneOrMore(actor),
  speaker: text.optional(),
  addressee: oneOrMore(actor),
  text,
  articles: z.array(articleRef).default([]),
  instrument: oneOrMore(idSchema),
  frame: oneOrMore(z.enum(FRAMES, { error: `must be among ${FRAMES.join(", ")}` })),
  out_of_order: text.optional(),
  confidence: confidenceSchema,
  sources: rawSourcesSchema,
  conflicts: z.array(conflict).default([]),
});

const absent = z.strictObject({
  events: z.array(z.enum(EVENT_TYPES)).min(1, "needs at least one type of event"),
  actor: oneOrMore(actor),
  addressee: oneOrMore(actor),
  basis: z.enum(["stated", "searched"], { error: "needs a basis: stated or searched" }),
  note: text.optional(),
  sources: rawSourcesSchema,
});

const contingent = z.strictObject({
  state: stateSchema,
  personnel: size.nullable().default(null),
  units: z.array(text).default([]),
  confidence: confidenceSchema,
  sources: rawSourcesSchema,
});

const stance = z.strictObject({
  state: stateSchema,
  stance: z.enum(STANCES, { error: `needs a stance: ${STANCES.join(", ")}` }),
  date: dateTextSchema.optional(),
  note: text.optional(),
  sources: rawSourcesSchema,
});

/** The YAML schema of `data/cases/*.yaml`, in the words of the file. */
export const caseSchema = z
  .strictObject({
    id: idSchema,
    code: text.nullable().default(null),
    title: text,
    organisation: idSchema.nullable(),
    institution: text.optional(),
    treaties: z.array(idSchema).default([]),
    concerned: z.array(stateSchema).min(1, "needs at least one state in trouble"),
    appellant: z
      .strictObject({
        states: z.array(stateSchema),
        actor: text.optional(),
        authentic: z.enum(["yes", "contested", "no"]),
        note: text.optional(),
      })
      .nullable(),
    addressee: z.strictObject({
      kind: z.enum(["organ", "state", "mixed", "none"]),
      ids: z.array(actor).default([]),
      named: text.optional(),
    }),
    decider: z.enum(["organ", "single", "mixed", "none"]),
    threat: z.strictObject({
      claimed: z.array(z.enum(THREATS)),
      coded: z.enum(THREATS),
      note: text.optional(),
    }),
    place: z.strictObject({
      state: stateSchema.nullable(),
      inside_treaty_area: z.boolean().nullable(),
    }),
    adversary: z.array(actor).default([]),
    articles_invoked: z.array(articleRef).default([]),
    instrument_asked: z.array(idSchema).default([]),
    outcome: z.enum(OUTCOMES),
    outcome_note: text.optional(),
    size: size.nullable().default(null),
    zone: zone.default("Z"),
    events: z.array(event).min(1, "needs at least one event"),
    absent: z.array(absent).default([]),
    contingents: z.array(contingent).default([]),
    stances: z.array(stance).default([]),
    forces_available: z.array(idSchema).default([]),
    command: z
      .strictObject({
        state: stateSchema.nullable().default(null),
        name: text.optional(),
        sources: rawSourcesSchema,
      })
      .optional(),
    confidence: confidenceSchema,
    coder: text,
    notes: text.optional(),
    general_knowledge: z.array(text).default([]),
  })
  .meta({
    title: "A case of Casus",
    description: "One crisis in which help was or could have been called for.",
  });

/** A case as its file holds it. */
export type RawCase = z.output<typeof caseSchema>;
