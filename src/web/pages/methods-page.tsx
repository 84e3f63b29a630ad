import { useEffect, useRef, useState } from "preact/hooks";
import { PARAMETERS } from "../../answer/parameters.ts";
import { labelOf } from "../controls/labels.ts";
import type { Catalogue } from "../laboratory/questions.ts";
import { useAnswer } from "../laboratory/use-answer.ts";
import { useCatalogue } from "../laboratory/use-catalogue.ts";
import { DataTable } from "../parts/data-table.tsx";
import { FaultBox } from "../parts/fault-box.tsx";
import { Findings } from "../parts/findings.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { hrefOf } from "../place/base.ts";
import { useMark } from "../place/use-mark.ts";
import { METHOD_EXAMPLES } from "./method-examples.ts";

const EXAMPLE_ROWS = 5;

/** One measure on real rows: its notes, what it finds, and the first rows. */
function Worked({ address, id }: { readonly address: string; readonly id: string }) {
  const { reply, fault } = useAnswer(address);
  if (fault !== null) return <FaultBox fault={fault} />;
  if (reply === null) return <Waiting steps={null} />;
  const { answer } = reply;
  const from =
    answer.rows.length > 0 ? answer : answer.sections.find(({ rows }) => rows.length > 0);
  return (
    <div class="worked">
      <p>
        Example: <a href={hrefOf(answer.address)}>{answer.title}</a>
      </p>
      <Findings findings={answer.findings.slice(0, 3)} address={answer.address} />
      {from !== undefined && (
        <DataTable
          id={`ex-${id}`}
          caption={`First rows of ${answer.address}`}
          columns={from.columns}
          rows={from.rows.slice(0, EXAMPLE_ROWS)}
        />
      )}
      <div class="method-notes">
        {answer.method.map(({ name, text, reference }) => (
          <p key={name}>
            <b>{name}.</b> {text} <span class="soft">{reference}</span>
          </p>
        ))}
      </div>
    </div>
  );
}

function Folded({
  id,
  title,
  address,
}: {
  readonly id: string;
  readonly title: string;
  readonly address: string;
}) {
  const [open, setOpen] = useMark(`open-${id}`);
  const [once, setOnce] = useState(open !== null);
  const box = useRef<HTMLDetailsElement>(null);
  // A link may open one of many: it is brought into view.
  useEffect(() => {
    if (open !== null) box.current?.scrollIntoView();
  }, []);
  return (
    <details
      ref={box}
      open={open !== null}
      onToggle={(event) => {
        const now = event.currentTarget.open;
        if (now) setOnce(true);
        if (now !== (open !== null)) setOpen(now ? "1" : null);
      }}
    >
      <summary>{title}</summary>
      {once && <Worked address={address} id={id} />}
    </details>
  );
}

function Kinds({ catalogue }: { readonly catalogue: Catalogue }) {
  return (
    <>
      {catalogue.views.map(({ path, describe, example, parameters }) => (
        <section key={path} aria-label={path}>
          <h3>
            <code>{path}</code>
          </h3>
          <p>
            {describe.charAt(0).toUpperCase()}
            {describe.slice(1)}.{" "}
            {parameters.length > 0 && (
              <span class="soft">Parameters: {parameters.join(", ")}.</span>
            )}
          </p>
          <Folded
            id={path.replaceAll(/\W+/gu, "-")}
            title="Method and example"
            address={example}
          />
        </section>
      ))}
    </>
  );
}

/** `/methods`: every measure with its formula, an example on real rows, and its references. */
export function MethodsPage() {
  const catalogue = useCatalogue();
  return (
    <article>
      <h1>Methods</h1>
      <p class="lead">
        Each measure as it is computed, worked on rows of the record. What is opened here is
        computed now, in this page.
      </p>
      <section aria-labelledby="measures">
        <h2 id="measures">Measures</h2>
        {METHOD_EXAMPLES.map(({ id, title, address }) => (
          <Folded key={id} id={id} title={title} address={address} />
        ))}
      </section>
      <section aria-labelledby="kinds">
        <h2 id="kinds">Every kind of address</h2>
        {catalogue === null ? <Waiting steps={null} /> : <Kinds catalogue={catalogue} />}
      </section>
      <section aria-labelledby="parameters">
        <h2 id="parameters">Parameters</h2>
        <dl class="notes">
          {Object.entries(PARAMETERS).map(([name, { describe }]) => (
            <div key={name}>
              <dt>
                <code>{name}</code> {labelOf(name)}
              </dt>
              <dd>{describe}.</dd>
            </div>
          ))}
        </dl>
      </section>
    </article>
  );
}
