import type { Column, Finding, MethodNote, Row } from "../../answer/answer.ts";
import { counted, listed } from "../../answer/text.ts";
import type { Reading, ReadingTable } from "../../record/reading.ts";
import {
  READING_VERDICTS,
  type ReadingVerdict,
  readingVerdict,
} from "../readings/reading-verdict.ts";
import { type Apart, type Found, tellApart } from "../readings/tell-apart.ts";

/** What was found of one organisation. */
export interface Tested {
  readonly id: string;
  readonly short: string;
  readonly found: readonly Found[];
}

/** How readings are tested. */
export const READINGS_METHOD: readonly MethodNote[] = [
  {
    name: "Rival readings",
    text:
      "Each reading says beforehand which implications it expects to hold and which not; each " +
      "implication is one typed test over addresses of this record, run alike on every " +
      "organisation. An expectation is supported where the test finds what was expected, " +
      "contradicted where it finds the opposite, not decidable where the record does not decide. " +
      "The verdicts are not added up to a score: implications differ in weight, and rest in part " +
      "on the same rows.",
    reference: "Collier 2011, doi:10.1017/S1049096511001429",
  },
  {
    name: "Told apart",
    text:
      "Two readings are told apart on an organisation where an implication that one expects and " +
      "the other excludes is decided. What one expects and the other is silent about does not " +
      "tell them apart.",
    reference: null,
  },
];

/** What readings cannot say. */
export const READINGS_CAVEATS: readonly string[] = [
  "The readings are not exclusive: an organisation can be several things, and different things in " +
    "different years. Nothing here says why a member acted.",
  "The implications were written by the authors of this record; others may be drawn from the same " +
    "readings. They are in data/readings.yaml and can be changed.",
  "Voting in the General Assembly is public speech; it stands in for following, and measures no " +
    "dependence.",
];

/** Columns of the rows: one a reading, implication and organisation. */
export const READINGS_COLUMNS: readonly Column[] = [
  { name: "organisation", label: "Id" },
  { name: "short", label: "Organisation" },
  { name: "reading", label: "Reading" },
  { name: "implication", label: "Implication" },
  { name: "expects", label: "Expects", note: "yes: that it holds; no: that it does not" },
  { name: "verdict", label: "Verdict" },
  { name: "text", label: "What is observed" },
  { name: "observed", label: "Found" },
  { name: "turning", label: "The fact that would turn it" },
  { name: "missing", label: "The record that is missing" },
  { name: "test", label: "Test", note: "empty: none" },
  { name: "evidence", label: "Evidence", note: "addresses read" },
];

interface Verdict {
  readonly reading: Reading;
  readonly one: Found;
  readonly verdict: ReadingVerdict;
}

function verdictsOf({ readings }: ReadingTable, { found }: Tested): readonly Verdict[] {
  return readings.flatMap((reading) =>
    found.flatMap((one): Verdict[] => {
      const expected = one.implication.expects[reading.id];
      if (expected === undefined) return [];
      return [{ reading, one, verdict: readingVerdict(expected, one.outcome.value) }];
    }),
  );
}

/** One row a reading, implication and organisation. */
export function readingRows(table: ReadingTable, tested: Tested): readonly Row[] {
  return verdictsOf(table, tested).map(({ reading, one, verdict }) => ({
    organisation: tested.id,
    short: tested.short,
    reading: reading.id,
    implication: one.implication.id,
    expects: one.implication.expects[reading.id]!,
    verdict,
    text: one.implication.text,
    observed: one.outcome.observed,
    turning: one.outcome.turning,
    missing: one.outcome.missing,
    test: one.implication.test?.type ?? null,
    evidence: [...new Set(one.outcome.evidence.map(({ address }) => address))].join(" "),
  }));
}

/** Columns of the table of implications by organisation. */
export function gridColumns(tested: readonly Tested[]): readonly Column[] {
  return [
    { name: "reading", label: "Reading" },
    { name: "implication", label: "Implication" },
    { name: "expects", label: "Expects" },
    ...tested.map(({ id, short }) => ({ name: id.replaceAll("-", "_"), label: short })),
  ];
}

/** Reading by implication, a column an organisation. */
export function gridRows(table: ReadingTable, tested: readonly Tested[]): readonly Row[] {
  const all = tested.map((one) => ({ id: one.id, verdicts: verdictsOf(table, one) }));
  return (all[0]?.verdicts ?? []).map(({ reading, one }, index) => ({
    reading: reading.name,
    implication: one.implication.id,
    expects: one.implication.expects[reading.id]!,
    ...Object.fromEntries(
      all.map(({ id, verdicts }) => [id.replaceAll("-", "_"), verdicts[index]!.verdict]),
    ),
  }));
}

const WORDS: Readonly<Record<ReadingVerdict, string>> = {
  supported: "Supported",
  contradicted: "Contradicted",
  mixed: "Mixed",
  "not-decidable": "Not decidable",
};

