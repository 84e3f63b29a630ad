import type { MethodNote } from "../../answer/answer.ts";
import type { ClaimFile } from "../../record/claim.ts";

/** How verdicts are made. */
export const CLAIM_METHOD: readonly MethodNote[] = [
  {
    name: "Verdicts by test",
    text:
      "Each claim is bound to a typed test over addresses of this record; the verdict is " +
      "what the test gives. Supported and contradicted need the record to decide; where it " +
      "does not, the verdict names the record that would. A list that may lack rows can " +
      "show that something happened and never that nothing did, unless a source states " +
      "that. Where intervals of dates or numbers straddle what the claim says, it is not " +
      "decided.",
    reference: null,
  },
  {
    name: "Letter and reference class",
    text:
      "A claim may be tested twice: as the text puts it, and against the cases that it " +
      "should be compared with. Right in the letter and wrong in its reference class is a " +
      "verdict of its own, and not the same as wrong.",
    reference: null,
  },
  {
    name: "Causes and predictions",
    text:
      "What came first does not say why: a claim about a cause can be contradicted by a " +
      "condition that failed and is never supported by dates. A prediction is open before " +
      "its day, unless what happened cannot be undone, or where its condition has not come " +
      "about.",
    reference: null,
  },
  {
    name: "Weight and standing",
    text:
      "A hoop must hold for the conclusion to stand; a smoking gun would confirm it; a " +
      "doubly decisive claim does both; a straw in the wind only leans. A conclusion falls " +
      "where a claim that it needs, at any remove, fails; it is weakened where another " +
      "premise fails or a needed one is mixed; it is open while a needed one is not " +
      "decided.",
    reference: "Collier 2011, doi:10.1017/S1049096511001429",
  },
];

/** A text as it is cited. */
export function textCitation({ text }: ClaimFile): string {
  const { title, author, date, publisher, url } = text;
  const parts = [author ?? "Author not named", `"${title}"`, publisher, date, url];
  return `${parts.filter((part) => part !== null).join(", ")}.`;
}

/** What a set of verdicts cannot say. */
export function claimCaveats({ text }: ClaimFile): readonly string[] {
  return [
    "Claims are in our words; read the text before quoting a verdict on it.",
    "A verdict holds for the record of this release and turns with the fact that it names.",
    "Legality, wording and motive are not judged.",
    ...(text.note === null ? [] : [text.note]),
  ];
}
