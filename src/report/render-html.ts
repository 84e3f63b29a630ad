import type { Answer, Finding, Section } from "../answer/answer.ts";
import { escapeXml } from "../figures/escape-xml.ts";
import type { Citation } from "./citation.ts";
import type { FigureDrawer } from "./figure-drawer.ts";
import { fileAddress } from "./file-address.ts";
import { findingNumbers } from "./finding-numbers.ts";
import { htmlFigure } from "./html-figure.ts";
import { HTML_STYLE } from "./html-style.ts";
import { htmlProse } from "./html-prose.ts";
import { htmlTable } from "./html-table.ts";
import { rowsAreFindings } from "./rows-are-findings.ts";
import { showCell } from "./show-cell.ts";
import { summaryLabel } from "../answer/summary-labels.ts";
import { statedAnswer } from "./stated-answer.ts";

function findingItem(finding: Finding, place: number): string {
  const { text, comparison, method } = finding;
  const numbers = `${findingNumbers(finding)}; ${method}`;
  const held =
    comparison === null
      ? ""
      : `\n<p class="comparison">Held against: ${htmlProse(comparison)}</p>`;
  return (
    `<li id="finding-${place + 1}">\n<p>${htmlProse(text)}</p>\n` +
    `<p class="numbers">${htmlProse(numbers)}.</p>${held}\n</li>`
  );
}

/** A list of findings up to this length needs no headings. */
const FEW_FINDINGS = 8;

