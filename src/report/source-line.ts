import type { Answer } from "../answer/answer.ts";

/** Where a figure or table comes from: record, address and the days covered. */
export function sourceLine(
  { record, covers }: Pick<Answer, "record" | "covers">,
  address: string,
): string {
  return `Casus, record ${record}; ${address}; covers ${covers.from} to ${covers.to}.`;
}
