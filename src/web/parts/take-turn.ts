/** Work that can wait: what is below the window, in the order of the page. */
const waiting = new Set<() => void>();
let running = false;

function runNext(): void {
  const [work] = waiting;
  if (work === undefined) {
    running = false;
    return;
  }
  waiting.delete(work);
  work();
  // Between two turns the page is drawn and its reader is heard.
  setTimeout(runNext);
}

/** Calls once what is there has been drawn; a page that nobody looks at draws nothing. */
function afterDrawing(call: () => void): void {
  if (document.hidden) setTimeout(call);
  else requestAnimationFrame(() => setTimeout(call));
}

/**
 * Puts off some work until the page has been drawn without it, and what asked before is done.
 * Returns how to take it back.
 */
export function takeTurn(work: () => void): () => void {
  waiting.add(work);
  if (!running) {
    running = true;
    afterDrawing(runNext);
  }
  return () => void waiting.delete(work);
}
