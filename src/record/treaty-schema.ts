import { z } from "zod";
import { EVENT_TYPES, THREATS } from "./case.ts";
import {
  articleSchema,
  dateTextSchema,
  idSchema,
  oneOrMore,
  stateSchema,
} from "./case-schema.ts";
import { confidenceSchema, rawSourcesSchema } from "./source-ref-schema.ts";
import { AREAS, OBLIGATIONS, TEMPLATES, TREATY_KINDS, WITHOUT_VOTE } from "./treaty.ts";

const text = z.string({ error: "needs a text" }).min(1, "needs a text");
const duration = z
  .string()
  .regex(
    /^P(?=\d|T)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?)?$/u,
    'must be an ISO 8601 duration, such as "PT72H", "P30D" or "P6M"',
  );
const window = duration.regex(
  /^P(?!\d+Y)(?!\d+M)/u,
  "must be in weeks, days, hours or minutes",
);
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

const act = z.strictObject({
  date: dateTextSchema,
  place: text.optional(),
  event: text.optional(),
  sources: rawSourcesSchema,
});

const selector = z.strictObject({
  event: oneOrMore(z.enum(EVENT_TYPES, { error: `must be among ${EVENT_TYPES.join(", ")}` })),
  actor: oneOrMore(text),
  addressee: oneOrMore(text),
  article: oneOrMore(articleSchema),
  instrument: oneOrMore(idSchema),
  threat: oneOrMore(z.enum(THREATS, { error: `must be among ${THREATS.join(", ")}` })),
  place: z.enum(["inside", "outside"]).optional(),
  adversary: z.enum(["member", "non-member"]).optional(),
});

const constraint = z
  .strictObject({
    id: idSchema,
    says: text,
    template: z.enum(TEMPLATES, { error: `needs a template: ${TEMPLATES.join(", ")}` }),
    when: selector.optional(),
    // oxlint-disable-next-line unicorn/no-thenable -- the file's own word; never awaited
    then: selector.optional(),
    first: selector.optional(),
    within: window.optional(),
    reading: text.optional(),
  })
  .superRefine((row, context) => {
    const key = row.template === "precedence" ? "first" : "then";
    const other = key === "first" ? "then" : "first";
    if (row[key] === undefined || row[other] !== undefined) {
      context.addIssue(`a ${row.template} needs "${key}" and takes no "${other}"`);
    }
    if (row.when === undefined && row.template !== "existence" && row.template !== "absence") {
      context.addIssue(`a ${row.template} needs "when"`);
    }
  });

const provision = z.strictObject({
  id: idSchema,
  article: articleSchema,
  versions: z.array(text).optional(),
  text,
  obligation: z.enum(OBLIGATIONS, { error: `needs an obligation: ${OBLIGATIONS.join(", ")}` }),
  trigger: z
    .strictObject({
      threats: z.array(z.enum(THREATS)).default([]),
      place: text.optional(),
      area: z.enum(AREAS, { error: `must be among ${AREAS.join(", ")}` }).optional(),
      request_needed: z.boolean().nullable().default(null),
      note: text.optional(),
    })
    .optional(),
  decides: z
    .strictObject({
      organ: text.nullable().default(null),
      rule,
      without: z
        .enum(WITHOUT_VOTE, { error: `must be among ${WITHOUT_VOTE.join(", ")}` })
        .optional(),
      note: text.optional(),
    })
    .optional(),
  notices: z
    .array(
      z.strictObject({
        to: text,
        within: z.union([z.literal("immediately"), duration]).optional(),
        note: text.optional(),
      }),
    )
    .default([]),
  instruments: z.array(idSchema).default([]),
  legal_base: text.optional(),
  exit: z.strictObject({ notice: duration.optional(), note: text.optional() }).optional(),
  confidence: confidenceSchema,
  sources: rawSourcesSchema,
  note: text.optional(),
  constraints: z.array(constraint).default([]),
});

/** The YAML schema of `data/treaties/*.yaml`, in the words of the file. */
export const treatySchema = z
  .strictObject({
    id: idSchema,
    name: text,
    organisation: idSchema.nullable(),
    kind: z.enum(TREATY_KINDS, { error: `needs a kind: ${TREATY_KINDS.join(", ")}` }),
    signed: act,
    in_force: act.nullable(),
    ended: act.nullable().default(null),
    parties: z.array(stateSchema).default([]),
    parties_note: text.optional(),
    versions: z
      .array(
        z.strictObject({
          id: text,
          from: dateTextSchema,
          to: dateTextSchema.nullable(),
          basis: text,
          sources: rawSourcesSchema,
        }),
      )
      .min(1, "needs at least one version of the text"),
    provisions: z.array(provision).min(1, "needs at least one provision"),
    other_articles: z.array(articleSchema).default([]),
    notes: text.optional(),
  })
  .meta({
    title: "A treaty of Casus",
    description:
      "A treaty as dated provisions, with the constraints that can be run on a case.",
  });

/** A treaty as its file holds it. */
export type RawTreaty = z.output<typeof treatySchema>;
/** A selector of events as its file holds it. */
export type RawSelector = z.output<typeof selector>;
