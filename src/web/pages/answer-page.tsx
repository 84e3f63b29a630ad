import type { ComponentChildren } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Answer, Section } from "../../answer/answer.ts";
import { rowsAreFindings } from "../../report/rows-are-findings.ts";
import { Controls } from "../controls/controls.tsx";
import type { AnswerReply } from "../laboratory/questions.ts";
import { type Steps, useAnswer } from "../laboratory/use-answer.ts";
import { Cite } from "../parts/cite.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Downloads } from "../parts/downloads.tsx";
import { ExplainLink } from "../parts/explain-link.tsx";
import { FaultBox } from "../parts/fault-box.tsx";
import { FigureView } from "../parts/figure-view.tsx";
import { Findings } from "../parts/findings.tsx";
import { InTurn } from "../parts/in-turn.tsx";
import { loadDrawer } from "../parts/load-drawer.ts";
import { Notes } from "../parts/notes.tsx";
import { Summary } from "../parts/summary.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { hrefOf } from "../place/base.ts";
import { goTo, place } from "../place/place.ts";
import { leadParts, specialParts } from "./special-parts.tsx";

function SectionPart({
  answer,
  section,
}: {
  readonly answer: Answer;
  readonly section: Section;
}) {
  const { id, title, text, figure, rows, columns } = section;
  const address = section.address ?? answer.address;
  return (
    <section aria-labelledby={`part-${id}`}>
      <h2 id={`part-${id}`}>
        {section.address === null ? title : <a href={hrefOf(section.address)}>{title}</a>}
      </h2>
      {text.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {figure !== null && rows.length > 0 && (
        <FigureView
          answer={answer}
          figure={figure}
          rows={rows}
          address={address}
          id={`s-${id}`}
        />
      )}
      <DataTable id={id} caption={title} columns={columns} rows={rows} />
    </section>
  );
}

/** The rows of an answer, with their figure and their files. */
function DataPart({ answer }: { readonly answer: Answer }) {
  const { figure, rows, columns, sections, title } = answer;
  const repeated = rowsAreFindings(answer) && figure === null;
  const empty = rows.length === 0 && sections.length > 0;
  return (
    <section aria-labelledby="data">
      <h2 id="data">Data</h2>
      {figure !== null && rows.length > 0 && (
        <FigureView
          answer={answer}
          figure={figure}
          rows={rows}
          address={answer.address}
          id="main"
        />
      )}
      {!rowsAreFindings(answer) && <Summary summary={answer.summary} />}
      <Downloads answer={answer} />
      {!repeated && !empty && (
        <DataTable id="data" caption={title} columns={columns} rows={rows} />
      )}
    </section>
  );
}

/** A section, made when what stands above it has been drawn, and again only when it is another. */
function LaterSection({
  answer,
  section,
}: {
  readonly answer: Answer;
  readonly section: Section;
}) {
  return useMemo(
    () => (
      <InTurn>
        <SectionPart answer={answer} section={section} />
      </InTurn>
    ),
    [section],
  );
}

/** Names the part of an answer that is to come next. */
const nextPart = ({ done, total, what }: Steps): Steps => ({
  done,
  total,
  what: `Computing part ${done + 1} of ${total}: ${what}`,
});

/**
 * What an answer holds, in the one order that all answers have. Of one that has come in part, the
 * findings and sections so far, and how far it has come.
 */
export function AnswerBody({
  reply,
  isPart = false,
  steps = null,
}: {
  readonly reply: AnswerReply;
  readonly isPart?: boolean;
  readonly steps?: Steps | null;
}) {
  const { answer } = reply;
  const { findings, caveats } = answer;
  return (
    <>
      {leadParts(reply)}
      {findings.length > 0 && (
        <section aria-labelledby="findings">
          <h2 id="findings">Findings</h2>
          <Findings findings={findings} address={answer.address} />
          <ExplainLink reply={reply} />
        </section>
      )}
      {isPart && <Waiting steps={steps === null ? null : nextPart(steps)} />}
      {caveats.length > 0 && (
        <section aria-labelledby="caveats">
          <h2 id="caveats">Caveats</h2>
          <ul>
            {caveats.map((caveat) => (
              <li key={caveat}>{caveat}</li>
            ))}
          </ul>
        </section>
      )}
      {specialParts(reply)}
      {!isPart && <DataPart answer={answer} />}
      {answer.sections.map((section) => (
        <LaterSection key={section.id} answer={answer} section={section} />
      ))}
      {!isPart && <Notes method={answer.method} sources={answer.sources} />}
    </>
  );
}

/** The page of any address: what an answer holds, in the one order that all answers have. */
export function AnswerPage({
  address,
  children,
}: {
  readonly address: string;
  readonly children?: ComponentChildren;
}) {
  const { reply: whole, part, fault, busy, steps } = useAnswer(address);
  const reply = whole ?? part;
  const asked = place.value.address;
  // Fetched while the worker computes; most answers have a figure.
  useEffect(() => void loadDrawer(), []);
  useEffect(() => {
    if (whole === null || busy || fault !== null || address !== asked) return;
    document.title = `${whole.answer.title} | Casus`;
    // An address has one canonical form, and the bar shows it.
    const { mark } = place.peek();
    if (whole.answer.address !== address) {
      goTo(`${whole.answer.address}${mark === "" ? "" : `#${mark}`}`, { replace: true });
    }
  }, [whole, busy]);
  if (fault !== null) return <FaultBox fault={fault} />;
  if (reply === null) return <Waiting steps={steps} />;
  const { answer } = reply;
  return (
    <article
      aria-busy={busy}
      data-address={answer.address}
      class={busy && whole !== null ? "busy" : undefined}
    >
      <header class="title">
        <h1>{answer.title}</h1>
        <p class="soft">
          {answer.covers.from !== "" && `Covers ${answer.covers.from} to ${answer.covers.to}. `}
          Record {answer.record}.
        </p>
      </header>
      <Tabs related={reply.related} address={answer.address} />
      {children}
      <Controls reply={reply} />
      {busy && whole !== null && steps !== null && <Waiting steps={steps} />}
      <AnswerBody reply={reply} isPart={whole === null} steps={steps} />
      {whole !== null && <Cite answer={answer} />}
    </article>
  );
}
