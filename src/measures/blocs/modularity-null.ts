import type { CellColumns } from "../../kernels/kappa-links.ts";
import type { Random } from "../../kernels/random.ts";
import type { SimilarityKernels } from "../../kernels/similarity-kernels.ts";
import type { ConventionName } from "../alignment/conventions.ts";
import { quantiles } from "../statistics/quantile.ts";
import { countedPlaces } from "./cell-columns.ts";
import { louvain } from "./louvain.ts";
import { similarityGraph } from "./similarity-graph.ts";

/** How bundled similarity is, beside states that vote each by its own habits. */
export interface ModularityNull {
  /** Modularity times the mean weight of a pair: kappa a pair that blocs hold beyond chance. */
  readonly bundled: number;
  /** The same where each state votes by its own habits: median and largest of the draws. */
  readonly median: number;
  readonly largest: number;
  readonly draws: number;
  /** (1 + draws at least as bundled) / (1 + draws), and the least it could be. */
  readonly p: number;
  readonly smallestP: number;
}

/** What the null is drawn from. */
export interface NullOptions {
  readonly convention: ConventionName;
  readonly kernels: SimilarityKernels;
  readonly random: Random;
  readonly draws: number;
}

/** The cells of some voters with the roll calls of a family together, and where each begins. */
export interface FamilyColumns extends CellColumns {
  readonly starts: Int32Array;
}

/** Gives each voter's votes on one family to another, drawn anew for each voter. */
function deal(
  { cells, voters, length, starts }: FamilyColumns,
  random: Random,
  dealt: Uint8Array,
): void {
  const families = starts.length - 1;
  const donors = Int32Array.from({ length: families }, (_, index) => index);
  for (let v = 0, base = 0; v < voters; v += 1, base += length) {
    for (let f = families - 1; f >= 0; f -= 1) {
      const other = random.below(f + 1);
      const donor = donors[other]!;
      donors[other] = donors[f]!;
      donors[f] = donor;
      const begin = base + starts[donor]!;
      const end = base + starts[donor + 1]!;
      const last = base + starts[f + 1]!;
      for (let to = base + starts[f]!, from = begin; to < last; to += 1) {
        dealt[to] = cells[from]!;
        from = from + 1 === end ? begin : from + 1;
      }
    }
  }
}

/** Modularity times the mean weight of a pair. */
function bundledWeight(weights: Float64Array, n: number, modularity: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (modularity * total) / (n * (n - 1));
}

/**
 * How bundled the similarity of states is, beside states that vote each by its own habits: their
 * votes on each family of resolutions are given to another family, drawn for each state by
 * itself, so that how often one says yes, no or abstains and how alike it votes on a repeated
 * text stay, and who votes with whom goes. Compared is modularity times the mean weight of a
 * pair. Modularity alone does not know how strong the links are, and that of faint chance links
 * is high; dealing out the weights of the links instead would find blocs in random votes, since
 * two states that a third is like by chance are like each other. The null asks whether states
 * vote together beyond their habits, not whether the borders of blocs are sharp: states along one
 * line are above it too, and then the bootstrap moves the borders. p with the +1 of Phipson and
 * Smyth 2010, doi:10.2202/1544-6115.1585. That modularity needs a null: Guimerà, Sales-Pardo and
 * Amaral 2004, doi:10.1103/PhysRevE.70.025101.
 */
export function modularityNull(
  columns: FamilyColumns,
  observed: { readonly weights: Float64Array; readonly modularity: number },
  { convention, kernels, random, draws }: NullOptions,
): ModularityNull {
  const width = columns.voters;
  const dealt = { ...columns, cells: new Uint8Array(columns.cells.length) };
  const weights = new Float64Array(width * width);
  const bundled = bundledWeight(observed.weights, width, observed.modularity);
  const found = Float64Array.from({ length: draws }, () => {
    deal(columns, random, dealt.cells);
    const places = countedPlaces(dealt, convention).flatMap((counts, at) => (counts ? at : []));
    similarityGraph(dealt, places, convention, kernels, weights);
    return bundledWeight(weights, width, louvain(weights, width, random, kernels).modularity);
  });
  const reached = found.filter((value) => value >= bundled).length;
  const [median, largest] = quantiles(found, [0.5, 1]);
  return {
    bundled,
    median: median!,
    largest: largest!,
    draws,
    p: (1 + reached) / (1 + draws),
    smallestP: 1 / (1 + draws),
  };
}
