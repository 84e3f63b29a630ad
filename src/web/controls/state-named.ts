import type { CatalogueState } from "../laboratory/questions.ts";

const plain = (text: string): string =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").trim().toLowerCase();

/** The state of a code or a name, or the only one whose name begins so; undefined otherwise. */
export function stateNamed(
  states: readonly CatalogueState[],
  written: string,
): CatalogueState | undefined {
  const wanted = plain(written);
  if (wanted === "") return undefined;
  const names = ({ key, name, also }: CatalogueState): readonly string[] =>
    [key, name, ...also].map(plain);
  const exact = states.find((state) => names(state).includes(wanted));
  if (exact !== undefined) return exact;
  const near = states.filter((state) => names(state).some((one) => one.startsWith(wanted)));
  return near.length === 1 ? near[0] : undefined;
}
