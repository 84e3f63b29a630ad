import { z } from "zod";
import { THREATS } from "./case.ts";
import { articleSchema, dateTextSchema, idSchema, stateSchema } from "./case-schema.ts";
import { GATHERING_KINDS, GATHERING_OUTCOMES, GATHERING_STANCES } from "./organ.ts";
import { confidenceSchema, rawSourcesSchema } from "./source-ref-schema.ts";

const text = z.string({ error: "needs a text" }).min(1, "needs a text");
const count = z.number().int().min(0);

const dated = {
  id: idSchema,
  organisation: idSchema,
  name: text,
  confidence: confidenceSchema,
  sources: rawSourcesSchema,
  note: text.optional(),
};

const legalBases = z
  .array(z.strictObject({ treaty: idSchema, article: articleSchema.nullable().default(null) }))
  .default([]);

const span = { from: dateTextSchema, to: dateTextSchema.nullable() };

const size = {
  least: count.nullable().default(null),
  most: count.nullable().default(null),
  note: text.optional(),
};

const ordered = ({ least, most }: { least: number | null; most: number | null }): boolean =>
  least === null || most === null || least <= most;
const inOrder = { error: "least must not be above most" };

const rule = z.enum(
  [
    "consensus",
    "consensus-minus-abstainers",
    "two-thirds",
    "unanimity",
    "majority",
    "each-for-itself",
    "weighted",
    "mixed",
    "none",
  ],
  { error: "must be a decision rule, such as consensus, two-thirds or each-for-itself" },
);

/** The YAML schema of `data/organs.yaml`. */
export const organsSchema = z.array(
  z.strictObject({
    ...dated,
    ...span,
    sits: text,
    rule,
    rule_note: text.optional(),
    legal_bases: legalBases,
  }),
);

/** The YAML schema of `data/forces.yaml`. */
export const forcesSchema = z.array(
  z.strictObject({
    ...dated,
    ...span,
    mandate: text,
    threats: z.array(z.enum(THREATS, { error: `must be among ${THREATS.join(", ")}` })),
    area: z.enum(["inside", "outside", "both"], { error: "must be inside, outside or both" }),
    decides: idSchema,
    legal_bases: legalBases,
    sizes: z
      .array(
        z
          .strictObject({ ...size, date: dateTextSchema, sources: rawSourcesSchema })
          .refine(ordered, inOrder),
      )
      .default([]),
  }),
);

const among = (words: readonly string[]) => ({ error: `must be among ${words.join(", ")}` });

/** The YAML schema of `data/exercises.yaml`, which also holds sessions. */
export const gatheringsSchema = z.array(
  z.strictObject({
    ...dated,
    kind: z.enum(GATHERING_KINDS, among(GATHERING_KINDS)),
    outcome: z.enum(GATHERING_OUTCOMES, among(GATHERING_OUTCOMES)),
    date: dateTextSchema,
    place: text.optional(),
    size: z.strictObject(size).refine(ordered, inOrder).optional(),
    stances: z
      .array(
        z.strictObject({
          state: stateSchema,
          stance: z.enum(GATHERING_STANCES, among(GATHERING_STANCES)),
        }),
      )
      .default([]),
  }),
);
