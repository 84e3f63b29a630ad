import type { CitedSource } from "../answer/answer.ts";

/** A source's line in parts; what is not in the line is empty. */
export interface SourceParts {
  readonly who: string;
  readonly year: string;
  readonly title: string;
  readonly doi: string;
  readonly url: string;
  readonly accessed: string;
}

/** A source's line taken apart where its shape is known: who, year, doi, address, the rest. */
export function sourceParts({ citation: line }: CitedSource): SourceParts {
  const head = /^(.{2,160}?) \((\d{4})\)\. /u.exec(line);
  const title = line
    .slice(head?.[0].length ?? 0)
    .replace(/\bdoi:\S+/u, "")
    .replace(/\bhttps?:\/\/\S+/u, "")
    .replace(/\s*\(accessed [^)]+\)\.?/u, "")
    .trim()
    .replace(/\.$/u, "");
  return {
    who: head?.[1] ?? "",
    year: head?.[2] ?? "",
    title,
    doi: /\bdoi:(\S+?)\.(?:\s|$)/u.exec(line)?.[1] ?? "",
    url: (/\bhttps?:\/\/\S+/u.exec(line)?.[0] ?? "").replace(/\.$/u, ""),
    accessed: /\(accessed ([^)]+)\)/u.exec(line)?.[1] ?? "",
  };
}
