import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { whenQuiet } from "../../src/cli/when-quiet.ts";

const TIMES = { quietMs: 2000, latestMs: 10_000 };

describe("work for a quiet moment", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("waits until nobody asks any more, and is done once", () => {
    const work = vi.fn<() => void>();
    const quiet = whenQuiet(work, TIMES);
    vi.advanceTimersByTime(1500);
    quiet.touch();
    vi.advanceTimersByTime(1999);
    expect(work).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    quiet.touch();
    vi.advanceTimersByTime(20_000);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it("does not wait for ever", () => {
    const work = vi.fn<() => void>();
    const quiet = whenQuiet(work, TIMES);
    for (let i = 0; i < 10; i += 1) {
      quiet.touch();
      vi.advanceTimersByTime(1000);
    }
    expect(work).toHaveBeenCalledTimes(1);
  });

  it("is left undone when stopped", () => {
    const work = vi.fn<() => void>();
    whenQuiet(work, TIMES).stop();
    vi.advanceTimersByTime(20_000);
    expect(work).not.toHaveBeenCalled();
  });
});
