import { CONVENTIONS, type ConventionName } from "../measures/alignment/conventions.ts";
import { MEASURE_NOTES } from "../measures/alignment/measure-notes.ts";
import { NotFoundError } from "../errors.ts";
import type { SimilarityName } from "../kernels/similarity-indices.ts";
import type { CasusRecord } from "../record/record.ts";
import type { Column, Coverage, MethodNote } from "./answer.ts";
import type { MeasureName, Query } from "./query.ts";

/** The sources that every answer about votes rests on. */
export const VOTE_SOURCES = ["undl-unga", "us-state-voting-practices", "voeten-unga"] as const;

/** The similarity measures: name in addresses and columns, and name in the kernels. */
export const MEASURE_KEYS: Readonly<Record<MeasureName, SimilarityName>> = {
  kappa: "kappa",
  pi: "pi",
  s_abs: "sAbs",
  s_sq: "sSq",
  agreement: "agreement",
  alignment: "alignment",
};

/** @throws NotFoundError where a span begins after the last day that the record covers. */
export function refuseLater(from: string, last: string): void {
  if (from <= last || last === "") return;
  throw new NotFoundError(
    `from=${from} lies after ${last}, the last day that the record covers.`,
    {
      hint: `Ask for a span that begins on ${last} or before.`,
    },
  );
}

/** The first and last day of the votes that an answer draws on. */
export function voteCoverage(
  record: CasusRecord,
  query?: Pick<Query, "from" | "to">,
): Coverage {
  const { rollCalls } = record.votes;
  const first = rollCalls[0]?.date ?? "";
  const last = rollCalls.at(-1)?.date ?? "";
  const from = query?.from ?? first;
  refuseLater(from, last);
  const to = query?.to ?? last;
  return { from: from < first ? first : from, to: to > last ? last : to };
}

/** The gap in the votes, said wherever it lies in what an answer covers. */
export function gapCaveats({ from, to }: Coverage): readonly string[] {
  if (from > "2025-02-23" || to < "2024-06-05") return [];
  return [
    "No roll call between 5 June 2024 and 23 February 2025 is complete in this record: 89 are " +
      "missing, most of session 79 among them.",
  ];
}

/** Columns of the six similarity measures. */
export const SIMILARITY_FIELDS: readonly Column[] = (
  Object.keys(MEASURE_KEYS) as MeasureName[]
).map((name) => ({
  name,
  label: MEASURE_NOTES[MEASURE_KEYS[name]].label,
  digits: 6,
  note: MEASURE_NOTES[MEASURE_KEYS[name]].reading,
}));

/** How the chosen measure and its interval are made, and why it is corrected for chance. */
export function similarityMethod(
  measure: MeasureName,
  convention: ConventionName,
  query: Query,
): readonly MethodNote[] {
  const note = MEASURE_NOTES[MEASURE_KEYS[measure]];
  return [
    {
      name: note.label,
      text: `${note.formula}, over votes coded yes 1, abstain 2, no 3; ${note.reading}. Undefined: ${note.undefinedWhen}.`,
      reference: note.references.join("; "),
    },
    {
      name: `Convention "${convention}"`,
      text: CONVENTIONS[convention].text,
      reference: CONVENTIONS[convention].reference,
    },
    {
      name: "Why raw agreement misleads",
      text:
        "Most resolutions pass with most states in favour, so that any two states agree on most votes. A measure " +
        "corrected for chance says how much more alike two states vote than their own habits alone would make them.",
      reference: "Häge 2011, doi:10.1093/pan/mpr023",
    },
    {
      name: "Interval",
      text:
        `${Math.round(query.level * 100)} % percentile interval from ${query.draws} draws of families of repeated ` +
        "resolutions (the same title counts as one family); it describes these roll calls: how far the value hangs " +
        `on which texts came to a vote. Withheld below 10 joint votes or 10 families. Seed ${query.seed}.`,
      reference: "Field and Welsh 2007, doi:10.1111/j.1467-9868.2007.00593.x",
    },
  ];
}
