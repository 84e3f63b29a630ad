import type { Case } from "../../record/case.ts";
import type { CasusRecord } from "../../record/record.ts";
import { dateOfCase, type ConformanceRow } from "../../treaty/conformance.ts";
import { openRoutes, type OpenRoute } from "../../treaty/open-routes.ts";
import type { Finding, Section } from "../answer.ts";
import { voteCoverage } from "../shared-notes.ts";
import { counted, listed } from "../text.ts";
import type { View } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import {
  CONFORMANCE_COLUMNS,
  CONFORMANCE_METHOD,
  conformanceRow,
  INSTRUMENT_COLUMNS,
  instrumentRows,
  replay,
  statusCounts,
} from "./case-conformance-rows.ts";
import { caseOf, organisationLookup } from "./cases-selection.ts";
import { caseCoverage, caseSources, treatySources } from "./case-text.ts";

function routeSection(record: CasusRecord, routes: readonly OpenRoute[]): Section {
  return {
    id: "routes",
    title: "Routes open to the states in trouble that day",
    text: [
      "Provisions of help and consultation, and of forces, in treaties to which a state in " +
        "trouble was a party that " +
        "day, whichever was taken; those of a text not in force that day are marked so.",
    ],
    findings: ["routes"],
    address: "/treaties",
    columns: [
      { name: "treaty", label: "Treaty" },
      { name: "name", label: "Name" },
      { name: "in_force", label: "In force that day" },
      { name: "version", label: "Text of" },
      { name: "article", label: "Article" },
      { name: "obligation", label: "Obligation" },
      { name: "threats", label: "Threats named" },
      { name: "covers_claimed", label: "Names the claim", note: "empty: names no kind" },
      { name: "covers_coded", label: "Names the coding", note: "empty: names no kind" },
      { name: "request", label: "Request needed", note: "empty: the text read does not say" },
      { name: "decides", label: "Decided by" },
      { name: "rule", label: "Rule" },
      { name: "instruments", label: "Means opened" },
      { name: "invoked", label: "Invoked", note: "undecidable: no article on record" },
      { name: "text", label: "What it says" },
    ],
    rows: routes.map(({ treaty, provision, ...route }) => ({
      treaty: treaty.id,
      name: treaty.name,
      in_force: route.inForce,
      version: route.version,
      article: provision.article,
      obligation: provision.obligation,
      threats: provision.trigger?.threats.join(" ") ?? "",
      covers_claimed: route.coversClaimed,
      covers_coded: route.coversCoded,
      request: provision.trigger?.requestNeeded ?? null,
      decides: provision.decides?.organ ?? null,
      rule:
        provision.decides?.rule ??
        (treaty.organisation === null
          ? null
          : (organisationLookup(record)(treaty.organisation)?.decisionRule ?? null)),
      instruments: provision.instruments.join(" "),
      invoked: route.invoked,
      text: provision.text,
    })),
    figure: null,
  };
}

function findingsOf(
  item: Case,
  rows: readonly ConformanceRow[],
  routes: readonly OpenRoute[],
): readonly Finding[] {
  const shared = {
    ...WITHOUT_INTERVAL,
    evidence: [`/cases/${item.id}/conformance`],
  };
  const date = dateOfCase(item)?.text ?? "";
  const counts = statusCounts(rows);
  const texts = [
    ...new Set(rows.map(({ treaty, version }) => `${treaty.id} (text of ${version})`)),
  ];
  const decided = counts.satisfied + counts.violated;
  const open = routes.filter(({ inForce }) => inForce === "yes");
  const treaties = [...new Set(open.map(({ treaty }) => treaty.id))];
  const closed = [
    ...new Set(
      routes
        .filter(({ inForce, treaty }) => inForce === "no" && !treaties.includes(treaty.id))
        .map(({ treaty }) => treaty.id),
    ),
  ];
  const aside = closed.length === 0 ? "" : ` Not in force that day: ${listed(closed)}.`;
  return [
    {
      id: "constraints",
      text:
        rows.length === 0
          ? `No treaty of the record that was in force on ${date} has a constraint for this case.`
          : `Under ${listed(texts)}, in force on ${date}: ${counts.satisfied} satisfied, ` +
            `${counts.violated} violated, ` +
            `${counts["not-triggered"]} not triggered, ${counts.undecidable} undecidable.`,
      value: rows.length === 0 ? null : decided,
      n: rows.length,
      comparison: null,
      method: "Constraints replayed",
      ...shared,
    },
    {
      id: "routes",
      text:
        `On ${date} ${counted(open.length, "provision")} of help, consultation or forces ` +
        "stood open, in " +
        `${listed(treaties)}.${aside}`,
      value: open.length,
      n: routes.length,
      comparison: null,
      method: "Dated provisions",
      ...shared,
    },
    ...rows
      .filter(({ status }) => status === "satisfied" || status === "violated")
      .map(({ constraint, provision, treaty, version, status, events, turning }) => ({
        id: constraint.id,
        text:
          `${treaty.id} article ${provision.article} (text of ${version}), ${status}: ` +
          `${constraint.says} ` +
          `Decided by ${events.length === 0 ? "the coding of the case" : listed(events)}. ` +
          `What would change it: ${turning}`,
        value: null,
        n: 1,
        comparison: null,
        method: "Constraints replayed",
        ...shared,
      })),
  ];
}

/** `/cases/{id}/conformance`: a case replayed against the treaty text in force that day. */
export const caseConformanceView: View = {
  path: "/cases/{id}/conformance",
  describe:
    "one case against the treaty text in force that day: duties kept, open routes, means",
  example: "/cases/kaz-2022-01/conformance",
  parameters: [],
  canonical: (record, { id = "" }) => ({ id: caseOf(record, id).id }),
  compute: ({ record, path }) => {
    const item = caseOf(record, path["id"] ?? "");
    const rows = replay(record, [item]);
    const routes = openRoutes(item, record.treaties, organisationLookup(record));
    const counts = statusCounts(rows);
    const means = instrumentRows(record, [item]);
    const treaties = [...new Set([...rows, ...routes].map(({ treaty }) => treaty))];
    const sections: readonly Section[] = [
      routeSection(record, routes),
      {
        id: "instruments",
        title: "Forces and means against their mandates",
        text: [
          "At hand: named by the record as available. Decided or sent: named by an event.",
        ],
        findings: [],
        address: null,
        columns: INSTRUMENT_COLUMNS,
        rows: means,
        figure: null,
      },
    ];
    return {
      title: `${item.title}, under the text in force`,
      summary: {
        id: item.id,
        judged_on: dateOfCase(item)?.text ?? null,
        texts: [...new Set(rows.map((row) => `${row.treaty.id}@${row.version}`))].join(" "),
        constraints: rows.length,
        satisfied: counts.satisfied,
        violated: counts.violated,
        not_triggered: counts["not-triggered"],
        undecidable: counts.undecidable,
        open_routes: routes.filter(({ inForce }) => inForce === "yes").length,
      },
      columns: CONFORMANCE_COLUMNS,
      rows: rows.map(conformanceRow),
      sections: sections.filter((section) => section.rows.length > 0),
      findings: findingsOf(item, rows, routes),
      method: CONFORMANCE_METHOD,
      sources: [...caseSources([item]), ...treatySources(treaties)],
      caveats: [
        "A duty is judged by the coder's own words for the article; read the article before " +
          "quoting the answer.",
        "Satisfied and violated say whether a step was taken in time. They do not judge " +
          "legality or motive.",
      ],
      covers: caseCoverage([item], () => voteCoverage(record)),
    };
  },
};
