import type { Confidence } from "./organisation.ts";

/**
 * What a fact of a case or a treaty rests on: an entry of `data/sources`, an address that was seen,
 * or a citation without an address.
 */
export type SourceRef = (
  | { readonly kind: "registered"; readonly id: string }
  | { readonly kind: "address"; readonly url: string }
  | { readonly kind: "citation"; readonly cite: string }
) & {
  readonly note: string | null;
  readonly confidence: Confidence | null;
};

/** The registered source of a fact that nobody has yet checked against a document. */
const GENERAL_KNOWLEDGE = "general-knowledge";

/** The registered source of a fact whose document was seen, but whose address was not kept. */
const ADDRESS_LOST = "seen-address-lost";

/** Whether a reader can find the source again: a registered document, an address or a citation. */
export function isFindable(source: SourceRef): boolean {
  return (
    source.kind !== "registered" ||
    (source.id !== GENERAL_KNOWLEDGE && source.id !== ADDRESS_LOST)
  );
}
