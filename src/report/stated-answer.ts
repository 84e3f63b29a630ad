import type { Answer, Finding, Row } from "../answer/answer.ts";
import { DEFAULT_DIGITS, roundCell, statedRows } from "./round-to.ts";

function statedRow(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [name, roundCell(cell, DEFAULT_DIGITS)]),
  );
}

function statedFinding(finding: Finding): Finding {
  const round = (value: number | null): number | null =>
    value === null ? null : (roundCell(value, DEFAULT_DIGITS) as number | null);
  return {
    ...finding,
    value: round(finding.value),
    lower: round(finding.lower),
    upper: round(finding.upper),
    level: round(finding.level),
    n: round(finding.n),
  };
}

/** An answer with every number at its stated decimals: what JSON, CSV and tables all show. */
export function statedAnswer(answer: Answer): Answer {
  return {
    ...answer,
    summary: statedRow(answer.summary),
    rows: statedRows(answer.columns, answer.rows),
    findings: answer.findings.map(statedFinding),
    sections: answer.sections.map((section) => ({
      ...section,
      rows: statedRows(section.columns, section.rows),
    })),
  };
}
