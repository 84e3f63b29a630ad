import { useEffect, useState } from "preact/hooks";
import type { Column } from "../../answer/answer.ts";
import { ask } from "../laboratory/ask.ts";
import { LaboratoryError } from "../laboratory/laboratory-error.ts";
import type { Fault, Holdings } from "../laboratory/questions.ts";
import {
  POSITIONS_FILE,
  STANCE_MODELS_FILE,
  TABLE_FILES,
  VOTES_FILE,
} from "../../record/record-files.ts";
import { useCatalogue, useNames } from "../laboratory/use-catalogue.ts";
import { DataTable } from "../parts/data-table.tsx";
import { FaultBox } from "../parts/fault-box.tsx";
import { SaveTable } from "../parts/save-table.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { hrefOf } from "../place/base.ts";

const SOURCE_COLUMNS: readonly Column[] = [
  { name: "id", label: "Source" },
  { name: "title", label: "Title" },
  { name: "by", label: "By" },
  { name: "year", label: "Year" },
  { name: "kind", label: "Kind" },
  { name: "terms", label: "Terms" },
  { name: "redistribution", label: "May its rows leave?" },
  { name: "url", label: "Address" },
  { name: "accessed", label: "Read on" },
];

const DECADE_COLUMNS: readonly Column[] = [
  { name: "decade", label: "Decade" },
  { name: "rollCalls", label: "Roll calls" },
  { name: "complete", label: "Every vote known" },
  { name: "coded", label: "With a topic code" },
];

const DISAGREEMENT_COLUMNS: readonly Column[] = [
  { name: "address", label: "Roll call" },
  { name: "state", label: "State" },
  { name: "used", label: "Vote used" },
  { name: "library", label: "The library's vote" },
];

const FILES = [
  "manifest.json",
  ...Object.keys(TABLE_FILES),
  VOTES_FILE,
  POSITIONS_FILE,
  STANCE_MODELS_FILE,
];

function Changes() {
  const [html, setHtml] = useState<string | null>(null);
  useEffect(() => {
    fetch(hrefOf("/assets/changelog.html")).then(
      async (response) => setHtml(response.ok ? await response.text() : null),
      () => undefined,
    );
  }, []);
  if (html === null) return null;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">What changed</h2>
      {/* Made of our own changelog when the app was built. */}
      <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}

function Held({ sources, disagreements, decades }: Holdings) {
  const catalogue = useCatalogue();
  const names = useNames();
  const sourceRows = sources.map((source) => ({
    id: source.id,
    title: source.title,
    by: source.authors ?? source.publisher ?? null,
    year: source.year ?? null,
    kind: source.kind,
    terms: source.terms,
    redistribution: source.redistribution,
    url: source.url ?? (source.doi === undefined ? null : `https://doi.org/${source.doi}`),
    accessed: source.accessed ?? null,
  }));
  const disagreementRows = disagreements.map(({ rcid, state, used, library }) => ({
    address: `/rollcalls/rc-${rcid}`,
    state,
    used,
    library,
  }));
  return (
    <>
      <section aria-labelledby="record">
        <h2 id="record">The record</h2>
        <p>
          Release {catalogue?.release}: {catalogue?.rollCalls} roll calls from{" "}
          {catalogue?.first} to {catalogue?.last}, {catalogue?.organisations.length}{" "}
          organisations, {names?.cases.length} cases, {names?.treaties.length} treaties,{" "}
          {catalogue?.states.length} states and territories. The release id is the hash of the
          record's files, the program's version and the layout.
        </p>
        <p>
          Files:{" "}
          {FILES.map((name, i) => (
            <>
              {i > 0 && ", "}
              <a href={hrefOf(`/record/${name}`)} download>
                {name}
              </a>
            </>
          ))}
          .
        </p>
      </section>
      <section aria-labelledby="coverage">
        <h2 id="coverage">Coverage of the votes</h2>
        <DataTable
          id="decades"
          caption="Roll calls by decade"
          columns={DECADE_COLUMNS}
          rows={decades}
        />
        <SaveTable name="coverage" columns={DECADE_COLUMNS} rows={decades} />
      </section>
      <section aria-labelledby="sources">
        <h2 id="sources">Every source and its terms</h2>
        <DataTable
          id="sources"
          caption={`${sources.length} sources`}
          columns={SOURCE_COLUMNS}
          rows={sourceRows}
        />
        <SaveTable name="sources" columns={SOURCE_COLUMNS} rows={sourceRows} />
      </section>
      <section aria-labelledby="disagreements">
        <h2 id="disagreements">Where the providers of votes differ</h2>
        <DataTable
          id="differ"
          caption={`${disagreements.length} cells on which two providers give different votes`}
          columns={DISAGREEMENT_COLUMNS}
          rows={disagreementRows}
        />
        <SaveTable
          name="disagreements"
          columns={DISAGREEMENT_COLUMNS}
          rows={disagreementRows}
        />
      </section>
      <Changes />
    </>
  );
}

/** `/data`: what the record holds, from whom, under which terms, and what changed. */
export function DataPage() {
  const [held, setHeld] = useState<Holdings | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  useEffect(() => {
    ask({ kind: "holdings" }).then(setHeld, (error: unknown) => {
      const code = error instanceof LaboratoryError ? error.code : "fault";
      setFault({ code, line: (error as Error).message });
    });
  }, []);
  if (fault !== null) return <FaultBox fault={fault} />;
  return (
    <article>
      <h1>Data</h1>
      {held === null ? <Waiting steps={null} /> : <Held {...held} />}
    </article>
  );
}
