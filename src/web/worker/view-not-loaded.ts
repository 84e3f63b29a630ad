/**
 * Thrown where a view is asked whose code is still to be fetched. The built app fetches each view
 * when it is first asked for (scripts/lazy-views.mjs); nothing else throws this.
 *
 * @public
 */
export class ViewNotLoaded extends Error {
  readonly load: () => Promise<unknown>;

  constructor(load: () => Promise<unknown>) {
    super("the code of this view is not loaded yet");
    this.name = "ViewNotLoaded";
    this.load = load;
  }
}

/** Does some work, fetching the views that it turns out to need. */
export async function withViews<T>(work: () => T | Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ViewNotLoaded)) throw error;
      await error.load();
    }
  }
}
