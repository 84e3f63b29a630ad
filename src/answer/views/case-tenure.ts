import {
  leaderTenure,
  type LeaderTenure,
} from "../../measures/responsiveness/leader-tenure.ts";
import { rankInClass } from "../../measures/responsiveness/rank-in-class.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Finding, MethodNote, Row, Section } from "../answer.ts";
import { counted } from "../text.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { rankText } from "./case-classes.ts";
import { type AfterCase, troubled } from "./case-after-match.ts";
import { daysOf, lagText } from "./case-text.ts";

/** How leaders' tenure is made. */
export const TENURE_METHOD: MethodNote = {
  name: "Leader tenure after the call",
  text:
    "From the call to the day on which the leader then in office left it, as an interval, from a " +
    "list that the user brings; open at the top where the leader was in office when the list was " +
    "made. A case of several states has none.",
  reference: null,
};

interface Tenure {
  readonly one: AfterCase;
  readonly tenure: LeaderTenure;
}

function tenureOf(record: CasusRecord, one: AfterCase): Tenure {
  const states = troubled(one.item);
  const [state] = states;
  const tenure: LeaderTenure =
    state === undefined || states.length > 1
      ? { leader: null, lag: null, withheld: "the case has several states in trouble" }
      : leaderTenure(record.overlay?.leaders ?? [], state, one.date);
  return { one, tenure };
}

const rowOf = ({ one: { item }, tenure }: Tenure): Row => ({
  case: item.id,
  state: troubled(item).join(" "),
  leader: tenure.leader,
  days_least: tenure.lag === null ? null : daysOf(tenure.lag.least),
  days_most: tenure.lag === null ? null : daysOf(tenure.lag.most),
  withheld: tenure.withheld,
});

/** What stands where the overlay has no list of leaders. */
function withoutList(base: string): Finding {
  return {
    ...bare(base),
    text:
      "Leader tenure after the call is not decidable with this record: lists of leaders do not " +
      "ship. An overlay with leaders.csv (id, state, leader, start, end, source) gives it; " +
      "scripts/leaders-from-reign.mjs and scripts/leaders-from-archigos.mjs make it from a copy.",
  };
}

const bare = (base: string): Omit<Finding, "text"> => ({
  id: "tenure",
  value: null,
  ...WITHOUT_INTERVAL,
  n: null,
  comparison: null,
  method: TENURE_METHOD.name,
  evidence: [base],
});

/** How long the leader stayed after the call, beside the leaders of the matched cases. */
export function tenurePart(
  record: CasusRecord,
  own: AfterCase,
  matched: readonly AfterCase[],
  base: string,
): { readonly sections: readonly Section[]; readonly finding: Finding } {
  if ((record.overlay?.leaders ?? []).length === 0) {
    return { sections: [], finding: withoutList(base) };
  }
  const tenures = [own, ...matched].map((one) => tenureOf(record, one));
  const [{ tenure }, ...others] = tenures as [Tenure, ...Tenure[]];
  const since = own.item.appellant === null ? "the crisis began" : "the call";
  const lags = others.flatMap((other) => other.tenure.lag ?? []);
  const section: Section = {
    id: "tenure",
    title: "How long the leader stayed",
    text: ["Days from the call to the end of the spell of the leader then in office."],
    findings: ["tenure"],
    address: null,
    columns: [
      { name: "case", label: "Case" },
      { name: "state", label: "State" },
      { name: "leader", label: "Leader" },
      { name: "days_least", label: "Days, at least", digits: 1 },
      {
        name: "days_most",
        label: "at most",
        digits: 1,
        note: "empty: still in office, or open",
      },
      { name: "withheld", label: "Why there is none" },
    ],
    rows: tenures.map(rowOf),
    figure: null,
  };
  if (tenure.lag === null) {
    const text = `Leader tenure after the call is not decidable: ${tenure.withheld}.`;
    return { sections: [section], finding: { ...bare(base), text } };
  }
  const place =
    lags.length === 0
      ? "No precedent: no matched case has a leader's tenure in the list."
      : `${rankText(rankInClass(tenure.lag, lags))} from the shortest among ` +
        `${counted(lags.length, "matched case")} with a tenure in the list.`;
  return {
    sections: [section],
    finding: {
      ...bare(base),
      text: `${tenure.leader} stayed in office for ${lagText(tenure.lag)} after ${since}.`,
      lower: daysOf(tenure.lag.least),
      upper: daysOf(tenure.lag.most),
      n: 1 + lags.length,
      comparison: place.replace(/^./u, (letter) => letter.toUpperCase()),
    },
  };
}
