import { z } from "zod";
import { idSchema, stateSchema } from "./case-schema.ts";

const text = z.string({ error: "needs a text" }).min(1, "needs a text");
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u, 'must be a day in quotes, such as "2022-01-05"');

const call = z.strictObject({
  alliance: idSchema,
  appellant: stateSchema,
  at: day.optional(),
  threat: z.enum(["external", "internal", "terrorism", "cyber"], {
    error: "must be external, internal, terrorism or cyber",
  }),
  place: z.enum(["inside", "outside"]).default("inside"),
  adversary: stateSchema.optional(),
  instrument: idSchema.default("troops"),
  mandate: z.boolean().default(false),
  left: stateSchema.optional(),
});

const variant = z.strictObject({
  label: text,
  alliance: idSchema.optional(),
  appellant: stateSchema.optional(),
  at: day.optional(),
  threat: z.enum(["external", "internal", "terrorism", "cyber"]).optional(),
  place: z.enum(["inside", "outside"]).optional(),
  adversary: stateSchema.nullable().optional(),
  instrument: idSchema.optional(),
  mandate: z.boolean().optional(),
  left: stateSchema.nullable().optional(),
});

/** The YAML schema of `data/scenarios/*.yaml`, in the words of the file. */
export const scenariosSchema = z
  .array(
    z.strictObject({
      id: idSchema,
      version: z.int().min(1, "counts from 1"),
      since: day,
      title: text,
      question: text,
      assumes: z.array(text).default([]),
      call,
      variants: z.array(variant).default([]),
      claims: z
        .array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/u, 'must be such as "my-article/3"'))
        .default([]),
    }),
  )
  .meta({
    title: "Scenarios of Casus",
    description: "Named, versioned scenarios: a call on an alliance, and the calls beside it.",
  });

/** A scenario as its file holds it. */
export type RawScenario = z.output<typeof scenariosSchema>[number];
