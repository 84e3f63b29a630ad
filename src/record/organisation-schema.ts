import { z } from "zod";
import type { StateKey } from "../states/state.ts";
import type { Organisation } from "./organisation.ts";

const edtf = z.string().min(4, 'needs a date as a quoted string, such as "1992-05-15"');
const state = z.string().transform((key) => key as StateKey);
const sources = z.array(z.string()).min(1, "needs at least one source id");
const confidence = z.enum(["high", "medium", "low"]);
const datedEvent = z.strictObject({
  date: edtf,
  event: z.string().optional(),
  sources,
  note: z.string().optional(),
});

const schema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u, "must be lower-case letters, digits and hyphens"),
  name: z.string(),
  short: z.string(),
  kind: z.enum(["alliance", "comparator"]),
  founded: datedEvent,
  in_force: datedEvent.nullish(),
  ended: datedEvent.nullish(),
  treaty_names: z.array(z.string()).default([]),
  decision_rule: z.enum([
    "consensus",
    "consensus-minus-abstainers",
    "two-thirds",
    "unanimity",
    "majority",
    "each-for-itself",
    "weighted",
    "mixed",
  ]),
  decision_note: z.string().nullish(),
  dating: z.string().nullish(),
  largest: z.array(
    z.strictObject({
      state,
      from: edtf,
      to: edtf.nullable(),
      criterion: z.string(),
      sources,
      note: z.string().optional(),
    }),
  ),
  memberships: z.array(
    z.strictObject({
      state,
      from: edtf,
      from_event: z.string(),
      to: edtf.nullable(),
      to_event: z.string().nullish(),
      confidence,
      sources,
      note: z.string().nullish(),
    }),
  ),
  suspensions: z
    .array(
      z.strictObject({
        state,
        from: edtf,
        to: edtf.nullable(),
        kind: z.string(),
        confidence,
        sources,
        note: z.string().nullish(),
      }),
    )
    .default([]),
  budget_shares: z
    .array(
      z.strictObject({
        state,
        date: edtf,
        budget: z.string(),
        least: z.number().min(0).max(1),
        most: z.number().min(0).max(1),
        confidence,
        sources,
        note: z.string().nullish(),
      }),
    )
    .optional(),
  notes: z.string().nullish(),
});

const noted = (note: string | null | undefined) => (note == null ? {} : { note });

const dated = (event: z.output<typeof datedEvent>) => ({
  date: event.date,
  ...(event.event === undefined ? {} : { event: event.event }),
  sources: event.sources,
  ...noted(event.note),
});

/** The YAML schema of `data/organisations/*.yaml`, giving an `Organisation`. */
export const organisationSchema = schema.transform((row): Organisation => ({
  id: row.id,
  name: row.name,
  short: row.short,
  kind: row.kind,
  founded: dated(row.founded),
  inForce: row.in_force == null ? null : dated(row.in_force),
  ended: row.ended == null ? null : dated(row.ended),
  treatyNames: row.treaty_names,
  decisionRule: row.decision_rule,
  decisionNote: row.decision_note ?? null,
  dating: row.dating ?? null,
  largest: row.largest.map(({ note, ...rest }) => ({ ...rest, ...noted(note) })),
  memberships: row.memberships.map(({ from_event, to_event, note, ...rest }) => ({
    ...rest,
    fromEvent: from_event,
    toEvent: to_event ?? null,
    ...noted(note),
  })),
  suspensions: row.suspensions.map(({ note, ...rest }) => ({ ...rest, ...noted(note) })),
  ...(row.budget_shares === undefined
    ? {}
    : {
        budgetShares: row.budget_shares.map(({ note, ...rest }) => ({
          ...rest,
          ...noted(note),
        })),
      }),
  notes: row.notes ?? null,
}));
