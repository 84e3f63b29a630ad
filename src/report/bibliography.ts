import type { Answer, CitedSource } from "../answer/answer.ts";
import { citation, type Citation, risLine } from "./citation.ts";
import { renderBib } from "./render-bib.ts";
import { sourceParts } from "./source-parts.ts";

function risEntry(source: CitedSource): string {
  const { who, year, title, doi, url, accessed } = sourceParts(source);
  const fields = [
    ["AU", who],
    ["TI", title],
    ["PY", year],
    ["DO", doi],
    ["UR", url],
    ["Y2", accessed.replaceAll("-", "/")],
    ["N1", `Terms: ${source.terms}`],
  ] as const;
  const held = fields.filter(([, value]) => value !== "");
  return `${["TY  - GEN", ...held.map(([tag, value]) => risLine(tag, value)), "ER  - "].join("\n")}\n`;
}

function cslItem(source: CitedSource): object {
  const { who, year, title, doi, url } = sourceParts(source);
  return {
    id: source.id,
    type: "document",
    ...(who === "" ? {} : { author: [{ literal: who }] }),
    title,
    ...(year === "" ? {} : { issued: { "date-parts": [[Number(year)]] } }),
    ...(doi === "" ? {} : { DOI: doi }),
    ...(url === "" ? {} : { URL: url }),
    note: `Terms: ${source.terms}`,
  };
}

/** The citation of an answer with every source that it rests on, in four forms. */
export function bibliography(answer: Answer): Citation {
  const { sources } = answer;
  const cited = citation(answer);
  const own = JSON.parse(cited.cslJson) as readonly object[];
  const lines = sources.map((source) => `- ${source.citation} Terms: ${source.terms}`);
  return {
    text: [cited.text, ...(lines.length === 0 ? [] : ["", "Sources", ...lines])].join("\n"),
    bibtex: renderBib(answer, cited),
    ris: [cited.ris, ...sources.map(risEntry)].join("\n"),
    cslJson: `${JSON.stringify([...own, ...sources.map(cslItem)], null, 2)}\n`,
  };
}
