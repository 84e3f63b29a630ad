import { DAY, type EventDate } from "../../dates/event-date.ts";
import { dayOf } from "../../dates/day-of.ts";
import { NotFoundError } from "../../errors.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Treaty } from "../../record/treaty.ts";
import { partiesOn } from "../../treaty/parties-on.ts";
import { provisionsOn } from "../../treaty/provisions-on.ts";
import { versionsOn } from "../../treaty/version-on.ts";
import { FIRST_TREATY_YEAR } from "../parameter-kinds.ts";
import { nearestNames } from "../lookup.ts";
import { counted, listed } from "../text.ts";
import type { View } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { organisationLookup } from "./cases-selection.ts";
import { treatySources } from "./case-text.ts";
import {
  changeSection,
  constraintSection,
  PROVISION_COLUMNS,
  provisionRow,
  versionSection,
} from "./treaty-rows.ts";

/** The treaty with this id. @throws NotFoundError with the nearest ids. */
function treatyOf(record: CasusRecord, id: string): Treaty {
  const found = record.treaties.find((treaty) => treaty.id === id.toLowerCase());
  if (found !== undefined) return found;
  const near = nearestNames(
    id,
    record.treaties.map((treaty) => [treaty.id, treaty.name]),
  );
  throw new NotFoundError(`there is no treaty ${JSON.stringify(id.slice(0, 60))}.`, {
    hint: `Nearest: ${near.join(", ")}. "/treaties" lists them all.`,
  });
}

/** An ISO day as a date of the record, in UTC. */
export function dateOf(day: string): EventDate {
  const earliest = Date.parse(`${day}T00:00:00Z`);
  return { text: day, earliest, latest: earliest + DAY, precision: "day", qualified: false };
}

/** `/treaties`: every treaty of the record. */
export const treatiesView: View = {
  path: "/treaties",
  describe:
    "every treaty of the record: when signed and in force, its texts, provisions and constraints",
  example: "/treaties",
  parameters: [],
  canonical: (_record, path) => path,
  compute: ({ record }) => {
    const { treaties } = record;
    const days = treaties.map(({ signed }) => dayOf(signed.date.text)).sort();
    return {
      title: `${counted(treaties.length, "treaty", "treaties")} of the record`,
      summary: {
        treaties: treaties.length,
        provisions: treaties.reduce((sum, { provisions }) => sum + provisions.length, 0),
        constraints: treaties.reduce(
          (sum, { provisions }) =>
            sum + provisions.reduce((inner, { constraints }) => inner + constraints.length, 0),
          0,
        ),
      },
      columns: [
        { name: "id", label: "Id" },
        { name: "name", label: "Name" },
        { name: "organisation", label: "Organisation" },
        { name: "kind", label: "Kind" },
        { name: "signed", label: "Signed" },
        { name: "in_force", label: "In force", note: "empty: never entered into force" },
        { name: "ended", label: "Ended" },
        { name: "texts", label: "Texts" },
        { name: "provisions", label: "Provisions" },
        { name: "constraints", label: "Constraints" },
      ],
      rows: treaties.map((treaty) => ({
        id: treaty.id,
        name: treaty.name,
        organisation: treaty.organisation,
        kind: treaty.kind,
        signed: treaty.signed.date.text,
        in_force: treaty.inForce?.date.text ?? null,
        ended: treaty.ended?.date.text ?? null,
        texts: treaty.versions.map(({ id }) => id).join(" "),
        provisions: treaty.provisions.length,
        constraints: treaty.provisions.reduce(
          (sum, { constraints }) => sum + constraints.length,
          0,
        ),
      })),
      sources: treatySources(treaties),
      caveats: ["Provisions stand in the coder's own words; the sources hold the text."],
      covers: { from: days[0] ?? "", to: days.at(-1) ?? "" },
    };
  },
};

