import { useState } from "preact/hooks";
import type { Answer } from "../../answer/answer.ts";
import { sourceLine } from "../../report/source-line.ts";
import type { Catalogue, CatalogueOrganisation } from "../laboratory/questions.ts";
import { useAnswer } from "../laboratory/use-answer.ts";
import { useCatalogue } from "../laboratory/use-catalogue.ts";
import { DataTable } from "../parts/data-table.tsx";
import { FaultBox } from "../parts/fault-box.tsx";
import type { MapKey, MapLook, Mapped } from "../parts/map-looks.ts";
import { SearchBox } from "../parts/search-box.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { WorldMap } from "../parts/world-map.tsx";
import { hrefOf } from "../place/base.ts";
import { useMark } from "../place/use-mark.ts";

const START = "csto";
/** Columns of the table; the others stand at its own address. */
const SHOWN = ["id", "name", "kind", "founded", "ended", "members", "ever", "decision_rule"];

/** The members of one organisation, or of any alliance, as the map shows them. */
function mapped(
  catalogue: Catalogue,
  chosen: CatalogueOrganisation | undefined,
): readonly Mapped[] {
  const living = catalogue.organisations.filter(
    ({ ended, kind }) => !ended && kind === "alliance",
  );
  return catalogue.states
    .filter(({ m49, to }) => m49 !== "" && to === "")
    .flatMap(({ key, m49, name }) => {
      const member = chosen?.members.includes(key) ?? false;
      const once = !member && (chosen?.ever.includes(key) ?? false);
      const others = living.filter(({ members }) => members.includes(key));
      if (!member && !once && others.length === 0) return [];
      const look: MapLook = member ? "member" : once ? "once" : "other";
      const said = others.map(({ short }) => short).join(", ");
      const was = once ? `, once in ${chosen?.short ?? ""}` : "";
      return [
        { m49, look, label: `${name}: ${said === "" ? "no alliance today" : said}${was}` },
      ];
    });
}

const KEYS: readonly MapKey[] = [
  { look: "member", text: "member" },
  { look: "once", text: "once a member" },
  { look: "other", text: "member of another alliance of the record" },
];

function Chooser({
  catalogue,
  covers,
}: {
  readonly catalogue: Catalogue;
  readonly covers: Answer["covers"];
}) {
  const [id, setId] = useMark("on-map");
  const chosen = catalogue.organisations.find((one) => one.id === (id ?? START));
  const address = `/alliances/${chosen?.id ?? ""}`;
  const [name, count] = [chosen?.name ?? "", chosen?.members.length ?? 0];
  return (
    <section aria-labelledby="map">
      <h2 id="map">Alliances on the map</h2>
      <label class="control">
        <span>Show the members of</span>
        <select value={chosen?.id} onChange={(event) => setId(event.currentTarget.value)}>
          {catalogue.organisations.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <p>
        <a href={hrefOf(address)}>{name}</a>: {count} members on {catalogue.last},{" "}
        {chosen?.ever.length ?? 0} ever.
      </p>
      <WorldMap
        content={{
          title: `Members of ${name} on ${catalogue.last}`,
          keys: KEYS,
          states: mapped(catalogue, chosen),
          source: sourceLine({ record: catalogue.release, covers }, address),
        }}
        address={address}
      />
    </section>
  );
}

const QUESTIONS: readonly (readonly [string, string])[] = [
  [
    "/alliances/csto/assessment",
    "Does the CSTO work as an alliance? The assessment, in findings",
  ],
  ["/alliances/nato/cohesion", "How alike do NATO's members vote, session by session?"],
  ["/dyads/arm-rus/alignment", "Armenia and Russia: how alike do they vote?"],
  ["/cases/kaz-2022-01", "Kazakhstan, January 2022: who called, who answered, how fast?"],
  [
    "/treaties/cst-1992?at=2010-06-12",
    "What did the Collective Security Treaty say in June 2010?",
  ],
  ["/rollcalls/A-RES-ES-11-1", "Aggression against Ukraine: who voted how?"],
];

/** `/`: what this is, the alliances on a map and in a table, and search over everything. */
export function HomePage() {
  const catalogue = useCatalogue();
  const { reply, fault } = useAnswer("/alliances");
  const [questions] = useState(QUESTIONS);
  if (fault !== null) return <FaultBox fault={fault} />;
  return (
    <article>
      <h1>Observatory of collective-security alliances</h1>
      <p class="lead">
        Who promised what, who called, who answered, who votes with whom. Every number has one
        address, one method, one interval where the method gives one, and one citation. All of
        it is computed in this page from an open record.
      </p>
      <SearchBox
        text=""
        label="Search organisations, states, cases, articles, roll calls, methods, sources"
      />
      <ul class="questions">
        {questions.map(([address, text]) => (
          <li key={address}>
            <a href={hrefOf(address)}>{text}</a>
          </li>
        ))}
      </ul>
      {catalogue === null || reply === null ? (
        <Waiting steps={null} />
      ) : (
        <>
          <Chooser catalogue={catalogue} covers={reply.answer.covers} />
          <section aria-labelledby="table">
            <h2 id="table">Alliances and comparators</h2>
            <DataTable
              id="alliances"
              caption={reply.answer.title}
              columns={reply.answer.columns.filter(({ name }) => SHOWN.includes(name))}
              rows={reply.answer.rows}
            />
            <p>
              <a href={hrefOf("/alliances")}>The same with its sources, downloads and dates</a>
            </p>
          </section>
        </>
      )}
    </article>
  );
}
