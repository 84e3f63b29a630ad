import {
  crisesOfMembers,
  crisisDenominator,
  type CrisisDenominator,
  type CrisisShare,
  type CrisisStatus,
} from "../../measures/responsiveness/crisis-denominator.ts";
import type { Case } from "../../record/case.ts";
import type { Crisis } from "../../record/crisis.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Finding, MethodNote, Row, Section } from "../answer.ts";
import type { Query } from "../query.ts";
import { counted, fixed, percent } from "../text.ts";
import { selectCases } from "./cases-selection.ts";
import { drawOf } from "./responsiveness-sections.ts";

/** Days about a crisis within which a call may fall in the wider run. */
const SLACK = 30;

const STATUS: Readonly<Record<CrisisStatus, string>> = {
  answered: "called and answered",
  called: "called, not answered",
  "no-call": "a case on record, no call",
  "no-case": "no case on record",
};

/** How calls are held against the crises in which members could have called. */
export const CRISIS_METHOD: MethodNote = {
  name: "Called of crises",
  text:
    "The crises of a file that the user brings, of states that were members at some time within " +
    "them. A case matches where the state called or is the one in trouble, and the date of the " +
    "call (without a call, of the crisis' start or first event) may lie within the crisis. A match " +
    "by state and date does not show that the call was about that crisis, and which crises could " +
    "have been called over under the treaty is not judged: the file says what a crisis is.",
  reference: "Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404",
};

/** The sections and findings of a part of an answer. */
interface Part {
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
}

const SHARED = {
  id: "crises",
  title: "Called of crises",
  address: null,
  figure: null,
} as const;

const FILES: readonly Row[] = [
  {
    data: "International Crisis Behavior, crises and crisis actors",
    command: "node scripts/crises-from-icb.mjs ICB1 ICB2 > DIR/crises.csv",
  },
  {
    data: "UCDP/PRIO Armed Conflict Dataset",
    command: "node scripts/crises-from-ucdp.mjs FILE > DIR/crises.csv",
  },
];

/** What file would give the second denominator, where no overlay brings one. */
function withoutFile(): Part {
  return {
    findings: [],
    sections: [
      {
        ...SHARED,
        text: [
          "Not decidable with this record: the crises in which a member could have called and " +
            "did not are in data sets that do not ship. An overlay folder with crises.csv (id, " +
            "state, start, end, kind, source) gives the share of crises that were called over " +
            "and answered; two converters make it from a copy of the data that the user brings.",
        ],
        findings: [],
        columns: [
          { name: "data", label: "Data set" },
          { name: "command", label: "Command", note: "then ask again with --overlay DIR" },
        ],
        rows: FILES,
      },
    ],
  };
}

/** The crises that an address asks about: begun within its years. */
function within(crises: readonly Crisis[], { from, to }: Query): readonly Crisis[] {
  const first = from === null ? -Infinity : Date.parse(`${from}T00:00:00Z`);
  const last = to === null ? Infinity : Date.parse(`${to}T24:00:00Z`);
  return crises.filter(({ start }) => start.latest > first && start.earliest < last);
}

/** The first and last year in which crises of the file began. */
function yearsOf(crises: readonly Crisis[]): { readonly first: number; readonly last: number } {
  const yearOf = (time: number): number => new Date(time).getUTCFullYear();
  let [first, last] = [Infinity, -Infinity];
  for (const { start } of crises) {
    const known = [start.earliest, start.latest - 1].filter(Number.isFinite).map(yearOf);
    first = Math.min(first, ...known);
    last = Math.max(last, ...known);
  }
  return { first, last };
}

function shareText({ count, of, share, exact }: CrisisShare, level: number): string {
  const bare = `${count} of ${counted(of, "crisis", "crises")}`;
  if (share === null || exact === null) return `${bare} (a share is withheld below five)`;
  return (
    `${bare} (${percent(share)}; exact ${Math.round(level * 100)} % interval ` +
    `${fixed(exact.lower)} to ${fixed(exact.upper)})`
  );
}

function finding(
  id: string,
  text: string,
  { share, exact, of }: CrisisShare,
  level: number,
  comparison: string,
  base: string,
): Finding {
  return {
    id,
    text,
    value: share,
    lower: exact?.lower ?? null,
    upper: exact?.upper ?? null,
    level: exact === null ? null : level,
    n: of,
    comparison,
    method: CRISIS_METHOD.name,
    evidence: [base],
  };
}

