import { CONVENTIONS } from "../../measures/alignment/conventions.ts";
import type { MethodNote } from "../answer.ts";
import type { ViewContext } from "../view.ts";

/** Draws for the span and for each period of the series, and draws of the null. */
export const SPAN_DRAWS = 100;
export const PERIOD_DRAWS = 50;
export const NULLS = 49;
export const RANDOM_GROUPS = 500;

/** How blocs, their stability, their null and the reference classes are made. */
export function blocMethod({ query }: Pick<ViewContext, "query">): readonly MethodNote[] {
  const level = Math.round(query.level * 100);
  return [
    {
      name: "Blocs",
      text:
        "Communities of the graph in which two states with ten joint votes or more are linked by their kappa where it is " +
        "above 0, for states with ten votes or more: the division of largest modularity found by Louvain from ten orders. " +
        "Kappa is corrected for chance; on raw agreement all states are linked about alike. A state without company has no bloc. " +
        "Numbers go by size, of equals by the first key.",
      reference:
        "Blondel, Guillaume, Lambiotte and Lefebvre 2008, doi:10.1088/1742-5468/2008/10/P10008; Häge 2011, doi:10.1093/pan/mpr023",
    },
    {
      name: "Stability",
      text:
        `The families of repeated resolutions are drawn with replacement and the states divided anew, ${SPAN_DRAWS} times for a span, ` +
        `${PERIOD_DRAWS} times for a session or year of a series. The consensus is the division of the graph of shares above one half. ` +
        `Intervals are ${level} % percentiles over the draws and describe these roll calls. Seed ${query.seed}.`,
      reference:
        "Lancichinetti and Fortunato 2012, doi:10.1038/srep00336; Hubert and Arabie 1985, doi:10.1007/BF01908075; Meilă 2007, doi:10.1016/j.jmva.2006.11.013",
    },
    {
      name: "Null of modularity",
      text:
        `Each state's votes on a family of resolutions given to another family, drawn for each state by itself, ${NULLS} times: its ` +
        "habits stay, who votes with whom goes. Compared is modularity times the mean weight of a pair, the kappa a pair that blocs " +
        "hold beyond chance, since modularity alone is high for faint chance links too. Above the null, states vote together beyond " +
        "their habits; it does not follow that the borders are sharp, since states along one line are above it as well: then " +
        "stability is low at the borders.",
      reference:
        "Newman 2004, doi:10.1103/PhysRevE.70.056131; Guimerà, Sales-Pardo and Amaral 2004, doi:10.1103/PhysRevE.70.025101",
    },
    {
      name: "One bloc",
      text:
        "Mean over pairs of members of the share of draws in which the pair falls together, beside " +
        `${RANDOM_GROUPS} random groups of the same size: from all states, and from other states of the members' regions and regimes.`,
      reference: "Phipson and Smyth 2010, doi:10.2202/1544-6115.1585",
    },
    {
      name: `Convention "${query.convention}"`,
      text: CONVENTIONS[query.convention].text,
      reference: CONVENTIONS[query.convention].reference,
    },
  ];
}
