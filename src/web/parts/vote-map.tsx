import type { Answer } from "../../answer/answer.ts";
import { sourceLine } from "../../report/source-line.ts";
import { useCatalogue } from "../laboratory/use-catalogue.ts";
import type { MapKey, MapLook } from "./map-looks.ts";
import { WorldMap } from "./world-map.tsx";

const VOTES = ["yes", "abstain", "no", "absent", "unknown"];

const lookOf = (vote: string): MapLook => `vote-${vote}` as MapLook;

/** The votes on one roll call on a world map. */
export function VoteMap({ answer }: { readonly answer: Answer }) {
  const catalogue = useCatalogue();
  const codes = new Map(catalogue?.states.map(({ key, m49 }) => [key, m49]));
  const states = answer.rows.map(({ state, name, vote }) => ({
    m49: codes.get(String(state)) ?? "",
    look: lookOf(String(vote)),
    label: `${String(name)}: ${String(vote)}`,
  }));
  const keys = VOTES.flatMap((vote): MapKey[] => {
    const count = answer.rows.filter((row) => row["vote"] === vote).length;
    return count === 0 ? [] : [{ look: lookOf(vote), text: `${vote} ${count}` }];
  });
  const content = {
    title: answer.title,
    keys: [...keys, { look: "none" as const, text: "not a member" }],
    states,
    source: sourceLine(answer, answer.address),
  };
  return (
    <section aria-labelledby="map">
      <h2 id="map">On the map</h2>
      <WorldMap content={catalogue === null ? null : content} address={answer.address} />
    </section>
  );
}
