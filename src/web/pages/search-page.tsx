import { SearchBox } from "../parts/search-box.tsx";
import { SearchResults } from "../parts/search-results.tsx";

/** `/search?q=`: everything in the record that holds some words. */
export function SearchPage({ text }: { readonly text: string }) {
  return (
    <article>
      <h1>Search</h1>
      <SearchBox
        text={text}
        label="Organisations, states, cases, articles, roll calls, methods, sources"
      />
      <SearchResults text={text} />
    </article>
  );
}