const NONE = { value: null, lower: null, upper: null, level: null } as const;

/** An expectation in the implication's own words. */
const inWords = ({ reading, one: { implication } }: Verdict): string =>
  `"${implication.text.trim().replace(/\.$/u, "")}" ` +
  `(expected ${implication.expects[reading.id] === "yes" ? "to hold" : "not to hold"})`;

/** What the record says of each reading of one organisation. */
export function readingFindings(
  table: ReadingTable,
  tested: Tested,
  others: readonly Tested[],
  base: string,
): readonly Finding[] {
  const own = (one: Tested, reading: Reading): readonly Verdict[] =>
    verdictsOf(table, one).filter((verdict) => verdict.reading === reading);
  const tallied = (one: Tested, reading: Reading): string =>
    READING_VERDICTS.flatMap((verdict) => {
      const count = own(one, reading).filter((found) => found.verdict === verdict).length;
      return count === 0 ? [] : [`${count} ${WORDS[verdict].toLowerCase()}`];
    }).join(", ");
  const said = (reading: Reading): string => {
    const verdicts = own(tested, reading);
    return READING_VERDICTS.map((verdict) => {
      const names = verdicts.filter((one) => one.verdict === verdict);
      return names.length === 0 ? null : `${WORDS[verdict]}: ${names.map(inWords).join("; ")}`;
    })
      .filter((part) => part !== null)
      .join(". ");
  };
  return table.readings.map((reading) => {
    const of = own(tested, reading);
    return {
      id: `${tested.id}-${reading.id}`,
      text:
        `${tested.short} as ${reading.name.toLowerCase()}, ` +
        `${counted(of.length, "expectation")}. ${said(reading)}.`,
      ...NONE,
      n: of.length,
      comparison:
        others.length === 0
          ? "The same tests on the other organisations: /readings."
          : others.map((one) => `${one.short}: ${tallied(one, reading)}`).join(". "),
      method: "Rival readings",
      evidence: [base],
    };
  });
}

/** Columns of the table of pairs of readings. */
export const APART_COLUMNS: readonly Column[] = [
  { name: "organisation", label: "Organisation" },
  { name: "first", label: "Reading" },
  { name: "second", label: "Beside" },
  { name: "apart", label: "Told apart" },
  { name: "opposed", label: "Implications on which they differ" },
  { name: "for_first", label: "Speak for the first" },
  { name: "for_second", label: "Speak for the second" },
  { name: "reason", label: "Why not" },
];

/** Every pair of readings on one organisation. */
export function apartRows(table: ReadingTable, { id, found }: Tested): readonly Row[] {
  return tellApart(table.readings, found).map((pair) => ({
    organisation: id,
    first: pair.first.name,
    second: pair.second.name,
    apart: pair.apart,
    opposed: pair.opposed,
    for_first: pair.forFirst.join(" "),
    for_second: pair.forSecond.join(" "),
    reason: pair.reason,
  }));
}

/** Which readings the record cannot tell apart on one organisation. */
export function apartFinding(
  table: ReadingTable,
  { id, short, found }: Tested,
  base: string,
): Finding {
  const pairs = tellApart(table.readings, found);
  const named = ({ first, second }: Apart): string =>
    `${first.name.toLowerCase()} and ${second.name.toLowerCase()}`;
  const not = pairs.filter(({ apart }) => !apart);
  const both = pairs.filter(
    ({ forFirst, forSecond }) => forFirst.length > 0 && forSecond.length > 0,
  );
  const unclear =
    both.length === 0
      ? ""
      : ` On ${listed(both.map(named))} the decided implications speak for both sides.`;
  return {
    id: `${id}-told-apart`,
    text:
      (not.length === 0
        ? `${short}: the record tells every pair of readings apart on one implication at least.`
        : `${short}: the record cannot tell apart ` +
          `${not.map((pair) => `${named(pair)} (${pair.reason})`).join("; ")}.`) + unclear,
    ...NONE,
    n: pairs.length,
    comparison: `${counted(pairs.length, "pair")} of ${counted(table.readings.length, "reading")}.`,
    method: "Told apart",
    evidence: [base],
  };
}

/** The readings with their literature, as a table. */
export function literatureRows({ readings, implications }: ReadingTable): readonly Row[] {
  return readings.map(({ id, name, says, literature }) => {
    const of = (wanted: string): string =>
      implications
        .filter(({ expects }) => expects[id] === wanted)
        .map((one) => one.id)
        .join(" ");
    return {
      reading: id,
      name,
      says,
      expects: of("yes"),
      excludes: of("no"),
      literature: literature.join("; "),
    };
  });
}

/** Columns of the readings with their literature. */
export const LITERATURE_COLUMNS: readonly Column[] = [
  { name: "reading", label: "Id" },
  { name: "name", label: "Reading" },
  { name: "says", label: "Says" },
  { name: "expects", label: "Expects" },
  { name: "excludes", label: "Excludes" },
  { name: "literature", label: "Literature" },
];
