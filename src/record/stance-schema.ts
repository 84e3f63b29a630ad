import { z } from "zod";
import { dateTextSchema, idSchema, stateSchema } from "./case-schema.ts";
import { confidenceSchema, rawSourcesSchema } from "./source-ref-schema.ts";
import { SIDES, SPEAKERS, STANCE_KINDS, SUBJECTS } from "./stance.ts";

const text = z.string({ error: "needs a text" }).min(1, "needs a text");

const among = <const T extends readonly string[]>(name: string, values: T) =>
  z.enum(values, { error: `needs a ${name}: ${values.join(", ")}` });

const conflict = z
  .strictObject({
    date: dateTextSchema.optional(),
    text: text.optional(),
    sources: rawSourcesSchema,
  })
  .refine(({ date, text: words }) => date !== undefined || words !== undefined, {
    error: "needs the date or the text in which the other source differs",
  });

const row = z
  .strictObject({
    id: idSchema,
    alliance: idSchema,
    state: stateSchema.optional(),
    organisation: idSchema.optional(),
    date: dateTextSchema,
    speaker: among("speaker", SPEAKERS),
    who: text.optional(),
    subject: among("subject", SUBJECTS),
    kind: among("kind", STANCE_KINDS),
    stance: among("stance", SIDES),
    counterpart: stateSchema.optional(),
    text,
    conflicts: z.array(conflict).default([]),
    confidence: confidenceSchema,
    sources: rawSourcesSchema,
  })
  .refine(({ state, organisation }) => (state === undefined) !== (organisation === undefined), {
    error: "needs either a state or an organisation that spoke",
  });

/** The YAML schema of `data/stances.yaml`: a list of stances. */
export const stancesSchema = z.array(row);

/** A stance as its file holds it. */
export type RawStance = z.output<typeof stancesSchema>[number];
