import { useEffect } from "preact/hooks";
import type { Answer, Finding } from "../../answer/answer.ts";
import { findingNumbers } from "../../report/finding-numbers.ts";
import { useAnswer } from "../laboratory/use-answer.ts";
import { FaultBox } from "../parts/fault-box.tsx";
import { FigureView } from "../parts/figure-view.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { hrefOf } from "../place/base.ts";

/** Findings of the assessment that stand on the page, by the beginning of their ids, in order. */
const KEPT = [
  "members",
  "track-record",
  "track-within",
  "procedure",
  "equality",
  "cohesion",
  "distances",
  "blocs",
  "majority",
  "lead-lag",
];
const MOST = 9;
/** A longer finding, such as one that lists thirty members, is read where it stands. */
const LONGEST = 420;
const CAVEATS = 3;

function keptOf(findings: readonly Finding[]): readonly Finding[] {
  return KEPT.flatMap(
    (start) =>
      findings.find(({ id, text }) => id.startsWith(start) && text.length <= LONGEST) ?? [],
  ).slice(0, MOST);
}

function Chart({ address }: { readonly address: string }) {
  const { reply, fault } = useAnswer(address);
  if (fault !== null) return null;
  if (reply === null) return <Waiting steps={null} />;
  const { answer } = reply;
  if (answer.figure === null) return null;
  return (
    <FigureView
      answer={answer}
      figure={answer.figure}
      rows={answer.rows}
      address={answer.address}
      id="brief"
    />
  );
}

function Sheet({ answer, id }: { readonly answer: Answer; readonly id: string }) {
  const kept = keptOf(answer.findings);
  return (
    <>
      <ol class="findings">
        {kept.map((finding) => (
          <li key={finding.id}>
            <p>{finding.text}</p>
            <p class="soft">{findingNumbers(finding)}.</p>
          </li>
        ))}
      </ol>
      <Chart address={`/alliances/${id}/cohesion`} />
      <ul class="soft">
        {answer.caveats.slice(0, CAVEATS).map((caveat) => (
          <li key={caveat}>{caveat}</li>
        ))}
      </ul>
      <p class="soft">
        {kept.length} of {answer.findings.length} findings; all, with method, reference classes
        and sources: <a href={hrefOf(answer.address)}>{answer.address}</a>. Casus, record{" "}
        {answer.record}; permalink{" "}
        {`${location.origin}${hrefOf(`/r/${answer.record}${answer.address}`)}`}
      </p>
    </>
  );
}

/** `/brief/{id}`: an alliance on one page of A4. */
export function BriefPage({ id }: { readonly id: string }) {
  const { reply, fault, steps } = useAnswer(`/alliances/${id}/assessment`);
  useEffect(() => {
    if (reply !== null) document.title = `${reply.answer.title}, one page | Casus`;
  }, [reply]);
  if (fault !== null) return <FaultBox fault={fault} />;
  if (reply === null) return <Waiting steps={steps} />;
  const { answer } = reply;
  return (
    <article class="brief" aria-busy={false}>
      <header class="title">
        <h1>{answer.title.replace(/^Assessment of /u, "")}</h1>
        <p class="soft">
          Covers {answer.covers.from} to {answer.covers.to}. Record {answer.record}.{" "}
          <button type="button" class="copy" onClick={() => print()}>
            Print this page
          </button>
        </p>
      </header>
      <Sheet answer={answer} id={id} />
    </article>
  );
}
