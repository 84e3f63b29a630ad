import { useRef } from "preact/hooks";
import { goTo, place } from "../place/place.ts";
import { withValue } from "./with-value.ts";

/** Takes parameters with their new values; `final` where the control has been let go. */
export type Change = (changes: Readonly<Record<string, string>>, final: boolean) => void;

/** Changes of one control that follow one another within this time are one step of the history. */
const PAUSE = 1000;

/** Moves to an address with parameters changed: a drag, or keys pressed in a row, is one step back. */
export function useChange(address: string): Change {
  const last = useRef({ to: "", names: "", final: true, at: Number.NEGATIVE_INFINITY });
  return (changes, final) => {
    const names = Object.keys(changes).join(" ");
    const at = performance.now();
    const before = last.current;
    // A reader who went elsewhere in between starts anew.
    const goesOn =
      place.peek().address === before.to &&
      names === before.names &&
      (!before.final || at - before.at < PAUSE);
    const to = withValue(address, changes);
    goTo(to, { replace: goesOn });
    last.current = { to, names, final, at };
  };
}
