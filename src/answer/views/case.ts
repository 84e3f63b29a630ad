import { DAY } from "../../dates/event-date.ts";
import { lagAtMost, type Ternary } from "../../dates/lag.ts";
import {
  caseLags,
  LAGS,
  type CaseLag,
  type LagName,
} from "../../measures/responsiveness/case-lags.ts";
import { FEWEST_CALLS } from "../../measures/responsiveness/answered-share.ts";
import type { Case, CaseEvent } from "../../record/case.ts";
import { eventLag } from "../../record/event-lag.ts";
import type { Column, Finding, Row } from "../answer.ts";
import { voteCoverage } from "../shared-notes.ts";
import { counted, listed } from "../text.ts";
import type { View } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { classRanks, rankText, referenceClasses, type ClassRank } from "./case-classes.ts";
import { narrative } from "./case-narrative.ts";
import { contributionSections } from "./case-contributions.ts";
import { hoursSection, timelineFigure } from "./case-timeline.ts";
import { CASE_CAVEATS, RESPONSE_METHOD } from "./cases-rows.ts";
import { caseOf, selectCases, withEventsAt } from "./cases-selection.ts";
import {
  articleText,
  caseCoverage,
  caseSources,
  dayText,
  hoursOf,
  instantOf,
  lagText,
  sourceCell,
  sourceSection,
} from "./case-text.ts";

const EVENT_COLUMNS: readonly Column[] = [
  { name: "event", label: "Event" },
  { name: "type", label: "Kind" },
  { name: "date", label: "Date", note: "EDTF, in the zone of the event" },
  { name: "earliest", label: "Earliest", note: "UTC; empty: not bounded" },
  { name: "latest", label: "Before", note: "UTC; empty: not bounded" },
  { name: "since_call_least", label: "Hours since the call, at least", digits: 1 },
  { name: "since_call_most", label: "at most", digits: 1 },
  { name: "actor", label: "Actor" },
  { name: "speaker", label: "Speaker" },
  { name: "addressee", label: "Addressee" },
  { name: "text", label: "What happened" },
  { name: "articles", label: "Articles" },
  { name: "instruments", label: "Means" },
  { name: "frames", label: "Cause named" },
  { name: "confidence", label: "Confidence" },
  { name: "sources", label: "Sources" },
  {
    name: "conflicts",
    label: "Other dates or words",
    note: "what other sources say of the same",
  },
];

function eventRow(item: Case, event: CaseEvent, appeal: CaseEvent | null): Row {
  const lag = appeal === null ? null : eventLag(item, appeal, event);
  return {
    event: event.id,
    type: event.type,
    date: event.date.text,
    earliest: instantOf(event.date.earliest),
    latest: instantOf(event.date.latest),
    since_call_least: lag === null ? null : hoursOf(lag.least),
    since_call_most: lag === null ? null : hoursOf(lag.most),
    actor: event.actors.join(" "),
    speaker: event.speaker,
    addressee: event.addressees.join(" "),
    text: event.text,
    articles: event.articles.map(articleText).join("; "),
    instruments: event.instruments.join(" "),
    frames: event.frames.join(" "),
    confidence: event.confidence,
    sources: sourceCell(event.sources),
    conflicts: event.conflicts
      .map(({ date, text }) => [date?.text, text].filter(Boolean).join(": "))
      .join("; "),
  };
}

const UNDER_A_DAY: Readonly<Record<Ternary, string>> = {
  yes: "less than a day",
  no: "a day or more",
  undecidable: "whether less than a day is not decided by the dates",
};

const DAY_LAGS: readonly LagName[] = [
  "decision-session",
  "decision-withdrawal-start",
  "decision-withdrawal-end",
];

function sentence({ name, to, lag, days }: CaseLag): string {
  if (days !== null && name === "decision-session") {
    return (
      `The first formal session on record came ${dayText(days)} days after the decision ` +
      `(${lagText(lag)}).`
    );
  }
  if (days !== null && name === "decision-withdrawal-start") {
    return `The withdrawal began on day ${dayText(days)} after the decision.`;
  }
  if (days !== null && name === "decision-withdrawal-end") {
    return `The withdrawal was complete on day ${dayText(days)} after the decision.`;
  }
  const aside = name.endsWith("-troops")
    ? `: ${UNDER_A_DAY[lagAtMost(lag, DAY)]}`
    : lag.least < 0 && lag.most > 0
      ? `: the dates leave open which came first ("${to.id}")`
      : "";
  return `${LAGS[name]}: ${lagText(lag)}${aside}.`.replace(/^./u, (letter) =>
    letter.toUpperCase(),
  );
}

/** Ranks of a lag in words, for the classes with enough lags. */
function comparison(ranks: readonly ClassRank[], name: LagName): string | null {
  const shown = ranks.filter(
    (row) => row.name === name && row.class.id !== "all" && row.rank.of > FEWEST_CALLS,
  );
  if (shown.length === 0) return null;
  const parts = shown.map(({ rank, class: { text } }) => {
    const { median } = rank;
    const aside = median === null ? "" : lagText({ least: median, most: median });
    const place = `${rankText(rank)} among ${text}`;
    return aside === "" ? place : `${place} (median of the others ${aside})`;
  });
  return `From the shortest: ${parts.join("; ")}. Places are intervals where dates are.`;
}

