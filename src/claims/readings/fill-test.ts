import type { ClaimTest } from "../../record/claim-test.ts";

/** What the words in braces of a test stand for; null where the organisation has none. */
export interface Slots {
  readonly organisation: string;
  readonly largest: string | null;
  readonly recent: string;
  readonly last: string;
}

type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

function fill(value: Json, slots: Slots): Json {
  if (typeof value === "string") {
    return value.replaceAll(
      /\{(organisation|largest|recent|last)\}/gu,
      (_, name: keyof Slots) => String(slots[name]),
    );
  }
  if (Array.isArray(value)) return value.map((item: Json) => fill(item, slots));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, fill(item, slots)]),
  );
}

/** The test of an implication for one organisation; null where a word stands for nothing. */
export function fillTest(test: ClaimTest, slots: Slots): ClaimTest | null {
  if (slots.largest === null && JSON.stringify(test).includes("{largest}")) return null;
  return fill(test as unknown as Json, slots) as unknown as ClaimTest;
}
