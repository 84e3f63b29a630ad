import { plainName } from "../../states/plain-name.ts";
import type { CatalogueState } from "../laboratory/questions.ts";

/** The state of a code or a name, or the only one whose name begins so; undefined otherwise. */
export function stateNamed(
  states: readonly CatalogueState[],
  written: string,
): CatalogueState | undefined {
  const wanted = plainName(written);
  if (wanted === "") return undefined;
  const names = ({ key, name, also }: CatalogueState): readonly string[] =>
    [key, name, ...also].map(plainName);
  const exact = states.find((state) => names(state).includes(wanted));
  if (exact !== undefined) return exact;
  const near = states.filter((state) => names(state).some((one) => one.startsWith(wanted)));
  return near.length === 1 ? near[0] : undefined;
}
