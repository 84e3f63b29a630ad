import { z } from "zod";
import { dateTextSchema, idSchema, stateSchema } from "./case-schema.ts";
import {
  type Bounds,
  type ClaimTest,
  DATE_UNITS,
  type Match,
  type Measured,
  type Point,
  type RowSelector,
  TEST_TYPES,
} from "./claim-test.ts";

const text = z.string({ error: "needs a text" }).min(1, "needs a text");
const name = z
  .union([text, z.number()], { error: "needs a name for the part" })
  .transform(String);
const number = z.number({ error: "needs a number" });

const address = z
  .string({ error: 'needs an address, such as "/cases/kaz-2022-01"' })
  .startsWith("/", 'needs an address that begins with "/", such as "/cases/kaz-2022-01"')
  .refine((value) => !value.startsWith("/claims"), {
    error: "a claim cannot be tested by claims",
  });

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const scalars = z
  .union([scalar, z.array(scalar)])
  .transform((value) => (Array.isArray(value) ? value : [value]));
const words = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((value) => (Array.isArray(value) ? value : [value]));
const end = z.union([z.number(), z.string()]).nullable().default(null);

const MATCH =
  "needs a value, a list of values, or one of {not: ...}, {has: word}, {contains: text}, " +
  "{from: ..., to: ...}";

const match = z.union(
  [
    scalars.transform((values): Match => ({ kind: "is", values })),
    z
      .strictObject({ not: scalars })
      .transform(({ not }): Match => ({ kind: "not", values: not })),
    z.strictObject({ has: words }).transform(({ has }): Match => ({ kind: "has", words: has })),
    z
      .strictObject({ contains: words })
      .transform(({ contains }): Match => ({ kind: "contains", texts: contains })),
    z
      .strictObject({ from: end, to: end })
      .refine(({ from, to }) => from !== null || to !== null, { error: MATCH })
      .transform((ends): Match => ({ kind: "between", ...ends })),
  ],
  { error: MATCH },
);
const where = z.record(z.string(), match).default({});

const rowFields = {
  address,
  section: idSchema.nullable().default(null),
  each: address.nullable().default(null),
  where,
  complete: text.nullable().default(null),
};
const rows: z.ZodType<RowSelector> = z.strictObject(rowFields, {
  error: "needs rows: {address: /..., where: {column: value}}",
});

const POINT = "needs {date: ...}, {address: ..., summary: ...} or {address: ..., where: {...}}";
const point: z.ZodType<Point> = z.union(
  [
    z
      .strictObject({ date: dateTextSchema })
      .transform(({ date }): Point => ({ kind: "date", date })),
    z
      .strictObject({ address, summary: text })
      .transform((value): Point => ({ kind: "summary", ...value })),
    z
      .strictObject({
        ...rowFields,
        take: z.enum(["first", "last"]).default("first"),
        column: text.default("date"),
      })
      .transform(({ take, column, ...selector }): Point => ({
        kind: "row",
        rows: selector,
        take,
        column,
      })),
  ],
  { error: POINT },
);

const ends = {
  lower: text.nullable().default(null),
  upper: text.nullable().default(null),
};
const MEASURED =
  "needs {address: ..., summary: name}, {address: ..., finding: id} or " +
  "{address: ..., where: {...}, column: name}";
const measured: z.ZodType<Measured> = z.union(
  [
    z
      .strictObject({ address, summary: text, ...ends })
      .transform(({ summary, ...rest }): Measured => ({
        kind: "summary",
        value: summary,
        ...rest,
      })),
    z
      .strictObject({ address, finding: text })
      .transform((value): Measured => ({ kind: "finding", ...value })),
    z
      .strictObject({ ...rowFields, column: text, ...ends })
      .transform(({ column, lower, upper, ...selector }): Measured => ({
        kind: "row",
        rows: selector,
        value: column,
        lower,
        upper,
      })),
  ],
  { error: MEASURED },
);

const boundFields = {
  equals: number.optional(),
  tolerance: number.min(0).optional(),
  at_least: number.optional(),
  at_most: number.optional(),
  above: number.optional(),
  below: number.optional(),
};
type RawBounds = z.output<z.ZodObject<typeof boundFields>>;
const BOUNDS = "needs one of equals, at_least, at_most, above and below";

const isBounded = (raw: RawBounds): boolean =>
  [raw.equals, raw.at_least, raw.at_most, raw.above, raw.below].some(
    (value) => value !== undefined,
  );