function part(id: string, title: string, inner: string): string {
  if (inner === "") return "";
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${title}</h2>\n${inner}</section>\n`;
}

function summaryList({ summary }: Answer): string {
  const held = Object.entries(summary).filter(([, cell]) => cell !== null && cell !== "");
  if (held.length === 0) return "";
  const items = held.map(([name, cell]) => {
    const digits = typeof cell === "number" && !Number.isInteger(cell) ? 3 : 0;
    const label = escapeXml(summaryLabel(name));
    return `<dt>${label}</dt><dd>${escapeXml(showCell(cell, { digits }))}</dd>`;
  });
  return `<dl class="summary">\n${items.join("\n")}\n</dl>\n`;
}

/** The findings; a long list names the part that the next ones belong to. */
function findingItems({ findings, sections }: Answer): readonly string[] {
  const items = findings.map(findingItem);
  if (items.length <= FEW_FINDINGS) return items;
  const partOf = findings.map(({ id }) =>
    sections.findIndex((one) => one.findings.includes(id)),
  );
  return items.flatMap((item, i) => {
    const place = partOf[i]!;
    const section = sections[place];
    if (section === undefined || place === partOf[i - 1]) return [item];
    const link = `<a href="#section-${place + 1}">${escapeXml(section.title)}</a>`;
    return [`<li class="of">${link}</li>`, item];
  });
}

function findingLinks(section: Section, order: ReadonlyMap<string, number>): string {
  const places = section.findings.flatMap((id) => order.get(id) ?? []);
  if (places.length === 0) return "";
  const links = places.map((place) => `<a href="#finding-${place}">${place}</a>`);
  return `<p class="see">${places.length === 1 ? "Finding" : "Findings"} ${links.join(", ")}</p>\n`;
}

function sectionPart(answer: Answer, stated: Answer, i: number, draw: FigureDrawer): string {
  const [drawn, section] = [answer.sections[i], stated.sections[i]];
  if (drawn === undefined || section === undefined) return "";
  const order = new Map(stated.findings.map(({ id }, place) => [id, place + 1]));
  const address = section.address ?? stated.address;
  const file = fileAddress(address, section.address === null ? "json" : "csv");
  const inner =
    findingLinks(section, order) +
    section.text.map((text) => `<p>${htmlProse(text)}</p>\n`).join("") +
    htmlFigure(answer, { figure: drawn.figure, rows: drawn.rows, address }, draw, `s${i + 1}`) +
    htmlTable(section.columns, section.rows, { caption: section.title, file });
  return part(`section-${i + 1}`, escapeXml(section.title), inner);
}

function dataPart(answer: Answer, stated: Answer, draw: FigureDrawer): string {
  const { address, figure } = stated;
  const repeated = rowsAreFindings(stated) && figure === null;
  if (repeated || (stated.rows.length === 0 && stated.sections.length > 0)) return "";
  const inner =
    htmlFigure(answer, { figure, rows: answer.rows, address }, draw, "s0") +
    htmlTable(stated.columns, stated.rows, {
      caption: stated.title,
      file: fileAddress(address, "csv"),
    });
  return part("data", "Data", inner);
}

function bullets(items: readonly string[]): string {
  if (items.length === 0) return "";
  return `<ul class="plain">\n${items.map((item) => `<li>${item}</li>`).join("\n")}\n</ul>\n`;
}

function methodPart({ method }: Answer): string {
  const items = method.map(({ name, text, reference }) => {
    const source =
      reference === null ? "" : ` <span class="terms">${escapeXml(reference)}.</span>`;
    return `<b>${escapeXml(name)}.</b> ${htmlProse(text)}${source}`;
  });
  return part("method", "Method", bullets(items));
}

function sourcesPart({ sources }: Answer): string {
  const items = sources.map(({ citation, terms, redistribution }) => {
    const kept = redistribution === "yes" ? "" : `; redistribution: ${redistribution}`;
    const stated = escapeXml(`Terms: ${terms.replace(/\.$/u, "")}${kept}.`);
    return `${escapeXml(citation)} <span class="terms">${stated}</span>`;
  });
  return part("sources", "Sources and their terms", bullets(items));
}

function citePart(cited: Citation, address: string): string {
  const forms = [
    ["BibTeX", cited.bibtex],
    ["RIS", cited.ris],
    ["CSL-JSON", cited.cslJson],
  ] as const;
  const blocks = forms.map(
    ([name, text]) => `<h3>${name}</h3>\n<pre>${escapeXml(text.trimEnd())}</pre>\n`,
  );
  const files = ["json", "csv", "md", "bib"].map(
    (form) => `<code>${escapeXml(fileAddress(address, form))}</code>`,
  );
  return part(
    "cite",
    "How to cite",
    `<div class="cite">\n<p>${escapeXml(cited.text)}</p>\n${blocks.join("")}</div>\n` +
      `<p class="notes">The same answer as files: ${files.join(", ")}</p>\n`,
  );
}

/** An answer as one HTML page that needs nothing else: no script, no request, printable on A4. */
export function renderHtml(answer: Answer, cited: Citation, draw: FigureDrawer): string {
  const stated = statedAnswer(answer);
  const { title, record, address, covers } = stated;
  const findings =
    stated.findings.length === 0
      ? ""
      : `<ol class="findings">\n${findingItems(stated).join("\n")}\n</ol>\n`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(title)} | Casus</title>
<style>
${HTML_STYLE}
</style>
</head>
<body>
<header class="title">
<p class="series">Casus <span>Observatory of collective-security alliances</span></p>
<h1>${escapeXml(title)}</h1>
<p class="meta">Covers ${escapeXml(covers.from)} to ${escapeXml(covers.to)}.
Record ${escapeXml(record)}. Address <code>${escapeXml(address)}</code></p>
${rowsAreFindings(stated) ? "" : summaryList(stated)}</header>
<main>
${part("findings", "Findings", findings)}${part(
    "caveats",
    "Caveats",
    bullets(stated.caveats.map(htmlProse)),
  )}${dataPart(answer, stated, draw)}${stated.sections
    .map((_, i) => sectionPart(answer, stated, i, draw))
    .join("")}${methodPart(stated)}${sourcesPart(stated)}${citePart(cited, address)}</main>
<footer>
<p>Numbers in tables are shown to three decimals; the files hold more.
An empty cell means that the record holds no value.</p>
</footer>
</body>
</html>
`;
}
