import { DAY, HOUR } from "../../dates/event-date.ts";
import type { Case, CaseEvent } from "../../record/case.ts";
import type { Column, Figure, Row, Section } from "../answer.ts";
import { instantOf } from "./case-text.ts";

/** Hours that are drawn by themselves, and how many of them lie before the call. */
const HOURS = 60;
const BEFORE = 24;
/** Events known within half a day that make it worth while. */
const FEWEST_TIMED = 3;
const TIMED = 12 * HOUR;

interface Hours {
  readonly from: number;
  readonly to: number;
}

/** The events of a case on the clock of its zone, whole or between two instants. */
export function timelineFigure(item: Case, hours: Hours | null): Figure {
  const between =
    hours === null
      ? null
      : { from: instantOf(hours.from) ?? "", to: instantOf(hours.to) ?? "" };
  return {
    kind: "timeline",
    title: `${item.title}: ${hours === null ? "events" : `${HOURS} hours about the call`}`,
    from: "earliest",
    to: "latest",
    label: "event",
    type: "type",
    highlight: "appeal",
    zone: item.zone,
    window: between,
  };
}

/** The hours about the call, where enough is known by the clock and the case goes on beyond. */
function hoursOfCase({ events }: Case): Hours | null {
  const call = events.find(({ type }) => type === "appeal")?.date;
  if (call === undefined || call.latest - call.earliest > DAY) return null;
  const from = Math.floor(call.earliest / HOUR) * HOUR - BEFORE * HOUR;
  const hours = { from, to: from + HOURS * HOUR };
  const inside = events.filter((event) => isWithin(event, hours));
  const timed = inside.filter(({ date }) => date.latest - date.earliest <= TIMED);
  return timed.length >= FEWEST_TIMED && inside.length < events.length ? hours : null;
}

const isWithin = ({ date }: CaseEvent, { from, to }: Hours): boolean =>
  date.latest > from && date.earliest < to;

/** The hours about the call as a part of a case's answer, or nothing where no clock is known. */
export function hoursSection(
  item: Case,
  columns: readonly Column[],
  rows: readonly Row[],
): readonly Section[] {
  const hours = hoursOfCase(item);
  if (hours === null) return [];
  const inside = rows.filter((_row, index) => isWithin(item.events[index]!, hours));
  return [
    {
      id: "hours",
      title: `The ${HOURS} hours about the call`,
      text: [
        `From ${BEFORE} hours before the earliest moment of the call. A dot: the minute is known. ` +
          "A bar: the event lies somewhere within it; a day without a clock fills the day.",
      ],
      findings: [],
      address: null,
      columns,
      rows: inside,
      figure: timelineFigure(item, hours),
    },
  ];
}