/** `/treaties/{id}`: the text in force on a day, and what changed since. */
export const treatyView: View = {
  path: "/treaties/{id}",
  describe:
    "a treaty: its text in force on a day, what changed since and before, and its constraints",
  example: "/treaties/cst-1992?at=2010-06-12",
  parameters: ["at"],
  firstYear: FIRST_TREATY_YEAR,
  canonical: (record, { id = "" }) => ({ id: treatyOf(record, id).id }),
  compute: ({ record, path, query }) => {
    const treaty = treatyOf(record, path["id"] ?? "");
    const at =
      query.at ?? record.votes.rollCalls.at(-1)?.date ?? dayOf(treaty.signed.date.text);
    const date = dateOf(at);
    const signed = dayOf(treaty.signed.date.text);
    const texts = versionsOn(treaty, date);
    const provisions = provisionsOn(treaty, date).map(({ provision }) => provision);
    const organisation =
      treaty.organisation === null ? null : organisationLookup(record)(treaty.organisation);
    const parties = partiesOn(treaty, organisation, date).toSorted();
    const inText = (id: string | undefined) =>
      treaty.provisions.filter(({ versions }) => id !== undefined && versions.includes(id));
    const own = texts[0]?.version.id;
    const place = treaty.versions.findIndex(({ id }) => id === own);
    const later = treaty.versions.slice(place + 1);
    const last = treaty.versions.at(-1)?.id;
    const before = treaty.versions[place - 1]?.id;
    const since = changeSection(inText(own), inText(last), {
      id: "since",
      title: `What changed since ${at}`,
      text: `Articles that the last text of the record (${last ?? "none"}) words otherwise.`,
    });
    const earlier = changeSection(inText(before), inText(own), {
      id: "before",
      title: `What the text of ${own ?? "none"} changed`,
      text: `Articles that the text before it (${before ?? "none"}) worded otherwise.`,
    });
    const words =
      own === undefined
        ? `${treaty.name} was not in force on ${at}.`
        : `On ${at} ${treaty.name} was in force in the text of ` +
          `${listed(texts.map(({ version }) => version.id))}, ` +
          `for ${counted(parties.length, "party", "parties")}.`;
    const dated = later.map(({ id, from }) => `${id}, in force from ${from.text}`);
    const change =
      own === undefined || later.length === 0
        ? " No later text is on record."
        : ` Later texts: ${listed(dated)}; ` +
          `${counted(since.rows.length, "article")} differ.`;
    return {
      title: `${treaty.name}, on ${at}`,
      summary: {
        id: treaty.id,
        at,
        text: own ?? null,
        signed: treaty.signed.date.text,
        in_force: treaty.inForce?.date.text ?? null,
        ended: treaty.ended?.date.text ?? null,
        parties: parties.join(" "),
        provisions: provisions.length,
        changed_since: own === undefined ? null : since.rows.length,
      },
      columns: PROVISION_COLUMNS,
      rows: provisions.map(provisionRow),
      sections: [
        versionSection(treaty),
        ...(own === undefined ? [] : [since]),
        ...(before === undefined ? [] : [earlier]),
        constraintSection(provisions),
      ].filter(({ rows }) => rows.length > 0),
      findings: [
        {
          id: "text",
          text: `${words}${own === undefined ? "" : change}`,
          value: provisions.length,
          ...WITHOUT_INTERVAL,
          n: treaty.provisions.length,
          comparison: null,
          method: "Dated provisions",
          evidence: [`/treaties/${treaty.id}`],
        },
      ],
      method: [
        {
          name: "Dated provisions",
          text:
            "A provision belongs to the texts that it names; each text is in force " +
            "between two dates.",
          reference: null,
        },
      ],
      sources: treatySources([treaty]),
      caveats: [
        ...(texts.length > 1
          ? ["The date does not decide between two texts; both are shown."]
          : []),
        ...(treaty.notes === null ? [] : [treaty.notes]),
        "Provisions stand in the coder's own words; the sources hold the text.",
      ],
      covers: { from: signed < at ? signed : at, to: at },
    };
  },
};
