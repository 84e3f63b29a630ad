import { z } from "zod";
import { dateTextSchema, idSchema, oneOrMore, stateSchema } from "./case-schema.ts";
import { LEVELS, PARTICIPATION_KINDS, PRESENCES } from "./participation.ts";
import { confidenceSchema, rawSourcesSchema } from "./source-ref-schema.ts";

const text = z.string({ error: "needs a text" }).min(1, "needs a text");

const among = <const T extends readonly string[]>(name: string, values: T) =>
  z.enum(values, { error: `needs a ${name}: ${values.join(", ")}` });

const presence = z.strictObject({
  state: oneOrMore(stateSchema),
  present: among("presence", PRESENCES),
  level: among("level", LEVELS),
  text: text.optional(),
  outside: text.optional(),
  confidence: confidenceSchema.optional(),
  sources: rawSourcesSchema.optional(),
});

const event = z.strictObject({
  event: idSchema,
  organisation: idSchema,
  title: text,
  kind: among("kind", PARTICIPATION_KINDS),
  date: dateTextSchema,
  confidence: confidenceSchema,
  sources: rawSourcesSchema,
  states: z.array(presence).min(1, "needs the states that came or stayed away"),
});

/** The YAML schema of `data/participation.yaml`: a list of events with the states at each. */
export const participationSchema = z.array(event);

/** An event with its states as the file holds it. */
export type RawParticipation = z.output<typeof participationSchema>[number];
