import { MEASURES } from "../../answer/query.ts";
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
    id: "explain",
    title: "Influence: the texts that move a value most",
    address: "/alliances/csto/explain?limit=20",
  },
  {
    id: "positions",
    title: "Positions: ordinal ideal points, period by period",
    address: "/alliances/csto/positions",
  },
  {
    id: "blocs",
    title: "Blocs: communities of like voting, and their stability",
    address: "/alliances/csto/blocs",
  },
  {
    id: "breaks",
    title: "Breaks: the years in which a series changes",
    address: "/alliances/csto/breaks",
  },
  {
    id: "power",
    title: "Voting power under the rule of decision",
    address: "/alliances/csto/power",
  },
  {
    id: "influence",
    title: "Influence: who moves toward whom, against states in the largest member's place",
    address: "/alliances/csto/influence",
  },
  {
    id: "capabilities",
    title: "Power by means: share and concentration",
    address: "/alliances/csto/capabilities",
  },
  {
    id: "dependence",
    title: "Dependence: exposure to the largest member",
    address: "/alliances/csto/dependence",
  },
  {
    id: "durability",
    title: "Durability: how long alliances last",
    address: "/alliances/csto/durability",
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