function lagFinding(item: Case, lag: CaseLag, ranks: readonly ClassRank[]): Finding {
  const inDays = DAY_LAGS.includes(lag.name) && lag.days !== null;
  const [lower, upper] = inDays
    ? [lag.days.least, lag.days.most]
    : [hoursOf(lag.lag.least), hoursOf(lag.lag.most)];
  return {
    id: lag.name,
    text: sentence(lag),
    value: lower === upper ? lower : null,
    lower,
    upper,
    level: null,
    n: 1,
    comparison: comparison(ranks, lag.name),
    method: `Lag between dated events, in ${inDays ? "days of the calendar" : "hours"}`,
    evidence: [`/cases/${item.id}`, `/cases/${item.id}/compare`],
  };
}

function articlesFinding(item: Case): readonly Finding[] {
  if (item.articlesInvoked.length === 0) return [];
  const names = item.articlesInvoked.map(
    (ref) => `${articleText(ref)}${ref.by === null ? "" : ` (${ref.by})`}`,
  );
  return [
    {
      id: "articles",
      text: `Invoked, by whoever named it: ${listed(names)}.`,
      value: names.length,
      ...WITHOUT_INTERVAL,
      n: names.length,
      comparison: null,
      method: "Articles as named in the sources",
      evidence: [`/cases/${item.id}/conformance`],
    },
  ];
}

function lagSummary(lags: readonly CaseLag[]): Row {
  return Object.fromEntries(
    lags.flatMap(({ name, lag, days }) => {
      const key = name.replaceAll("-", "_");
      if (DAY_LAGS.includes(name)) {
        return [
          [`${key}_day_least`, days?.least ?? null],
          [`${key}_day_most`, days?.most ?? null],
        ];
      }
      return [
        [`${key}_hours_least`, hoursOf(lag.least)],
        [`${key}_hours_most`, hoursOf(lag.most)],
      ];
    }),
  );
}

/** `/cases/{id}`: one case by the clock. */
export const caseView: View = {
  path: "/cases/{id}",
  describe: "one case: its events by the clock, lags as intervals, ranks and the causes named",
  example: "/cases/kaz-2022-01",
  parameters: ["confidence", "coding"],
  canonical: (record, { id = "" }) => ({ id: caseOf(record, id).id }),
  compute: ({ record, path, query }) => {
    const whole = caseOf(record, path["id"] ?? "");
    const item = withEventsAt(whole, query.confidence);
    const appeal = item.events.find(({ type }) => type === "appeal") ?? null;
    const lags = caseLags(item);
    const filter = { ...query, from: null, to: null, organisation: null };
    const others = selectCases(record, {
      ...filter,
      threat: null,
      outcome: null,
      decider: null,
    });
    const ranks = classRanks(item, referenceClasses(item, others, query.coding));
    const { section, findings } = narrative(item);
    const rows = item.events.map((event) => eventRow(item, event, appeal));
    return {
      title: item.title,
      summary: {
        id: item.id,
        organisation: item.organisation,
        appellant: item.appellant?.states.join(" ") ?? null,
        authentic: item.appellant?.authentic ?? null,
        addressee: item.addressee.ids.join(" "),
        decider: item.decider,
        threat_claimed: item.threat.claimed.join(" "),
        threat_coded: item.threat.coded,
        outcome: item.outcome,
        size_least: item.size?.least ?? null,
        size_most: item.size?.most ?? null,
        articles: item.articlesInvoked.map(articleText).join("; "),
        ...lagSummary(lags),
        events: item.events.length,
        confidence: item.confidence,
        coder: item.coder,
      },
      columns: EVENT_COLUMNS,
      rows,
      sections: [
        ...hoursSection(item, EVENT_COLUMNS, rows),
        ...(section === null ? [] : [section]),
        ...contributionSections(item),
        sourceSection(item),
      ],
      findings: [
        ...lags.map((lag) => lagFinding(item, lag, ranks)),
        ...articlesFinding(item),
        ...findings,
      ],
      figure: timelineFigure(item, null),
      method: RESPONSE_METHOD,
      sources: caseSources([item]),
      caveats: [
        ...[item.notes, item.threat.note, item.outcomeNote, item.size?.note ?? null].filter(
          (note) => note !== null,
        ),
        ...(item.generalKnowledge.length === 0
          ? []
          : [
              "Resting on general knowledge in the first compilation: " +
                `${listed(item.generalKnowledge)}.`,
            ]),
        ...(item.events.length < whole.events.length
          ? [
              `${counted(whole.events.length - item.events.length, "event")} of lower ` +
                "confidence left out.",
            ]
          : []),
        ...CASE_CAVEATS,
      ],
      covers: caseCoverage([item], () => voteCoverage(record)),
    };
  },
};