function toBounds(raw: RawBounds): Bounds {
  const slack = raw.tolerance ?? 0;
  if (raw.equals !== undefined) {
    const [least, most] = [raw.equals - slack, raw.equals + slack];
    return { least, most, leastOpen: false, mostOpen: false };
  }
  return {
    least: raw.at_least ?? raw.above ?? null,
    most: raw.at_most ?? raw.below ?? null,
    leastOpen: raw.above !== undefined,
    mostOpen: raw.below !== undefined,
  };
}

/** Splits the bounds off the other fields of a test. */
function bounded<T extends RawBounds>(raw: T) {
  const { equals, tolerance, at_least, at_most, above, below, ...rest } = raw;
  return { ...rest, bounds: toBounds({ equals, tolerance, at_least, at_most, above, below }) };
}

const test: z.ZodType<ClaimTest> = z.lazy(() => claimTestSchema);
const state = z.array(stateSchema).min(1, "needs at least one state's key");

/** The YAML schema of a test. */
export const claimTestSchema: z.ZodType<ClaimTest> = z.discriminatedUnion(
  "type",
  [
    z
      .strictObject({
        type: z.literal("date-difference"),
        from: point,
        to: point,
        unit: z.enum(DATE_UNITS, { error: `needs a unit: ${DATE_UNITS.join(", ")}` }),
        ...boundFields,
      })
      .refine(isBounded, { error: BOUNDS })
      .transform(bounded),
    z.strictObject({
      type: z.literal("set-equality"),
      rows,
      column: text,
      equals: z.array(z.string(), { error: "needs a list of the values expected" }),
    }),
    z
      .strictObject({
        type: z.literal("count"),
        rows,
        distinct: text.nullable().default(null),
        ...boundFields,
      })
      .refine(isBounded, { error: BOUNDS })
      .transform(bounded),
    z
      .strictObject({ type: z.literal("share-with-interval"), share: measured, ...boundFields })
      .refine(isBounded, { error: BOUNDS })
      .transform(bounded),
    z.strictObject({
      type: z.literal("rank-in-reference-class"),
      rows,
      item: where,
      value: text,
      place: z.enum(["lowest", "highest"]),
      share: number.min(0).max(1),
    }),
    z.strictObject({
      type: z.literal("membership-on-date"),
      organisation: idSchema,
      states: state,
      date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, 'needs a day, such as "2022-01-05"'),
      are: z.enum(["members", "not-members", "exactly"]).default("members"),
    }),
    z.strictObject({
      type: z.literal("conformance-result"),
      case: idSchema,
      constraint: text,
      is: z.enum(["satisfied", "violated", "not-triggered"]),
    }),
    z.strictObject({
      type: z.literal("position-difference"),
      first: measured,
      second: measured,
      relation: z.enum(["above", "below", "apart"]),
    }),
    z.strictObject({
      type: z.literal("event-exists"),
      rows,
      exists: z.boolean().default(true),
    }),
    z.strictObject({
      type: z.literal("event-by-deadline"),
      rows,
      column: text.default("date"),
      after: dateTextSchema.nullable().default(null),
      by: dateTextSchema,
    }),
    z
      .strictObject({
        type: z.literal("value-compare"),
        value: measured,
        text: match.nullable().default(null),
        ...boundFields,
      })
      .refine((raw) => isBounded(raw) !== (raw.text !== null), {
        error: `${BOUNDS}, or a text`,
      })
      .transform((raw) => {
        const { bounds, ...rest } = bounded(raw);
        return { ...rest, bounds: isBounded(raw) ? bounds : null };
      }),
    z.strictObject({
      type: z.literal("text-of-provision"),
      treaty: idSchema,
      at: dateTextSchema.nullable().default(null),
      article: z.union([z.string(), z.number()]).transform(String),
      column: text.default("text"),
      match,
    }),
    z.strictObject({
      type: z.enum(["all-of", "any-of"]),
      parts: z
        .array(z.strictObject({ part: name, test }))
        .min(2, "needs two parts or more: - {part: ..., test: {...}}"),
    }),
    z.strictObject({ type: z.literal("not"), test }),
    z.strictObject({
      type: z.literal("conditional"),
      condition: test,
      consequence: test,
      otherwise: z.enum(["open", "undecidable"]).default("open"),
    }),
  ],
  { error: `needs a type of test: ${TEST_TYPES.join(", ")}` },
);
