import type { EventSelector, Provision, Treaty } from "../../record/treaty.ts";
import { selectorText } from "../../treaty/selector-text.ts";
import type { Column, Row, Section } from "../answer.ts";
import { sourceCell } from "./case-text.ts";

/** Columns of the rows of provisions. */
export const PROVISION_COLUMNS: readonly Column[] = [
  { name: "provision", label: "Provision" },
  { name: "article", label: "Article" },
  { name: "text", label: "What it says, in our words" },
  { name: "obligation", label: "Obligation" },
  { name: "threats", label: "Threats named" },
  { name: "place", label: "Place" },
  { name: "request", label: "Request needed", note: "empty: the text read does not say" },
  { name: "decides", label: "Decided by" },
  { name: "rule", label: "Rule" },
  { name: "notices", label: "Notices" },
  { name: "instruments", label: "Means opened" },
  { name: "legal_base", label: "Legal base" },
  { name: "exit", label: "Exit" },
  { name: "versions", label: "In the texts of" },
  { name: "confidence", label: "Confidence" },
  { name: "sources", label: "Sources" },
  { name: "note", label: "Note" },
];

/** One provision as a row. */
export function provisionRow(provision: Provision): Row {
  const { trigger, decides, exit } = provision;
  return {
    provision: provision.id,
    article: provision.article,
    text: provision.text,
    obligation: provision.obligation,
    threats: trigger?.threats.join(" ") ?? "",
    place: trigger?.place ?? null,
    request: trigger?.requestNeeded ?? null,
    decides: decides?.organ ?? null,
    rule: decides?.rule ?? null,
    notices: provision.notices
      .map(({ to, within }) => (within === null ? to : `${to} (${within})`))
      .join("; "),
    instruments: provision.instruments.join(" "),
    legal_base: provision.legalBase,
    exit: exit === null ? null : [exit.notice, exit.note].filter(Boolean).join(": "),
    versions: provision.versions.join(" "),
    confidence: provision.confidence,
    sources: sourceCell(provision.sources),
    note: [provision.note, trigger?.note, decides?.note].filter(Boolean).join(" ") || null,
  };
}

/** The articles that another text words otherwise, adds or leaves out. */
export function changeSection(
  then: readonly Provision[],
  now: readonly Provision[],
  names: { readonly id: string; readonly title: string; readonly text: string },
): Section {
  const articles = [...new Set([...then, ...now].map(({ article }) => article))];
  const words = (provisions: readonly Provision[], article: string): string | null =>
    provisions
      .filter((provision) => provision.article === article)
      .map(({ text }) => text)
      .join(" ") || null;
  const rows = articles.flatMap((article): Row[] => {
    const [before, after] = [words(then, article), words(now, article)];
    if (before === after) return [];
    const change = before === null ? "added" : after === null ? "left out" : "changed";
    return [{ article, change, before, after }];
  });
  return {
    ...names,
    text: [names.text],
    findings: [],
    address: null,
    columns: [
      { name: "article", label: "Article" },
      { name: "change", label: "Change" },
      { name: "before", label: "Before" },
      { name: "after", label: "After" },
    ],
    rows,
    figure: null,
  };
}

const phrase = (selector: EventSelector | null): string | null =>
  selector === null ? null : selectorText(selector);

/** The constraints of some provisions, each a line to be checked against the article. */
export function constraintSection(provisions: readonly Provision[]): Section {
  return {
    id: "constraints",
    title: "Constraints that are replayed",
    text: ["Check each line against the article; the reading says how open words were taken."],
    findings: [],
    address: null,
    columns: [
      { name: "article", label: "Article" },
      { name: "constraint", label: "Constraint" },
      { name: "says", label: "Duty" },
      { name: "template", label: "Template" },
      { name: "when", label: "When" },
      { name: "required", label: "Required", note: "in a precedence: before it" },
      { name: "within", label: "Within" },
      { name: "reading", label: "Reading" },
    ],
    rows: provisions.flatMap(({ article, constraints }) =>
      constraints.map(({ id, says, template, when, target, within, reading }) => ({
        article,
        constraint: id,
        says,
        template,
        when: phrase(when),
        required: phrase(target),
        within,
        reading,
      })),
    ),
    figure: null,
  };
}

/** The texts of a treaty and when each was in force. */
export function versionSection(treaty: Treaty): Section {
  return {
    id: "versions",
    title: "Texts and when each was in force",
    text: treaty.partiesNote === null ? [] : [treaty.partiesNote],
    findings: [],
    address: null,
    columns: ["version", "from", "to", "basis", "sources"].map((name) => ({
      name,
      label: name,
    })),
    rows: treaty.versions.map(({ id, from, to, basis, sources }) => ({
      version: id,
      from: from.text,
      to: to?.text ?? treaty.ended?.date.text ?? null,
      basis,
      sources: sourceCell(sources),
    })),
    figure: { kind: "spans", title: treaty.name, label: "version", from: "from", to: "to" },
  };
}
