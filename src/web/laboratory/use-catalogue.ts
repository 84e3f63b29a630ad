import { signal } from "@preact/signals";
import { ask } from "./ask.ts";
import type { Catalogue, Names } from "./questions.ts";

/** Asks once, when first used; null until the reply is there. */
function askedOnce<T>(put: () => Promise<T>): () => T | null {
  const held = signal<T | null>(null);
  let asked = false;
  return () => {
    if (!asked) {
      asked = true;
      put().then(
        (reply) => {
          held.value = reply;
        },
        // The page's own question fails for the same reason and says so.
        () => {
          asked = false;
        },
      );
    }
    return held.value;
  };
}

/** The record's catalogue, or null until it is there. */
export const useCatalogue: () => Catalogue | null = askedOnce(() => ask({ kind: "catalogue" }));

/** The names of cases and treaties, or null until they are there. */
export const useNames: () => Names | null = askedOnce(() => ask({ kind: "names" }));
