import { dayOf } from "../../dates/day-of.ts";
import type { Column, Section } from "../answer.ts";
import { organisationOf } from "../lookup.ts";
import { counted } from "../text.ts";
import type { View } from "../view.ts";
import type { Size } from "../../record/case.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { organisationSources } from "./alliance.ts";
import { articleText, sourceCell } from "./case-text.ts";
import { hasWords, mayLieWithin, registeredIds } from "./table-rows.ts";

const columns = (...names: readonly string[]): readonly Column[] =>
  names.map((name) => ({ name, label: name.replaceAll("_", " ") }));

/** A number known within bounds, as one cell. */
function sizeText(size: Size | null): string | null {
  if (size === null) return null;
  const { least, most } = size;
  return least === most ? String(least) : `${least ?? "?"}-${most ?? "?"}`;
}

/** `/alliances/{id}/organs`: organs, forces, exercises and sessions of an organisation. */
export const organsView: View = {
  path: "/alliances/{id}/organs",
  describe:
    "the dated organs of an organisation, its forces with their sizes and mandates, its exercises and sessions",
  example: "/alliances/csto/organs",
  parameters: ["from", "to", "q"],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: ({ record, path, query }) => {
    const organisation = organisationOf(record, path["id"] ?? "");
    const own = <T extends { readonly organisation: string; readonly name: string }>(
      rows: readonly T[],
    ) =>
      rows.filter((row) => row.organisation === organisation.id && hasWords(query.q, row.name));
    const organs = own(record.organs);
    const forces = own(record.forces);
    const gatherings = own(record.gatherings).filter(({ date }) =>
      mayLieWithin(date, query.from, query.to),
    );
    const sections: readonly Section[] = [
      {
        id: "forces",
        title: "Forces",
        text: ["Every size seen stands in a row of its own; sources contradict each other."],
        findings: [],
        address: null,
        columns: columns(
          "force",
          "name",
          "from",
          "to",
          "mandate",
          "threats",
          "area",
          "decides",
          "legal_base",
          "size_on",
          "least",
          "most",
          "confidence",
          "sources",
        ),
        rows: forces.flatMap((force) => {
          const base = {
            force: force.id,
            name: force.name,
            from: force.from.text,
            to: force.to?.text ?? null,
            mandate: force.mandate,
            threats: force.threats.join(" "),
            area: force.area,
            decides: force.decides,
            legal_base: force.legalBases.map(articleText).join("; "),
            confidence: force.confidence,
          };
          const sizes = force.sizes.length === 0 ? [null] : force.sizes;
          return sizes.map((size) => ({
            ...base,
            size_on: size?.date.text ?? null,
            least: size?.least ?? null,
            most: size?.most ?? null,
            sources: sourceCell((size ?? force).sources),
          }));
        }),
        figure: null,
      },
      {
        id: "gatherings",
        title: "Exercises and sessions",
        text: [
          "Those that a source names; a missing one is not evidence that it was not held.",
        ],
        findings: [],
        address: null,
        columns: columns(
          "date",
          "kind",
          "name",
          "outcome",
          "place",
          "size",
          "stances",
          "confidence",
          "sources",
        ),
        rows: gatherings.map((gathering) => ({
          date: gathering.date.text,
          kind: gathering.kind,
          name: gathering.name,
          outcome: gathering.outcome,
          place: gathering.place,
          size: sizeText(gathering.size),
          stances: gathering.stances
            .map(({ state, stance }) => `${state} ${stance}`)
            .join("; "),
          confidence: gathering.confidence,
          sources: sourceCell(gathering.sources),
        })),
        figure: null,
      },
    ];
    const all = [...organs, ...forces, ...gatherings];
    const days = all.map((row) => dayOf("date" in row ? row.date.text : row.from.text)).sort();
    const last = record.votes.rollCalls.at(-1)?.date ?? "";
    return {
      title: `Organs, forces and gatherings of ${organisation.short}`,
      summary: {
        id: organisation.id,
        organs: organs.length,
        forces: forces.length,
        gatherings: gatherings.length,
      },
      columns: columns(
        "organ",
        "name",
        "sits",
        "rule",
        "rule_note",
        "legal_base",
        "from",
        "to",
        "confidence",
        "sources",
      ),
      rows: organs.map((organ) => ({
        organ: organ.id,
        name: organ.name,
        sits: organ.sits,
        rule: organ.rule,
        rule_note: organ.ruleNote,
        legal_base: organ.legalBases.map(articleText).join("; "),
        from: organ.from.text,
        to: organ.to?.text ?? null,
        confidence: organ.confidence,
        sources: sourceCell(organ.sources),
      })),
      sections: sections.filter(({ rows }) => rows.length > 0),
      findings: [
        {
          id: "organs",
          text: `${organisation.short}: ${counted(organs.length, "organ")}, ${counted(forces.length, "force")} and ${counted(gatherings.length, "exercise or session", "exercises and sessions")} on record.`,
          value: all.length,
          ...WITHOUT_INTERVAL,
          n: all.length,
          comparison: null,
          method: "Count of dated rows",
          evidence: [`/alliances/${organisation.id}/organs`],
        },
      ],
      figure:
        organs.length === 0
          ? null
          : {
              kind: "spans",
              title: `Organs of ${organisation.short}`,
              label: "name",
              from: "from",
              to: "to",
            },
      method: [
        {
          name: "Count of dated rows",
          text: "A row is an organ, a force or a gathering that a source names; the record does not claim to hold all of them.",
          reference: null,
        },
      ],
      sources: [...registeredIds(all), ...organisationSources(organisation)],
      caveats: ["A missing row is not evidence of absence."],
      covers: { from: days[0] ?? organisation.founded.date, to: last },
    };
  },
};
