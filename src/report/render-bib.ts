import type { Answer, CitedSource } from "../answer/answer.ts";
import { bibtexEntry } from "./bibtex-entry.ts";
import { citation, type Citation } from "./citation.ts";
import { sourceParts } from "./source-parts.ts";

function sourceEntry(source: CitedSource): string {
  const { who, year, title, doi, url, accessed } = sourceParts(source);
  return bibtexEntry("misc", source.id, {
    author: who === "" ? "" : { literal: who },
    title: { literal: title },
    year,
    doi,
    url: url === "" ? "" : { address: url },
    note: `${accessed === "" ? "" : `Accessed ${accessed}. `}Terms: ${source.terms}`,
  });
}

/** BibTeX of the answer's permalink and of every source that it cites. */
export function renderBib(answer: Answer, cited: Citation = citation(answer)): string {
  return [cited.bibtex, ...answer.sources.map(sourceEntry)].join("\n");
}
