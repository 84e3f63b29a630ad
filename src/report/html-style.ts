/** The style of a report: one column, light and dark, for a desk, a phone and A4 paper. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --paper: #ffffff; --ink: #1b1f23; --soft: #555d66;
  --line: #d5d9de; --wash: #f4f6f8; --accent: #0a5a94; }
@media (prefers-color-scheme: dark) { :root { --paper: #14181d; --ink: #e6e9ec; --soft: #a9b1ba;
  --line: #39414a; --wash: #1d232a; --accent: #7dbdec; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
header.title, main, footer { max-width: 808px; margin: 0 auto; padding: 0 24px; }
header.title { padding-top: 28px; }
.series { max-width: none; margin: 0 0 20px; padding-bottom: 10px;
  border-bottom: 3px solid var(--accent); font-size: 14px; font-weight: 700;
  letter-spacing: 0.02em; }
.series span { font-weight: 400; color: var(--soft); }
h1 { margin: 0 0 8px; font-size: 30px; line-height: 1.2; font-weight: 700; text-wrap: balance; }
h2 { margin: 40px 0 10px; padding-top: 12px; border-top: 1px solid var(--line); font-size: 20px;
  line-height: 1.3; }
p { margin: 0 0 10px; max-width: 72ch; }
a { color: var(--accent); }
.meta { margin: 0; color: var(--soft); font-size: 14px; overflow-wrap: anywhere; }
code { font-family: "SFMono-Regular", Consolas, "Liberation Mono", monospace; font-size: 0.92em;
  overflow-wrap: anywhere; }
ol.findings { margin: 0; padding: 0; list-style: none; counter-reset: finding; }
ol.findings > li { position: relative; padding: 12px 0 12px 40px; border-top: 1px solid var(--line);
  counter-increment: finding; scroll-margin-top: 12px; }
ol.findings > li:first-child { border-top: 0; }
ol.findings > li::before { content: counter(finding); position: absolute; left: 0; top: 12px;
  color: var(--accent); font-weight: 700; font-variant-numeric: tabular-nums; }
ol.findings > li.of { counter-increment: none; padding: 18px 0 6px; border-top: 0; font-weight: 700; }
ol.findings > li.of::before { content: none; }
ol.findings > li.of + li { border-top: 0; padding-top: 0; }
ol.findings > li.of + li::before { top: 0; }
ol.findings p { margin: 0; max-width: none; }
ol.findings .numbers, ol.findings .comparison { color: var(--soft); font-size: 14px; }
.numbers { font-variant-numeric: tabular-nums; }
.see { color: var(--soft); font-size: 14px; }
dl.summary { display: grid; grid-template-columns: max-content 1fr; gap: 2px 18px; margin: 18px 0 0;
  padding: 12px 16px; background: var(--wash); font-size: 14px; }
dl.summary dt { color: var(--soft); }
dl.summary dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
figure { margin: 18px 0 14px; }
figure svg { display: block; max-width: 100%; height: auto; }
p.notes { max-width: none; }
figcaption, .notes { color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
.narrow { display: none; }
details { margin: 8px 0 14px; }
summary { cursor: pointer; color: var(--accent); font-size: 14px; padding: 4px 0; }
.scroll { overflow-x: auto; margin: 8px 0; }
.scroll:focus-visible, summary:focus-visible, a:focus-visible { outline: 2px solid var(--accent);
  outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; line-height: 1.35; }
caption { text-align: left; font-weight: 700; padding: 0 0 6px; }
th, td { padding: 5px 12px 5px 0; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
tbody td { border-bottom: 1px solid var(--line); }
td:last-child, th:last-child { padding-right: 0; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
td.number, td.short, .day { white-space: nowrap; }
td.long { min-width: 26em; }
dl.notes { margin: 4px 0 12px; }
dl.notes dt { float: left; clear: left; margin-right: 8px; font-weight: 700; color: var(--ink); }
dl.notes dd { margin: 0 0 2px; }
ul.plain { margin: 0; padding-left: 20px; }
ul.plain li { margin: 0 0 8px; max-width: 76ch; overflow-wrap: anywhere; }
.terms { color: var(--soft); font-size: 14px; }
.cite { background: var(--wash); padding: 14px 16px; overflow-wrap: anywhere; }
.cite h3 { margin: 14px 0 4px; font-size: 13px; color: var(--soft); }
.cite pre { margin: 0; font: 12px/1.45 "SFMono-Regular", Consolas, "Liberation Mono", monospace;
  white-space: pre-wrap; overflow-wrap: anywhere; }
footer { padding-top: 24px; padding-bottom: 40px; color: var(--soft); font-size: 13px; }
@media (max-width: 620px) {
  header.title, main, footer { padding-left: 16px; padding-right: 16px; }
  h1 { font-size: 24px; }
  ol.findings > li { padding-left: 28px; }
  .wide { display: none; }
  .narrow { display: block; }
}
@media print {
  @page { size: A4; margin: 18mm 16mm; }
  :root { color-scheme: light; --paper: #ffffff; --ink: #000000; --soft: #444444; --line: #bbbbbb;
    --wash: #ffffff; --accent: #0a5a94; }
  body { font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  header.title, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  header.title { padding-top: 0; }
  .wide { display: block; }
  .narrow { display: none; }
  h2, h3, caption { break-after: avoid; }
  ol.findings > li.of { break-after: avoid; }
  figure, ol.findings > li, tr, .cite { break-inside: avoid; }
  table { font-size: 7.5pt; }
  th, td { padding: 3px 6px 3px 0; overflow-wrap: break-word; }
  .many th, .many td { padding-right: 3px; font-size: 6pt; }
  .many th { overflow-wrap: anywhere; }
  thead th { hyphens: auto; }
  td.short { white-space: normal; }
  td.long { min-width: 0; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  .cite, dl.summary { border: 1px solid var(--line); }
  a { color: inherit; text-decoration: none; }
  details:not([open]) > summary::after { content: " (in the files named below)"; }
}
`.trim();
