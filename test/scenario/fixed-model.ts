import type {
  AskedMember,
  StanceModel,
  StanceShares,
} from "../../src/scenario/stance-model.ts";

/** A model whose chances are given member by member: in favour, with means if so, abstaining if not. */
export function fixedModel(
  chances: readonly (readonly [favour: number, means: number, abstaining: number])[],
): StanceModel {
  const shares = ([favour, means, abstaining]: (typeof chances)[number]): StanceShares => ({
    contributed: favour * means,
    supported: favour * (1 - means),
    abstained: (1 - favour) * abstaining,
    dissented: (1 - favour) * (1 - abstaining),
  });
  return {
    sampler: () => ({
      next: (favour, means, abstaining) => {
        for (const [i, row] of chances.entries()) [favour[i], means[i], abstaining[i]] = row;
      },
    }),
    shares: ({ state }) => shares(chances[Number(state.slice(1)) % chances.length]!),
  };
}

/** So many members, `M0`, `M1` and so on. */
export function askedMembers(count: number): readonly AskedMember[] {
  return Array.from({ length: count }, (_, i) => ({
    state: `M${i}` as AskedMember["state"],
    organisation: "test",
    covariates: [],
  }));
}
