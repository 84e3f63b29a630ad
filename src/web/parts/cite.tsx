import { useState } from "preact/hooks";
import type { Answer } from "../../answer/answer.ts";
import { citation, permalink } from "../../report/citation.ts";
import { siteBase } from "../place/base.ts";
import { CopyButton } from "./copy-button.tsx";
import { EmbedCode } from "./embed-code.tsx";

const FORMS = [
  ["text", "Text"],
  ["bibtex", "BibTeX"],
  ["ris", "RIS"],
  ["cslJson", "CSL-JSON"],
] as const;

/** Citation in four forms, permalink and embed code, all of this release of the record. */
export function Cite({ answer }: { readonly answer: Answer }) {
  const [form, setForm] = useState<(typeof FORMS)[number][0]>("text");
  const origin = siteBase();
  const cited = citation(answer, origin)[form].trimEnd();
  const link = `${origin}${permalink(answer)}`;
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">Cite and embed</h2>
      <div class="tabs" role="group" aria-label="Form of the citation">
        {FORMS.map(([name, label]) => (
          <button
            key={name}
            type="button"
            aria-pressed={form === name}
            onClick={() => setForm(name)}
          >
            {label}
          </button>
        ))}
      </div>
      <pre class="citation" tabIndex={0} aria-label="Citation">
        {cited}
      </pre>
      <p class="row">
        <CopyButton text={cited} label="Copy citation" />
        <CopyButton text={link} label="Copy permalink" />
        <a href={link}>Permalink of this release</a>
      </p>
      <EmbedCode answer={answer} link={link} />
    </section>
  );
}
