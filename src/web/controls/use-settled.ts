import { useEffect, useRef, useState } from "preact/hooks";

/** Questions asked meanwhile are passed over, so the wait may be short. */
const DELAY = 8;

/**
 * A value that is being changed faster than it is passed on: shown at once, sent when it rests.
 * `send` gets it with whether the change is final.
 */
export function useSettled<T>(
  value: T,
  send: (value: T, final: boolean) => void,
): readonly [T, (value: T, final: boolean) => void] {
  const [own, setOwn] = useState<T | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => setOwn(null), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const set = (next: T, final: boolean): void => {
    setOwn(next);
    clearTimeout(timer.current);
    if (final) send(next, true);
    else timer.current = setTimeout(() => send(next, false), DELAY);
  };
  return [own ?? value, set];
}
