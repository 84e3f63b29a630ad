import {
  narrativeAgainstClock,
  type NarrativeStep,
} from "../../measures/responsiveness/narrative-against-clock.ts";
import type { Case, EventType } from "../../record/case.ts";
import type { Column, Finding, Section } from "../answer.ts";
import { listed } from "../text.ts";
import { hoursOf, lagText } from "./case-text.ts";

const NARRATIVE_COLUMNS: readonly Column[] = [
  { name: "event", label: "Statement" },
  { name: "date", label: "Date" },
  { name: "speaker", label: "Speaker" },
  { name: "frames", label: "Cause named" },
  { name: "added", label: "Named for the first time" },
  { name: "dropped", label: "No longer named" },
  { name: "before_call_least", label: "Hours before the call, at least", digits: 1 },
  { name: "before_call_most", label: "at most", digits: 1 },
];

function placeOnClock(type: EventType, toAppeal: NarrativeStep["toAppeal"]): string {
  if (toAppeal === null) return "nobody called";
  if (type === "appeal") return "in the call itself";
  if (toAppeal.least >= 0) return `${lagText(toAppeal)} before the call`;
  if (toAppeal.most > 0) return "before or after the call: the hours do not decide it";
  return `${lagText({ least: -toAppeal.most, most: -toAppeal.least })} after the call`;
}

/** The causes that the states in trouble named, held against the clock of their call. */
export function narrative(item: Case): {
  section: Section | null;
  findings: readonly Finding[];
} {
  const steps = narrativeAgainstClock(item);
  if (steps.length === 0) return { section: null, findings: [] };
  const changes = steps.filter(({ added }, index) => index > 0 && added.length > 0);
  const findings = changes.map(({ event, added, toAppeal }): Finding => {
    const when = placeOnClock(event.type, toAppeal);
    return {
      id: `narrative-${event.id}`,
      text:
        `On ${event.date.text} the state in trouble first named ${listed(added)} as the ` +
        `cause: ${when}.`,
      value: null,
      lower: toAppeal === null ? null : hoursOf(toAppeal.least),
      upper: toAppeal === null ? null : hoursOf(toAppeal.most),
      level: null,
      n: steps.length,
      comparison: null,
      method: "Causes named, statement by statement",
      evidence: [`/cases/${item.id}`],
    };
  });
  return {
    section: {
      id: "narrative",
      title: "Causes named, against the clock of the call",
      text: [
        "Statements of the states in trouble with a coded cause. It says when a cause " +
          "changed, not why.",
      ],
      findings: findings.map(({ id }) => id),
      address: null,
      columns: NARRATIVE_COLUMNS,
      rows: steps.map(({ event, frames, added, dropped, toAppeal }) => ({
        event: event.id,
        date: event.date.text,
        speaker: event.speaker,
        frames: frames.join(" "),
        added: added.join(" "),
        dropped: dropped.join(" "),
        before_call_least: toAppeal === null ? null : hoursOf(toAppeal.least),
        before_call_most: toAppeal === null ? null : hoursOf(toAppeal.most),
      })),
      figure: null,
    },
    findings,
  };
}
