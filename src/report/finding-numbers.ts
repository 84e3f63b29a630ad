import type { Finding } from "../answer/answer.ts";
import { DEFAULT_DIGITS, roundTo } from "./round-to.ts";

const SHOWN = 3;

function shown(value: number): string {
  const stated = roundTo(value, DEFAULT_DIGITS) ?? value;
  return Number.isInteger(stated) ? String(stated) : value.toFixed(SHOWN);
}

/** The numbers of a finding on one line: value, interval with its level, n. */
export function findingNumbers({ value, lower, upper, level, n }: Finding): string {
  const of = level === null ? "" : `${roundTo(level * 100, 2)} % `;
  const parts = [
    value === null ? "no value" : `value ${shown(value)}`,
    lower === null || upper === null
      ? "no interval"
      : `${of}interval ${lower.toFixed(SHOWN)} to ${upper.toFixed(SHOWN)}`,
    n === null ? null : `n = ${n}`,
  ];
  return parts.filter((part) => part !== null).join("; ");
}
