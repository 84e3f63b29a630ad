import type { View } from "../../answer/view.ts";
import { ALL_VIEWS } from "../../claims/views/index.ts";
import type { RelatedAddress } from "../laboratory/questions.ts";

const NAMES: Readonly<Record<string, string>> = {
  record: "Track record",
  "record-of-calls": "Track record",
};

function labelOf(last: string): string {
  return NAMES[last] ?? `${last.charAt(0).toUpperCase()}${last.slice(1).replaceAll("-", " ")}`;
}

/** The answers about the same thing: those whose paths share the named part. */
export function relatedAddresses(
  view: View,
  path: Readonly<Record<string, string>>,
): readonly RelatedAddress[] {
  const end = view.path.indexOf("}");
  if (end < 0) return [];
  const stem = view.path.slice(0, end + 1);
  const fill = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/gu, (_, name: string) => path[name] ?? "");
  const siblings = ALL_VIEWS.filter(
    ({ path: other }) =>
      other === stem ||
      (other.startsWith(`${stem}/`) && !other.slice(stem.length).includes("{")),
  );
  if (siblings.length < 2) return [];
  return siblings.map(({ path: other, describe }) => ({
    address: fill(other),
    label: other === stem ? "Overview" : labelOf(other.slice(stem.length + 1)),
    describe,
  }));
}
