/** What a signal throws: the same name as an AbortController's reason has. */
const aborted = (): DOMException =>
  new DOMException("The question was given up.", "AbortError");

/**
 * A signal that reads a flag in shared memory: a worker in the middle of a computation takes no
 * messages, but it can look.
 */
export function sharedSignal(flag: Int32Array): AbortSignal {
  const { signal } = new AbortController();
  const isAborted = (): boolean => Atomics.load(flag, 0) === 1;
  return new Proxy(signal, {
    get(target, name) {
      if (name === "aborted") return isAborted();
      if (name === "throwIfAborted") {
        return () => {
          if (isAborted()) throw aborted();
        };
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}
