import { useState } from "preact/hooks";
import type { Answer } from "../../answer/answer.ts";
import { escapeXml } from "../../figures/escape-xml.ts";
import { renderSvg } from "../../report/render-svg.ts";
import { CopyButton } from "./copy-button.tsx";
import { loadDrawer } from "./load-drawer.ts";

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** A figure, or else the findings, as HTML that holds all it shows and loads nothing. */
async function embedCode(answer: Answer, link: string): Promise<string> {
  const source = `<a href="${escapeXml(link)}">Casus, record ${escapeXml(answer.record)}</a>`;
  const covers = `covers ${escapeXml(answer.covers.from)} to ${escapeXml(answer.covers.to)}`;
  const drawn = [answer, ...answer.sections].find(({ figure }) => figure !== null);
  if (drawn !== undefined) {
    const svg = renderSvg(answer, await loadDrawer());
    return (
      `<figure><img alt="${escapeXml(answer.title)}" width="760" style="max-width:100%;height:auto" ` +
      `src="data:image/svg+xml;base64,${base64(svg)}">` +
      `<figcaption>${source}</figcaption></figure>`
    );
  }
  const said = answer.findings.map(({ text }) => `<p>${escapeXml(text)}</p>`).join("");
  return (
    `<blockquote cite="${escapeXml(link)}"><p><b>${escapeXml(answer.title)}</b></p>` +
    `${said}<footer>${source}, ${covers}</footer></blockquote>`
  );
}

/** Embed code frozen to the record: it holds the drawing itself, and the permalink. */
export function EmbedCode({
  answer,
  link,
}: {
  readonly answer: Answer;
  readonly link: string;
}) {
  const [code, setCode] = useState<{ readonly of: Answer; readonly text: string } | null>(null);
  return (
    <details
      class="embed"
      onToggle={(event) => {
        if (!event.currentTarget.open) return;
        void embedCode(answer, link).then((text) => setCode({ of: answer, text }));
      }}
    >
      <summary>Embed code, frozen to this record</summary>
      {code?.of === answer && (
        <>
          <textarea readOnly rows={4} aria-label="Embed code" value={code.text} />
          <CopyButton text={code.text} label="Copy embed code" />
        </>
      )}
    </details>
  );
}
