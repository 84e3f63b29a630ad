import type { Source } from "../record/source.ts";

/** A source as one line of a bibliography. */
export function citeSource({
  authors,
  publisher,
  year,
  title,
  version,
  doi,
  url,
  accessed,
}: Source): string {
  const who = authors ?? publisher;
  const parts = [
    who === undefined ? null : year === undefined ? `${who}.` : `${who} (${year}).`,
    `${title}${version === undefined ? "" : `, ${version}`}.`,
    authors !== undefined && publisher !== undefined ? `${publisher}.` : null,
    doi === undefined ? null : `doi:${doi}.`,
    url === undefined
      ? null
      : `${url}${accessed === undefined ? "" : ` (accessed ${accessed})`}.`,
  ];
  return parts.filter((part) => part !== null).join(" ");
}
