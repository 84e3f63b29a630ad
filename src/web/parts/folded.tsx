import type { ComponentChildren } from "preact";

/** The first of many things, and the others behind a fold. */
export function Folded<T>({
  items,
  most,
  what,
  list,
}: {
  readonly items: readonly T[];
  /** How many are shown at once. */
  readonly most: number;
  /** What they are, in the plural. */
  readonly what: string;
  /** Shows some of them, of which the first stands at `from` of all. */
  readonly list: (some: readonly T[], from: number) => ComponentChildren;
}) {
  // A fold for one or two would cost a press and save nothing.
  const shown = items.length > most + 2 ? most : items.length;
  const rest = items.slice(shown);
  return (
    <>
      {list(items.slice(0, shown), 0)}
      {rest.length > 0 && (
        <details class="more">
          <summary>
            The other {rest.length} {what}
          </summary>
          {list(rest, shown)}
        </details>
      )}
    </>
  );
}
