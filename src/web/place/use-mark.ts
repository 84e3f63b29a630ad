import { goTo, place } from "./place.ts";

/**
 * A value kept after the `#` of the address, such as how a table is sorted: it is part of the link
 * that a reader copies, but not of the question that is asked.
 */
export function useMark(
  name: string,
): readonly [string | null, (value: string | null) => void] {
  const marks = new URLSearchParams(place.value.mark);
  const set = (value: string | null): void => {
    const next = new URLSearchParams(place.value.mark);
    if (value === null || value === "") next.delete(name);
    else next.set(name, value);
    const mark = next.toString().replaceAll("%2C", ",").replaceAll("%7E", "~");
    const { address } = place.value;
    goTo(`${address}${mark === "" ? "" : `#${mark}`}`, { replace: true });
  };
  return [marks.get(name), set];
}
