import type { Answer } from "../../src/answer/answer.ts";

/** Text that breaks every format that does not escape it. */
const HOSTILE = `<script>alert("x")</script> | a, b & 'c' {d} \\e\n# f`;

/** A small answer with awkward cells: quotes, line breaks, nothing, halves, negative zero. */
export const SAMPLE: Answer = {
  address: "/alliances/abc/alignment?by=year",
  record: "0123456789ab",
  issued: "2026-03-09",
  title: `Alignment of "ABC" & others`,
  summary: { measure: "kappa", mean: 0.123456789, none: null },
  columns: [
    { name: "state", label: "State" },
    { name: "year", label: "Year", note: "when it opened" },
    { name: "kappa", label: "Kappa", digits: 2 },
    { name: "note", label: "Note" },
    { name: "known", label: "Known" },
  ],
  rows: [
    { state: "AAA", year: 2000, kappa: 1.005, note: 'says "no", twice', known: true, extra: 1 },
    { state: "BBB", year: 2001, kappa: -0.001, note: "two\nlines", known: false },
    { state: "CCC", year: 2002, kappa: Number.NaN, note: "a|b", known: null },
    { state: "DDD", year: 2003, kappa: Number.POSITIVE_INFINITY, note: null, known: true },
  ],
  sections: [
    {
      id: "part",
      title: "A part",
      text: ["What it is about."],
      findings: ["one"],
      address: null,
      columns: [{ name: "n", label: "n" }],
      rows: Array.from({ length: 70 }, (_, n) => ({ n })),
      figure: null,
    },
  ],
  findings: [
    {
      id: "one",
      text: "AAA and BBB: kappa 0.42 [0.31, 0.55].",
      value: 0.4242424242,
      lower: 0.31,
      upper: 0.55,
      level: 0.9,
      n: 31,
      comparison: "Rank 3 of 190.",
      method: "Kappa",
      evidence: ["/alliances/abc/alignment"],
    },
  ],
  figure: {
    kind: "series",
    title: "Kappa by year",
    x: "year",
    y: "kappa",
    lower: null,
    upper: null,
    series: null,
    xLabel: "Year",
    yLabel: "Kappa",
    domain: null,
    rule: 0,
  },
  method: [{ name: "Kappa", text: "As published.", reference: "Author 2000, doi:10.1/x" }],
  sources: [
    {
      id: "src-1",
      citation:
        "Office (2001). Some data, version 2. doi:10.5/abc. https://example.org/a_b (accessed 2026-01-02).",
      terms: "CC BY 4.0",
      redistribution: "yes",
    },
    {
      id: "src-2",
      citation: "Undated. Something else.",
      terms: "ask",
      redistribution: "derived-only",
    },
  ],
  caveats: ["Small n."],
  covers: { from: "1999-12-31", to: "2003-06-30" },
};

/** The sample with hostile text wherever the record could hold it. */
export const HOSTILE_SAMPLE: Answer = {
  ...SAMPLE,
  title: HOSTILE,
  summary: { [HOSTILE]: HOSTILE },
  columns: SAMPLE.columns.map((column) => ({ ...column, label: HOSTILE, note: HOSTILE })),
  rows: SAMPLE.rows.map((row) => ({ ...row, note: HOSTILE })),
  sections: SAMPLE.sections.map((section) => ({ ...section, title: HOSTILE, text: [HOSTILE] })),
  findings: SAMPLE.findings.map((finding) => ({
    ...finding,
    text: HOSTILE,
    comparison: HOSTILE,
    method: HOSTILE,
  })),
  figure: SAMPLE.figure === null ? null : { ...SAMPLE.figure, title: HOSTILE },
  method: [{ name: HOSTILE, text: HOSTILE, reference: HOSTILE }],
  sources: [{ id: "x", citation: HOSTILE, terms: HOSTILE, redistribution: HOSTILE }],
  caveats: [HOSTILE],
};
