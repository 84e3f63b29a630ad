import { useSettled } from "../controls/use-settled.ts";
import { goTo, place } from "../place/place.ts";

/** A search box: what is found shows on the search page while one writes. */
export function SearchBox({ text, label }: { readonly text: string; readonly label: string }) {
  const go = (value: string): void => {
    const on = place.value.address.startsWith("/search");
    const query = value.trim() === "" ? "" : `?q=${encodeURIComponent(value)}`;
    goTo(`/search${query}`, { replace: on });
  };
  const [shown, set] = useSettled(text, go);
  const own = place.value.address.startsWith("/search");
  return (
    <form
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        set(shown, true);
      }}
    >
      <input
        type="search"
        name="q"
        aria-label={label}
        placeholder={label}
        value={shown}
        maxLength={200}
        onInput={own ? (event) => set(event.currentTarget.value, false) : undefined}
      />
      <button type="submit">Search</button>
    </form>
  );
}
