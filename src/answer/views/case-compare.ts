import { caseLag, LAGS, type LagName } from "../../measures/responsiveness/case-lags.ts";
import { answeredShare } from "../../measures/responsiveness/answered-share.ts";
import type { Case } from "../../record/case.ts";
import type { Finding, Row, Section } from "../answer.ts";
import { voteCoverage } from "../shared-notes.ts";
import { counted } from "../text.ts";
import type { View } from "../view.ts";
import { classRanks, rankText, referenceClasses, type ClassRank } from "./case-classes.ts";
import { CASE_CAVEATS, CASE_COLUMNS, caseRow, RESPONSE_METHOD } from "./cases-rows.ts";
import { caseOf, selectCases, withEventsAt } from "./cases-selection.ts";
import { caseCoverage, caseSources, hoursOf, lagText } from "./case-text.ts";

/** Fewest cases with a lag, the case's own included, for a rank to be worded as a finding. */
const FEWEST_RANKED = 5;

function rankFinding(
  item: Case,
  { class: reference, name, rank, unranked }: ClassRank,
): Finding {
  const place = `${rankText(rank)} from the shortest among ${reference.text}`;
  const aside =
    unranked === 0 ? "" : ` Without the dates: ${counted(unranked, "call")} of the class.`;
  return {
    id: `${name}-${reference.id}`,
    text: `${LAGS[name]}: ${place}.${aside}`.replace(/^./u, (letter) => letter.toUpperCase()),
    value: rank.best === rank.worst ? rank.best : null,
    lower: rank.best,
    upper: rank.worst,
    level: null,
    n: rank.of,
    comparison:
      rank.median === null
        ? null
        : `Median of the others: ${lagText({ least: rank.median, most: rank.median })} ` +
          "(middles of their intervals).",
    method: "Rank as an interval",
    evidence: [`/cases/${item.id}/compare`],
  };
}

function lagSection(item: Case, others: readonly Case[], name: LagName, of: string): Section {
  const rows = [item, ...others]
    .flatMap((one): Row[] => {
      const lag = caseLag(one, name)?.lag;
      if (lag === undefined) return [];
      const [least, most] = [hoursOf(lag.least), hoursOf(lag.most)];
      const middle = least === null || most === null ? null : (least + most) / 2;
      return [{ case: one.id, title: one.title, hours: middle, least, most }];
    })
    .toSorted((a, b) => Number(a["hours"] ?? Infinity) - Number(b["hours"] ?? Infinity));
  return {
    id: `lags-${name}`,
    title: `Hours, ${LAGS[name]}, among ${of}`,
    text: ["From the shortest by the middle of the interval; empty where an end is open."],
    findings: [],
    address: null,
    columns: [
      { name: "case", label: "Case" },
      { name: "title", label: "Title" },
      { name: "hours", label: "Middle", digits: 1 },
      { name: "least", label: "At least", digits: 1 },
      { name: "most", label: "At most", digits: 1 },
    ],
    rows,
    figure: {
      kind: "lags",
      title: `From ${LAGS[name]}, among ${of}`,
      label: "case",
      least: "least",
      most: "most",
      highlight: item.id,
    },
  };
}

/** `/cases/{id}/compare`: one case against its reference classes. */
export const caseCompareView: View = {
  path: "/cases/{id}/compare",
  describe:
    "one case against its reference classes, by who decided, threat, organisation and era",
  example: "/cases/kaz-2022-01/compare",
  parameters: ["confidence", "coding", "level"],
  canonical: (record, { id = "" }) => ({ id: caseOf(record, id).id }),
  compute: ({ record, path, query }) => {
    const whole = caseOf(record, path["id"] ?? "");
    const item = withEventsAt(whole, query.confidence);
    const nothing = { from: null, to: null, organisation: null, threat: null } as const;
    const all = selectCases(record, { ...query, ...nothing, outcome: null, decider: null });
    const classes = referenceClasses(item, all, query.coding);
    const ranks = classRanks(item, classes);
    const shares = new Map(
      classes.map(({ id, others }) => [id, answeredShare(others, query.coding, query.level)]),
    );
    const collective = classes.find(({ id }) => id === "decider")!;
    const used = [...new Set([item, ...classes.flatMap(({ others }) => others)])];
    return {
      title: `${item.title}, against other calls`,
      summary: {
        id: item.id,
        called: item.appellant !== null,
        outcome: item.outcome,
        classes: classes.length,
        coding: query.coding,
      },
      columns: [
        { name: "lag", label: "Lag" },
        { name: "class", label: "Reference class" },
        { name: "best", label: "Rank, at best" },
        { name: "worst", label: "at worst" },
        { name: "of", label: "Of" },
        { name: "unranked", label: "Without the dates" },
        { name: "median_hours", label: "Median of the others, hours", digits: 1 },
        { name: "answered", label: "Answered calls of the class" },
        { name: "calls", label: "Calls of the class" },
        { name: "share", label: "Answered share", digits: 3 },
        { name: "share_lower", label: "Exact, lower", digits: 3 },
        { name: "share_upper", label: "Exact, upper", digits: 3 },
      ],
      rows: ranks.map(({ class: reference, name, rank, unranked }) => {
        const share = shares.get(reference.id);
        return {
          lag: name,
          class: reference.text,
          best: rank.best,
          worst: rank.worst,
          of: rank.of,
          unranked,
          median_hours: rank.median === null ? null : hoursOf(rank.median),
          answered: share?.answered ?? null,
          calls: share?.calls ?? null,
          share: share?.share ?? null,
          share_lower: share?.exact?.lower ?? null,
          share_upper: share?.exact?.upper ?? null,
        };
      }),
      sections: [
        lagSection(item, collective.others, "appeal-decision", collective.text),
        lagSection(item, collective.others, "appeal-troops", collective.text),
        {
          id: "cases",
          title: "The calls of the record",
          text: [
            "The classes are drawn from these calls; the case itself stands in none of them.",
          ],
          findings: [],
          address: "/cases",
          columns: CASE_COLUMNS,
          rows: used.map((one) => caseRow(one, query.coding)),
          figure: null,
        },
      ].filter(({ rows }) => rows.length > 0),
      findings: ranks
        .filter(({ rank }) => rank.of >= FEWEST_RANKED)
        .map((rank) => rankFinding(item, rank)),
      method: [
        ...RESPONSE_METHOD,
        {
          name: "Rank as an interval",
          text:
            "A lag surely shorter stands before; one that only may be shorter widens the " +
            "rank. Calls without both " +
            `dates have no rank. Worded from ${FEWEST_RANKED} dated calls on. Eras: until ` +
            "1990, 1991 to 2010, since 2011.",
          reference: null,
        },
      ],
      sources: caseSources(used),
      caveats: CASE_CAVEATS,
      covers: caseCoverage(used, () => voteCoverage(record)),
    };
  },
};
