import { z } from "zod";

/** The YAML schema of `data/sources/*.yaml`: a list of sources. */
export const sourceListSchema = z.array(
  z.strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/u, "must be lower-case letters, digits and hyphens"),
    title: z.string(),
    authors: z.string().exactOptional(),
    publisher: z.string().exactOptional(),
    year: z.number().int().exactOptional(),
    version: z.coerce.string().exactOptional(),
    url: z.url().exactOptional(),
    doi: z.string().exactOptional(),
    accessed: z.iso.date().exactOptional(),
    kind: z.string(),
    terms: z.string(),
    redistribution: z.enum(["yes", "derived-only", "no"]),
  }),
);
