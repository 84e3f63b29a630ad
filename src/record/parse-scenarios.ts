import { factReader, type FactContext, type FactReader, type Path } from "./fact-reader.ts";
import type { NamedCall, NamedScenario } from "./named-scenario.ts";
import { readYaml } from "./read-yaml.ts";
import { type RawScenario, scenariosSchema } from "./scenario-schema.ts";

/** What scenarios are checked against. */
export interface ScenarioContext extends FactContext {
  /** Whether `data/organisations` has an entry of this id. */
  readonly isOrganisation: (id: string) => boolean;
  /** Ids of claims, such as `my-article/3`. */
  readonly isClaim: (id: string) => boolean;
}

function callOf(
  read: FactReader,
  raw: RawScenario["call"],
  context: ScenarioContext,
  path: Path,
): NamedCall {
  if (!context.isOrganisation(raw.alliance)) {
    read.fail(
      [...path, "alliance"],
      `"${raw.alliance}" is not an organisation of the record.`,
      "Use an id of data/organisations.",
    );
  }
  const state = (key: string | undefined, name: string): NamedCall["left"] =>
    key === undefined ? null : read.state(key, [...path, name]);
  return {
    alliance: raw.alliance,
    appellant: read.state(raw.appellant, [...path, "appellant"]),
    at: raw.at ?? null,
    threat: raw.threat,
    place: raw.place,
    adversary: state(raw.adversary, "adversary"),
    instrument: raw.instrument,
    mandate: raw.mandate,
    left: state(raw.left, "left"),
  };
}

/** The call of a variant: the main one with what the variant says otherwise. */
function variantOf(
  main: RawScenario["call"],
  { label: _label, ...changes }: RawScenario["variants"][number],
): RawScenario["call"] {
  const { adversary = main.adversary, left = main.left, ...others } = changes;
  const { adversary: _adversary, left: _left, ...kept } = main;
  return {
    ...kept,
    ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
    ...(adversary === undefined || adversary === null ? {} : { adversary }),
    ...(left === undefined || left === null ? {} : { left }),
  };
}

/**
 * Reads one file of scenarios.
 *
 * @throws RecordError with `file:line` and a mend for a fault of syntax or schema, an unknown state,
 * organisation or claim, or an id used twice.
 */
export function parseScenarios(
  file: string,
  text: string,
  context: ScenarioContext,
): readonly NamedScenario[] {
  const yaml = readYaml(file, text, scenariosSchema);
  const read = factReader(yaml, context);
  const seen = new Set<string>();
  return yaml.value.map((raw, index): NamedScenario => {
    if (seen.has(raw.id)) {
      read.fail([index, "id"], `"${raw.id}" is used twice.`, "Give each its own id.");
    }
    seen.add(raw.id);
    for (const [at, claim] of raw.claims.entries()) {
      if (!context.isClaim(claim)) {
        read.fail(
          [index, "claims", at],
          `"${claim}" is not a claim of the record.`,
          "Write a file of claims and the number of one, such as my-article/3.",
        );
      }
    }
    return {
      id: raw.id,
      version: raw.version,
      since: raw.since,
      title: raw.title,
      question: raw.question,
      assumes: raw.assumes,
      call: callOf(read, raw.call, context, [index, "call"]),
      variants: raw.variants.map((variant, at) => ({
        label: variant.label,
        call: callOf(read, variantOf(raw.call, variant), context, [index, "variants", at]),
      })),
      claims: raw.claims,
    };
  });
}
