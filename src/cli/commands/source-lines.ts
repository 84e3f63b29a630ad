import type { HeldSource } from "../../sources/held-source.ts";

const SHOWN = 12;

const shortened = (items: readonly string[]): string =>
  items.length <= SHOWN
    ? items.join(", ")
    : `${items.slice(0, SHOWN).join(", ")} and ${items.length - SHOWN} more`;

/** A source of the store in lines: its edition, its files, and the codes that it could not place. */
export function heldLines(held: HeldSource): readonly string[] {
  const { name, version, from, to, files, unplaced } = held;
  return [
    `${name} ${version}, ${from}-${to}`,
    ...files.map(
      ({ part, name: file, bytes, sha256 }) =>
        `  ${part.padEnd(14)} ${file}, ${bytes.toLocaleString("en-US")} bytes, sha256 ${sha256}`,
    ),
    ...(unplaced.length === 0
      ? []
      : [`  codes without a state of the record then (rows): ${shortened(unplaced)}`]),
  ];
}
