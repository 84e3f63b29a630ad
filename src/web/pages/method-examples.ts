import { MEASURES } from "../../answer/parameters.ts";
import { valueLabel } from "../controls/labels.ts";

/** A measure and an address that works it on rows of the record. */
export interface MethodExample {
  readonly id: string;
  readonly title: string;
  readonly address: string;
}

const SIMILARITY: readonly MethodExample[] = MEASURES.map((measure) => ({
  id: measure,
  title: `Similarity of votes: ${valueLabel("measure", measure)}`,
  address: `/dyads/arm-rus/alignment?measure=${measure}&by=all`,
}));

/** The measures in the order in which a reader meets them. */
export const METHOD_EXAMPLES: readonly MethodExample[] = [
  ...SIMILARITY,
  {
    id: "cohesion",
    title: "Cohesion: agreement index, Rice index, random and matched groups",
    address: "/alliances/csto/cohesion?by=all",
  },
  {
    id: "splits",
    title: "Splits: the roll calls that divide most, and who stands apart",
    address: "/alliances/csto/splits?limit=5",
  },
  {
    id: "record",
    title: "Track record: calls and answers, with exact intervals",
    address: "/alliances/csto/record",
  },
  {
    id: "responsiveness",
    title: "Responsiveness: time to an answer, cumulative incidence",
    address: "/alliances/csto/responsiveness",
  },
  {
    id: "conformance",
    title: "Conformance: was the procedure of the treaty kept?",
    address: "/cases/kaz-2022-01/conformance",
  },
];
