import { z } from "zod";
import { RecordError } from "../errors.ts";
import type { AllianceSurvival } from "./alliance-survival.ts";
import { readYaml } from "./read-yaml.ts";

const number = z.number({ error: "needs a number" });
const count = number.int("needs a whole number").min(0);
const numbers = z.array(number);
const scored = z
  .tuple([number, number, number], { error: "needs a value with its lower and upper limit" })
  .transform(([value, lower, upper]) => ({ value, lower, upper }));

const kept = {
  years: count,
  lives: count,
  events: count,
  coefficients: numbers,
  variance: numbers,
  means: numbers,
  last_age: number.positive(),
  hazards: z
    .array(z.tuple([count, number.min(0), number.min(0), numbers]))
    .transform((rows) =>
      rows.map(([from, rate, squared, mean]) => ({ from, rate, squared, mean })),
    ),
};

const model = z
  .strictObject({
    names: z.array(z.string()),
    ranges: z.array(z.tuple([number, number])),
    ...kept,
  })
  .transform(({ last_age: lastAge, ...rest }) => ({ ...rest, lastAge }));

const test = z.strictObject({
  ends: z.string(),
  names: z.array(z.string()),
  fit: z.strictObject({
    from: count,
    to: count,
    years: count,
    lives: count,
    events: count,
    coefficients: numbers,
    errors: numbers,
  }),
  from: count,
  to: count,
  landmarks: z.array(count),
  years: count,
  lives: count,
  events: count,
  concordance: scored,
  horizons: z.array(
    z.strictObject({
      horizon: count,
      n: count,
      lives: count,
      ends: count,
      brier: scored,
      base: scored,
      difference: scored,
      hindsight: scored,
    }),
  ),
  calibration: z.array(
    z.strictObject({
      horizon: count,
      n: count,
      predicted: number,
      base: number,
      observed: number,
      lower: number.nullable(),
      upper: number.nullable(),
    }),
  ),
});

const schema = z.strictObject({
  sources: z.array(z.string()),
  estimated: z.iso.date(),
  fitted: z.strictObject({ from: count, to: count }),
  level: number,
  models: z.array(model).min(1),
  base: z
    .strictObject(kept)
    .transform(({ last_age: lastAge, ...rest }) => ({ ...rest, names: [], lastAge })),
  tests: z.array(test).min(1),
});

/**
 * Reads `data/alliance-survival.yaml`, which `scripts/fit-alliance-survival.mjs` writes.
 *
 * @throws RecordError with file and line of the first fault.
 */
export function parseAllianceSurvival(
  file: string,
  text: string,
  isSource: (id: string) => boolean,
): AllianceSurvival {
  const { value, line } = readYaml(file, text, schema);
  const stranger = value.sources.find((id) => !isSource(id));
  if (stranger !== undefined) {
    throw new RecordError(`"${stranger}" is not a source of the record.`, {
      where: `${file}:${line("sources")}`,
      hint: "Add it to a list in data/sources.",
    });
  }
  for (const [
    index,
    { names, coefficients, variance, means, ranges },
  ] of value.models.entries()) {
    const size = names.length;
    const fits =
      coefficients.length === size &&
      means.length === size &&
      ranges.length === size &&
      variance.length === size * size;
    if (fits) continue;
    throw new RecordError(`model ${index} has ${size} names and another number of estimates.`, {
      where: `${file}:${line("models", index)}`,
      hint: "Run scripts/fit-alliance-survival.mjs again.",
    });
  }
  return value;
}
