import type { Answer } from "../../answer/answer.ts";
import { useCatalogue } from "../laboratory/use-catalogue.ts";
import { WorldMap } from "./world-map.tsx";

const VOTES = ["yes", "abstain", "no", "absent", "unknown"];

/** The votes on one roll call on a world map. */
export function VoteMap({ answer }: { readonly answer: Answer }) {
  const catalogue = useCatalogue();
  const codes = new Map(catalogue?.states.map(({ key, m49 }) => [key, m49]));
  const states = answer.rows.map(({ state, name, vote }) => ({
    m49: codes.get(String(state)) ?? "",
    look: `vote-${String(vote)}`,
    label: `${String(name)}: ${String(vote)}`,
  }));
  const counts = VOTES.map(
    (vote) => [vote, answer.rows.filter((row) => row["vote"] === vote).length] as const,
  ).filter(([, count]) => count > 0);
  return (
    <section aria-labelledby="map">
      <h2 id="map">On the map</h2>
      <ul class="key">
        {counts.map(([vote, count]) => (
          <li key={vote}>
            <span class={`swatch vote-${vote}`} aria-hidden="true" /> {vote} {count}
          </li>
        ))}
        <li>
          <span class="swatch none" aria-hidden="true" /> not a member
        </li>
      </ul>
      {catalogue !== null && (
        <WorldMap label={`World map of the votes: ${answer.title}`} states={states} />
      )}
    </section>
  );
}
