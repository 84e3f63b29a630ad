import { escapeXml } from "../figures/escape-xml.ts";

/** Text for a paragraph of a page: escaped, with days and percentages kept on one line. */
export function htmlProse(text: string): string {
  return escapeXml(text)
    .replaceAll(/\b\d{4}-\d{2}(?:-\d{2})?\b/gu, '<span class="day">$&</span>')
    .replaceAll(/(?<=\d) %/gu, "&nbsp;%");
}
