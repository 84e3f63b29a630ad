/** What runs of calls share, kept from one to the next. */
export interface RunMemory {
  /** What was computed under a name before, else computed now; it takes about so many bytes. */
  readonly recall: <T>(name: string, bytes: number, compute: () => T) => T;
}

/** Bytes kept at the most: a hundred runs of 5,000 calls on an alliance of thirty. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Keeps what runs of calls on one record share, the least recently used given up first, so that a call
 * that differs from the last in a stance held by hand only counts anew. A name must hold all that
 * its part depends on beside the record: a run is the same with a memory and without.
 */
export function createRunMemory(most = MOST_BYTES): RunMemory {
  const held = new Map<string, { readonly part: unknown; readonly bytes: number }>();
  let total = 0;
  return {
    recall: <T>(name: string, bytes: number, compute: () => T): T => {
      const found = held.get(name);
      if (found !== undefined) {
        held.delete(name);
        held.set(name, found);
        return found.part as T;
      }
      const part = compute();
      if (bytes > most) return part;
      held.set(name, { part, bytes });
      total += bytes;
      for (const [oldest, { bytes: freed }] of held) {
        if (total <= most) break;
        held.delete(oldest);
        total -= freed;
      }
      return part;
    },
  };
}
