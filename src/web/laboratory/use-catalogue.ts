import { signal } from "@preact/signals";
import { ask } from "./ask.ts";
import type { Catalogue } from "./questions.ts";

const held = signal<Catalogue | null>(null);
let asked = false;

/** The record's catalogue, or null until it is there. */
export function useCatalogue(): Catalogue | null {
  if (!asked) {
    asked = true;
    ask({ kind: "catalogue" }).then(
      (catalogue) => {
        held.value = catalogue;
      },
      // The page's own question fails for the same reason and says so.
      () => {
        asked = false;
      },
    );
  }
  return held.value;
}
