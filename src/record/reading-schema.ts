import { z } from "zod";
import { idSchema } from "./case-schema.ts";
import { claimTestSchema } from "./claim-test-schema.ts";

const text = z.string({ error: "needs a text" }).min(1, "needs a text");

const reading = z.strictObject({
  id: idSchema,
  name: text,
  says: text,
  literature: z.array(text).min(1, "needs a work that sets it out"),
});

const implication = z.strictObject({
  id: idSchema,
  text,
  why: text,
  expects: z.record(
    idSchema,
    z.enum(["yes", "no"], { error: "needs yes or no by reading: {forum: no}" }),
  ),
  test: claimTestSchema.nullable().default(null),
  requires: text.nullable().default(null),
});

/** The YAML schema of `data/readings.yaml`. */
export const readingsSchema = z
  .strictObject({
    organisations: z.array(idSchema).min(2, "needs organisations to compare"),
    readings: z.array(reading).min(2, "needs rival readings"),
    implications: z.array(implication).min(1, "needs an implication"),
  })
  .meta({
    title: "Rival readings of an alliance, for Casus",
    description:
      "What each reading expects to be observed, each expectation bound to a test on the record.",
  });

/** The file as YAML holds it. */
export type RawReadings = z.output<typeof readingsSchema>;
