import type { BeforeExit } from "../../measures/durability/before-exit.ts";
import { EXIT_YEARS } from "../../measures/durability/attendance.ts";
import type { Dormancy } from "../../measures/durability/dormancy.ts";
import { SIGNS } from "../../measures/durability/signs-of-life.ts";
import { FEWEST_EXITS } from "../../measures/durability/spell-rates.ts";
import type { ExactTest } from "../../measures/responsiveness/stratified-exact.ts";
import type { Finding, Row } from "../answer.ts";
import { counted, fixed, withInterval } from "../text.ts";

const NO_INTERVAL = { lower: null, upper: null, level: null } as const;

const DORMANT_TEXT = {
  no: "it is not dormant",
  yes: "it is dormant",
  undecidable: "whether it is dormant is not decidable with this record",
} as const;

/** What the organisation is on the day, in law and in its record. */
export function stateFinding(
  short: string,
  found: Dormancy,
  where: { readonly base: string; readonly at: string; readonly dormant: readonly Dormancy[] },
): Finding {
  const { base, at, dormant } = where;
  const last = SIGNS.flatMap((sign) => {
    const seen = found.last[sign];
    return seen === null ? [`${sign}: none on record`] : [`${sign}: ${seen.to}`];
  }).join("; ");
  const legal =
    found.dormant === null
      ? found.legal === "ended"
        ? `${short} had ended in law by ${at}`
        : `${short} had not begun by ${at}`
      : `${short} is in being in law on ${at}, and ${DORMANT_TEXT[found.dormant]} (${found.reason})`;
  const of = (value: string): number => dormant.filter((one) => one.dormant === value).length;
  const inBeing = dormant.filter(({ legal: state }) => state === "in-being").length;
  return {
    id: "dormancy",
    text: `${legal}. Last signs on record: ${last}.`,
    value: null,
    ...NO_INTERVAL,
    n: null,
    comparison:
      `The ${counted(inBeing, "alliance")} of the record in being on the day: ${of("no")} not ` +
      `dormant, ${of("yes")} dormant, ${of("undecidable")} not decidable.`,
    method: "Signs of life",
    evidence: [base],
  };
}

/** How memberships ended, in law. */
export function endsFinding(
  short: string,
  base: string,
  counts: { readonly exit: number; readonly dissolution: number; readonly state: number },
  memberships: number,
): Finding {
  const { exit, dissolution, state } = counts;
  return {
    id: "ends",
    text:
      `${short}: of ${counted(memberships, "membership")} ${exit} ended by exit, ${dissolution} ` +
      `with the organisation, ${state} with the state; ` +
      `${memberships - exit - dissolution - state} are going on in law.`,
    value: exit,
    ...NO_INTERVAL,
    n: memberships,
    comparison: null,
    method: "Signs of life",
    evidence: [base],
  };
}

/** The index of one membership over all years, beside those of the others. */
export function indexFindings(
  short: string,
  base: string,
  rows: readonly Row[],
  level: number,
): readonly Finding[] {
  const whole = rows.filter(({ year }) => year === null);
  return whole
    .filter(({ index }) => index !== null)
    .map((row) => {
      const others = whole.filter((one) => one !== row);
      const sum = (name: string): number =>
        others.reduce((total, one) => total + Number(one[name]), 0);
      const left = row["left"] === null ? "" : `, which left on ${row["left"]}`;
      return {
        id: `index-${String(row["state"]).toLowerCase()}${row["left"] === null ? "" : `-${String(row["left"]).slice(0, 4)}`}`,
        text:
          `${row["name"]}${left}: took part in ${row["present"]} of ${row["known"]} events of the ` +
          `table at which that is known, participation index ` +
          `${withInterval(Number(row["index"]), row["lower"] as number, row["upper"] as number)}.`,
        value: row["index"] as number,
        lower: row["lower"] as number,
        upper: row["upper"] as number,
        level,
        n: row["known"] as number,
        comparison:
          `The other memberships of ${short} at the events of the table: ${sum("present")} of ` +
          `${sum("known")}. The events were chosen because somebody stayed away, or stand beside ` +
          "such an event.",
        method: "Participation index",
        evidence: [base],
      };
    });
}

const pText = (p: number): string => (p < 0.0001 ? "below 0.0001" : fixed(p, 4));

function testText({ p, smallestP, withheld, informative }: ExactTest): string {
  if (p === null) {
    return withheld === "too many arrangements"
      ? "not decidable: too many arrangements to list"
      : "not decidable: no arrangement of these events differs from another";
  }
  const best = `the smallest attainable ${pText(smallestP!)}`;
  const could = smallestP! > 0.05 ? "; no outcome of so few could have shown a difference" : "";
  return `exact p ${pText(p)}, ${best}, ${counted(informative, "stratum", "strata")} with both outcomes${could}`;
}

/** Whether the index falls before an exit, over all organisations of the record. */
export function beforeExitFindings(base: string, found: BeforeExit): readonly Finding[] {
  const { exits, against, own } = found;
  const group = (test: ExactTest, name: string) =>
    test.groups.find((one) => one.group === name) ?? { answered: 0, calls: 0 };
  const share = ({ answered, calls }: { answered: number; calls: number }): string =>
    `${answered} of ${calls}`;
  const [left, stayed] = [group(against, "left"), group(against, "stayed")];
  const [late, earlier] = [group(own, "late"), group(own, "earlier")];
  const rest = {
    ...NO_INTERVAL,
    method: "Index before an exit",
    evidence: [base],
    comparison:
      "Exact within events, and within leavers. The events stand in the table because somebody " +
      "stayed away or because they precede or follow such an event, many of them known for the " +
      "exit that came: the difference describes these events and does not predict.",
  };
  return [
    {
      id: "before-exit",
      text:
        `In the ${EXIT_YEARS} years before ${counted(exits, "recorded exit")} with known events, all ` +
        `organisations together, the members about to leave took part in ${share(left)}, those ` +
        `that stayed in ${share(stayed)} at the same events: ${testText(against)}. ` +
        (exits < FEWEST_EXITS
          ? `Below ${FEWEST_EXITS} recorded exits no predictive rate is printed.`
          : "No predictive rate is printed: the events were chosen for absences."),
      value: against.p,
      n: left.calls + stayed.calls,
      ...rest,
    },
    {
      id: "before-exit-own",
      text:
        `The same members more than ${EXIT_YEARS} years before their exit took part in ` +
        `${share(earlier)}, against ${share(late)} in the last ${EXIT_YEARS}: ${testText(own)}.`,
      value: own.p,
      n: late.calls + earlier.calls,
      ...rest,
    },
  ];
}
