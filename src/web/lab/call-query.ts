/** A call as it stands in an address: its parameters by name, an empty text where one is left out. */
export type CallQuery = Readonly<Record<string, string>>;

/** The query of an address. */
export function readCall(address: string): CallQuery {
  return Object.fromEntries(new URLSearchParams(address.split("?")[1] ?? ""));
}

/** The stances that a call fixes by hand, by state. */
export function readHeld(query: CallQuery): ReadonlyMap<string, string> {
  return new Map(
    (query["hold"] ?? "")
      .split("~")
      .filter(Boolean)
      .map((pair): [string, string] => {
        const [state = "", stance = ""] = pair.split(":");
        return [state.toUpperCase(), stance];
      }),
  );
}

/** The `hold` parameter with one member's stance fixed, or let go where it is empty. */
export function withHeld(query: CallQuery, state: string, stance: string): string {
  const held = new Map(readHeld(query));
  if (stance === "") held.delete(state);
  else held.set(state, stance);
  return [...held]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join(":"))
    .join("~");
}

/** How two calls differ: each parameter that is not the same in both. */
export function differences(
  one: CallQuery,
  other: CallQuery,
): readonly { readonly name: string; readonly one: string; readonly other: string }[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names
    .filter((name) => (one[name] ?? "") !== (other[name] ?? ""))
    .map((name) => ({ name, one: one[name] ?? "", other: other[name] ?? "" }));
}
