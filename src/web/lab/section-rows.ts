import type { Answer, Row } from "../../answer/answer.ts";

/** The rows of a part of an answer; none where it has no such part. */
export function sectionRows(answer: Answer, id: string): readonly Row[] {
  return answer.sections.find((section) => section.id === id)?.rows ?? [];
}
