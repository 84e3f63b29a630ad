import type { Progress } from "../answer/view.ts";
import type { Terminal } from "./terminal.ts";

/** Draws progress on stderr where that is a terminal; nothing elsewhere. */
export async function progressBar(
  terminal: Terminal,
): Promise<{ readonly progress?: Progress; readonly stop: () => void }> {
  if (!terminal.progress) return { stop: () => undefined };
  const { default: progressLibrary } = await import("cli-progress");
  const bar = new progressLibrary.SingleBar({
    format: " {bar} {what}",
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
    fps: 20,
  });
  let started = false;
  return {
    progress: (done, total, what) => {
      if (started) bar.update(done, { what });
      else bar.start(total, done, { what });
      started = true;
    },
    stop: () => {
      if (started) bar.stop();
    },
  };
}
