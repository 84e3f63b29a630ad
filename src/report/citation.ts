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
export type Citable = Pick<Answer, "address" | "record" | "title" | "covers">;

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
 * The citation of an answer. The year is that of the last day covered: no clock is read.
 *
 * @param base Where the permalink is served, such as `https://example.org`; none by default.
 */
export function citation(answer: Citable, base = ""): Citation {
  const { title, record, covers } = answer;
  const [year, month, day] = covers.to.split("-");
  const url = `${base.replace(/\/$/u, "")}${permalink(answer)}`;
  const note = `Record ${record}, data to ${covers.to}`;
  const heading = title.trim();
  const issued = [year, month, day]
    .filter((part) => part !== undefined && part !== "")
    .map(Number);
  const csl = {
    id: keyOf(answer),
    type: "webpage",
    author: [{ literal: "Casus" }],
    title: heading,
    "container-title": "Casus",
    version: record,
    note,
    URL: url,
    issued: { "date-parts": [issued] },
  };
  return {
    text: `Casus (${year}). ${heading}${/[.?!]$/u.test(heading) ? "" : "."} ${note}. ${url}`,
    bibtex: bibtexEntry("misc", keyOf(answer), {
      author: { literal: "Casus" },
      title: { literal: heading },
      year: year ?? "",
      note,
      url: { address: url },
    }),
    ris: `${[
      risLine("TY", "DATA"),
      risLine("AU", "Casus"),
      risLine("TI", heading),
      risLine("PY", year ?? ""),
      risLine("DA", covers.to.replaceAll("-", "/")),
      risLine("ET", record),
      risLine("N1", note),
      risLine("UR", url),
      "ER  - ",
    ].join("\n")}\n`,
    cslJson: `${JSON.stringify([csl], null, 2)}\n`,
  };
}
