/** Tells of a request, so that what waits for a quiet moment waits on. */
export interface Quiet {
  readonly touch: () => void;
  readonly stop: () => void;
}

/**
 * Does some work once nobody has asked for anything for `quietMs`, and after `latestMs` in any case.
 */
export function whenQuiet(
  work: () => void,
  { quietMs, latestMs }: { readonly quietMs: number; readonly latestMs: number },
): Quiet {
  let isDone = false;
  const stop = (): void => {
    isDone = true;
    clearTimeout(quiet);
    clearTimeout(latest);
  };
  const now = (): void => {
    stop();
    work();
  };
  let quiet = setTimeout(now, quietMs);
  const latest = setTimeout(now, latestMs);
  return {
    touch: () => {
      if (isDone) return;
      clearTimeout(quiet);
      quiet = setTimeout(now, quietMs);
    },
    stop,
  };
}
