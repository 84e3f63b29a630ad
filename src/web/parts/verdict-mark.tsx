/** A sign besides the word, so that no verdict is told by colour. */
const SIGNS: Readonly<Record<string, string>> = {
  supported: "\u2713",
  contradicted: "\u2717",
  satisfied: "\u2713",
  violated: "\u2717",
  mixed: "\u00b1",
  open: "\u2026",
  "not-triggered": "\u2013",
};

/** A verdict as a word with its sign. */
export function VerdictMark({ verdict }: { readonly verdict: string }) {
  return (
    <span class="verdict" data-sign={SIGNS[verdict] ?? "?"}>
      {verdict.replaceAll("-", " ")}
    </span>
  );
}