function findingsOf(
  narrow: CrisisDenominator,
  wide: CrisisDenominator,
  subject: string,
  query: Query,
  base: string,
): readonly Finding[] {
  const { level } = query;
  const beside = (name: "called" | "answered"): string =>
    `With ${SLACK} days on either side: ${shareText(wide[name], level)}.`;
  return [
    finding(
      "called-of-crises",
      `${subject}: members called in ${shareText(narrow.called, level)}; in ` +
        `${narrow.uncalled} no call is on record.`,
      narrow.called,
      level,
      beside("called"),
      base,
    ),
    finding(
      "answered-of-crises",
      `${subject}: a call was answered in ${shareText(narrow.answered, level)}.`,
      narrow.answered,
      level,
      beside("answered"),
      base,
    ),
  ];
}

function rowsOf(denominator: CrisisDenominator, elsewhere: CrisisDenominator): readonly Row[] {
  return denominator.outcomes.map(({ crisis, status, cases }, index) => ({
    crisis: crisis.id,
    state: crisis.state,
    start: crisis.start.text,
    end: crisis.end?.text ?? null,
    kind: crisis.kind,
    status: STATUS[status],
    cases: cases.map(({ id }) => id).join(" "),
    elsewhere: (elsewhere.outcomes[index]?.cases ?? [])
      .filter(({ appellant }) => appellant !== null)
      .map(({ id }) => id)
      .join(" "),
    source: crisis.source,
  }));
}

/** How many calls within the file's years match no crisis of it, in words. */
function unmatchedText(unmatched: readonly Case[], calls: number): string {
  const named = unmatched.map(({ id }) => id).join(", ");
  return (
    `No crisis of the file matches ${unmatched.length} of ${counted(calls, "call")} on record in ` +
    `those years${named === "" ? "" : `: ${named}`}. They enter the first denominator alone.`
  );
}

/**
 * The second denominator of an organisation: its members' crises, called over or not, from the
 * overlay's `crises.csv`; without that file, what file would give it.
 */
export function secondDenominator(
  record: CasusRecord,
  organisation: Organisation,
  query: Query,
): Part {
  const all = record.overlay?.crises ?? [];
  if (all.length === 0) return withoutFile();
  const { first, last } = yearsOf(all);
  const [opens, closes] = [`${first}-01-01`, `${last}-12-31`];
  const from = query.from !== null && query.from > opens ? query.from : opens;
  const to = query.to !== null && query.to < closes ? query.to : closes;
  // A crisis of the file has no coded threat, so that calls of every threat are held against it.
  const cases = selectCases(record, { ...drawOf(query, null), from, to, threat: null });
  const own = cases.filter((item) => item.organisation === organisation.id);
  const others = cases.filter((item) => item.organisation !== organisation.id);
  const crises = within(crisesOfMembers(all, organisation), query);
  const run = (among: readonly Case[], slack: number): CrisisDenominator =>
    crisisDenominator(crises, among, { coding: query.coding, level: query.level, slack });
  const narrow = run(own, 0);
  const calls = own.filter(({ appellant }) => appellant !== null).length;
  const base = `/alliances/${organisation.id}/responsiveness`;
  const findings = findingsOf(narrow, run(own, SLACK), organisation.short, query, base);
  return {
    findings,
    sections: [
      {
        ...SHARED,
        text: [
          `${counted(all.length, "crisis", "crises")} of the overlay, begun from ${first} to ` +
            `${last}; ${counted(crises.length, "crisis", "crises")} of members. Outside those ` +
            "years nothing is said. A filter by threat does not apply here.",
          unmatchedText(narrow.unmatchedCalls, calls),
        ],
        findings: findings.map(({ id }) => id),
        columns: [
          { name: "crisis", label: "Crisis" },
          { name: "state", label: "State" },
          { name: "start", label: "Start" },
          { name: "end", label: "End", note: "empty: not known" },
          { name: "kind", label: "Kind", note: "the data set's own word" },
          { name: "status", label: "On record" },
          { name: "cases", label: "Cases of the organisation" },
          { name: "elsewhere", label: "Calls on others" },
          { name: "source", label: "Source" },
        ],
        rows: rowsOf(narrow, run(others, 0)),
      },
    ],
  };
}
