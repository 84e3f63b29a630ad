import type { Answer } from "../answer/answer.ts";
import { bibtexEntry } from "./bibtex-entry.ts";

/** An answer's citation in four forms; it cites the permalink, so it names one release. */
export interface Citation {
  readonly text: string;
  readonly bibtex: string;
  readonly ris: string;
  readonly cslJson: string;
}

/** What a citation needs of an answer. */
export type Citable = Pick<Answer, "address" | "record" | "issued" | "title" | "covers">;

/** The address under which this release's answer stays. */
export function permalink({ record, address }: Pick<Answer, "record" | "address">): string {
  return `/r/${record}${address}`;
}

/** A name for a bibliography: letters, digits and dashes. */
function keyOf({ address, record }: Citable): string {
  const words = address.replaceAll(/[^A-Za-z0-9]+/gu, "-").replaceAll(/^-|-$/gu, "");
  return `casus-${words || "observatory"}-${record.replaceAll(/[^A-Za-z0-9]+/gu, "-")}`.slice(
    0,
    120,
  );
}

/** A value on one line of RIS, whose records a line break would end. */
export function risLine(tag: string, value: string): string {
  return `${tag}  - ${value.replaceAll(/\s+/gu, " ").trim()}`;
}

/**
 * The citation of an answer. The date is the release's own: no clock is read.
 *
 * @param base Where the permalink is served, such as `https://example.org`; without one the permalink
 *   is no address that a bibliography resolves, and stands in the note.
 */
export function citation(answer: Citable, base = ""): Citation {
  const { title, record, issued, covers } = answer;
  const year = issued.slice(0, 4);
  const link = permalink(answer);
  const url = base === "" ? "" : `${base.replace(/\/$/u, "")}${link}`;
  const data = `Record ${record}, data to ${covers.to}`;
  const note = url === "" ? `${data}, permalink ${link}` : data;
  const heading = title.trim();
  const csl = {
    id: keyOf(answer),
    type: "webpage",
    author: [{ literal: "Casus" }],
    title: heading,
    "container-title": "Casus",
    version: record,
    note,
    ...(url === "" ? {} : { URL: url }),
    ...(issued === "" ? {} : { issued: { "date-parts": [issued.split("-").map(Number)] } }),
  };
  return {
    text:
      `Casus (${year || "n.d."}). ${heading}${/[.?!]$/u.test(heading) ? "" : "."} ${note}` +
      (url === "" ? "" : `. ${url}`),
    bibtex: bibtexEntry("misc", keyOf(answer), {
      author: { literal: "Casus" },
      title: { literal: heading },
      year,
      note,
      url: url === "" ? "" : { address: url },
    }),
    ris: `${[
      risLine("TY", "DATA"),
      risLine("AU", "Casus"),
      risLine("TI", heading),
      ...(issued === ""
        ? []
        : [risLine("PY", year), risLine("DA", issued.replaceAll("-", "/"))]),
      risLine("ET", record),
      risLine("N1", note),
      ...(url === "" ? [] : [risLine("UR", url)]),
      "ER  - ",
    ].join("\n")}\n`,
    cslJson: `${JSON.stringify([csl], null, 2)}\n`,
  };
}
