import { z } from "zod";
import { dateTextSchema, idSchema } from "./case-schema.ts";
import { CLAIM_KINDS, CLAIM_WEIGHTS } from "./claim.ts";
import { claimTestSchema } from "./claim-test-schema.ts";

const text = z.string({ error: "needs a text" }).min(1, "needs a text");
const optional = text.nullable().default(null);
const number = z
  .number({ error: "needs the number of a claim" })
  .int("must be a whole number")
  .min(1, "must be 1 or more");

const claim = z.strictObject({
  n: number,
  claim: text,
  place: optional,
  kind: z.enum(CLAIM_KINDS, { error: `needs a kind: ${CLAIM_KINDS.join(", ")}` }),
  test: claimTestSchema.nullable().default(null),
  reference: claimTestSchema.nullable().default(null),
  for: optional,
  against: optional,
  supports: z.array(number).default([]),
  weight: z
    .enum(CLAIM_WEIGHTS, { error: `needs a weight: ${CLAIM_WEIGHTS.join(", ")}` })
    .nullable()
    .default(null),
  must: z.literal("supported", { error: 'may only be "supported"' }).nullable().default(null),
  due: z
    .string({ error: 'needs a day, such as "2027-12-31"' })
    .regex(/^\d{4}-\d{2}-\d{2}$/u, 'needs a day, such as "2027-12-31"')
    .nullable()
    .default(null),
  requires: optional,
  note: optional,
});

/** The YAML schema of a file of claims. */
export const claimsSchema = z
  .strictObject({
    id: idSchema,
    title: text,
    text: z.strictObject(
      {
        title: text,
        author: optional,
        date: dateTextSchema,
        publisher: optional,
        url: z
          .string()
          .regex(
            /^https?:\/\/[^\s/]+\.[^\s]+$/u,
            'needs an address that begins with "https://"',
          )
          .nullable()
          .default(null),
        note: optional,
      },
      { error: "needs the text that is checked: {title, author, date}" },
    ),
    claims: z.array(claim, { error: "needs a list of claims" }).min(1, "needs a claim"),
  })
  .meta({
    title: "Claims of a text, for Casus",
    description: "The checkable claims of one text, each bound to a test on the record.",
  });

/** A file of claims as YAML holds it. */
export type RawClaims = z.output<typeof claimsSchema>;
