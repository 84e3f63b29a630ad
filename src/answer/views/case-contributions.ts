import type { Case } from "../../record/case.ts";
import type { Section } from "../answer.ts";
import { sourceCell } from "./case-text.ts";

/** Who sent what, how each member stood, and which steps are stated not to have happened. */
export function contributionSections(item: Case): readonly Section[] {
  const plain = (names: readonly string[]) =>
    names.map((name) => ({ name, label: `${name.charAt(0).toUpperCase()}${name.slice(1)}` }));
  const shared = { findings: [], address: null, figure: null };
  const sections: Section[] = [
    {
      id: "contingents",
      title: "Contingents",
      text: ["Personnel as an interval over the sources."],
      ...shared,
      columns: plain(["state", "least", "most", "note", "units", "confidence", "sources"]),
      rows: item.contingents.map(({ state, personnel, units, confidence, sources }) => ({
        state,
        least: personnel?.least ?? null,
        most: personnel?.most ?? null,
        note: personnel?.note ?? null,
        units: units.join("; "),
        confidence,
        sources: sourceCell(sources),
      })),
    },
    {
      id: "stances",
      title: "How each member stood",
      text: ["Not seen is not abstention: no source of the record says how the member stood."],
      ...shared,
      columns: plain(["state", "stance", "date", "note", "sources"]),
      rows: item.stances.map(({ state, stance, date, note, sources }) => ({
        state,
        stance,
        date: date?.text ?? null,
        note,
        sources: sourceCell(sources),
      })),
    },
    {
      id: "absent",
      title: "Steps that did not happen",
      text: [
        "Stated: a source says so. Searched: the named sources were searched and hold none.",
      ],
      ...shared,
      columns: plain(["events", "actor", "addressee", "basis", "note", "sources"]),
      rows: item.absent.map(({ events, actors, addressees, basis, note, sources }) => ({
        events: events.join(" "),
        actor: actors.join(" "),
        addressee: addressees.join(" "),
        basis,
        note,
        sources: sourceCell(sources),
      })),
    },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}
