import { useEffect } from "preact/hooks";
import { CallForm } from "../lab/call-form.tsx";
import { ComparedCalls } from "../lab/compared-calls.tsx";
import { keepMark } from "../lab/keep-mark.ts";
import { RefusedCall } from "../lab/refused-call.tsx";
import { ScenarioParts } from "../lab/scenario-parts.tsx";
import { FIRST_CALL } from "../laboratory/first-address.ts";
import { useAnswer } from "../laboratory/use-answer.ts";
import { Cite } from "../parts/cite.tsx";
import { FaultBox } from "../parts/fault-box.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { hrefOf } from "../place/base.ts";
import { goTo } from "../place/place.ts";
import { AnswerBody } from "./answer-page.tsx";

/** What the rules refuse is an answer; what cannot be read or fetched is a fault. */
const REFUSALS = ["usage", "treaty"];

/** `/scenarios/appeal`: a call on an alliance, run under its own rules. */
export function LabPage({ address }: { readonly address: string }) {
  const asked = address.includes("?") ? address : FIRST_CALL;
  const { reply, part, fault, busy, steps } = useAnswer(asked);
  const whole = fault === null ? reply : null;
  const shown = whole ?? (fault === null ? part : null);
  const refused = fault !== null && REFUSALS.includes(fault.code);
  useEffect(() => {
    document.title = `${shown?.answer.title ?? "A call on an alliance"} | Casus`;
    // An address has one canonical form, and the bar shows it.
    if (whole !== null && !busy && whole.answer.address !== address) {
      goTo(keepMark(whole.answer.address), { replace: true });
    }
  }, [shown, busy]);
  return (
    <article
      aria-busy={busy}
      data-address={shown?.answer.address}
      class={busy && whole !== null ? "busy lab" : "lab"}
    >
      <header class="title">
        <h1>{shown?.answer.title ?? "A call on an alliance"}</h1>
        <p class="soft">
          The laboratory: what would follow under the texts in force, with members as the record
          shows them.{" "}
          <a href={hrefOf("/scenarios/backtest")}>How often it would have been right</a>
        </p>
      </header>
      <CallForm address={asked} />
      {refused && <RefusedCall fault={fault} address={asked} />}
      {fault !== null && !refused && <FaultBox fault={fault} />}
      {fault === null && shown === null && <Waiting steps={steps} />}
      {shown !== null && (
        <>
          <ScenarioParts answer={shown.answer} address={asked} />
          {whole !== null && <ComparedCalls answer={whole.answer} />}
          <AnswerBody reply={shown} isPart={whole === null} steps={steps} />
          {whole !== null && <Cite answer={whole.answer} />}
        </>
      )}
    </article>
  );
}
