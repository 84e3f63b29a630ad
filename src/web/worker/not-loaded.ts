/**
 * Thrown where something is asked for that is still to be fetched: the code of a view, which the
 * built app fetches when it is first asked (scripts/lazy-views.mjs), or a file of the record.
 */
export class NotLoaded extends Error {
  readonly load: () => Promise<unknown>;

  constructor(what: string, load: () => Promise<unknown>) {
    super(`${what} is not loaded yet`);
    this.name = "NotLoaded";
    this.load = load;
  }
}

/** Does some work, fetching what it turns out to need; what it computed before is recalled. */
export async function whenLoaded<T>(work: () => T | Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
      await error.load();
    }
  }
}
