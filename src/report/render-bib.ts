import type { Answer, CitedSource } from "../answer/answer.ts";
import { bibtexEntry } from "./bibtex-entry.ts";
import { citation, type Citation } from "./citation.ts";

/** A source's line taken apart where its shape is known: who, year, doi, address, the rest. */
function sourceEntry({ id, citation: line, terms }: CitedSource): string {
  const doi = /\bdoi:(\S+?)\.(?:\s|$)/u.exec(line)?.[1] ?? "";
  const url = /\bhttps?:\/\/\S+/u.exec(line)?.[0] ?? "";
  const accessed = /\(accessed ([^)]+)\)/u.exec(line)?.[1];
  const head = /^(.{2,160}?) \((\d{4})\)\. /u.exec(line);
  const title = line
    .slice(head?.[0].length ?? 0)
    .replace(/\bdoi:\S+/u, "")
    .replace(/\bhttps?:\/\/\S+/u, "")
    .replace(/\s*\(accessed [^)]+\)\.?/u, "")
    .trim()
    .replace(/\.$/u, "");
  const [, who, year] = head ?? [];
  return bibtexEntry("misc", id, {
    author: who === undefined ? "" : { literal: who },
    title: { literal: title },
    year: year ?? "",
    doi,
    url: url === "" ? "" : { address: url.replace(/\.$/u, "") },
    note: `${accessed === undefined ? "" : `Accessed ${accessed}. `}Terms: ${terms}`,
  });
}

/** BibTeX of the answer's permalink and of every source that it cites. */
export function renderBib(answer: Answer, cited: Citation = citation(answer)): string {
  return [cited.bibtex, ...answer.sources.map(sourceEntry)].join("\n");
}
