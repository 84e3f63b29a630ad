import { dayOf } from "../../dates/day-of.ts";
import type { Case } from "../../record/case.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Treaty } from "../../record/treaty.ts";
import type { StateKey } from "../../states/state.ts";
import { partiesOn } from "../../treaty/parties-on.ts";
import type { Finding, Row, Section } from "../answer.ts";
import { counted } from "../text.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { organisationLookup, startTime } from "./cases-selection.ts";
import { dateOf } from "./treaty.ts";

const ROLES = {
  called: "called",
  addressed: "was called on",
  sent: "sent forces",
  concerned: "was concerned",
} as const;

/** What a state did in a case; empty where it has no part in it. */
function rolesIn(item: Case, key: StateKey): readonly (keyof typeof ROLES)[] {
  const sent =
    item.contingents.some(({ state }) => state === key) ||
    item.events.some(({ type, actors }) => type === "deployment" && actors.includes(key));
  const held: Readonly<Record<keyof typeof ROLES, boolean>> = {
    called: item.appellant?.states.includes(key) ?? false,
    addressed: item.addressee.ids.includes(key),
    sent,
    concerned: item.concerned.includes(key),
  };
  return (Object.keys(ROLES) as (keyof typeof ROLES)[]).filter((role) => held[role]);
}

/** The cases in which a state has a part, in the order of time. */
export function casesOfState(record: CasusRecord, key: StateKey): readonly Case[] {
  return record.cases
    .filter((item) => rolesIn(item, key).length > 0)
    .toSorted((a, b) => startTime(a) - startTime(b) || (a.id < b.id ? -1 : 1));
}

/** The treaties to which a state is a party on a day, and those ended whose list names it. */
export function treatiesOfState(
  record: CasusRecord,
  key: StateKey,
  at: string,
): readonly Treaty[] {
  const lookup = organisationLookup(record);
  const day = dateOf(at);
  return record.treaties.filter((treaty) =>
    partiesOn(
      treaty,
      treaty.organisation === null ? null : lookup(treaty.organisation),
      day,
    ).includes(key),
  );
}

/** The cases of a state, each with what it did. */
export function casesSection(cases: readonly Case[], key: StateKey): Section {
  return {
    id: "cases",
    title: "Cases",
    text: [
      "Cases in which it called, was called on, sent forces, or was concerned. No row is no " +
        "evidence that nothing happened.",
    ],
    findings: cases.length === 0 ? [] : ["cases"],
    address: null,
    columns: [
      { name: "case", label: "Case" },
      { name: "title", label: "Title" },
      { name: "date", label: "Call or first event", note: "EDTF" },
      { name: "organisation", label: "Organisation", note: "empty: bilateral or ad hoc" },
      { name: "part", label: "What it did" },
      { name: "threat", label: "Threat as coded" },
      { name: "outcome", label: "Outcome" },
      { name: "address", label: "Address" },
    ],
    rows: cases.map((item): Row => {
      const start = item.events.find(({ type }) => type === "appeal") ?? item.events[0];
      return {
        case: item.id,
        title: item.title,
        date: start?.date.text ?? null,
        organisation: item.organisation,
        part: rolesIn(item, key)
          .map((role) => ROLES[role])
          .join("; "),
        threat: item.threat.coded,
        outcome: item.outcome,
        address: `/cases/${item.id}`,
      };
    }),
    figure: null,
  };
}

/** The treaties of a state. */
export function treatiesSection(treaties: readonly Treaty[], at: string): Section {
  return {
    id: "treaties",
    title: "Treaties",
    text: [
      `Treaties whose own list names it as a party, or whose organisation has it as a member on ${at}.`,
    ],
    findings: [],
    address: "/treaties",
    columns: [
      { name: "treaty", label: "Treaty" },
      { name: "name", label: "Name" },
      { name: "organisation", label: "Organisation", note: "empty: of no organisation" },
      { name: "signed", label: "Signed" },
      { name: "in_force", label: "In force", note: "empty: never entered into force" },
      { name: "ended", label: "Ended" },
      { name: "address", label: "Address" },
    ],
    rows: treaties.map((treaty) => ({
      treaty: treaty.id,
      name: treaty.name,
      organisation: treaty.organisation,
      signed: dayOf(treaty.signed.date.text),
      in_force: treaty.inForce?.date.text ?? null,
      ended: treaty.ended?.date.text ?? null,
      address: `/treaties/${treaty.id}`,
    })),
    figure: null,
  };
}

/** In how many cases a state called, and in how many it sent forces. */
export function casesFinding(name: string, cases: readonly Case[], key: StateKey): Finding {
  const count = (role: keyof typeof ROLES): number =>
    cases.filter((item) => rolesIn(item, key).includes(role)).length;
  return {
    id: "cases",
    text:
      `${name} has a part in ${counted(cases.length, "case")} of this record: it called in ` +
      `${count("called")}, was called on in ${count("addressed")}, and sent forces in ${count("sent")}.`,
    value: cases.length,
    ...WITHOUT_INTERVAL,
    n: cases.length,
    comparison: null,
    method: "Dated events",
    evidence: cases.map(({ id }) => `/cases/${id}`).slice(0, 20),
  };
}
